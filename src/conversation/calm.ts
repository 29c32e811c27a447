/** A burst is over when nothing came for so long, in milliseconds. */
const QUIET = 150;
/** The least that a turn waits: the next message of a burst is still on its way. The first reply waits far longer anyway. */
const FIRST_LOOK = 60;
/** At this look, some 180 ms after it came, a message of a burst is read for danger: reading each one at once would hold up the others. */
const URGENT_LOOK = 2 * FIRST_LOOK;
/** A message's turn begins this long after it came, whatever else comes, in milliseconds. */
const LONGEST = 5_000;

/** When a message last came to any chat of this isolate, in milliseconds since the epoch. */
let lastArrival = 0;

/** Something came in. */
export function noteArrival(now: number): void {
  lastArrival = now;
}

/**
 * Waits until a burst of messages has been acknowledged, so that writing down goes before thinking: a turn takes some
 * ten times as long as an acknowledgement. A message that comes alone waits one look, an urgent one two at most: the
 * first reply is held back for longer than that anyway.
 * @param since when the message came, in milliseconds since the epoch
 */
export async function untilCalm(
  since: number,
  isUrgent: () => boolean,
  now: () => number = Date.now,
): Promise<void> {
  // Looks come further and further apart: a thousand waiting chats mustn't keep the machine busy with looking.
  for (let look = FIRST_LOOK; ; look *= 2) {
    await scheduler.wait(Math.min(look, Math.max(0, since + LONGEST - now())));
    // What came while the machine was busy is let in before it is judged whether something came.
    await scheduler.wait(0);
    if (!isBurst(since, now()) || (look === URGENT_LOOK && isUrgent())) return;
  }
}

/** The message itself is no burst: only what came after it. */
function isBurst(since: number, now: number): boolean {
  return lastArrival > since && now - lastArrival < QUIET && now - since < LONGEST;
}
