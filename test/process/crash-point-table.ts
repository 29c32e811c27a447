import type { CrashPoint } from "../../src/platform/crash-points.ts";

/** What a citizen does up to the stop; crash-story.ts plays it. */
export type Story = "question" | "refused" | "photo" | "report";

/** How many rows of each kind are on disk, all chats together. */
export interface OnDisk {
  /** Messages waiting for their turn, and done. */
  readonly waiting: number;
  readonly done: number;
  /** Reply parts waiting to go out, and held until the citizen writes again. */
  readonly outgoing: number;
  readonly held: number;
  /** In the operator's book: active chats, open parked messages. */
  readonly marked: number;
  readonly listed: number;
  readonly cases: number;
  /** Words about a case that no chat has taken yet. */
  readonly uncarried: number;
  readonly files: number;
}

export interface CrashRow {
  readonly story: Story;
  /** What is true at the stop, as far as it tells points apart. */
  readonly disk: Partial<OnDisk>;
  /** Whether the webhook had said 200: what is written down goes its way, and the 200 goes beside it. */
  readonly acknowledged: "no" | "maybe";
  /** Whether the citizen had got the reply at the stop. */
  readonly gotBefore: 0 | 1;
  /** How often the citizen gets the reply, from before the stop and after it. */
  readonly replies: 1 | 2;
  readonly where: string;
  readonly onDisk: string;
  readonly next: string;
}

const RETAKEN = "The turn is taken again from the start; nothing had been sent.";
const SAME_CASE = "The turn is taken again, finds the case by its submission key and shows the same code.";

