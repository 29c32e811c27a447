import type { Actor, CaseEvent, CaseSummary, OfficialActor, Reporter, ReportStatus } from "../case.ts";
import type { Lane, Report, ReportContent, ReportMedia, ReportState } from "../report.ts";
import type { Needs } from "../workflow/workflow.ts";
import type { Dispatch } from "./dispatch.ts";
import type { LikelyDuplicate } from "./duplicates.ts";

export interface Submission {
  /** The same for a repeated turn: chat and message key. Kept as a keyed hash only. */
  readonly submissionKey: string;
  readonly reporter: Reporter;
  readonly lane: Lane;
  readonly category: string;
  readonly content: ReportContent;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly likelySpam: boolean;
}

export interface Submitted {
  readonly code: string;
  readonly receivedAt: number;
  readonly dueAt: number;
  /** True where this submission had been written before: nothing new was. */
  readonly repeated: boolean;
}

export interface MoveRequest {
  readonly code: string;
  readonly to: ReportState;
  readonly actor: Actor;
  /** `Report.version` as the presser saw it. */
  readonly expectedVersion: number;
  /** Idempotency key of the press, unique over all chats. */
  readonly key: string;
  readonly at: number;
  /** The reason of a rejection or whereto it is forwarded: told to the reporter. */
  readonly note?: string;
  readonly duplicateOf?: string;
}

export type MoveOutcome =
  /** `repeated`: this very press had been written before. */
  | { readonly kind: "moved"; readonly report: Report; readonly repeated: boolean }
  /** Someone was faster: `last` says who did what. */
  | { readonly kind: "stale"; readonly report: Report; readonly last: CaseEvent }
  /** The workflow has no such move from here for this actor. */
  | { readonly kind: "not_allowed"; readonly report: Report }
  /** The move needs this first; for "duplicate_of" also where the code given isn't a case to point to. */
  | { readonly kind: "incomplete"; readonly report: Report; readonly needs: Needs }
  | { readonly kind: "unknown" };

export interface Message {
  readonly code: string;
  readonly text: string;
  readonly media: readonly ReportMedia[];
  readonly at: number;
  /** Idempotency key of the message, unique over all chats. */
  readonly key: string;
}

export type RelayOutcome =
  | { readonly kind: "relayed"; readonly repeated: boolean }
  /** The reporter's data was deleted: nobody can be reached. */
  | { readonly kind: "no_reporter" }
  | { readonly kind: "unknown" };

export type ReopenOutcome =
  | { readonly kind: "reopened"; readonly repeated: boolean }
  | { readonly kind: "not_closed" }
  | { readonly kind: "too_late" }
  /** No such report of this reporter: the same answer whether the code exists or not. */
  | { readonly kind: "unknown" };

export interface Sweep {
  /** Codes whose content went now. */
  readonly erased: readonly string[];
  /** Files to delete from the media store now; say so with `filesDeleted`, else they come again. */
  readonly mediaKeys: readonly string[];
}

export interface Erasure {
  /** Closed cases whose content and reporter went. */
  readonly erased: readonly string[];
  /** Open cases: the link to the reporter is kept for handling them and goes when they close. */
  readonly kept: readonly string[];
}

export interface ErasureRequest {
  readonly reporter: Reporter;
  readonly at: number;
  /** Idempotency key of the request: its repetition gets the same answer. */
  readonly key: string;
  readonly why: "request" | "withdrawal";
}

/**
 * The reports in D1. Every change is one atomic batch: the case, its history and the messages that tell of it are
 * written together or not at all, and a repeated key writes nothing twice. Content, messages and identities rest
 * sealed; whoever reads the tables learns codes, categories, states and times.
 * @see docs/reports.md
 */
export interface ReportBook {
  /** Writes a report, its first event, the vault row and the dispatch of its card. Never refuses. */
  submit(submission: Submission): Promise<Submitted>;
  /** A case as handlers may see it; null where there is none. An erased one comes back with empty content. */
  get(code: string): Promise<Report | null>;
  /** State and times for whoever holds the code. */
  statusFor(code: string): Promise<ReportStatus | null>;
  /** A reporter's own reports, newest first. Erased ones are no longer linked to anyone. */
  reportsOf(reporter: Reporter): Promise<readonly ReportStatus[]>;
  /** How many reports came from there in the 24 hours before `now`. */
  rateOf(reporter: Reporter, now: number): Promise<number>;
  /** Open cases, the one due first in front; with `overdueAt` only those due before that moment. */
  open(filter?: { readonly overdueAt?: number; readonly limit?: number }): Promise<readonly CaseSummary[]>;
  /** What happened in a case, oldest first. */
  history(code: string): Promise<readonly CaseEvent[]>;
  /** Moves a case along the workflow. Of two at once one wins; the other is told who did what. */
  move(request: MoveRequest): Promise<MoveOutcome>;
  /** The reporter says that it isn't solved: back to "in_progress", within REOPEN_DAYS of closing. */
  reopen(message: Omit<Message, "media"> & { readonly reporter: Reporter }): Promise<ReopenOutcome>;
  /** A handler's words to the reporter. */
  relayToReporter(message: Message & { readonly actor: OfficialActor }): Promise<RelayOutcome>;
  /** The reporter's words to the handlers; "unknown" where the report isn't theirs. */
  relayToDuty(message: Message & { readonly reporter: Reporter }): Promise<RelayOutcome>;
  /** An internal note: goes to nobody. */
  note(message: Message & { readonly actor: OfficialActor }): Promise<RelayOutcome>;
  /** Cases that may tell of the same thing, the likeliest first, each with why. A hint for people, never a decision. */
  likelyDuplicates(code: string): Promise<readonly LikelyDuplicate[]>;

  /** Messages that still have to be handed to a conversation, oldest first. */
  pendingDispatches(limit: number): Promise<readonly Dispatch[]>;
  /** Counts a try that failed. */
  noteAttempt(key: string): Promise<void>;
  /** The conversation has it. Has no effect on one already marked as undeliverable. */
  markDelivered(key: string, at: number): Promise<void>;
  /** The messenger won't take it now: shown on the card, and the duty group is told once. */
  markUndeliverable(code: string, key: string, at: number): Promise<void>;
  /** What was undeliverable went out after all, with the citizen's next word. */
  markReached(key: string, at: number): Promise<void>;
  /** Where to deliver to: only for the moment of delivery, never to be logged or shown. */
  reporterOf(code: string): Promise<Reporter | null>;
  /** Whether this report came from there. */
  isReporter(code: string, reporter: Reporter): Promise<boolean>;
  /** The signed receipt of a report, as text to keep; null where there is no content to sign for. */
  receiptFor(code: string): Promise<string | null>;

  /** A citizen's wish, or a withdrawal: closed cases go at once, open ones when they close. */
  erase(request: ErasureRequest): Promise<Erasure>;
  /** Deletes what is past its time; `mediaKeys` are files that have to go from the media store. */
  sweepRetention(now: number): Promise<Sweep>;
  /** The media store no longer has these. */
  filesDeleted(keys: readonly string[]): Promise<void>;
}
