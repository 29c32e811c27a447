import { asksPlainly } from "./asks.ts";
import { fold } from "./fold.ts";
import { meantBy } from "./meant.ts";
import { PatternBook } from "./pattern-book.ts";
import { readUtterance, type Utterance } from "./utterance.ts";

/** A message up to this length is the question itself. */
const SHORT = 240;
const SENTENCE_END = /(?<=[.!?…;])\s+|\n+/u;
const CLAUSE_END = /\s*[?;,]\s*|\s+(?:và|va)\s+/iu;

const askingWords = new PatternBook([
  "hỏi",
  "là gì",
  "bao nhiêu",
  "khi nào",
  "bao giờ",
  "bao lâu",
  "thế nào",
  "như nào",
  "ra sao",
  "làm sao",
  "ở đâu",
  "đến đâu",
  "có phải",
  "phải không",
  "được không",
  "có được",
  "hay không",
  "phải làm gì",
  "mấy",
  "ai",
  "vì sao",
  "tại sao",
]);

/** "Tóm lại tôi muốn hỏi …", "cho em hỏi là …": what comes after is the question. */
const LEAD_IN =
  /^.*(?:muốn|muon|xin|cho (?:\p{L}+ )?|nhờ|nho)\s*(?:hỏi|hoi)(?: (?:là|la|rằng|rang|về|ve|xem|chút|chut))?[\s:,]+/iu;
/** The rest after a lead-in must have at least this length. */
const LEFT_OVER = 8;

/** The text after a lead-in; all of it where little would be left. */
export function withoutLeadIn(message: string): string {
  const lead = LEAD_IN.exec(message)?.[0].length ?? 0;
  return message.length - lead >= LEFT_OVER ? message.slice(lead) : message;
}

/**
 * The question in a message: what is meant instead of what was said before; the text after a lead-in; of a long one the
 * sentences that ask, last ones first.
 */
export function questionOf(message: string): string {
  const essence = withoutLeadIn(meantBy(message));
  return essence.length <= SHORT ? essence : sentencesThatAsk(essence);
}

function sentencesThatAsk(message: string): string {
  const sentences = unique(message.split(SENTENCE_END));
  const asking = sentences.filter(
    (sentence) => sentence.trimEnd().endsWith("?") || askingWords.has(readUtterance(sentence)),
  );
  const chosen = asking.length > 0 ? asking : sentences;
  const kept: string[] = [];
  for (const sentence of chosen.toReversed()) {
    if (kept.length > 0 && kept.join(" ").length + sentence.length > SHORT) break;
    kept.unshift(sentence);
  }
  return kept.join(" ").slice(-2 * SHORT);
}

/** The halves of a question such as "thay thế thông tư nào, hiệu lực từ bao giờ". */
export function clausesOf(question: string): string[] {
  return question.split(CLAUSE_END).filter((clause) => clause.trim() !== "");
}

const PART_END = /\s*[?;,.!…\n]+\s*/u;

/**
 * What asks in a message that tells something besides; null where all of it asks, or nothing.
 * @example askingPart("bao lâu có ạ, tháng sau em đi máy bay") // "bao lâu có ạ"
 */
export function askingPart(question: string): string | null {
  const parts = question.split(PART_END).filter((part) => part.trim() !== "");
  const asking = parts.filter((part) => asksPlainly(readUtterance(part)));
  return asking.length === 0 || asking.length === parts.length ? null : asking.join(", ");
}

/**
 * True where the message asks, or a part of it does, whatever the rest denies: "không ai dám động vào. Giờ nộp ở đâu các đồng chí".
 */
export const asksSomewhere = (utterance: Utterance): boolean =>
  asksPlainly(utterance) || askingPart(utterance.clean) !== null;

function unique(sentences: readonly string[]): string[] {
  const seen = new Set<string>();
  return sentences
    .map((sentence) => sentence.trim())
    .filter((sentence) => {
      const key = fold(sentence);
      if (key === "" || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
