import { DAY } from "./time.ts";

/** How long things are kept, in milliseconds. What people are told of it in chats is made from this table too. */
export const KEPT_FOR = {
  /**
   * The key of an answered message, the counts of a chat, the words of a message that nobody decided on: by whole days.
   * Outlives every platform's redelivery (Telegram 24 h, Zalo hours) by far.
   */
  messages: 30 * DAY,
  /** That a conversation was active on a day: the longest that a reply is retried, and a day more. */
  activity: 2 * DAY,
  /** A question that nobody could answer, masked. */
  unanswered: 90 * DAY,
  /** Its ticket only has to outlive every repetition of its turn. */
  unansweredTicket: 2 * DAY,
  /** An unconfirmed preview of an approved answer or of figures: so long an old one is told from an unknown one. */
  preview: DAY,
  /** A report half told. */
  halfToldReport: DAY,
  /** An invitation to officials that nobody used. */
  invitation: DAY,
  /** A case that was promised to go, for the last word to its reporter that can't be delivered: Zalo's own limit. */
  lastWord: 7 * DAY,
  /** Old data in backups: what is told of it. */
  backups: 30 * DAY,
} as const;

/** From closing to deletion: a span as rules state it. */
export interface KeptSpan {
  readonly days?: number;
  readonly months?: number;
}

/**
 * How long a closed report keeps its content and its reporter, by its lane; "spam" where it was rejected as such.
 * Defaults of this program, not law: the body that operates it decides, by what the law asks of it. An open case is
 * never deleted.
 */
export const CLOSED_REPORTS_KEPT = {
  spam: { days: 30 },
  feedback: { months: 12 },
  crime: { months: 24 },
  urgent: { months: 24 },
} as const satisfies Record<string, KeptSpan>;
