/** Spans of time in milliseconds. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * The beginning of a time's minute. The finest time that may stand readable beside a report: with milliseconds the rows
 * of two tables could be matched, and so a report with the chat that sent it.
 * @param at milliseconds since the epoch
 */
export const toMinute = (at: number): number => at - (at % MINUTE);

/** The beginning of a time's hour: the finest time that may stand readable beside a conversation. See `toMinute`. */
export const toHour = (at: number): number => at - (at % HOUR);