/** Every point and what follows from a death there. docs/crash-points.md shows the same. */
export const CRASH_TABLE: Readonly<Record<CrashPoint, CrashRow>> = {
  before_journal: {
    story: "question",
    disk: { waiting: 0, done: 0, outgoing: 0 },
    acknowledged: "no",
    gotBefore: 0,
    replies: 1,
    where: "A signed message has reached its chat.",
    onDisk: "Nothing of it.",
    next: "The messenger delivers again: the only point that relies on that.",
  },
  journaled: {
    story: "question",
    disk: { waiting: 1, done: 0, outgoing: 0 },
    acknowledged: "no",
    gotBefore: 0,
    replies: 1,
    where: "The message and its alarm are written, the 200 isn't said.",
    onDisk: "The message.",
    next: "The alarm takes the turn. A second delivery meets the unique key.",
  },
  before_turn: {
    story: "question",
    disk: { waiting: 1, done: 0, outgoing: 0 },
    acknowledged: "maybe",
    gotBefore: 0,
    replies: 1,
    where: "The chat takes the message up.",
    onDisk: "The message.",
    next: "The alarm takes the turn.",
  },
  after_turn: {
    story: "question",
    disk: { waiting: 1, done: 0, outgoing: 0 },
    acknowledged: "maybe",
    gotBefore: 0,
    replies: 1,
    where: "The answer exists in memory.",
    onDisk: "The message.",
    next: RETAKEN,
  },
  committed: {
    story: "question",
    disk: { waiting: 0, done: 1, outgoing: 1, marked: 0 },
    acknowledged: "maybe",
    gotBefore: 0,
    replies: 1,
    where: "Outcome, session and reply are written together.",
    onDisk: "The message's tombstone, the session, the reply.",
    next: "The alarm sends the reply.",
  },
  before_send: {
    story: "question",
    disk: { done: 1, outgoing: 1, marked: 0 },
    acknowledged: "maybe",
    gotBefore: 0,
    replies: 1,
    where: "The reply's time has come.",
    onDisk: "The reply, waiting.",
    next: "The alarm sends it.",
  },
  after_send: {
    story: "question",
    disk: { done: 1, outgoing: 1, marked: 0 },
    acknowledged: "maybe",
    gotBefore: 1,
    replies: 2,
    where: "The messenger has taken the reply, nobody wrote that down.",
    onDisk: "The reply, waiting.",
    next: "It is sent again: neither messenger takes a key that would tell the second from the first.",
  },
  recorded: {
    story: "question",
    disk: { done: 1, outgoing: 0, marked: 0 },
    acknowledged: "maybe",
    gotBefore: 1,
    replies: 1,
    where: "The sent reply is struck from the outbox.",
    onDisk: "The tombstone.",
    next: "Only the operator's book is left to tell; the alarm does.",
  },
  before_mark: {
    story: "question",
    disk: { done: 1, outgoing: 0, marked: 0 },
    acknowledged: "maybe",
    gotBefore: 1,
    replies: 1,
    where: "The operator's book is to learn that this chat is active again.",
    onDisk: "The tombstone; the book doesn't know the chat.",
    next: "The alarm, armed with the message, tells the book.",
  },
  marked: {
    story: "question",
    disk: { done: 1, outgoing: 0, marked: 1 },
    acknowledged: "maybe",
    gotBefore: 1,
    replies: 1,
    where: "The book knows, the chat doesn't know that it does.",
    onDisk: "The day's mark in the book.",
    next: "The alarm tells the book again, which changes nothing.",
  },
  before_parked_row: {
    story: "refused",
    disk: { done: 1, outgoing: 0, held: 1, listed: 0 },
    acknowledged: "maybe",
    gotBefore: 0,
    replies: 1,
    where: "The messenger refused the reply; the chat has set it aside.",
    onDisk: "The reply, held; the operator's list lacks it.",
    next: "The next sweep lists it. It goes out with the citizen's next word.",
  },
  parked_row: {
    story: "refused",
    disk: { done: 1, outgoing: 0, held: 1, listed: 1 },
    acknowledged: "maybe",
    gotBefore: 0,
    replies: 1,
    where: "The operator's list has the refused reply.",
    onDisk: "The reply, held, and its line in the list.",
    next: "It is listed once and goes out with the citizen's next word.",
  },
  before_media: {
    story: "photo",
    disk: { waiting: 1, files: 0, cases: 0 },
    acknowledged: "maybe",
    gotBefore: 0,
    replies: 1,
    where: "A photo is fetched and sealed, in the middle of the turn.",
    onDisk: "The message with the photo's address; the photo's row, with its end.",
    next: "The turn fetches the photo again, into the same place.",
  },
  media_put: {
    story: "photo",
    disk: { waiting: 1, files: 1, cases: 0 },
    acknowledged: "maybe",
    gotBefore: 0,
    replies: 1,
    where: "The sealed photo is stored, the turn isn't done.",
    onDisk: "The message; the photo and its row, of no case yet.",
    next: "The turn stores it again under the same key: one file.",
  },
  before_vault: {
    story: "report",
    disk: { waiting: 1, cases: 0 },
    acknowledged: "maybe",
    gotBefore: 0,
    replies: 1,
    where: "“gửi”: code, case, sealed identity and the duty group's card are ready to be written.",
    onDisk: "The message “gửi” and the draft.",
    next: "The turn is taken again with a new code; nobody had seen the first.",
  },
  vault_written: {
    story: "report",
    disk: { waiting: 1, cases: 1, uncarried: 1 },
    acknowledged: "maybe",
    gotBefore: 0,
    replies: 1,
    where: "Case, identity and card are written in one transaction; the turn isn't done.",
    onDisk: "The case, and the message “gửi” as if not read.",
    next: SAME_CASE,
  },
  before_delivery: {
    story: "report",
    disk: { waiting: 1, cases: 1, uncarried: 1 },
    acknowledged: "maybe",
    gotBefore: 0,
    replies: 1,
    where: "The card is about to be handed to the duty group's chat.",
    onDisk: "The case; the card, waiting in the book.",
    next: `${SAME_CASE} Turn and sweep both carry the card; its key lets one through.`,
  },
  delivery_written: {
    story: "report",
    disk: { waiting: 1, cases: 1, uncarried: 1, outgoing: 1 },
    acknowledged: "maybe",
    gotBefore: 0,
    replies: 1,
    where: "The duty group's chat has written the card down and not yet said so.",
    onDisk: "The case; the card, in the chat's outbox and still waiting in the book.",
    next: "The card goes out from the chat; handed over again, its key is taken. The citizen gets the same code.",
  },
  delivered: {
    story: "report",
    disk: { waiting: 1, cases: 1, uncarried: 1 },
    acknowledged: "maybe",
    gotBefore: 0,
    replies: 1,
    where: "The chat has said so, the book hasn't struck the card off.",
    onDisk: "The same, or the card on its way out.",
    next: "The same; a card whose own sending was cut off counts as `after_send`.",
  },
};

const SAID = { no: "not said", maybe: "on its way" } as const;
const TIMES = { 1: "once", 2: "**twice**" } as const;

/** The table as docs/crash-points.md shows it. */
export function asMarkdown(): string {
  const rows = Object.entries(CRASH_TABLE).map(
    ([point, { where, onDisk, acknowledged, replies, next }]) =>
      `| \`${point}\` | ${where} | ${onDisk} | ${SAID[acknowledged]} | ${TIMES[replies]} | ${next} |`,
  );
  return [
    "| point | the step | on disk | the 200 | the citizen gets the reply | what happens next |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}
