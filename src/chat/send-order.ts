import type { ChannelName } from "../messaging/inbound.ts";
import type { PartMarks } from "./stored-shapes.ts";

/**
 * In which order a chat's parts are sent. A part that is being retried holds up only later parts of its own queue, and
 * a file never holds up words. Ranks and queues stand in clear beside the sealed parts, so they tell nothing.
 */

/** What goes first; numbers are stored. */
export const RANKS = {
  /** An answer to a danger. */
  danger: 0,
  /** Words about a report of the urgent lane. */
  urgent: 1,
  words: 2,
  urgentFile: 3,
  file: 4,
} as const;

/** How many sends of one chat run at the same time: a hanging one leaves room for the others. */
const AT_ONCE = { words: 3, files: 1 } as const;

/** Words about an urgent report have this many places more; an answer to a danger always has one. */
const MORE_FOR_URGENT = 2;

/** The queue of what a group is told unasked, and of no case alone. */
const NEWS = "news";

/** The stored name of a case's queue. */
export type QueueOf = (code: string) => string;

export interface Place {
  readonly rank: number;
  /** Empty for the chat's own queue. */
  readonly queue: string;
}

/** A part that isn't sent yet. */
export interface WaitingPart extends Place {
  readonly seq: number;
  /** Not before this time, in milliseconds since the epoch. */
  readonly nextAt: number;
  /** It answers a message of this chat. */
  readonly isAnswer?: boolean;
}

export const isFile = ({ rank }: Pick<Place, "rank">): boolean => rank >= RANKS.urgentFile;

/** True for what is tried once at once, even while its chat is told to wait. */
export const isHurried = ({ rank }: Pick<Place, "rank">): boolean => rank <= RANKS.urgent;

/**
 * The place of a new part. In a group each case has its queue; in a private chat everything keeps its order, apart from
 * the answer to a danger.
 * @param message the message that it answers; null where it comes from another chat
 * @param isChange it changes a message that the chat has already
 */
export function placeOf(
  {
    channel,
    chat,
    marks,
  }: { readonly channel: ChannelName; readonly chat: string; readonly marks: PartMarks },
  message: number | null,
  queueOf: QueueOf,
  isChange = false,
): Place {
  // Nobody hears that a card changed: it is never urgent, and holds up nothing that is said of its case.
  if (isChange && marks.about !== undefined && isGroup(channel, chat))
    return { rank: RANKS.words, queue: queueOf(`${marks.about} changed`) };
  const file = marks.files !== undefined;
  if (marks.urgent === true && !file)
    return { rank: RANKS.danger, queue: message === null ? "" : `danger-${message}` };
  const isUrgent = marks.urgent === true || marks.first === true;
  const rank = file ? (isUrgent ? RANKS.urgentFile : RANKS.file) : isUrgent ? RANKS.urgent : RANKS.words;
  if (!isGroup(channel, chat)) return { rank, queue: "" };
  if (marks.about !== undefined) return { rank, queue: queueOf(marks.about) };
  // What the group is told of many cases never keeps a handler's answer waiting.
  return { rank, queue: message === null ? queueOf(marks.slot ?? NEWS) : "" };
}

/** Telegram gives groups negative ids; Zalo has only private chats here. */
const isGroup = (channel: ChannelName, chat: string): boolean =>
  channel === "telegram" && chat.startsWith("-");

/** The parts that nothing of their own queue goes before. @param waiting in the order of age */
function heads(waiting: readonly WaitingPart[]): WaitingPart[] {
  const words = new Set<string>();
  const files = new Set<string>();
  return waiting.filter((part) => {
    const file = isFile(part);
    const isBlocked = words.has(part.queue) || (file && files.has(part.queue));
    (file ? files : words).add(part.queue);
    return !isBlocked;
  });
}

/**
 * The parts to send now: the most urgent first, then the answers to who waits for one.
 * @param waiting all parts, in the order of age
 * @param inFlight the numbers of those that are being sent
 */
export function startable(
  waiting: readonly WaitingPart[],
  inFlight: ReadonlySet<number>,
  now: number,
): WaitingPart[] {
  const sending = waiting.filter(({ seq }) => inFlight.has(seq));
  let files = sending.filter(isFile).length;
  let words = sending.length - files;
  const ready = heads(waiting).filter(({ seq, nextAt }) => !inFlight.has(seq) && nextAt <= now);
  return ready
    .sort((a, b) => a.rank - b.rank || Number(b.isAnswer ?? false) - Number(a.isAnswer ?? false))
    .filter((part) => {
      if (isFile(part)) return files < AT_ONCE.files && ++files > 0;
      const room = AT_ONCE.words + (isHurried(part) ? MORE_FOR_URGENT : 0);
      return (part.rank === RANKS.danger || words < room) && ++words > 0;
    });
}

/**
 * When the next part may be sent; null where none waits for its time. A part that could be sent already and isn't waits
 * for one of those under way, not for a time.
 */
export function nextStart(
  waiting: readonly WaitingPart[],
  inFlight: ReadonlySet<number>,
  now: number,
): number | null {
  const times = heads(waiting).flatMap(({ seq, nextAt }) =>
    inFlight.has(seq) || (inFlight.size > 0 && nextAt <= now) ? [] : [nextAt],
  );
  return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}
