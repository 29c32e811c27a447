import { PatternBook } from "../../language/pattern-book.ts";
import type { Utterance } from "../../language/utterance.ts";
import type { IncidentId } from "../incident/incident.ts";
import type { BoundaryId } from "./boundary.ts";
import { BOUNDARIES, BOUNDARY_CLASSES } from "./boundary-lexicon.ts";
import insulting from "./lexicon/insults.json" with { type: "json" };

const book = (patterns: readonly string[]) => new PatternBook(patterns, { classes: BOUNDARY_CLASSES });

const MATCHERS = BOUNDARIES.map(({ id, phrases, unless = [], afterIncident, withFigure }) => ({
  id,
  afterIncident: afterIncident === true,
  withFigure: withFigure === true,
  rules: book(phrases),
  unless: book(unless),
}));
/** Matched exactly as typed: without marks most of them are ordinary words. */
const swearWords: ReadonlySet<string> = new Set(insulting.swearWords);
/** Insults that can also be found without marks. */
const insults = book(insulting.insults);
/** Together with a swear word these show that it is meant for the assistant. */
const toTheBot = book(insulting.toTheBot);
const figures = book([
  "(số liệu/con số/tỷ lệ/phần trăm/báo cáo/chỉ tiêu/thành tích/đạt chuẩn/đạt/số/mô hình)",
]);
/** A message this short with a swear word says nothing else. */
const SHORT = 5;

/** A code or password in the text: "otp là 123456". Only its presence matters; it is never repeated. */
const SECRET_VALUE =
  /(?:\botp\b|mã xác (?:nhận|thực)|ma xac (?:nhan|thuc)|mật khẩu|mat khau|\bpassword\b|\bpass\b|\bcvv\b|mã pin|ma pin|số thẻ|so the)[^\d\n]{0,30}\d[\d\s]{3,}|(?:mật khẩu|mat khau|password)[\p{L}\s]{0,20}(?:là|la|:|=)\s*\S*\d\S*/iu;

/** A number, with the question who owns it. */
const WHOSE_NUMBER =
  /\d[\d\s.-]{6,40}\d[^\n]{0,40}(?:là ai|la ai|của ai|cua ai|ở đâu|o dau|tên gì|ten gi)|(?:của ai|cua ai|tên chủ|ten chu|tên nó|ten no|tra ra)[^\n]{0,40}\d[\d\s.-]{6,40}\d/iu;

/** A request to replace one figure by another. */
const CHANGED_FIGURE =
  /(?:sửa|sua|chỉnh|chinh|chữa|chua)[^\n]{0,60}\d[\d.,]*[^\n]{0,20}(?:thành|thanh|lên|len|còn|con)\s+\d+(?![\d/])/iu;

/** A request to write a figure without a reason: "viết 180 đi". */
const DICTATED_FIGURE =
  /(?:viết|viet|ghi|điền|dien|khai)\s+(?:là\s+|la\s+)?\d[\d.,%]*\s*(?:xã |xa |mô hình )?(?:đi|di|luôn|luon|thôi|nhé|nhe)(?![\p{L}])/iu;

/** What must be known of a message before a boundary is checked. */
interface ReadBefore {
  readonly utterance: Utterance;
  readonly isFalseAlarm: boolean;
  readonly incident: IncidentId | null;
}

/** The boundary that the message crosses, or null. */
export function detectBoundary(reading: ReadBefore): BoundaryId | null {
  const { utterance } = reading;
  if (reading.isFalseAlarm) return "falseAlarm";
  if (SECRET_VALUE.test(utterance.clean)) return "secretOffered";
  const isIncident = reading.incident !== null;
  const hasFigure = /\d/.test(utterance.clean) || figures.has(utterance);
  for (const { id, afterIncident, withFigure, rules, unless } of MATCHERS) {
    if ((afterIncident && isIncident) || (withFigure && !hasFigure)) continue;
    if (rules.has(utterance) && !unless.has(utterance)) return id;
  }
  if (!isIncident && WHOSE_NUMBER.test(utterance.clean)) return "personalLookup";
  if (CHANGED_FIGURE.test(utterance.clean) || DICTATED_FIGURE.test(utterance.clean)) return "fabrication";
  return !isIncident && isAbuse(utterance) ? "abuse" : null;
}

function isAbuse(utterance: Utterance): boolean {
  if (insults.has(utterance)) return true;
  const swears = utterance.words.some((word) => swearWords.has(word));
  return swears && (utterance.words.length <= SHORT || toTheBot.has(utterance));
}
