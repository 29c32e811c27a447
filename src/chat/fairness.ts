import { AppError } from "../platform/errors.ts";
import { TURN_TIMEOUT } from "./retry-schedule.ts";

/**
 * Who thinks next, where many chats of one isolate have a message to be answered: a danger at once, then the chat that
 * has had the fewest turns since the rush began. All chats of an isolate share one thread, and workerd looks at its sockets
 * only when nothing else is ready. Measured with 300 messages at once on two cores: without this a danger among them is
 * answered with the others after up to 2.1 s, with it 0.1 s after it was written down.
 */

/** Turns under way at the same time: while some wait for a database, others think. */
const SEATS = 4;
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
    turnsHad.set(chat, hadBy({ chat }) + 1);
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
  const called = Promise.withResolvers<void>();
  let isCalled = false;
  const call = () => {
    waiters.delete(waiter);
    isCalled = true;
    sit();
    called.resolve();
  };
  const waiter: Waiter = { chat, call, lookedAt: 0 };
  const look = () => {
    waiter.lookedAt = Date.now();
    waiters.add(waiter);
    callNext();
  };
  look();
  if (isCalled) return;
  while (!isCalled) {
    await Promise.race([called.promise, scheduler.wait(LOOK_EVERY)]);
    if (!isCalled) look();
  }
  // The sockets are looked at: what others wrote meanwhile comes in between two turns.
  await scheduler.wait(0);
}

function callNext(): void {
  const now = Date.now();
  for (const [seat, until] of seats) if (until <= now) seats.delete(seat);
  for (const waiter of waiters) if (waiter.lookedAt < now - GONE_AFTER) waiters.delete(waiter);
  // Of those who had as many turns, the one who came first.
  while (seats.size < SEATS && waiters.size > 0)
    [...waiters].reduce((least, next) => (hadBy(next) < hadBy(least) ? next : least)).call();
  if (seats.size === 0) turnsHad.clear();
}

const hadBy = ({ chat }: Pick<Waiter, "chat">): number => turnsHad.get(chat) ?? 0;
