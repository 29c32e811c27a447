import { displayMoment } from "../../../language/dates.ts";
import { type Block, list, quote, type Reply, strong, text } from "../../../messaging/reply.ts";
import type { LikelyDuplicate } from "../book/duplicates.ts";
import type { ReportBook } from "../book/report-book.ts";
import type { OfficialActor } from "../case.ts";
import { isDueCertain } from "../deadlines/due.ts";
import { describeWhen } from "../dialogue/describe-when.ts";
import { detailLabel } from "../dialogue/details.ts";
import { filesInWords } from "../media/files-in-words.ts";
import { offered, postable } from "../media/telling-files.ts";
import type { Place, Report } from "../report.ts";
import { isClosed } from "../workflow/workflow.ts";
import { STATE_NAMES } from "../workflow/workflow-wording.ts";
import { categoryName } from "./category-names.ts";
import { moveButtons } from "./duty-buttons.ts";
import {
  CARD_HINT,
  ERASED,
  LANE_MARKS,
  lostForHandlers,
  mapLink,
  missingInWords,
  PRIVATE_HINT,
  SIMILARITIES,
  undeliveredInWords,
} from "./duty-wording.ts";
import { offerLine } from "./offered-files.ts";
import { short } from "./short.ts";

/** The text of a report on its card, in UTF-16 units: with everything else it fits one message of 4,096. */
const SHOWN_TEXT = 1_500;
const SHOWN_PLACE = 200;
const SHOWN_DETAIL = 120;
const SHOWN_DETAILS = 6;

export interface CardFacts {
  /** Milliseconds since the epoch; decides what is overdue. */
  readonly now: number;
  readonly duplicates: readonly LikelyDuplicate[];
  /** Messages to the reporter that couldn't be delivered yet. */
  readonly undelivered: number;
}

/** Where a case is shown besides its card in the duty group. */
export type CopyPlace =
  | { readonly in: "group"; readonly role: OfficialActor["role"] }
  | { readonly in: "private" };

/** The card of a case, without anything about the reporter. Sent once; later versions replace it. */
export function cardReply(report: Report, facts: CardFacts): Reply {
  const { code, category } = report;
  return {
    blocks: blocksOf(report, facts, { full: false, hint: CARD_HINT }),
    buttons: moveButtons(report),
    about: code,
    slot: `card:${code}`,
    topic: `${code} ${categoryName(category)}`,
    protect: true,
  };
}

/** The present case with its whole text, as a separate message. In a private chat it has no buttons. */
export function cardCopy(report: Report, facts: CardFacts, place: CopyPlace): Reply {
  if (place.in === "private")
    return { blocks: blocksOf(report, facts, { full: true, hint: PRIVATE_HINT }), protect: true };
  return {
    blocks: blocksOf(report, facts, { full: true, hint: CARD_HINT }),
    buttons: moveButtons(report, { role: place.role, copy: true }),
    about: report.code,
    protect: true,
  };
}

export async function factsOf(book: ReportBook, report: Report, now: number): Promise<CardFacts> {
  const duplicates = isClosed(report.state) ? [] : await book.likelyDuplicates(report.code);
  return { now, duplicates, undelivered: report.undelivered ?? 0 };
}

function blocksOf(
  report: Report,
  { now, duplicates, undelivered }: CardFacts,
  { full, hint }: { readonly full: boolean; readonly hint: string },
): Block[] {
  const { code, lane, state, category, content, receivedAt, likelySpam, duplicateOf } = report;
  const what = content.what.trim();
  const isCut = !full && what.length > SHOWN_TEXT;
  const told = isCut ? `${short(what, SHOWN_TEXT)} (xem đủ: /tin ${code})` : what.toWellFormed();
  const marks = [
    ...(likelySpam ? ["Có thể là tin rác: nhiều tin từ một nơi trong 24 giờ"] : []),
    ...(duplicateOf === undefined ? [] : [`Trùng với ${duplicateOf}`]),
    ...duplicates.map(
      (other) => `Có thể trùng ${other.code}: ${other.why.map((why) => SIMILARITIES[why]).join(", ")}`,
    ),
    ...missingLines(report),
    ...(undelivered > 0 ? [undeliveredInWords(undelivered)] : []),
  ];
  return [
    strong(`${LANE_MARKS[lane]} · ${code} · ${STATE_NAMES[state]}`),
    ...(report.erased === true
      ? [text(ERASED)]
      : [list(...factLines(report).map(oneLine)), told === "" ? text("(không có chữ)") : quote(told)]),
    list(
      `Loại: ${categoryName(category)}`,
      `Nhận lúc: ${displayMoment(receivedAt)}`,
      ...deadline(report, now),
      ...marks,
    ),
    text(hint),
  ];
}

/** What a citizen wrote begins no line of its own: it could pass for one of ours. */
const oneLine = (words: string): string => words.replace(/\s+/gu, " ").trim();

const missingLines = ({ missing = [] }: Report): string[] =>
  missing.length === 0 ? [] : [missingInWords(filesInWords(missing.map((kind) => ({ kind }))))];

/** Where, when, details and files: what a handler looks for first. */
function factLines({ content }: Report): string[] {
  const { where, when, details, media, lostMedia, ongoing } = content;
  return [
    ...(ongoing === true ? ["ĐANG DIỄN RA (theo người báo)"] : []),
    `Nơi: ${placeInWords(where)}`,
    `Lúc: ${when === undefined ? "chưa rõ" : short(describeWhen(when), SHOWN_PLACE)}`,
    ...Object.entries(details)
      .slice(0, SHOWN_DETAILS)
      .map(([id, value]) => `${detailLabel(id)}: ${short(value, SHOWN_DETAIL)}`),
    ...(postable(media).length === 0 ? [] : [`Kèm: ${filesInWords(postable(media))}`]),
    ...(offered(media).length === 0 ? [] : [offerLine(offered(media))]),
    ...(lostMedia.length === 0 ? [] : [`Không giữ được: ${short(lostForHandlers(lostMedia), SHOWN_PLACE)}`]),
  ];
}

function placeInWords(where: Place | undefined): string {
  if (where === undefined) return "chưa rõ";
  if (where.unknown === true) return "người báo không nhớ";
  const { words, lat, lng } = where;
  const parts = [
    ...(words === undefined ? [] : [short(words, SHOWN_PLACE)]),
    ...(lat === undefined || lng === undefined ? [] : [mapLink(lat, lng)]),
  ];
  return parts.length === 0 ? "chưa rõ" : parts.join(" · ");
}

/** The present deadline; a closed case has none. */
function deadline({ state, dueAt }: Report, now: number): string[] {
  if (isClosed(state)) return [];
  const what = state === "received" ? "hạn tiếp nhận" : "hạn xử lý";
  const certain = isDueCertain(dueAt) ? "" : " (dự kiến)";
  const due = `${what} ${displayMoment(dueAt)}${certain}`;
  return [dueAt < now ? `QUÁ HẠN: ${due}` : `${due.charAt(0).toUpperCase()}${due.slice(1)}`];
}
