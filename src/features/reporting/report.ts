/** The lane a report runs in: each has its own wording and clock. See docs/reports.md. */
export type Lane = "urgent" | "crime" | "feedback";

export type ReportState =
  | "received"
  | "accepted"
  | "in_progress"
  | "resolved"
  | "rejected"
  | "duplicate"
  | "forwarded";

/** Where it happened: words, a point on the map, or both. `unknown` is the honest "không nhớ". */
export interface Place {
  readonly words?: string;
  readonly lat?: number;
  readonly lng?: number;
  readonly unknown?: true;
}

/** When it happened, as told and as understood (milliseconds since the epoch). */
export interface Occurrence {
  readonly words: string;
  readonly from?: number;
  readonly to?: number;
}

/** A file of a report: `key` is its name in the media store, never a platform's. */
export interface ReportMedia {
  readonly key: string;
  readonly kind: "image" | "video" | "audio" | "file";
  readonly bytes: number;
  readonly contentType: string;
}

/** A file that was sent and could not be kept: said to the citizen and on the card. */
export interface LostMedia {
  readonly kind: ReportMedia["kind"];
  readonly why: "too_large" | "not_fetched" | "not_allowed" | "too_many";
}

/** What a citizen tells. Encrypted wherever it rests. */
export interface ReportContent {
  readonly what: string;
  readonly where?: Place;
  readonly when?: Occurrence;
  /** Details that the category asks for, by their id: a plate, an amount, an account. */
  readonly details: Readonly<Record<string, string>>;
  readonly media: readonly ReportMedia[];
  readonly lostMedia: readonly LostMedia[];
  readonly ongoing?: boolean;
}

/** A report as the duty group may know it: a case, no person. */
export interface Report {
  readonly code: string;
  readonly lane: Lane;
  /** An id of `incidents/incident-advice.json` or "other". */
  readonly category: string;
  readonly state: ReportState;
  readonly content: ReportContent;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  readonly dueAt: number;
  /** Marked for the handlers where many came from one chat: never a refusal. */
  readonly likelySpam: boolean;
  readonly duplicateOf?: string;
  /** Counts changes of state: a button of the card carries the one it was drawn with. */
  readonly version: number;
  /** Messages to the reporter that couldn't be delivered yet. */
  readonly undelivered?: number;
  /** The content was deleted; what is left is the case's course. */
  readonly erased?: true;
}
