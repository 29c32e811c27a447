import { displayMoment } from "../../../language/dates.ts";
import { list, type Reply, strong, text } from "../../../messaging/reply.ts";
import type { ReportBook } from "../book/report-book.ts";
import type { Rush } from "../case.ts";
import { categoryName } from "../category-names.ts";
import type { MayName } from "../group/may-name.ts";
import type { Report } from "../report.ts";
import { isClosed } from "../workflow/workflow.ts";
import { STATE_NAMES } from "../workflow/workflow-wording.ts";
import { LANE_MARKS, RUSH } from "./duty-wording.ts";
import { short } from "./short.ts";

/** Of a case's words, in UTF-16 units: a whole list fits one message. */
const SHOWN = 80;

/**
 * Where many report at the same time one message has what would else be a card each: it only changes, and a case gets its
 * card as soon as anything happens with it.
 * @param isHere which of the cases belong to the group
 */
export async function rushList(
  book: Pick<ReportBook, "getMany">,
  { from, page, codes }: Rush,
  isHere: MayName,
): Promise<Reply> {
  const here = await Promise.all(codes.map(async (code) => ((await isHere(code)) ? [code] : [])));
  const cases = await book.getMany(here.flat());
  return {
    blocks: [
      strong(RUSH.head(cases.length, displayMoment(from))),
      list(...cases.map(lineOf)),
      text(RUSH.hint),
    ],
    buttons: [{ label: RUSH.all, payload: "/tin mới" }],
    slot: `rush:${from}:${page}`,
    protect: true,
  };
}

/** "TB-… · Phản ánh · Gây rối · Đã tiếp nhận: “…”" What a citizen wrote begins no line of its own. */
function lineOf({ code, lane, category, state, content }: Report): string {
  const words = short(content.what.replace(/\s+/gu, " ").trim(), SHOWN);
  const taken = state === "received" ? [] : [STATE_NAMES[state]];
  const head = [code, LANE_MARKS[lane], categoryName(category), ...taken].join(" · ");
  return isClosed(state) ? head : `${head}: “${words}”`;
}
