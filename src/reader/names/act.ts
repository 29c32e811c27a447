/** What a message does. */
export const ACTS = [
  /** Somebody is, or may be, in danger now. */
  "danger",
  /** Asks what to do in a danger in general; nobody is in one. */
  "aid",
  /** Tells of a wrong that isn't an immediate danger. */
  "tell",
  /** Asks about the field. */
  "ask",
  /** Asks for a count or a share. */
  "figures",
  /** Wants what must be refused. */
  "decline",
  /** Greets, thanks, asks who this is. */
  "chat",
  /** Nothing of ours. */
  "outside",
  "send",
  "cancel",
  "edit",
  "yes",
  "no",
  /** Adds to what is open, or answers what was asked. */
  "more",
  /** What became of a report. */
  "track",
  /** Wants a person. */
  "human",
  /** The danger is over. */
  "settled",
] as const;
export type Act = (typeof ACTS)[number];

/** Whom it happened to, seen from the writer: the writer, somebody close, others; or the writer did it. */
export const VOICES = ["self", "kin", "seen", "doer"] as const;
export type Voice = (typeof VOICES)[number];
