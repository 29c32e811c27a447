/** What the assistant declines, by name. */
export const BOUNDARY_IDS = [
  "falseAlarm",
  "secretOffered",
  "impersonation",
  "whoReported",
  "personList",
  "personalLookup",
  "promptInjection",
  "insultWriting",
  "fabrication",
  "anonymity",
  "promise",
  "wrongdoing",
  "operations",
  "caseStatus",
  "verdict",
  "opinionReport",
  "stereotype",
  "ranking",
  "politics",
  "crude",
  "medical",
  "offTopic",
  "abuse",
] as const;
export type BoundaryId = (typeof BOUNDARY_IDS)[number];

export interface BoundaryRule {
  readonly id: BoundaryId;
  /** Patterns in the syntax of `PatternBook`. */
  readonly phrases: readonly string[];
  /** With one of these the message is an honest question. */
  readonly unless?: readonly string[];
  /** An incident told in the same message goes first. */
  readonly afterIncident?: true;
  /** Counts only where the message has a number or speaks of figures. */
  readonly withFigure?: true;
}
