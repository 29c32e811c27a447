import { type Reply, strong } from "../../messaging/reply.ts";
import type { DispatchBody } from "../book/dispatch.ts";
import type { ReportBook } from "../book/report-book.ts";

/** What the book has to say to the duty group; null where nothing is left to say. */
export async function dutyNotice(
  book: ReportBook,
  code: string,
  _body: DispatchBody,
  _now: number,
): Promise<Reply | null> {
  const report = await book.get(code);
  return report === null ? null : { blocks: [strong(code)], about: code, slot: `card:${code}` };
}
