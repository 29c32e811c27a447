import { fold, isUnmarked, normaliseTone } from "../../../language/fold.ts";
import { isSyllable } from "../../../language/syllable-shape.ts";
import { syllables } from "../../../language/syllables.ts";
import { withinOneEdit } from "../../../language/typing-slips.ts";

/** A part of the question with a meaning: `tag` as in the lexicon, from word `at` up to `end`. */
export interface Tagged {
  readonly tag: string;
  readonly at: number;
  readonly end: number;
  /** False where a typing slip was assumed. */
  readonly exact: boolean;
}

interface Entry {
  readonly tag: string;
  readonly words: readonly string[];
  readonly folded: readonly string[];
  readonly marked: boolean;
  /** Refusals, vetoes and names of communes must match exactly: a typing slip must not suppress a question. */
  readonly strict: boolean;
}

export interface Dictionary {
  /** Phrases by the first letter of their first word: only that letter must be typed right. */
  readonly byLetter: ReadonlyMap<string, readonly Entry[]>;
  /** Every word of the phrases without marks: one of these is not a typing slip. */
  readonly known: ReadonlySet<string>;
}

const SHORTEST_SLIP = 4;
const SHORTEST_LONE_SLIP = 5;

/** Words that look like a misspelt word of the lexicon but aren't. */
const ORDINARY = new Set(
  "phong trong thuong thong duong chuong huong luong xuong truoc cuong tuong thuoc chuong thang thanh hang khong dang dong nang ngay tinh hoi hoat chi thoi hong quan toan thi phan phat phap gian giam gom theo them thay thon nhung nguoi soan trung thuc cong duoc chung kham".split(
    " ",
  ),
);

/** "(thôn/xã) (tôi/em)" → all phrases of this pattern. */
export function expandChoices(source: string): string[] {
  const [whole, choices = ""] = /\(([^()]*)\)/u.exec(source) ?? [];
  return whole === undefined
    ? [source]
    : choices.split("/").flatMap((choice) => expandChoices(source.replace(whole, choice)));
}

/**
 * Prepares phrases for tagging. "(a/b)" is either; "!bản" counts only typed with its marks.
 * @example compileDictionary({ "no:mine": ["(thôn/xã) (tôi/em)"], "unit:residentialArea": ["thôn", "!bản"] })
 */
export function compileDictionary(lexicon: Readonly<Record<string, readonly string[]>>): Dictionary {
  const entries = Object.entries(lexicon).flatMap(([tag, phrases]) =>
    phrases.flatMap(expandChoices).map((phrase): Entry => {
      const words = syllables(phrase.replace("%", " qqpct ").toLowerCase()).map(normaliseTone);
      return {
        tag,
        words,
        folded: words.map(fold),
        marked: phrase.startsWith("!"),
        strict: /^(?:no|ask|named):/.test(tag),
      };
    }),
  );
  const longestFirst = entries
    .filter((entry) => entry.words.length > 0)
    .toSorted((a, b) => b.words.length - a.words.length);
  return {
    byLetter: Map.groupBy(longestFirst, (entry) => entry.folded[0]?.[0] ?? ""),
    known: new Set(longestFirst.flatMap((entry) => entry.folded)),
  };
}

/**
 * Reads the words from left to right: at each word the longest phrase, an exact match first.
 * @param marks the words before which there is a comma or the like: only types ("xã, phường, thị trấn") go on behind it
 */
export function tagWords(
  words: readonly string[],
  dictionary: Dictionary,
  marks: readonly number[] = [],
): Tagged[] {
  const folded = words.map(fold);
  const tagged: Tagged[] = [];
  for (let at = 0; at < words.length; ) {
    const next = marks.find((mark) => mark > at) ?? words.length;
    const found = bestAt(words, folded, at, dictionary, next);
    tagged.push(...found);
    at = found[0]?.end ?? at + 1;
  }
  return tagged;
}

