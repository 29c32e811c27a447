import { isMadeOf, PatternBook } from "../../../language/pattern-book.ts";
import type { Utterance } from "../../../language/utterance.ts";

/** What somebody can do with what they have told: each is a button, and what people type in its place. */
export type ToldWish = "report" | "before" | "both" | "join" | "drop";

const WISHES: Readonly<Record<ToldWish, readonly string[]>> = {
  report: ["(báo/gửi) (tin/việc/vụ/chuyện) này"],
  before: ["(báo/gửi) (tin/việc/vụ/chuyện) trước"],
  both: ["(báo/gửi) (/tin/việc) cả hai (/tin/việc/vụ)"],
  join: ["(/là/chỉ) (cùng/chung) (/một) (việc/vụ/chuyện)", "gộp (lại/chung/làm một)"],
  drop: ["xoá điều đã kể"],
};
const FILLERS = new PatternBook(
  "ạ à nhé nha đi giúp giùm hộ em tôi cháu luôn với cho vâng dạ ừ ok".split(" "),
);
const BOOKS = Object.entries(WISHES).map(([wish, words]) => ({
  wish: wish as ToldWish,
  book: new PatternBook(words),
}));

/**
 * The wish that a whole message is; null where it says something else.
 * @example readToldWish(readUtterance("bao tin nay giup em")) // "report"
 */
export const readToldWish = (utterance: Utterance): ToldWish | null =>
  BOOKS.find(({ book }) => isMadeOf(utterance, book, FILLERS))?.wish ?? null;
