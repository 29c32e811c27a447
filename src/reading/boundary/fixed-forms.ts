import { withoutCode } from "../../language/code-words.ts";
import { PatternBook } from "../../language/pattern-book.ts";
import type { Utterance } from "../../language/utterance.ts";
import type { BoundaryId } from "../../reader/names/boundary.ts";
import forms from "./fixed-forms.json" with { type: "json" };

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

const injection = new PatternBook(forms.injection);

/** What has a grammar, or a form that is always the same: a learned reading has no sense of digits. */
export function fixedForm(utterance: Utterance): BoundaryId | null {
  const { clean } = utterance;
  if (SECRET_VALUE.test(clean)) return "secretOffered";
  if (injection.has(utterance) || isCode(clean)) return "promptInjection";
  if (WHOSE_NUMBER.test(clean)) return "personalLookup";
  return CHANGED_FIGURE.test(clean) || DICTATED_FIGURE.test(clean) ? "fabrication" : null;
}

/** True where hardly a word is left beside the code. */
function isCode(text: string): boolean {
  const rest = withoutCode(text);
  return rest !== text && rest.split(" ").length <= 2;
}

/** Matched exactly as typed: without marks most of them are ordinary words. */
const swearWords: ReadonlySet<string> = new Set(forms.swearWords);
const bot: ReadonlySet<string> = new Set(forms.bot);
/** A message this short with a swear word says nothing else. */
const SHORT = 5;

/** True where somebody swears at the assistant, or does nothing but swear. */
export const swearsAtBot = ({ words }: Utterance): boolean =>
  words.some((word) => swearWords.has(word)) &&
  (words.length <= SHORT || words.some((word) => bot.has(word)));
