import { fold } from "../../language/fold.ts";
import type { ReviewList } from "./review-wording.ts";

/** A request of an official about unanswered questions or approved answers. */
export type CurationRequest =
  | { readonly kind: "list_questions" }
  /** Sections of the knowledge that people have to look at; pages from 1. */
  | { readonly kind: "review"; readonly list: ReviewList; readonly page: number }
  | { readonly kind: "show_group"; readonly number: number }
  | { readonly kind: "skip_group"; readonly number: number }
  | { readonly kind: "how" }
  | { readonly kind: "list_answers" }
  | { readonly kind: "show_answer"; readonly number: number }
  | { readonly kind: "retire"; readonly number: number }
  /** `draft` is absent where only the word was typed: it means the last preview. */
  | { readonly kind: "publish" | "drop"; readonly draft?: string }
  | { readonly kind: "answer"; readonly groups: readonly number[]; readonly text: AnswerText }
  | { readonly kind: "answer"; readonly questions: readonly string[]; readonly text: AnswerText };

export interface AnswerText {
  readonly answer: string;
  /** Empty where none was given. */
  readonly source: string;
  readonly audience: "public" | "internal";
}

const COMMAND = /^\s*\/(cauhoi|traloi)(?:@\w+)?(?:\s+([\s\S]*))?$/iu;
const ON_NUMBER = /^([a-z ]*?)\s*(?:so\s+)?#?(\d{1,6})$/u;
/** "hạn", "đến hạn", "rà soát", "chưa xác nhận", each with the number of a page after it. */
const REVIEW =
  /^(?:((?:den |qua )?han|ra ?soat|xem lai)|chua ?xac ?(?:nhan|minh))(?:\s+(?:trang\s+)?(\d{1,3}))?$/u;
const ON_DRAFT = /^(dang|huy)(?:\s+([0-9a-f]{16}))?$/u;
const GROUPS = /^(\d{1,3}(?:\s*[,+]\s*\d{1,3}){0,9})\s+(\S[\s\S]*)$/u;
const SOURCE = /^(?:nguồn|nguon)\s*[:：]\s*/iu;
/** Control characters but the line feed, and marks that hide text. */
const INVISIBLE = /[^\P{Cc}\n]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Reads `/cauhoi …` and `/traloi …`; null for any other message. */
export function readCuration(text: string): CurationRequest | null {
  const match = COMMAND.exec(text);
  if (match === null) return null;
  const argument = tidy(match[2] ?? "");
  return match[1]?.toLowerCase() === "cauhoi" ? readQuestions(argument) : readAnswers(argument);
}

/** "đăng" or "huỷ" typed alone under a preview. */
export function readDecision(text: string): "publish" | "drop" | null {
  const word = fold(text)
    .replace(/[\s.!]+/gu, " ")
    .trim();
  if (word === "dang") return "publish";
  return word === "huy" ? "drop" : null;
}

function readQuestions(argument: string): CurationRequest {
  const folded = fold(argument);
  const review = REVIEW.exec(folded);
  if (review !== null) {
    const [, due, page] = review;
    return { kind: "review", list: due === undefined ? "unconfirmed" : "due", page: Number(page ?? 1) };
  }
  const [, verb = "", digits] = ON_NUMBER.exec(folded) ?? [];
  if (digits === undefined) return { kind: "list_questions" };
  const number = Number(digits);
  return ["boqua", "bo qua", "dong", "xoa"].includes(verb.trim())
    ? { kind: "skip_group", number }
    : { kind: "show_group", number };
}

function readAnswers(argument: string): CurationRequest {
  const folded = fold(argument);
  if (folded === "") return { kind: "how" };
  if (["ds", "danh sach", "danhsach"].includes(folded)) return { kind: "list_answers" };
  const [, decision, draft] = ON_DRAFT.exec(folded) ?? [];
  if (decision !== undefined)
    return { kind: decision === "dang" ? "publish" : "drop", ...(draft !== undefined && { draft }) };
  const [, verb = "", digits] = ON_NUMBER.exec(folded) ?? [];
  if (digits !== undefined && verb.trim() === "xem") return { kind: "show_answer", number: Number(digits) };
  if (digits !== undefined && verb.trim() === "go") return { kind: "retire", number: Number(digits) };
  return readNewAnswer(argument);
}

/** `2 <nội dung> | nguồn: …`, or `<câu hỏi> | <nội dung> | nguồn: …`; the source may stand on a line of its own. */
function readNewAnswer(argument: string): CurationRequest {
  const pieces = argument
    .split(/\||\n(?=\s*(?:nguồn|nguon)\s*[:：])/iu)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  const isSource = (piece: string) => SOURCE.test(piece);
  const isInternal = (piece: string) => ["noi bo", "noibo"].includes(fold(piece));
  const source = (pieces.find(isSource) ?? "").replace(SOURCE, "").replace(/\s+/gu, " ").trim();
  const audience = pieces.some(isInternal) ? "internal" : "public";
  const [first = "", ...rest] = pieces.filter((piece) => !isSource(piece) && !isInternal(piece));
  const [, numbers, content = ""] = GROUPS.exec(first) ?? [];
  if (numbers !== undefined && rest.length === 0) {
    const groups = [...new Set(numbers.split(/[,+]/u).map(Number))];
    return { kind: "answer", groups, text: { answer: content, source, audience } };
  }
  if (rest.length === 0) return { kind: "how" };
  const questions = first.split(/(?<=\?)\s+|\s*[;\n]\s*/u).filter((question) => /\p{L}/u.test(question));
  if (questions.length === 0) return { kind: "how" };
  return { kind: "answer", questions, text: { answer: rest.join("\n"), source, audience } };
}

const tidy = (text: string): string =>
  text
    .normalize("NFC")
    .toWellFormed()
    .replace(INVISIBLE, "")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