function bestAt(
  words: readonly string[],
  folded: readonly string[],
  at: number,
  dictionary: Dictionary,
  next: number,
): Tagged[] {
  let best: Tagged[] = [];
  let length = 0;
  for (const entry of dictionary.byLetter.get(folded[at]?.[0] ?? "") ?? []) {
    if (entry.words.length < length) break;
    if (at + entry.words.length > next && !entry.tag.startsWith("unit:")) continue;
    const quality = matchEntry(words, folded, at, entry, dictionary.known);
    if (quality === "no") continue;
    const hit: Tagged = { tag: entry.tag, at, end: at + entry.words.length, exact: quality === "exact" };
    if (best.length === 0 || (hit.exact && best[0]?.exact === false)) best = [hit];
    else if (hit.exact === best[0]?.exact && !best.some((other) => other.tag === hit.tag)) best.push(hit);
    length = entry.words.length;
  }
  return best;
}

function matchEntry(
  words: readonly string[],
  folded: readonly string[],
  at: number,
  entry: Entry,
  known: ReadonlySet<string>,
): "exact" | "slip" | "no" {
  if (at + entry.words.length > words.length) return "no";
  let slips = 0;
  for (let i = 0; i < entry.words.length; i++) {
    const typed = words[at + i] as string;
    const wanted = entry.words[i] as string;
    if (typed === wanted) continue;
    const typedFolded = folded[at + i] as string;
    const wantedFolded = entry.folded[i] as string;
    if (
      !entry.marked &&
      typedFolded === wantedFolded &&
      (isUnmarked(wanted) || lessMarked(typed, wanted, entry.words.length))
    )
      continue;
    if (entry.marked || entry.strict) return "no";
    if (typedFolded !== wantedFolded && known.has(typedFolded)) return "no";
    if (!isSlip(typed, typedFolded, wantedFolded, entry.words.length)) return "no";
    slips++;
  }
  if (slips === 0) return "exact";
  return slips * 2 <= entry.words.length || entry.words.length === 1 ? "slip" : "no";
}

/** "phưong" for "phường": the same letters, marks missing but none added; "công" alone is not "cộng". */
function lessMarked(typed: string, wanted: string, phraseLength: number): boolean {
  if (isUnmarked(typed)) return true;
  if (phraseLength === 1 && wanted.length < SHORTEST_LONE_SLIP) return false;
  const [few, all] = [typed, wanted].map(marksByLetter);
  return few?.every((marks, i) => [...marks].every((mark) => all?.[i]?.includes(mark))) === true;
}

const marksByLetter = (word: string): string[] =>
  (
    word
      .replaceAll("đ", "d\u0335")
      .normalize("NFD")
      .match(/\P{M}\p{M}*/gu) ?? []
  ).map((letter) => letter.slice(1));

const isShuffled = (typed: string, wanted: string): boolean =>
  typed.length > 2 &&
  typed[0] === wanted[0] &&
  [...typed].toSorted().join("") === [...wanted].toSorted().join("");

/** "cuw" for "cư": a Telex letter left at the end. */
const TELEX = /[wfsrxj]$/u;

function isSlip(typed: string, typedFolded: string, wanted: string, phraseLength: number): boolean {
  if (phraseLength > 1 && TELEX.test(typedFolded) && typedFolded.slice(0, -1) === wanted) return true;
  const shortest = phraseLength === 1 ? SHORTEST_LONE_SLIP : SHORTEST_SLIP;
  const dropped = phraseLength > 1 && typedFolded.length === SHORTEST_SLIP - 1 && !isSyllable(typedFolded);
  // "đtạ" for "đạt": no syllable, and the same letters.
  if (phraseLength > 1 && !isSyllable(typedFolded) && isShuffled(typedFolded, wanted)) return true;
  if (wanted.length < shortest || (typedFolded.length < SHORTEST_SLIP && !dropped) || /\d/u.test(typed))
    return false;
  // The same letters with other marks are another word ("thường", "phường"), unless the rest of the phrase matches.
  if (typedFolded === wanted) return phraseLength > 1 && wanted.length >= SHORTEST_LONE_SLIP;
  if (ORDINARY.has(typedFolded) || typedFolded[0] !== wanted[0]) return false;
  return withinOneEdit(typedFolded, wanted);
}
