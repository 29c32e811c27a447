import { Line } from "./line.ts";

/** A burst is over when nothing came for so long, in milliseconds. */
const QUIET = 150;
/** The least that a turn waits: the next message of a burst is still on its way. The first reply waits far longer anyway. */
const FIRST_LOOK = 60;
/** From this look on, some 180 ms after it came, a message of a burst is read for danger: reading each one at once would hold up the others. */
const URGENT_LOOK = 2 * FIRST_LOOK;
/** No message waits longer than this to be read for danger. */
const READ_WITHIN = FIRST_LOOK + URGENT_LOOK;
/** What each chat ahead adds to a later look, in milliseconds: its turn takes longer than that. */
const PER_PLACE = 5;
/** A message's turn begins this long after it came, whatever else comes, in milliseconds. */
const LONGEST = 5_000;

/** When a message last came to any chat of this isolate, in milliseconds since the epoch. */
let lastArrival = 0;
const line = new Line();

/** Something came in. */
export function noteArrival(now: number): void {
  lastArrival = now;
}

/**
 * One chat's waiting until a burst of messages, of all chats, has been acknowledged, so that writing down goes before
 * thinking: a turn takes some ten times as long as an acknowledgement. A message that comes alone waits one look, an
 * urgent one three looks at most: the first reply is held back for longer than that anyway.
 */
export class Calm {
  readonly #now: () => number;
  #looksAt: number | null = null;
  #unread: (() => boolean)[] = [];

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** True where a wait of this chat is under way that looks soon enough to be this message's as well. */
  joins(isUrgent: () => boolean): boolean {
    if (this.#looksAt === null || this.#looksAt - this.#now() > READ_WITHIN) return false;
    this.#unread.push(isUrgent);
    return true;
  }

  /** @param since when the message came, in milliseconds since the epoch */
  async wait(since: number, isUrgent: () => boolean): Promise<void> {
    this.#unread.push(isUrgent);
    const ticket = line.ticket();
    for (let look = FIRST_LOOK; ; look = Math.max(2 * look, PER_PLACE * line.placeOf(ticket))) {
      const pause = Math.min(look, Math.max(0, since + LONGEST - this.#now()));
      this.#looksAt = this.#now() + pause;
      await line.sleep(ticket, pause);
      // What came while the machine was busy is let in before it is judged whether something came.
      await scheduler.wait(0);
      if (!isBurst(since, this.#now()) || (look >= URGENT_LOOK && this.#readsDanger())) break;
    }
    line.leave(ticket);
    this.#looksAt = null;
    this.#unread = [];
  }

  /** Each message is read once. */
  #readsDanger(): boolean {
    const unread = this.#unread;
    this.#unread = [];
    return unread.some((isUrgent) => isUrgent());
  }
}

/** The message itself is no burst: only what came after it. */
function isBurst(since: number, now: number): boolean {
  return lastArrival > since && now - lastArrival < QUIET && now - since < LONGEST;
}
