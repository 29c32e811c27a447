import type {
  Actor,
  CaseEvent,
  CaseSummary,
  OfficialActor,
  Reporter,
  ReportStatus,
  Rush,
  SaidAs,
  Witness,
} from "../case.ts";
import type { Desk, Lane, LostMedia, Report, ReportContent, ReportMedia, ReportState } from "../report.ts";
import type { Needs } from "../workflow/workflow.ts";
import type { AlarmStep, WaitingCase } from "./case-alarms.ts";
import type { CaseFigure } from "./case-figures.ts";
import type { Dispatch } from "./dispatch.ts";
import type { LikelyDuplicate } from "./duplicates.ts";
import type { CaseQuery, Found } from "./find/case-query.ts";

export interface Submission {
  /** Chat and message key, equal for a repeated turn. Stored only as a keyed hash. */
  readonly submissionKey: string;
  readonly reporter: Reporter;
  readonly lane: Lane;
  readonly category: string;
  readonly content: ReportContent;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly likelySpam: boolean;
  /** The sender was asked whether it is meant, and sent it: it gets no card of its own. */
  readonly noise?: true;
}

export interface Submitted {
  readonly code: string;
  readonly receivedAt: number;
  readonly dueAt: number;
  /** True where this submission was already stored: nothing new was written. */
  readonly repeated: boolean;
}

export interface MoveRequest {
  readonly code: string;
  readonly to: ReportState;
  readonly actor: Actor;
  /** The `Report.version` that the official saw. */
  readonly expectedVersion: number;
  /** Idempotency key of the press, unique over all chats. */
  readonly key: string;
  readonly at: number;
  /** The reason of a rejection, the result, or where the report is forwarded: the reporter gets it. */
  readonly note?: string;
  readonly duplicateOf?: string;
  /** Photos of the result: the reporter gets them. */
  readonly media?: readonly ReportMedia[];
  /** Done outside the duty group: it is told there. */
  readonly inPrivate?: true;
  /** Done in another duty group: the card changes there. */
  readonly elsewhere?: true;
}

export type MoveOutcome =
  /** `repeated`: this press was already stored. */
  | { readonly kind: "moved"; readonly report: Report; readonly repeated: boolean }
  /** Someone was faster: `last` says who did what. */
  | { readonly kind: "stale"; readonly report: Report; readonly last: CaseEvent }
  /** The workflow doesn't allow this actor this move from here. */
  | { readonly kind: "not_allowed"; readonly report: Report }
  /** The move needs this first; for "duplicate_of" also where the given code can't be the original. */
  | { readonly kind: "incomplete"; readonly report: Report; readonly needs: Needs }
  | { readonly kind: "unknown" };

export interface Message {
  readonly code: string;
  readonly text: string;
  readonly media: readonly ReportMedia[];
  /** Files that came with it and couldn't be kept. */
  readonly lost?: readonly LostMedia[];
  /** What the reporter's words do besides adding. */
  readonly as?: SaidAs;
  readonly at: number;
  /** Idempotency key of the message, unique over all chats. */
  readonly key: string;
}

export type RelayOutcome =
  | { readonly kind: "relayed"; readonly repeated: boolean }
  /** The reporter's data was deleted: they can't be reached. */
  | { readonly kind: "no_reporter" }
  | { readonly kind: "unknown" };

export interface FactsRequest {
  readonly code: string;
  /** Only the case's own reporter says where it is. */
  readonly reporter: Reporter;
  /** What is to stand on the card, made of what stands there. */
  readonly from: (before: ReportContent) => Partial<Pick<ReportContent, "where" | "when">>;
  readonly at: number;
  /** Idempotency key of the message, unique over all chats. */
  readonly key: string;
}

export type FactsOutcome =
  /** `repeated`: the card had it already. */
  | { readonly kind: "set"; readonly repeated: boolean }
  /** Closed or erased: nothing is changed. */
  | { readonly kind: "closed" }
  /** This reporter has no such report. */
  | { readonly kind: "unknown" };

/** What a handler does with a case besides moving it. */
export type DeskAct =
  /** Gives it to a handler. */
  | { readonly kind: "assign"; readonly to: NonNullable<Desk["owner"]> }
  /** Takes it off the desk until then. */
  | { readonly kind: "snooze"; readonly until: number }
  /** Waits for the reporter, who was asked: the deadline doesn't run. */
  | { readonly kind: "wait" }
  /** Takes it up again. */
  | { readonly kind: "resume" };

