import {
  type Block,
  beforeSources,
  MOST_BUTTONS,
  type Reply,
  strong,
  text,
} from "../../../messaging/reply.ts";
import type { IncidentId } from "../../../reader/names/incident.ts";
import { stepFor } from "../../incidents/step-for.ts";
import { describeWhen } from "../dialogue/describe-when.ts";
import { asksForNumbers, DETAIL_QUESTIONS, tellsDetail } from "../dialogue/details.ts";
import type { Note } from "../dialogue/dialogue.ts";
import { lostForCitizen, noteBlocks, placeOf } from "../dialogue/dialogue-wording.ts";
import type { Draft } from "../dialogue/draft.ts";
import { filesInWords } from "../media/files-in-words.ts";
import { REPORT_THIS } from "./citizen-wording.ts";

/** One tap makes a report of what was told before something of another kind. */
export const REPORT_BEFORE = { label: "Báo việc trước", payload: "báo việc trước" };
/** They aren't two after all. */
export const ONE_MATTER = { label: "Cùng một việc", payload: "cùng một việc" };
export const DROP_TOLD = { label: "Xoá", payload: "xoá điều đã kể" };

const OFFER =
  "Muốn gửi sự việc này cho cán bộ trực: bấm Báo tin này (hoặc gõ: báo tin này). Không cần nêu tên.";
const OFFER_AGAIN = "Xong thì bấm Báo tin này (hoặc gõ: báo tin này).";
/** Under advice that comes with a further piece. */
export const ADDED = `Tôi ghi thêm rồi. ${OFFER_AGAIN}`;

/** What a message did to what is told by now. */
export interface Told {
  readonly draft: Draft;
  /** As it was before; null where the message began it. */
  readonly before: Draft | null;
  readonly notes: readonly Note[];
  /** What was told before something of another kind, where this message set it aside. */
  readonly parked: Draft | null;
}

/**
 * A reply with the offer to report, before its sources.
 * @param line said instead of the usual offer
 */
export function withOffer(reply: Reply, told: Told, line: string = OFFER): Reply {
  const blocks = [...filesOf(told), ...noteBlocks(told.notes), ...linesOf(line), ...parkedLine(told.parked)];
  const own = told.parked === null ? [REPORT_THIS] : [REPORT_THIS, REPORT_BEFORE, ONE_MATTER];
  return {
    ...reply,
    blocks: beforeSources(reply.blocks, ...blocks),
    buttons: [...own, ...(reply.buttons ?? [])].slice(0, MOST_BUTTONS),
  };
}

const linesOf = (line: string): Block[] => (line === "" ? [] : [text(line)]);

/**
 * A further piece: what was understood of it, so that a slip is seen at once; the step of the advice that speaks of it, where one
 * does; what is still good to know; the offer.
 */
export function acknowledged(told: Told, asked: string): Reply {
  const { draft, before } = told;
  const isBegun = before === null && draft.what === undefined;
  const isTold = draft.what !== before?.what && !isBegun;
  const isMore = (draft.what ?? "").startsWith(before?.what ?? "");
  const noted = isMore ? "Tôi ghi thêm rồi." : "Tôi sửa rồi.";
  const said = [...(isTold ? [noted] : []), ...understood(draft, before)];
  const step = isTold ? newStep(told) : undefined;
  const blocks = [
    ...linesOf(said.join(" ")),
    ...linesOf(step === undefined ? "" : `Nhớ: ${step}`),
    ...linesOf(asked),
  ];
  return withOffer({ blocks }, told, OFFER_AGAIN);
}

/** The step of the advice that speaks of what a piece adds. */
export const newStep = ({ draft: { category, what = "" }, before }: Told): string | undefined =>
  what === before?.what ? undefined : stepFor(category, newIn(what, before?.what ?? ""), "told");

/** What was added behind what was told before. */
const newIn = (told: string, before: string): string =>
  told.startsWith(before) ? told.slice(before.length) : told;

/** Place and time as they are kept by now, where this piece changed them. */
function understood({ where, when, ahead }: Draft, before: Draft | null): readonly string[] {
  const isPlace =
    where !== undefined && (where.words !== before?.where?.words || where.lat !== before?.where?.lat);
  return [
    ...(isPlace ? [`Nơi: ${placeOf(where)}.`] : []),
    ...(when !== undefined && when.words !== before?.when?.words ? [`Lúc: ${describeWhen(when)}.`] : []),
    ...(ahead !== undefined && ahead !== before?.ahead ? [`Sắp tới: ${ahead}.`] : []),
  ];
}

