import type { ChannelName } from "../../messaging/inbound.ts";
import type { Desk, Lane, LostMedia, ReportMedia, ReportState } from "./report.ts";

/** Where a reporter can be reached. Stored encrypted in the vault only: never in a card, a log or an export. */
export interface Reporter {
  readonly channel: ChannelName;
  readonly chat: string;
}

/** An official who acts. `id` is the Telegram id, as in the audit log of officials; the history shows `label`. */
export interface OfficialActor {
  readonly kind: "official";
  readonly id: string;
  readonly label: string;
  readonly role: "duty" | "supervisor";
}

/** Who acted in a case. A citizen has no name here. */
export type Actor = OfficialActor | { readonly kind: "reporter" } | { readonly kind: "system" };

export type CaseAction =
  | "received"
  | "moved"
  | "reopened"
  | "told_reporter"
  | "told_duty"
  | "placed"
  | "noted"
  | "assigned"
  | "snoozed"
  | "waiting"
  | "resumed"
  | "merged"
  | "undelivered"
  | "alarmed"
  | "satisfied"
  | "erased";

/** What a reporter's words do besides adding. */
export const SAID_AS = ["corrects", "withdraws", "settled", "again"] as const;
export type SaidAs = (typeof SAID_AS)[number];

/** One line of a case's history. Lines are only added; erasure removes their words, not their facts. */
export interface CaseEvent {
  readonly at: number;
  readonly actor: "reporter" | "system" | { readonly id: string; readonly label: string };
  readonly action: CaseAction;
  readonly from?: ReportState;
  readonly to?: ReportState;
  /** The message, the note, the reason of a rejection, or where it was forwarded. */
  readonly text?: string;
  readonly media?: readonly ReportMedia[];
  /** Of the reporter's words. */
  readonly as?: SaidAs;
  /** Files that came with it and couldn't be kept. */
  readonly lost?: readonly LostMedia[];
}

/** What a person with the code may know: no content. */
export interface ReportStatus {
  readonly code: string;
  readonly lane: Lane;
  readonly category: string;
  readonly state: ReportState;
  readonly receivedAt: number;
  /** The last change of state. */
  readonly changedAt: number;
  readonly dueAt: number;
  /** Its content was deleted. */
  readonly erased: boolean;
}

/** One line of a list for the handlers. */
export interface CaseSummary extends ReportStatus {
  readonly likelySpam: boolean;
  readonly version: number;
  readonly desk?: Desk;
  /** Where it happened, where a commune of the province is named. Only in lists that were asked for. */
  readonly commune?: string;
  /** The time of its last event, by anyone: a case with an old one is stuck. */
  readonly lastEventAt: number;
  /** Messages to the reporter that couldn't be delivered yet. */
  readonly undelivered: number;
  /** Only where a list asked for it: what tells this case from the others. */
  readonly gist?: Gist;
}

/** What handlers remember a case by: its words as they stand on the card, the last note, and what was done. */
export interface Gist {
  readonly what: string;
  readonly note?: string;
  readonly result?: string;
}

/** Many report at this moment: a list has what would else be a card each. */
export interface Rush {
  /** When its minutes began, in milliseconds since the epoch. */
  readonly from: number;
  /** Which list of these minutes, from 0 on. */
  readonly page: number;
  /** The reports on it, the oldest first. */
  readonly codes: readonly string[];
}

/** A report that was joined to another, as the other's card names it. */
export interface Witness {
  readonly code: string;
  readonly at: number;
  readonly what: string;
  readonly files: number;
}