export interface DeskRequest {
  readonly code: string;
  readonly act: DeskAct;
  readonly actor: OfficialActor;
  /** Idempotency key of the message, unique over all chats. */
  readonly key: string;
  readonly at: number;
}

export type DeskOutcome =
  | { readonly kind: "done"; readonly report: Report; readonly repeated: boolean }
  | { readonly kind: "refused"; readonly report: Report; readonly why: DeskRefusal }
  | { readonly kind: "unknown" };

/** `not_accepted`: nobody has taken it on, so it may not rest. `not_asked`: the reporter was asked nothing. */
export type DeskRefusal = "closed" | "not_accepted" | "not_asked" | "not_resting" | "too_long";

export type ReopenOutcome =
  | { readonly kind: "reopened"; readonly repeated: boolean }
  | { readonly kind: "not_closed" }
  | { readonly kind: "too_late" }
  /** This reporter has no such report. The answer is the same whether the code exists or not. */
  | { readonly kind: "unknown" };

export interface Sweep {
  /** Codes whose content was deleted now. */
  readonly erased: readonly string[];
}

export interface Erasure {
  /** Closed cases whose content and reporter were deleted. */
  readonly erased: readonly string[];
  /** Open cases: the link to the reporter is needed to handle them and is deleted when they close. */
  readonly kept: readonly string[];
}

export interface ErasureRequest {
  readonly reporter: Reporter;
  readonly at: number;
  /** Idempotency key of the request: a repeated one gets the same answer. */
  readonly key: string;
  readonly why: "request" | "withdrawal";
}

/**
 * The reports in D1. Every change is one atomic batch: the case, its history and its messages are written together or
 * not at all, and a repeated key writes nothing twice. Content, messages and identities are stored encrypted; the
 * tables show only codes, categories, states and times.
 * @see docs/reports.md
 */
