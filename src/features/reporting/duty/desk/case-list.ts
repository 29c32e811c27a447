import { displayDate, displayMoment, localDay } from "../../../../language/dates.ts";
import { type Button, list, type Reply, strong, text } from "../../../../messaging/reply.ts";
import { DAY } from "../../../../platform/time.ts";
import type { Found } from "../../book/find/case-query.ts";
import type { CaseSummary, Gist } from "../../case.ts";
import { categoryName } from "../../category-names.ts";
import { isClosed } from "../../workflow/workflow.ts";
import { STATE_NAMES } from "../../workflow/workflow-wording.ts";
import { ageInWords, LANE_MARKS, LIST_WORDS, undeliveredInWords } from "../duty-wording.ts";
import { short } from "../short.ts";
import { GROUP_NAMES, LIST } from "./desk-wording.ts";
import { type ListQuery, payloadOf } from "./list-query.ts";

/** Cases on one page of a list, and how many of them get a button. */
export const PAGE = 10;
const WITH_BUTTON = 5;
const SHOWN_SEARCH = 60;
const SHOWN_GIST = 70;

/** What a handler sees of the cases that they asked for, a page of them. */
export function caseList(found: Found & { readonly isLoose?: true }, query: ListQuery, now: number): Reply {
  const { cases, total, overdue, isCut, isLoose } = found;
  const what = describe(query);
  if (total === 0) return LIST.none(what);
  const pages = Math.ceil(total / PAGE);
  const others = [
    ...(query.page > 1 ? [{ label: LIST.before, page: query.page - 1 }] : []),
    ...(query.page < pages ? [{ label: LIST.next, page: query.page + 1 }] : []),
  ].map(({ label, page }) => ({ label, page, payload: payloadOf({ ...query, page }) }));
  return {
    blocks: [
      strong(isLoose === true ? LIST.loose(total, what) : LIST.found(total, what, overdue)),
      list(...cases.map((one) => caseLine(one, now))),
      ...(pages > 1 ? [text(LIST.page(query.page, pages))] : []),
      ...(isCut ? [text(LIST.cut)] : []),
      ...others.flatMap(({ page, payload }) => (payload === null ? [text(LIST.tooLong(page))] : [])),
      text(LIST.hint),
    ],
    buttons: [
      ...cases.slice(0, WITH_BUTTON).map(openButton),
      ...others.flatMap(({ label, payload }) => (payload === null ? [] : [{ label, payload }])),
    ],
  };
}

/** "quá hạn, của anh/chị, KHẨN, Kỳ Lừa, có “xe wave”" */
function describe({ group, whose, lane, commune, words }: ListQuery): string {
  return [
    GROUP_NAMES[group],
    ...(whose === undefined ? [] : [LIST[whose]]),
    ...(lane === undefined ? [] : [LANE_MARKS[lane]]),
    ...(commune === undefined ? [] : [commune]),
    ...(words === undefined ? [] : [LIST.with(short(words, SHOWN_SEARCH))]),
  ].join(", ");
}

const openButton = ({ code }: CaseSummary): Button => ({ label: code, payload: `/tin ${code}` });

/**
 * One case of a list: how it stands, and where the list has it, what it is remembered by.
 * @example "QUÁ HẠN 2 giờ · TB-… · KHẨN · Trộm cắp · Kỳ Lừa · Đang xử lý · Tổ trực số 2 · “Mất con lợn …”": nothing of the reporter
 */
export function caseLine(summary: CaseSummary, now: number): string {
  const {
    code,
    lane,
    category,
    state,
    receivedAt,
    undelivered,
    likelySpam,
    commune,
    gist,
    desk = {},
  } = summary;
  const { owner, waitingSince, snoozedUntil } = desk;
  return [
    ...(isOverdue(summary, now) ? [LIST_WORDS.late(ageInWords(now - summary.dueAt))] : []),
    code,
    LANE_MARKS[lane],
    categoryName(category),
    ...(commune === undefined ? [] : [commune]),
    STATE_NAMES[state],
    ...(waitingSince === undefined ? [] : [LIST_WORDS.waits]),
    ...(snoozedUntil === undefined ? [] : [LIST_WORDS.snoozed(displayMoment(snoozedUntil))]),
    ...(owner === undefined ? [] : [owner.label]),
    LIST_WORDS.received(
      now - receivedAt < DAY ? ageInWords(now - receivedAt) : displayDate(localDay(receivedAt)),
    ),
    ...(summary.dueAt > now && waitingSince === undefined && !isClosed(state)
      ? [LIST_WORDS.left(ageInWords(summary.dueAt - now))]
      : []),
    ...(undelivered > 0 ? [undeliveredInWords(undelivered)] : []),
    ...(likelySpam ? [LIST_WORDS.spam] : []),
    ...(gist === undefined ? [] : inGist(gist, isClosed(state))),
  ].join(" · ");
}

function inGist({ what, note, result }: Gist, isOver: boolean): string[] {
  const line = (words: string) => short(words.replace(/\s+/gu, " ").trim(), SHOWN_GIST);
  return [
    `“${line(what)}”`,
    ...(isOver && result !== undefined ? [LIST_WORDS.result(line(result))] : []),
    ...(!isOver && note !== undefined ? [LIST_WORDS.note(line(note))] : []),
  ];
}

/** A closed case and one that waits for its reporter aren't. */
const isOverdue = ({ state, dueAt, desk }: CaseSummary, now: number): boolean =>
  !isClosed(state) && desk?.waitingSince === undefined && dueAt < now;
