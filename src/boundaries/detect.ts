import { isFalseAlarm } from "../emergency/detect.ts";
import { detectIncident } from "../incidents/detect.ts";
import { PhraseBook } from "../vietnamese/phrase-book.ts";
import { RuleMatcher } from "../vietnamese/rule-matcher.ts";
import type { Utterance } from "../vietnamese/utterance.ts";
import type { BoundaryId } from "./boundary.ts";
import { BOUNDARIES, INSULTS, SWEAR_WORDS, TO_THE_BOT } from "./lexicon.ts";

const MATCHERS = BOUNDARIES.map(({ id, phrases, unless = [], afterIncident }) => ({
  id,
  afterIncident: afterIncident === true,
  matcher: new RuleMatcher(phrases),
  unless: new PhraseBook(unless),
}));
const insults = new PhraseBook(INSULTS);
const toTheBot = new PhraseBook(TO_THE_BOT);
/** A curse in few words has nothing else to say. */
const SHORT = 5;

/** A code or password written out: "otp là 123456". Only that it stands there matters; it is never repeated. */
const SECRET_VALUE =
  /(?:\botp\b|mã xác (?:nhận|thực)|ma xac (?:nhan|thuc)|mật khẩu|mat khau|\bpassword\b|\bpass\b|\bcvv\b|mã pin|ma pin|số thẻ|so the)[^\d\n]{0,30}\d[\d\s]{3,}|(?:mật khẩu|mat khau|password)[\p{L}\s]{0,20}(?:là|la|:|=)\s*\S*\d\S*/iu;

/** A number and the question whose it is. */
const WHOSE_NUMBER = /\d[\d\s.-]{6,}\d[^\n]{0,40}(?:là ai|la ai|của ai|cua ai|ở đâu|o dau|tên gì|ten gi)/iu;

/** What of the message the assistant declines, or null where nothing is. */
export function detectBoundary(utterance: Utterance): BoundaryId | null {
  if (isFalseAlarm(utterance)) return "falseAlarm";
  if (SECRET_VALUE.test(utterance.clean)) return "secretOffered";
  const isIncident = detectIncident(utterance) !== null;
  for (const { id, afterIncident, matcher, unless } of MATCHERS) {
    if (afterIncident && isIncident) continue;
    if (matcher.first(utterance) !== null && !unless.has(utterance)) return id;
  }
  if (!isIncident && WHOSE_NUMBER.test(utterance.clean)) return "personalLookup";
  return !isIncident && isAbuse(utterance) ? "abuse" : null;
}

function isAbuse(utterance: Utterance): boolean {
  if (insults.has(utterance)) return true;
  const swears = utterance.words.some((word) => SWEAR_WORDS.has(word));
  return swears && (utterance.words.length <= SHORT || toTheBot.has(utterance));
}
