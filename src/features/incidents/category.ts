/** What happened, by the names of the glossary. */
export type IncidentId =
  | "onlineScamInProgress"
  | "onlineScam"
  | "fraud"
  | "blackmail"
  | "loanShark"
  | "drugs"
  | "gambling"
  | "illegalCrossing"
  | "smuggling"
  | "weaponsHandover"
  | "fireworks"
  | "fireHazard"
  | "domesticViolence"
  | "humanTrafficking"
  | "assault"
  | "trafficAccident"
  | "theft"
  | "lostProperty"
  | "suspiciousPerson"
  | "vice"
  | "publicDisorder"
  | "whistleblowerComplaint";

/** Where a piece of advice comes from. */
export interface AdviceSource {
  readonly text: string;
  readonly url?: string;
}

export interface IncidentCategory {
  readonly id: IncidentId;
  /** How people tell of it, with full diacritics, in the syntax of `PhraseBook`; " & " joins two. */
  readonly phrases: readonly string[];
  /** The most useful thing to do, first. */
  readonly lead: string;
  readonly steps: readonly string[];
  /** Whom to tell, in the order in which to turn to them. */
  readonly tell: string;
  /** What to have at hand for that. */
  readonly note: string;
  readonly sources: readonly AdviceSource[];
  /** A complaint has its own way: the usual words about channels don't apply. */
  readonly ownWay?: true;
}