/** What is still good to know, in one line, each detail asked once; empty where all is told. */
export function stillUseful({ what, where, when, ahead, category, details, done, media }: Draft): string {
  if (what === undefined) return "Chuyện gì xảy ra, ở đâu, lúc nào? Viết ngắn cũng được.";
  const isDetailed =
    done.includes("details") ||
    // A photo shows it.
    media.length > 0 ||
    Object.keys(details).length > 0 ||
    tellsDetail(category, what);
  const detail = isDetailed ? "" : (DETAIL_QUESTIONS[category as IncidentId] ?? "");
  // Where somebody sat who was cheated from afar helps nobody.
  const isFromAfar = asksForNumbers(category);
  if (isFromAfar && detail !== "") return detail;
  const missing = [
    ...(where === undefined && !isFromAfar ? ["ở đâu"] : []),
    ...(when === undefined && ahead === undefined ? ["lúc nào"] : []),
  ];
  if (missing.length > 0) return `Biết thêm thì nhắn tiếp: ${missing.join(", ")}.`;
  return detail;
}

function filesOf({ draft, before }: Told): Block[] {
  const files = draft.media.slice(before?.media.length ?? 0);
  const lost = lostForCitizen(draft.lostMedia.slice(before?.lostMedia.length ?? 0));
  return [
    ...(files.length === 0 ? [] : [text(`Đã giữ ${filesInWords(files)}, chưa gửi ai.`)]),
    ...(lost === "" ? [] : [text(`Không giữ được: ${lost}.`)]),
  ];
}

/** So much of a story names it to its teller. */
const NAMING = 40;

const parkedLine = (parked: Draft | null): Block[] =>
  parked === null
    ? []
    : [text(`${named(parked)} tôi vẫn giữ riêng. Nếu là cùng một việc thì bấm Cùng một việc.`)];

function named({ what }: Draft): string {
  if (what === undefined) return "Ảnh, vị trí anh/chị gửi trước";
  const line = what.replace(/\s+/gu, " ").trim();
  const words = line.length > NAMING ? `${line.slice(0, NAMING - 1).toWellFormed()}…` : line;
  return `Việc trước (“${words}”)`;
}

/** Below an answer to something else: what was told is still there. */
export const toldStays = (draft: Draft): Reply => ({
  blocks: [
    text(
      `(${draft.what === undefined ? "Tệp, vị trí anh/chị gửi" : "Điều anh/chị kể"} tôi vẫn giữ, chưa gửi ai. Muốn báo: bấm Báo tin này.)`,
    ),
  ],
  buttons: [REPORT_THIS],
});

/** What was set aside is the open matter again. */
export const parkedAgain = (parked: Draft): Reply => ({
  blocks: [text(`${named(parked)} tôi vẫn giữ, chưa gửi. Muốn báo: bấm Báo tin này.`)],
  buttons: [REPORT_THIS],
});

export const JOINED: Reply = {
  blocks: [strong("Vâng, tôi gộp làm một việc."), text(OFFER_AGAIN)],
  buttons: [REPORT_THIS],
};

export const DROPPED: Reply = {
  blocks: [text("Vâng, tôi không gửi gì. Điều anh/chị vừa kể và ảnh đã xoá.")],
};

/** To a bare "không": it may also have answered what we asked. */
export const NOT_SENT: Reply = {
  blocks: [text("Vâng, tôi không gửi gì. Điều anh/chị kể tự xoá sau một ngày; muốn xoá ngay thì bấm Xoá.")],
  buttons: [REPORT_THIS, DROP_TOLD],
};

/** To a bare "không" where nothing was asked: it was meant for a photo, or for what else may be told. */
export const NO_MORE_TOLD: Reply = {
  blocks: [
    text("Vâng. Điều anh/chị kể tôi vẫn giữ, chưa gửi ai. Muốn báo: bấm Báo tin này; không thì bấm Xoá."),
  ],
  buttons: [REPORT_THIS, DROP_TOLD],
};

export const TOLD_EXPIRED: Reply = {
  blocks: [
    text("Điều anh/chị kể đã để quá một ngày nên đã xoá. Muốn báo thì anh/chị kể lại, hoặc gõ /baocao."),
  ],
};
