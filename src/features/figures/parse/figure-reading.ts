import { fold, normaliseTone } from "../../../language/fold.ts";
import type { Utterance } from "../../../language/utterance.ts";
import type { Place } from "../figure-query.ts";
import {
  COMMUNES,
  FORMER_DISTRICTS,
  LANG_SON,
  LOCALITIES,
  NATION,
  PROVINCE_ALIASES,
  PROVINCES,
  WARDS,
} from "../places.ts";
import { LEXICON } from "./figure-lexicon.ts";
import { type PeriodReading, readPeriods } from "./periods.ts";
import { readUnknownName } from "./place-names.ts";
import { compileDictionary, type Tagged, tagWords } from "./tagger.ts";

/** A question taken apart: what its words mean, in order, before anything is concluded from it. */
export interface Reading {
  readonly tags: readonly Tagged[];
  readonly places: readonly { readonly place: Place; readonly at: number }[];
  /** A place that is named and not known here, as typed: "xã Bình An". */
  readonly unknownName: string | undefined;
  readonly periods: PeriodReading;
  /** Word index of each period hit, to see what stands next to what. */
  readonly periodAt: readonly number[];
  /** Plain numbers in the text, as decimals, with the word index. */
  readonly numbers: readonly { readonly value: string; readonly at: number }[];
  /** A circular or decree named in the text, e.g. "23/2012". */
  readonly documents: readonly string[];
  readonly words: readonly string[];
  /** Words that no phrase explains. */
  readonly unknown: readonly string[];
}

const placeEntries: [Place, readonly string[]][] = [
  ...PROVINCES.map((name): [Place, readonly string[]] => [
    { province: name, area: name },
    [...(PROVINCE_ALIASES[name] ?? [name]), `tỉnh ${name}`],
  ]),
  [NATION, PROVINCE_ALIASES[NATION.province] ?? []],
  ...LOCALITIES.map(({ place, names }): [Place, readonly string[]] => [place, names]),
  ...FORMER_DISTRICTS.map((name): [Place, readonly string[]] => [
    { province: LANG_SON.province, area: `Huyện ${name} (cũ)` },
    [name, `huyện ${name}`],
  ]),
  ...COMMUNES.map((name): [Place, readonly string[]] => [
    { province: LANG_SON.province, area: `xã ${name}` },
    [`xã ${name}`],
  ]),
  ...WARDS.map((name): [Place, readonly string[]] => [
    { province: LANG_SON.province, area: `phường ${name}` },
    [`phường ${name}`, name],
  ]),
];
const PLACES: readonly Place[] = placeEntries.map(([place]) => place);
/** Names of provinces forgive a slip of the pen; one letter makes another commune. */
const DICTIONARY = compileDictionary({
  ...LEXICON,
  ...Object.fromEntries(
    placeEntries.map(([place, names], i) => [
      `${place.area === place.province ? "place" : "named"}:${i}`,
      names,
    ]),
  ),
});
const PLACE_TAG = /^(?:place|named):/u;

const MAX_WORDS = 160;
const DOCUMENT =
  /\b(?:thong tu|tt|nghi dinh|nd|quyet dinh|qd|luat|nghi quyet|chi thi|cong van)\s*(?:lien tich\s*)?(?:so\s*)?(\d{1,4}\/\d{4})(?:\/[a-z\d-]+)*|\b(\d{1,4}\/\d{4})\/[a-z][a-z\d-]*/g;
const OLD_RULE_NUMBER = /\btt\s*(\d{1,3})\b/g;
/** Criterion 19.2 of new rural communes is a name, not a number. */
const CRITERION = /\b19[.,]2\b/g;
const NUMBER = /(?<![\w])\d{1,3}(?:\.\d{3})+(?:,\d+)?|(?<![\w])\d+(?:[.,]\d+)?/g;

/** Takes a message apart; `now` (ms) anchors "năm ngoái". Long messages count by their last words. */
export function readQuestion(utterance: Utterance, now: number): Reading {
  const text = prepare(utterance);
  let folded = fold(text).replace(CRITERION, "19 2");
  const documents: string[] = [];
  folded = folded.replace(DOCUMENT, (whole, named, bare) => {
    documents.push(String(named ?? bare));
    return " ".repeat(whole.length);
  });
  folded = folded.replace(OLD_RULE_NUMBER, (whole) => " ".repeat(whole.length));
  const periods = readPeriods(folded, now);
  const numbers: { value: string; index: number }[] = [];
  const rest = periods.rest.replace(NUMBER, (whole, index: number) => {
    numbers.push({ value: decimal(whole), index });
    return whole.length > 3 || /[.,]/.test(whole) ? " ".repeat(whole.length) : whole;
  });
  const kept = [...text].map((letter, i) => (rest[i] === " " ? " " : letter)).join("");
  const located = [...kept.replace(/%/gu, " qqpct ").matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const shift = (index: number) => (kept.slice(0, index).split("%").length - 1) * 6;
  const wordAt = (index: number) => {
    const end = index + shift(index);
    return located.filter((match) => match.index < end).length;
  };
  const words = located.map(([word]) => normaliseTone(word));
  const tags = tagWords(words, DICTIONARY);
  const covered = new Set(
    tags.flatMap((tag) => Array.from({ length: tag.end - tag.at }, (_, i) => tag.at + i)),
  );
  return {
    tags: tags.filter((tag) => !PLACE_TAG.test(tag.tag)),
    unknownName: readUnknownName(utterance.clean, words, tags),
    places: tags.flatMap((tag) => {
      const place = PLACE_TAG.test(tag.tag) ? PLACES[Number(tag.tag.slice(6))] : undefined;
      return place === undefined ? [] : [{ place, at: tag.at }];
    }),
    periods,
    periodAt: periods.hits.map((hit) => wordAt(hit.index)),
    numbers: numbers.map(({ value, index }) => ({ value, at: wordAt(index) })),
    documents,
    words,
    unknown: words.filter((word, i) => !covered.has(i) && !/^\d+$/.test(word)),
  };
}

/** Numbers that are followed by "%" or "phần trăm", as decimals. */
export function sharesIn({ numbers, words }: Reading): string[] {
  return numbers.flatMap(({ value, at }) =>
    [at, at + 1].some((i) => /^(?:qqpct|phần|phan)$/u.test(words[i] ?? "")) ? [value] : [],
  );
}

function prepare(utterance: Utterance): string {
  const words = readShort(utterance).split(" ");
  return words.slice(-MAX_WORDS).join(" ");
}

/** In chats "tl" is "trả lời" and "kg" is "không"; of figures they are "tỷ lệ" and, after "bao nhiêu", the weight. */
function readShort({ clean, expanded }: Utterance): string {
  const share = /(?:^|\s)tl(?=\s|$)/iu.test(clean) ? expanded.replace(/trả lời/iu, "tỷ lệ") : expanded;
  return /(?:^|\s)kg(?=[\s?]|$)/iu.test(clean)
    ? share.replace(/(bao nhi[êe]u|mấy|may|số|so) không/iu, "$1 kg")
    : share;
}

function decimal(text: string): string {
  const grouped = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text);
  return (grouped ? text.replaceAll(".", "") : text).replace(",", ".");
}
