import { type AgedSection, type Review, reviewOf } from "../../knowledge/aged-sections.ts";
import { displayDate, localDay } from "../../language/dates.ts";
import { type Button, type Reply, strong, text } from "../../messaging/reply.ts";
import { DAY } from "../../platform/time.ts";
import type { NoticeWords } from "../officials/notices.ts";

/** Which list: what is past its day or due soon, or what isn't confirmed. */
export type ReviewList = "due" | "unconfirmed";

/** What falls due within so many days is named too. */
const SOON_DAYS = 30;
const PAGE = 10;

const COMMANDS: Readonly<Record<ReviewList, string>> = {
  due: "/cauhoi han",
  unconfirmed: "/cauhoi chuaxacnhan",
};

/** The buttons to both lists; also under the list of unanswered questions. */
export const REVIEW_BUTTONS: Readonly<Record<ReviewList, Button>> = {
  due: { label: "Mục đến hạn xem lại", payload: COMMANDS.due },
  unconfirmed: { label: "Mục chưa xác nhận", payload: COMMANDS.unconfirmed },
};

const reviewAt = (sections: readonly AgedSection[], now: number): Review =>
  reviewOf(sections, localDay(now), localDay(now + SOON_DAYS * DAY));

/**
 * One page of a list, numbered through.
 * @param page from 1; beyond the last one it is the last
 */
export function reviewPage(
  sections: readonly AgedSection[],
  { list, page }: { readonly list: ReviewList; readonly page: number },
  now: number,
): Reply {
  const review = reviewAt(sections, now);
  const all = linesOf(review, list, localDay(now));
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const lines = all.slice((shown - 1) * PAGE, shown * PAGE);
  const other = REVIEW_BUTTONS[list === "due" ? "unconfirmed" : "due"];
  const more = { label: "Trang sau", payload: `${COMMANDS[list]} ${shown + 1}` };
  const blocks = [
    strong(HEADINGS[list](review)),
    ...(lines.length === 0 ? [] : [text(lines.join("\n"))]),
    ...(pages === 1 ? [] : [text(`Trang ${shown}/${pages}. Trang khác: ${COMMANDS[list]} và số trang.`)]),
  ];
  return { blocks, buttons: shown < pages ? [more, other] : [other] };
}

/** The monthly message to supervisors; null where there is nothing to look at. */
export function monthlyReview(sections: readonly AgedSection[], now: number): NoticeWords | null {
  const review = reviewAt(sections, now);
  const today = localDay(now);
  if (review.due.length + review.unconfirmed.length === 0) return null;
  const month = `${today.slice(5, 7)}/${today.slice(0, 4)}`;
  const part = (list: ReviewList): string => {
    const lines = linesOf(review, list, today).slice(0, PAGE);
    return [HEADINGS[list](review), ...lines].join("\n");
  };
  return {
    paragraphs: [
      `Soát kho kiến thức tháng ${month}.`,
      part("due"),
      part("unconfirmed"),
      "Anh/chị xem mục nào còn đúng, mục nào đã đổi, rồi báo người phụ trách kho kiến thức sửa.",
    ],
    buttons: [REVIEW_BUTTONS.due, REVIEW_BUTTONS.unconfirmed],
  };
}

const HEADINGS: Readonly<Record<ReviewList, (review: Review) => string>> = {
  due: ({ due, past }) =>
    due.length === 0
      ? `Không có mục nào quá ngày xem lại hay đến hạn trong ${SOON_DAYS} ngày tới.`
      : `${past} mục đã quá ngày xem lại, ${due.length - past} mục đến hạn trong ${SOON_DAYS} ngày tới:`,
  unconfirmed: ({ unconfirmed }) =>
    unconfirmed.length === 0
      ? "Không có mục nào chưa xác nhận."
      : `${unconfirmed.length} mục chưa xác nhận hoặc mới có một nguồn:`,
};

function linesOf(review: Review, list: ReviewList, today: string): string[] {
  return review[list].map((section, i) => {
    const { document, heading, ageing } = section;
    const note = list === "due" ? dueNote(ageing, today) : confirmedNote(ageing);
    return `${i + 1}. ${heading} (${document}): ${note}`;
  });
}

function dueNote({ checkAfter = "" }: AgedSection["ageing"], today: string): string {
  const day = displayDate(checkAfter);
  return checkAfter < today ? `quá hạn từ ${day}` : `đến hạn ${day}`;
}

function confirmedNote({ confirmed, checkAfter }: AgedSection["ageing"]): string {
  const what = confirmed === "weak" ? "một nguồn" : "chưa xác nhận";
  return checkAfter === undefined ? what : `${what}, xem lại ${displayDate(checkAfter)}`;
}
