import { DAY, HOUR } from "./time.ts";

/** How long things are stored, in milliseconds. The texts in chats about this use this table too. */
export const KEPT_FOR = {
  /**
   * By whole days: the key of an answered message, the counts of a chat, the words of a message that nobody decided on.
   * Far longer than every platform's redelivery (Telegram 24 h, Zalo hours).
   */
  messages: 30 * DAY,
  /** A conversation's activity on a day: the longest time of retries for a reply, and one more day. */
  activity: 2 * DAY,
  /** How many messages a conversation had on a day; then summed up without it. */
  counts: 32 * DAY,
  /** A question that nobody could answer, masked. */
  unanswered: 90 * DAY,
  /** Its ticket must only outlive a repeated turn. */
  unansweredTicket: 2 * DAY,
  /** An unconfirmed preview of an approved answer, of figures or of a document: for this time we can say that it is too old. */
  preview: DAY,
  /** An unfinished report. */
  halfToldReport: DAY,
  /** An invitation to officials that nobody used. */
  invitation: DAY,
  /** A handler's message to a reporter that waits for the tap that sends it. */
  unsentReply: 2 * HOUR,
  /** Our message that shows who reported, in a supervisor's private chat. */
  shownIdentity: 12 * HOUR,
  /** A case to be deleted, while the last message to its reporter can't be delivered: Zalo's own limit. */
  lastWord: 7 * DAY,
} as const;

/** From closing to deletion: a span as rules state it. */
export interface KeptSpan {
  readonly days?: number;
  readonly months?: number;
}

/**
 * How long the content and the reporter of a closed report are stored, by lane; "spam" where it was rejected as such.
 * Defaults of this program, not law: the operating body decides, as the law requires. An open case is never deleted.
 */
export const CLOSED_REPORTS_KEPT = {
  spam: { days: 30 },
  feedback: { months: 12 },
  crime: { months: 24 },
  urgent: { months: 24 },
} as const satisfies Record<string, KeptSpan>;
