import { fold, isUnmarked } from "../../../language/fold.ts";
import { wordsOf } from "../../../language/syllables.ts";
import json from "./small-words.json" with { type: "json" };

/** Words as they are written, found with their marks or without any: "bác" isn't "bạc", "bac" may be. */
class Words {
  readonly #marked: ReadonlySet<string>;
  readonly #plain: ReadonlySet<string>;

  constructor(...written: readonly string[]) {
    this.#marked = new Set(written.flatMap(wordsOf));
    this.#plain = new Set([...this.#marked].map(fold));
  }

  has(word: string): boolean {
    return this.#marked.has(word) || (isUnmarked(word) && this.#plain.has(word));
  }
}

/** What tells nothing by itself: politeness, "ở" and "lúc". */
const SMALL = new Words(json.small, json.holders);

/** The words that only say that something is to be put right, and those that tell nothing anyway. */
export const GENERAL = new Words(json.small, json.correcting.signs);

/** The same with the names of a report's parts. */
export const CORRECTING = new Words(json.small, json.holders, json.correcting.signs, json.correcting.parts);

const WRONG = new Words(json.correcting.wrong);

/** True where words say that something is wrong: "nhầm", "sai". */
export const saysWrong = (text: string): boolean => wordsOf(text).some((word) => WRONG.has(word));

const OTHERWISE = new Words(json.correcting.wrong, json.correcting.otherwise);

/** The same, and what only says that somebody remembers it otherwise by now: "quên", "thực ra". */
export const saysOtherwise = (text: string): boolean => wordsOf(text).some((word) => OTHERWISE.has(word));

const TAIL = new RegExp(
  `(?:^|[\\s,])(?:${json.correcting.tails.flatMap((tail) => [tail, fold(tail)]).join("|")})(?: +(?:${json.correcting.particles.join("|")}))?[\\s.!]*$`,
  "iu",
);

/** "Cầu Ngầm mới đúng" without the words behind a correction that belong to no part. */
export const withoutTail = (text: string): string => text.replace(TAIL, "");

const DAYS = new Words(json.days);

/** The text without these quotes of it. */
export const without = (text: string, ...quotes: readonly (string | undefined)[]): string =>
  quotes.reduce<string>((rest, quote) => (quote === undefined ? rest : rest.replace(quote, " ")), text);

/** The words of a text that tell something. */
export const tellingWords = (text: string, small: Words = SMALL): readonly string[] =>
  wordsOf(text).filter((word) => !small.has(word));

/** True where a time names its day: "9h tối qua", not "9h tối". */
export const namesDay = (text: string): boolean =>
  /\d[/.-]\d/u.test(text) || wordsOf(text).some((word) => DAYS.has(word));
