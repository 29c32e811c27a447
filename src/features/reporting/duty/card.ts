import { displayMoment } from "../../../language/dates.ts";
import { type Block, list, quote, type Reply, strong, text } from "../../../messaging/reply.ts";
import { waitsInWords } from "../alarm/called.ts";
import type { LikelyDuplicate } from "../book/duplicates.ts";
import type { ReportBook } from "../book/report-book.ts";
import type { CaseEvent, OfficialActor, Witness } from "../case.ts";
import { categoryName } from "../category-names.ts";
import { LANES } from "../deadlines/deadlines.ts";
import { isDueCertain } from "../deadlines/due.ts";
import { describeWhen } from "../dialogue/describe-when.ts";
import { detailLabel } from "../dialogue/details.ts";
import { type MayName, namable } from "../group/may-name.ts";
import { filesInWords } from "../media/files-in-words.ts";
import { offered, postable } from "../media/telling-files.ts";
import type { Place, Report } from "../report.ts";
import { isClosed } from "../workflow/workflow.ts";
import { STATE_NAMES } from "../workflow/workflow-wording.ts";
import { eventInShort } from "./cases.ts";
import { deskLines, OWNER } from "./desk/desk-wording.ts";
import { moveButtons } from "./duty-buttons.ts";
import {
  ageInWords,
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
import { witnessLine } from "./noise-notices.ts";
import { offerLine } from "./offered-files.ts";
import { saidLines } from "./said-on-card.ts";
import { short } from "./short.ts";

/** The text of a report on its card, in UTF-16 units: with everything else it fits one message of 4,096. */
const SHOWN_TEXT = 1_500;
const SHOWN_PLACE = 200;
const SHOWN_DETAIL = 120;
const SHOWN_DETAILS = 6;
/** How many lines of its history a card has: the rest is a look away. */
const SHOWN_EVENTS = 3;
const SHOWN_WITNESSES = 3;

export interface CardFacts {
  /** Milliseconds since the epoch; decides what is overdue. */
  readonly now: number;
  readonly duplicates: readonly LikelyDuplicate[];
  /** Messages to the reporter that couldn't be delivered yet. */
  readonly undelivered: number;
  /** Its history, oldest first. */
  readonly events?: readonly CaseEvent[];
  /** The newest others that reported the same event. */
  readonly witnesses?: readonly Witness[];
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

/** @param mayName which others may be named where it is shown */
export async function factsOf(
  book: ReportBook,
  report: Report,
  now: number,
  mayName: MayName = async () => true,
): Promise<CardFacts> {
  const alike = isClosed(report.state) ? [] : await book.likelyDuplicates(report.code);
  const duplicates = await namable(alike, mayName);
  const events = await book.history(report.code);
  const witnesses = report.merged === undefined ? [] : await book.witnesses(report.code, SHOWN_WITNESSES);
  return { now, duplicates, undelivered: report.undelivered ?? 0, events, witnesses };
}

function blocksOf(
  report: Report,
  { now, duplicates, undelivered, events = [], witnesses = [] }: CardFacts,
  { full, hint }: { readonly full: boolean; readonly hint: string },
): Block[] {
  const { code, category, content, receivedAt, likelySpam, duplicateOf, merged, noise, desk } = report;
  const what = content.what.trim();
  const isCut = !full && what.length > SHOWN_TEXT;
  const told = isCut ? `${short(what, SHOWN_TEXT)} (xem đủ: /tin ${code})` : what.toWellFormed();
  const marks = [
    ...(noise === true ? ["Nghi đùa hoặc chửi bới: người gửi đã được hỏi lại"] : []),
    ...(likelySpam && noise !== true ? ["Có thể là tin rác: nhiều tin từ một nơi trong 24 giờ"] : []),
    ...(merged === undefined ? [] : [OWNER.merged(merged), ...witnesses.map(witnessLine)]),
    ...(duplicateOf === undefined ? [] : [`Trùng với ${duplicateOf}`]),
    ...duplicates.map(
      (other) => `Có thể trùng ${other.code}: ${other.why.map((why) => SIMILARITIES[why]).join(", ")}`,
    ),
    ...missingLines(report),
    ...lostLater(events),
    ...(undelivered > 0 ? [undeliveredInWords(undelivered)] : []),
  ];
  return [
    ...heading(report),
    ...(report.erased === true
      ? [text(ERASED)]
      : [
          list(...saidLines(events), ...factLines(report, wasCorrected(events)).map(oneLine)),
          told === "" ? text("(không có chữ)") : quote(told),
        ]),
    list(
      `Loại: ${categoryName(category)}`,
      `Nhận lúc: ${displayMoment(receivedAt)}`,
      ...deskLines(desk),
      ...deadline(report, now),
      ...shortHistory(events),
      ...marks,
    ),
    text(hint),
  ];
}

/** Which case it is; of an urgent one that nobody has accepted, loudly what to do. */
function heading({ lane, code, state }: Report): Block[] {
  const head = strong(
    `${lane === "urgent" && !isClosed(state) ? "🚨 " : ""}${LANE_MARKS[lane]} · ${code} · ${STATE_NAMES[state]}`,
  );
  if (lane !== "urgent" || state !== "received") return [head];
  return [head, strong(`CHƯA AI NHẬN. Bấm Tiếp nhận ngay: sau ${waitsInWords()} phút tôi gọi tiếp.`)];
}

/** What a citizen wrote begins no line of its own: it could pass for one of ours. */
const oneLine = (words: string): string => words.replace(/\s+/gu, " ").trim();

const missingLines = ({ missing = [] }: Report): string[] =>
  missing.length === 0 ? [] : [missingInWords(filesInWords(missing.map((kind) => ({ kind }))))];

/** Of what the reporter sent after the report. */
function lostLater(events: readonly CaseEvent[]): string[] {
  const lost = events.flatMap((event) => event.lost ?? []);
  return lost.length === 0
    ? []
    : [`Gửi thêm mà không giữ được: ${short(lostForHandlers(lost), SHOWN_PLACE)}`];
}

/** What stands there may be wrong: the line with the correction is above. */
const BEFORE_CORRECTION = " (trước khi người báo sửa)";

/** True where the reporter put something right, and hasn't said since where it is. */
const wasCorrected = (events: readonly CaseEvent[]): boolean =>
  events.findLastIndex(({ as }) => as === "corrects") >
  events.findLastIndex(({ action }) => action === "placed");

/** Where, when, details and files: what a handler looks for first. */
function factLines({ content }: Report, isCorrected: boolean): string[] {
  const { where, when, details, media, lostMedia, ongoing } = content;
  const before = isCorrected ? BEFORE_CORRECTION : "";
  return [
    ...(ongoing === true ? ["ĐANG DIỄN RA (theo người báo)"] : []),
    `Nơi${before}: ${placeInWords(where)}`,
    `Lúc${before}: ${when === undefined ? "chưa rõ" : short(describeWhen(when), SHOWN_PLACE)}`,
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

/** What was done last. The steps of an alarm are no news there: the head of the card has it. */
const shortHistory = (events: readonly CaseEvent[]): string[] =>
  events
    .filter(({ action }) => action !== "received" && action !== "alarmed")
    .slice(-SHOWN_EVENTS)
    .map(eventInShort);

const isToBegin = ({ state, lane }: Pick<Report, "state" | "lane">): boolean =>
  state === "accepted" && LANES[lane].begin !== undefined;

/** The present deadline; a closed case has none. */
function deadline(report: Report, now: number): string[] {
  const { state, dueAt, desk } = report;
  if (isClosed(state) || desk?.waitingSince !== undefined) return [];
  const what = state === "received" ? "hạn tiếp nhận" : isToBegin(report) ? "hạn bắt tay xử lý" : "hạn xử lý";
  const certain = isDueCertain(dueAt) ? "" : " (dự kiến)";
  const due = `${what} ${displayMoment(dueAt)}${certain}`;
  return [
    dueAt < now
      ? `QUÁ HẠN ${ageInWords(now - dueAt)}: ${due}`
      : `${due.charAt(0).toUpperCase()}${due.slice(1)}, còn ${ageInWords(dueAt - now)}`,
  ];
}
