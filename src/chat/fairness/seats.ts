import { Line, LONGEST_LOOK } from "./queue.ts";

/** Turns and sends of one isolate that may be under way at the same time, where they wait for others more than they work. */
const SEATS = 16;
/** A timer later than this, in milliseconds, says that the thread is busy thinking. */
const LATE = 5;
/** Between two looks for a free seat, for the first in line, in milliseconds. */
const LOOK = 3;
/** What each one ahead adds to that: the seat goes to whoever waited longest. */
const PER_PLACE = 8;

/** Who sits, and until when at most: whatever becomes of a turn, its seat is free again. Times in milliseconds since the epoch. */
const seats = new Map<symbol, number>();
const line = new Line();

/**
 * Lets one turn or send work at a time, and more of them only while the thread is idle. All chats of an isolate share
 * one thread: where it is busy, many at once end no sooner, and meanwhile an answer that has left isn't written down as
 * sent, so that a process that dies then sends it again.
 * @param isUrgent takes a seat at once, also where none is free
 * @param lifeMs how long the work may take at most
 * @param work is given a way to leave its seat early, when all that follows is waiting for somebody else
 */
export async function atDesk<T>(
  isUrgent: boolean,
  lifeMs: number,
  work: (leave: () => void) => Promise<T>,
): Promise<T> {
  const ticket = line.ticket();
  // No await between the last look and the sitting down, or the seat would be another's.
  for (let isIdle = false; !isUrgent && taken() > 0 && !(isIdle && taken() < SEATS); ) {
    const late = await line.sleep(ticket, Math.min(LONGEST_LOOK, LOOK + PER_PLACE * line.placeOf(ticket)));
    isIdle = late < LATE;
  }
  line.leave(ticket);
  const seat = Symbol("seat");
  const leave = () => {
    seats.delete(seat);
  };
  seats.set(seat, Date.now() + lifeMs);
  try {
    return await work(leave);
  } finally {
    leave();
  }
}

/** How many wait for a seat at this moment, in this isolate. */
export function inLine(): number {
  return line.length;
}

function taken(): number {
  const now = Date.now();
  for (const [seat, until] of seats) if (until <= now) seats.delete(seat);
  return seats.size;
}
