/** What the assistant refuses, by name. */
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
  /** With one of these the message is an ordinary question. */
  readonly unless?: readonly string[];
  /** An incident in the same message goes first. */
  readonly afterIncident?: true;
  /** Counts only where the message has a number or is about figures. */
  readonly withFigure?: true;
}
