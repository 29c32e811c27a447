import { displayDate, displayMoment, localDay } from "../../../language/dates.ts";
import { list, type Reply, strong, text } from "../../../messaging/reply.ts";
import { DAY } from "../../../platform/time.ts";
import type { ReportBook } from "../book/report-book.ts";
import type { Witness } from "../case.ts";
import { endOfDay } from "../deadlines/calendar.ts";
import { NOISE } from "../noise/noise-rules.ts";
import type { Report } from "../report.ts";
import { short } from "./short.ts";

/** Of the words of one of many, in UTF-16 units. */
const SHOWN_WORDS = 90;

/** The one card of a day's reports that are probably jokes or abuse. It only changes: nobody is woken for them. */
export async function noiseOfDay(book: Pick<ReportBook, "noiseBetween">, at: number): Promise<Reply> {
  const day = localDay(at);
  const end = endOfDay(day);
  const { all, newest } = await book.noiseBetween(end - DAY + 1, end + 1);
  const rest = all - newest.length;
  return {
    blocks: [
      strong(`Nghi đùa, chửi bới ngày ${displayDate(day)}: ${all} tin`),
      text(
        "Người gửi đã được hỏi lại và vẫn gửi. Không báo riêng từng tin. Tin nào có việc thật: gõ /tin và mã để xử lý.",
      ),
      list(...newest.map(witnessLine), ...(rest > 0 ? [`… và ${rest} tin nữa.`] : [])),
    ],
    slot: `noise:${day}`,
    protect: true,
  };
}

/** The card counts each reporter; at a few numbers the group hears it. */
export async function joined(
  book: Pick<ReportBook, "witnesses">,
  { code, lane }: Pick<Report, "code" | "lane">,
  n: number,
  card: Reply,
): Promise<readonly Reply[]> {
  const urgent = lane === "urgent" ? { urgent: true } : {};
  if (!NOISE.burst.soundsAt.includes(n)) return [{ ...card, ...urgent }];
  const newest = await book.witnesses(code, 1);
  const sound: Reply = {
    blocks: [strong(`${code}: đã ${n} người báo cùng việc này.`), list(...newest.map(witnessLine))],
    about: code,
    protect: true,
  };
  return [card, sound].map((reply) => ({ ...reply, ...urgent }));
}

/** "TB-… 14:05 ngày 23/11/2026: cháy ở chợ; có tệp". What a citizen wrote begins no line of its own. */
export function witnessLine({ code, at, what, files }: Witness): string {
  const words = short(what.replace(/\s+/gu, " ").trim(), SHOWN_WORDS);
  return `${code} ${displayMoment(at)}: “${words}”${files === 0 ? "" : "; có tệp"}`;
}
