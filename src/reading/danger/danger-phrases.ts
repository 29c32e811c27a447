import { PatternBook, withoutSpans } from "../../language/pattern-book.ts";
import { readUtterance, type Utterance } from "../../language/utterance.ts";
import type { DangerKind } from "../../reader/names/danger.ts";
import { DANGER_CLASSES, DANGERS } from "./danger-lexicon.ts";
import circumstances from "./lexicon/circumstances.json" with { type: "json" };
import { respell } from "./spelling.ts";

const book = (patterns: readonly string[]) => new PatternBook(patterns, { classes: DANGER_CLASSES });

const BOOKS = Object.fromEntries(
  Object.entries(circumstances).map(([name, { patterns }]) => [name, book(patterns)]),
) as Readonly<Record<keyof typeof circumstances, PatternBook>>;

const RULES = DANGERS.map(({ kind, phrases }) => ({ kind, met: book(phrases) }));

const KNOWN: ReadonlySet<string> = new Set([
  ...RULES.flatMap(({ met }) => [...met.words]),
  ..."tôi em con cháu mình chú anh bố mẹ bà ông rồi đang bị ơi kìa lắm quá cứu giúp với nhanh ngay đến tới nhà to lớn".split(
    " ",
  ),
]);

const VERY_SHORT = 4;

/** The message as typed and, where its spelling is broken, as it was probably meant. */
export function readingsOf(utterance: Utterance): Utterance[] {
  const meant = respell(utterance, KNOWN);
  return meant === null ? [utterance] : [utterance, meant];
}

/** The writer says that it was a joke or a trial. */
export function isJoke(utterance: Utterance): boolean {
  return BOOKS.joke.has(utterance) && !BOOKS.noJoke.has(utterance);
}

/** What is said after the last words of a joke: "tưởng nó đùa, giờ nó đang tưới xăng" takes nothing back. */
export function afterJoke(utterance: Utterance): Utterance {
  const end = Math.max(...BOOKS.joke.all(utterance).map((span) => span.end));
  return readUtterance(utterance.words.slice(end).join(" "));
}

/** The kinds of danger whose phrases stand in the message, whatever is said of them: one sign among others (`readDanger`). */
export function findDanger(readings: readonly Utterance[]): readonly DangerKind[] {
  const met = readings.map((said) => RULES.filter((rule) => rule.met.has(said)));
  return (met.find((rules) => rules.length > 0) ?? []).map(({ kind }) => kind);
}

/** Somebody under eighteen is the victim. */
export const isYoung = (said: Utterance): boolean => BOOKS.young.has(said) || AGE_UNDER_18.test(said.clean);

/** "15 tuổi", "15t". */
const AGE_UNDER_18 =
  /(?<!\d)(?:[1-9]|1[0-7])\s?(?:tuổi|tuoi|t)(?![\p{L}\d])|(?:em|con|cháu|chau|bé|be|nó|no) (?:mới|moi)(?: có| co)? (?:[1-9]|1[0-7])\s*(?:$|[,.!;])/iu;

const FIRE_WORDS: ReadonlySet<string> = new Set(
  "chay nha roi oi kia voi lua to troi ba con lang nuoc cuu".split(" "),
);

/** "Cháy!", "cháy cháy", "chay roi": unlikely to be another word. */
export function isBareFire({ words, folded }: Utterance): boolean {
  const saysFire = words.some((word) => word === "cháy" || word === "chay");
  return saysFire && folded.length <= VERY_SHORT && folded.every((word) => FIRE_WORDS.has(word));
}

const HELP: ReadonlySet<string> = new Set(["cứu", "cuu", "help", "sos"]);
/** A short message of only these words, one of them a word for help, is a cry for help. */
const CRY: ReadonlySet<string> = new Set([
  ...HELP,
  ..."tôi em mình con cháu với vs ơi ad bot me pls plz please us toi minh chau voi oi giúp giup gấp gap".split(
    " ",
  ),
]);

/** "Cứu" among few words of any kind; "help", which is also a menu word, only among words of a cry. */
export function isBareCry(said: Utterance): boolean {
  const { words } = withoutSpans(said, BOOKS.noCry.all(said));
  if (words.length > VERY_SHORT) return false;
  if (words.some((word) => word === "cứu" || word === "cuu")) return true;
  return words.some((word) => HELP.has(word)) && words.every((word) => CRY.has(word));
}
