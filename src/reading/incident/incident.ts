/** The kinds of incidents, with the names of the glossary. */
export const INCIDENT_IDS = [
  "onlineScamInProgress",
  "onlineScam",
  "fraud",
  "blackmail",
  "loanShark",
  "drugs",
  "gambling",
  "illegalCrossing",
  "smuggling",
  "weaponsHandover",
  "fireworks",
  "fireHazard",
  "domesticViolence",
  "humanTrafficking",
  "assault",
  "trafficAccident",
  "theft",
  "lostProperty",
  "suspiciousPerson",
  "vice",
  "publicDisorder",
  "whistleblowerComplaint",
] as const;
export type IncidentId = (typeof INCIDENT_IDS)[number];

export interface IncidentPhrases {
  readonly id: IncidentId;
  /** How people describe it, with full diacritics, in the syntax of `PatternBook`. */
  readonly phrases: readonly string[];
}
