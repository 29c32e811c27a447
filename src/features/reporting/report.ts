/** The lane of a report: each has its own wording and time limits. See docs/reports.md. */
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

/** When it happened: the citizen's words, and the understood time (milliseconds since the epoch). */
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
  /** It was rebuilt without what tells of its maker. Without this it is never posted to the group. */
  readonly clean?: true;
}

/** What one report may hold: the size of a file in MB (what Telegram lets a bot fetch), and how many files. */
export const FILE_LIMITS = { megabytes: 20, files: 20 } as const;

/** Why a file that was sent isn't there: the citizen and the card say so. */
export const LOSSES = [
  "too_large",
  "not_fetched",
  "not_allowed",
  /** Others' large files were being fetched all the while. */
  "busy",
  "too_many",
  /** This chat, or everybody together, sent too much today. */
  "day_full",
  "all_full",
  /** It may tell of its maker, and the citizen didn't agree to hand it over. */
  "not_agreed",
] as const;

/** A file that was sent but isn't stored with the report. */
export interface LostMedia {
  readonly kind: ReportMedia["kind"];
  readonly why: (typeof LOSSES)[number];
}

/** The content of a report. Always stored encrypted. */
export interface ReportContent {
  readonly what: string;
  readonly where?: Place;
  readonly when?: Occurrence;
  /** The details of its category, by id: a plate, an amount, an account. */
  readonly details: Readonly<Record<string, string>>;
  readonly media: readonly ReportMedia[];
  readonly lostMedia: readonly LostMedia[];
  readonly ongoing?: boolean;
}

/** Who has a case at the desk, and whether it rests. */
export interface Desk {
  /** The Telegram id and the label of the handler who has it; absent where nobody has. */
  readonly owner?: { readonly id: string; readonly label: string };
  /** Off the list until then; its deadline goes on. Milliseconds since the epoch. */
  readonly snoozedUntil?: number;
  /** Since when the reporter has been asked; the deadline doesn't run meanwhile. */
  readonly waitingSince?: number;
}

/** A report as the duty group may see it: the case, not the person. */
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
  /** Marks for the handlers that many came from one chat; it is never refused. */
  readonly likelySpam: boolean;
  readonly duplicateOf?: string;
  readonly desk?: Desk;
  /** How many other reports of the same event were joined to it, by a burst or by a handler. */
  readonly merged?: number;
  /** Its sender was asked whether it is meant: it has no card of its own. */
  readonly noise?: true;
  /** Counts changes of state: a button has the version of its card. */
  readonly version: number;
  /** Messages to the reporter that couldn't be delivered yet. */
  readonly undelivered?: number;
  /** The kinds of files that the duty group didn't get. */
  readonly missing?: readonly ReportMedia["kind"][];
  /** The content was deleted; only the history remains. */
  readonly erased?: true;
}
