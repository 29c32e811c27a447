/** What the assistant declines, by name. */
export type BoundaryId =
  | "falseAlarm"
  | "secretOffered"
  | "impersonation"
  | "whoReported"
  | "personalLookup"
  | "promptInjection"
  | "insultWriting"
  | "fabrication"
  | "wrongdoing"
  | "operations"
  | "politics"
  | "verdict"
  | "abuse"
  | "offTopic";

export interface BoundaryRule {
  readonly id: BoundaryId;
  /** Phrases in the syntax of `PhraseBook`; " & " joins two that must both stand in the message. */
  readonly phrases: readonly string[];
  /** With one of these the message is an honest question. */
  readonly unless?: readonly string[];
  /** An incident told in the same message goes first. */
  readonly afterIncident?: true;
}
