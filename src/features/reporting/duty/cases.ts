import { displayMoment } from "../../../language/dates.ts";
import { type Button, list, type Reply, strong, text } from "../../../messaging/reply.ts";
import type { CaseEvent, CaseSummary } from "../case.ts";
import { filesInWords } from "../media/files-in-words.ts";
import { STATE_NAMES } from "../workflow/workflow-wording.ts";
import { categoryName } from "./category-names.ts";
import {
  ACTION_WORDS,
  ageInWords,
  LANE_MARKS,
  LIST_WORDS,
  undeliveredInWords,
  WORDING,
  who,
} from "./duty-wording.ts";
import { short } from "./short.ts";

/** The longest list in one message, and how many of its cases get a button. */
const SHOWN_CASES = 15;
const WITH_BUTTON = 5;
/** The newest lines of a long history, and the length of each, in UTF-16 units. */
const SHOWN_EVENTS = 30;
const SHOWN_WORDS = 300;

/** Open cases: overdue ones first, and the earliest due first. */
export function caseList(cases: readonly CaseSummary[], now: number): Reply {
  if (cases.length === 0) return WORDING.nothingOpen;
  const overdue = cases.filter(({ dueAt }) => dueAt < now);
  const ordered = [...overdue, ...cases.filter(({ dueAt }) => dueAt >= now)];
  const rest = ordered.length - SHOWN_CASES;
  return {
    blocks: [
      strong(LIST_WORDS.head(cases.length, overdue.length)),
      list(...ordered.slice(0, SHOWN_CASES).map((one) => caseLine(one, now))),
      ...(rest > 0 ? [text(LIST_WORDS.more(rest))] : []),
      text(LIST_WORDS.hint),
    ],
    buttons: ordered.slice(0, WITH_BUTTON).map(openButton),
  };
}

const openButton = ({ code }: CaseSummary): Button => ({ label: code, payload: `/tin ${code}` });

/** "QUÁ HẠN · TB-… · KHẨN · Trộm cắp · Đang xử lý · 2 giờ". */
export function caseLine(summary: CaseSummary, now: number): string {
  const { code, lane, category, state, receivedAt, dueAt, undelivered, likelySpam } = summary;
  return [
    ...(dueAt < now ? [LIST_WORDS.overdue] : []),
    code,
    LANE_MARKS[lane],
    categoryName(category),
    STATE_NAMES[state],
    ageInWords(now - receivedAt),
    ...(undelivered > 0 ? [undeliveredInWords(undelivered)] : []),
    ...(likelySpam ? [LIST_WORDS.spam] : []),
  ].join(" · ");
}

/** The history of a case: who, when, from which state to which, the words. */
export function historyReply(code: string, events: readonly CaseEvent[]): Reply {
  const earlier = events.length - SHOWN_EVENTS;
  return {
    blocks: [
      strong(LIST_WORDS.history(code)),
      ...(earlier > 0 ? [text(LIST_WORDS.earlier(earlier))] : []),
      list(...events.slice(-SHOWN_EVENTS).map(eventLine)),
    ],
    protect: true,
  };
}

function eventLine({ at, actor, action, from, to, text: words = "", media = [] }: CaseEvent): string {
  const states = [from, to].flatMap((state) => (state === undefined ? [] : [STATE_NAMES[state]])).join(" → ");
  const what = [
    ACTION_WORDS[action],
    ...(action === "received" ? [] : [states]),
    short(words.replace(/\s+/gu, " ").trim(), SHOWN_WORDS),
    filesInWords(media),
  ].filter((part) => part !== "");
  return `${displayMoment(at)}, ${who(actor)}: ${what.join("; ")}`;
}
