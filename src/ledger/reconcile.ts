import type { ChatCounts } from "../messaging/counts.ts";
import { DayBook } from "./day-book.ts";
import { ParkedBook, type ParkedEntry } from "./parked-book.ts";

/**
 * Makes the operator's book say what conversations say of themselves: their counts replace the old ones, what they have
 * parked is listed, what they no longer have is resolved.
 * @param known the open list as it was before the conversations were asked: what was parked since isn't touched
 */
export async function reconcile(
  db: D1Database,
  heard: readonly { readonly id: string; readonly answer: ChatCounts }[],
  known: readonly ParkedEntry[],
  now: number,
): Promise<void> {
  await new DayBook(db).keep(
    heard.flatMap(({ id, answer }) => answer.days.map((day) => ({ conversation: id, day }))),
  );
  const book = new ParkedBook(db);
  for (const { id, answer } of heard) {
    const listed = known.filter(({ conversation }) => conversation === id);
    for (const entry of listed)
      if (!answer.open.some(({ message }) => message === entry.message))
        await book.resolve(id, entry.message, now, entry.at);
    for (const open of answer.open)
      if (!listed.some(({ message, at }) => message === open.message && at >= open.at))
        await book.park(id, open);
  }
}
