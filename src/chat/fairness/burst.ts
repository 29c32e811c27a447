import { Line } from "./queue.ts";

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

/** When a message last came to any chat of this isolate, and the first of its burst, in milliseconds since the epoch. */
let lastArrival = 0;
let burstBegan = 0;
const line = new Line();

/** Something came in. */
export function noteArrival(now: number): void {
  if (now - lastArrival >= QUIET) burstBegan = now;
  lastArrival = now;
}

/**
 * One chat's waiting until a burst of messages, of all chats, has been acknowledged, so that writing down goes before
 * thinking: a turn takes some ten times as long as an acknowledgement. A message that comes alone waits one look; every
 * message is read for danger within 180 ms and then goes on at once: the first reply is held back for longer than that
 * anyway. Looking costs time that the burst needs, so a chat looks once for all its messages.
 */
export class Calm {
  readonly #now: () => number;
  #looksAt: number | null = null;
  #unread: (() => boolean)[] = [];

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /**
   * @param since when the message came, in milliseconds since the epoch
   * @returns false where another wait of this chat goes on for this message as well
   */
  async wait(since: number, isUrgent: () => boolean): Promise<boolean> {
    this.#unread.push(isUrgent);
    const now = this.#now();
    if (this.#looksAt === null || this.#looksAt < now - LONGEST) return this.#untilCalm(since);
    if (this.#looksAt - now <= READ_WITHIN) return false;
    // The next look is far away: one before it, for danger, of this message and of those that come until then.
    const further = this.#looksAt;
    this.#looksAt = now + READ_WITHIN;
    await scheduler.wait(READ_WITHIN);
    if (this.#looksAt === now + READ_WITHIN) this.#looksAt = further;
    return this.#readsDanger();
  }

  async #untilCalm(since: number): Promise<true> {
    const ticket = line.ticket();
    const first = burstBegan < since ? READ_WITHIN : FIRST_LOOK;
    for (let look = first; ; look = Math.max(2 * look, PER_PLACE * line.placeOf(ticket))) {
      const pause = Math.min(look, Math.max(0, since + LONGEST - this.#now()));
      this.#looksAt = this.#now() + pause;
      await line.sleep(ticket, pause);
      if (!this.#isBurst(since)) {
        // What came while the machine was busy is let in before it is judged that nothing came.
        await scheduler.wait(0);
        if (!this.#isBurst(since)) break;
      }
      if (look >= URGENT_LOOK && this.#readsDanger()) break;
    }
    line.leave(ticket);
    this.#looksAt = null;
    this.#unread = [];
    return true;
  }

  /** The message itself is no burst: only what came after it. */
  #isBurst(since: number): boolean {
    const now = this.#now();
    return lastArrival > since && now - lastArrival < QUIET && now - since < LONGEST;
  }

  /** Each message is read once. */
  #readsDanger(): boolean {
    const unread = this.#unread;
    this.#unread = [];
    return unread.some((isUrgent) => isUrgent());
  }
}
