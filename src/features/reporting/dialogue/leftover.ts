import { fold } from "../../../language/fold.ts";
import { syllables } from "../../../language/syllables.ts";
import json from "./small-words.json" with { type: "json" };

const foldedSet = (words: string): ReadonlySet<string> => new Set(words.split(" ").map(fold));

const SMALL = foldedSet(json.small);

/** The text without these quotes of it. */
export const without = (text: string, ...quotes: readonly (string | undefined)[]): string =>
  quotes.reduce<string>((rest, quote) => (quote === undefined ? rest : rest.replace(quote, " ")), text);

/** The words of a text that tell something: politeness, "ở" and "lúc" don't. */
export const tellingWords = (text: string, small: ReadonlySet<string> = SMALL): readonly string[] =>
  syllables(text.toLowerCase())
    .map(fold)
    .filter((word) => !small.has(word));

/** The words that only say that something is to be put right, and those that tell nothing anyway. */
export const CORRECTING: ReadonlySet<string> = new Set([...SMALL, ...foldedSet(json.correcting.signs)]);

const DAYS = foldedSet(json.days);

/** True where a time names its day: "9h tối qua", not "9h tối". */
export const namesDay = (text: string): boolean =>
  /\d[/.-]\d/u.test(text) || syllables(text.toLowerCase()).some((word) => DAYS.has(fold(word)));