export interface ReportBook {
  /** Stores a report with its first event, the vault row and the dispatch of its card. Never refuses. */
  submit(submission: Submission): Promise<Submitted>;
  /** A case as handlers may see it; null where there is none. An erased one has empty content. */
  get(code: string): Promise<Report | null>;
  /** The commune where it happened, of a merged report that of the case; null where none is named, or it can't be read. */
  communeOf(code: string): Promise<string | null>;
  /** State and times, for a person who has the code. */
  statusFor(code: string): Promise<ReportStatus | null>;
  /** A reporter's own reports, newest first. An erased report has no reporter. */
  reportsOf(reporter: Reporter): Promise<readonly ReportStatus[]>;
  /** This reporter's own report that tells the same in the same words, lately; null where there is none. */
  sameOwn(submission: Omit<Submission, "likelySpam">): Promise<string | null>;
  /** The newest reports that were joined to this one. */
  witnesses(code: string, limit: number): Promise<readonly Witness[]>;
  /** Reports of this time that are probably jokes or abuse, the newest first. */
  noiseBetween(
    from: number,
    until: number,
  ): Promise<{ readonly all: number; readonly newest: readonly Witness[] }>;
  /** The list that a new report stands on; null where it has a card. */
  rushOf(report: Pick<Report, "code" | "lane" | "noise" | "receivedAt">): Promise<Rush | null>;
  /** These cases as handlers may see them, the oldest first; without those that are erased or can't be read. */
  getMany(codes: readonly string[]): Promise<readonly Report[]>;
  /** How many reports this reporter sent in the 24 hours before `now`. */
  rateOf(reporter: Reporter, now: number): Promise<number>;
  /** Open cases, the earliest due first; with `overdueAt` only those due before that time. */
  open(filter?: { readonly overdueAt?: number; readonly limit?: number }): Promise<readonly CaseSummary[]>;
  /** A page of the cases that a handler asks for, urgent ones first. */
  find(query: CaseQuery): Promise<Found>;
  /** The same cases with what handlers remember each by: for where the cards stand. One that is erased or can't be read has nothing. */
  withGists(cases: readonly CaseSummary[]): Promise<readonly CaseSummary[]>;
  /** Reads again what of cases changed since they were last put into the index of the desk. @returns how many */
  catchUp(limit: number): Promise<number>;
  /** How the cases of these months of receipt were handled, erased ones too. @param from as "2026-01" */
  figures(from: string, to: string): Promise<readonly CaseFigure[]>;
  /** The history of a case, oldest first. */
  history(code: string): Promise<readonly CaseEvent[]>;
  /** Moves a case along the workflow. Of two at once one succeeds; the other learns who did what. */
  move(request: MoveRequest): Promise<MoveOutcome>;
  /** Assigns a case, lets it rest or takes it up again: a line of its history, and its card shows it. */
  desk(request: DeskRequest): Promise<DeskOutcome>;
  /** Takes up again what rested long enough; the duty group is told. @returns how many */
  wake(now: number): Promise<number>;
  /** The reporter says that the case isn't solved: back to "in_progress", within REOPEN_DAYS of closing. */
  reopen(message: Omit<Message, "media"> & { readonly reporter: Reporter }): Promise<ReopenOutcome>;
  /** The reporter says that the result is well: its card shows it. False where it isn't theirs, or isn't solved. */
  satisfied(message: Omit<Message, "media" | "text"> & { readonly reporter: Reporter }): Promise<boolean>;
  /** A handler's message to the reporter. */
  relayToReporter(message: Message & { readonly actor: OfficialActor }): Promise<RelayOutcome>;
  /** The reporter's message to the handlers; "unknown" where the report isn't theirs. */
  relayToDuty(message: Message & { readonly reporter: Reporter }): Promise<RelayOutcome>;
  /** The reporter says where or when it is: the card of an open case shows it; what it showed before is a line of the history. */
  setFacts(request: FactsRequest): Promise<FactsOutcome>;
  /** An internal note: it isn't sent to anyone. */
  note(message: Message & { readonly actor: OfficialActor }): Promise<RelayOutcome>;
  /** Urgent cases that wait to be accepted or, once accepted, for the work to begin; the oldest first. */
  urgentWaiting(): Promise<readonly WaitingCase[]>;
  /** Cases whose deadline has passed and of which the supervisors haven't heard; without those that have an alarm of their own. */
  newlyOverdue(now: number): Promise<readonly CaseSummary[]>;
  /** Writes one step of an urgent case's alarm, with what the group and the citizen are told; once. */
  alarm(step: AlarmStep): Promise<void>;
  /** The Telegram id of the official who has the case, or the one that it was joined to; null where nobody has. */
  ownerOf(code: string): Promise<string | null>;
  /** Cases that may be the same event, likeliest first, with reasons. A hint for people, never a decision. */
  likelyDuplicates(code: string): Promise<readonly LikelyDuplicate[]>;

  /** Messages that a conversation doesn't have yet, oldest first. */
  pendingDispatches(limit: number): Promise<readonly Dispatch[]>;
  /** Counts a failed try. */
  noteAttempt(key: string): Promise<void>;
  /** The conversation has stored it. No effect on one already marked as undeliverable. */
  markDelivered(key: string, at: number): Promise<void>;
  /** The messenger doesn't take it now: the card shows it, and the duty group is told once. */
  markUndeliverable(code: string, key: string, at: number): Promise<void>;
  /** An undeliverable message was sent after all, after the citizen's next message. */
  markReached(key: string, at: number): Promise<void>;
  /** The duty group didn't get these files of a case: its card says so. `part` is their name in the operator's book. */
  noteFilesMissing(
    code: string,
    part: string,
    kinds: readonly ReportMedia["kind"][],
    at: number,
  ): Promise<void>;
  /** It got them after all. */
  filesPassedOn(code: string, part: string, at: number): Promise<void>;
  /** The reporter's chat: only to deliver a message, never to log or to show. */
  reporterOf(code: string): Promise<Reporter | null>;
  /** True where this report is from this reporter. */
  isReporter(code: string, reporter: Reporter): Promise<boolean>;
  /** The signed receipt of a report as text; null where there is no content to sign. */
  receiptFor(code: string): Promise<string | null>;

  /** A citizen asks for deletion or withdraws consent: closed cases are erased at once, open ones when they close. */
  erase(request: ErasureRequest): Promise<Erasure>;
  /**
   * Deletes what is older than its retention time; its files are marked, for the media store to delete.
   * @param forget what the chats know of a report goes first
   */
  sweepRetention(now: number, forget: (code: string) => Promise<void>): Promise<Sweep>;
}
