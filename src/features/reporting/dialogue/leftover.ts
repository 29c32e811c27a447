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
const SMALL = new Words(json.small);

/** The words that only say that something is to be put right, and those that tell nothing anyway. */
export const CORRECTING = new Words(json.small, json.correcting.signs);

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
