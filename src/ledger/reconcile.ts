import type { ChatCounts } from "../messaging/counts.ts";
import { toHour } from "../platform/time.ts";
import { DayBook } from "./day-book.ts";
import { ParkedBook, type ParkedEntry } from "./parked-book.ts";

/**
 * Updates the operator's book from the conversations: their counts replace the old ones, their parked messages are
 * listed, and messages that they no longer have are resolved.
 * @param known the open list from before the conversations were asked: messages parked later are not changed
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
      if (!listed.some(({ message, at }) => message === open.message && at >= toHour(open.at)))
        await book.park(id, open);
  }
}
