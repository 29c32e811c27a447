import { AppError } from "../platform/errors.ts";
import { TURN_TIMEOUT } from "./retry-schedule.ts";

/**
 * Who thinks next, where several chats of one isolate have a message to be answered: a danger at once, then the chat that
 * has had the fewest turns since the rush began. All chats of an isolate share one thread: without this each message of a
 * rush is thought about a little at a time, and all are answered at its end, a danger among them.
 */

/** Turns under way at the same time: while some wait for a database, others think. */
const SEATS = 8;
/** Whoever waits looks for a seat itself this often, in milliseconds: the one that should have called it may have died. */
const LOOK_EVERY = 1_000;
/** Whoever hasn't looked for so long has died itself. */
const GONE_AFTER = 10 * LOOK_EVERY;

interface Waiter {
  readonly chat: string;
  readonly call: () => void;
  lookedAt: number;
}

/** Turns under way, and until when at most: whatever becomes of one, its seat is free again. */
const seats = new Map<symbol, number>();
const waiters = new Set<Waiter>();
const turnsHad = new Map<string, number>();

/** How many chats of this isolate wait for their turn. */
export const waiting = (): number => waiters.size;

/** A danger was told in this chat: the turn before it that waits goes on at once. */
export function hurry(chat: string): void {
  for (const waiter of waiters) if (waiter.chat === chat) waiter.call();
}

/**
 * Takes a chat's turn when its time has come. One that hangs counts as failed: what stands behind it must not wait for ever.
 * @param isUrgent waits for nobody
 * @param turn is given a way to leave its seat early, where all that follows is waiting for somebody else
 * @throws AppError "turn_timeout"
 */
export async function withSeat<T>(
  chat: string,
  isUrgent: boolean,
  turn: (leave: () => void) => Promise<T>,
): Promise<T> {
  const seat = Symbol(chat);
  const sit = () => {
    turnsHad.set(chat, (turnsHad.get(chat) ?? 0) + 1);
    seats.set(seat, Date.now() + TURN_TIMEOUT);
  };
  if (isUrgent) sit();
  else await untilCalled(chat, sit);
  const leave = () => {
    seats.delete(seat);
    callNext();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("turn_timeout", "the turn took too long")), TURN_TIMEOUT);
  });
  try {
    return await Promise.race([turn(leave), late]);
  } finally {
    clearTimeout(timer);
    leave();
  }
}

async function untilCalled(chat: string, sit: () => void): Promise<void> {
  let isCalled = false;
  await new Promise<void>((resolve) => {
    const waiter: Waiter = {
      chat,
      lookedAt: 0,
      call: () => {
        waiters.delete(waiter);
        isCalled = true;
        sit();
        resolve();
      },
    };
    const look = async (): Promise<void> => {
      waiter.lookedAt = Date.now();
      waiters.add(waiter);
      callNext();
      if (isCalled) return;
      await scheduler.wait(LOOK_EVERY);
      if (!isCalled) await look();
    };
    void look();
  });
}

function callNext(): void {
  for (const now = Date.now(); waiters.size > 0 && hasFreeSeat(now); ) hadLeast(now)?.call();
  if (waiters.size === 0 && seats.size === 0) turnsHad.clear();
}

/** Of those who had as many turns, the one who came first. */
function hadLeast(now: number): Waiter | undefined {
  let least: Waiter | undefined;
  for (const waiter of waiters) {
    if (waiter.lookedAt < now - GONE_AFTER) waiters.delete(waiter);
    else if (least === undefined || hadBy(waiter) < hadBy(least)) least = waiter;
  }
  return least;
}

const hadBy = ({ chat }: Waiter): number => turnsHad.get(chat) ?? 0;

function hasFreeSeat(now: number): boolean {
  for (const [seat, until] of seats) if (until <= now) seats.delete(seat);
  return seats.size < SEATS;
}
