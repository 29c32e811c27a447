import { expandAbbreviations } from "../../language/abbreviations.ts";
import { fold } from "../../language/fold.ts";
import { decodeTelex, decodeVni } from "../../language/keyboard.ts";
import { isSyllable } from "../../language/syllable-shape.ts";
import { swappedNeighbours, withinOneEdit } from "../../language/typing-slips.ts";
import { readUtterance, type Utterance } from "../../language/utterance.ts";
import { LOANWORDS } from "./loanwords.ts";

/**
 * Corrects the spelling that fear, a keyboard without Vietnamese or a disguise ("ch@y") causes. Only words that aren't
 * Vietnamese syllables are changed, so an ordinary sentence is returned as it is.
 * @param known the words of the lexicon, with marks: a guess that is one of them is preferred
 * @returns the message as it was probably meant, or null where nothing was corrected
 */
export function respell(utterance: Utterance, known: ReadonlySet<string>): Utterance | null {
  const vocabulary = vocabularyOf(known);
  const typed = utterance.clean.normalize("NFKC").split(" ").slice(0, MAX_CHUNKS);
  const names = namesIn(typed);
  const tokens = joinLetters(
    typed.flatMap((chunk) => splitChunk(chunk.toLowerCase())),
    vocabulary,
  );
  const mended = tokens.map((token) => (names.has(token) ? token : mend(token, vocabulary))).join(" ");
  return mended === utterance.clean.toLowerCase() ? null : readUtterance(mended);
}

const CAPITALISED = /^\p{Lu}[\p{Ll}\p{M}]+$/u;

/** The words of names, "Pác Miầu": two with a capital in a row, where not every word is typed so. A name isn't misspelt. */
function namesIn(typed: readonly string[]): ReadonlySet<string> {
  const isCapital = typed.map((chunk, i) => i > 0 && CAPITALISED.test(chunk));
  if (isCapital.filter(Boolean).length === typed.length - 1) return new Set();
  const isName = (i: number) =>
    isCapital[i] === true && (isCapital[i - 1] === true || isCapital[i + 1] === true);
  return new Set(typed.filter((_, i) => isName(i)).map((chunk) => chunk.toLowerCase()));
}

/** A cry for help is short; the text after this many words is read as typed. */
const MAX_CHUNKS = 400;
const MAX_GLUED = 40;
const LETTERS = /^[\p{L}\p{M}]+$/u;

interface Vocabulary {
  readonly has: (word: string) => boolean;
  readonly plain: ReadonlyMap<string, string>;
  readonly byLetters: ReadonlyMap<string, string>;
}

const vocabularies = new WeakMap<ReadonlySet<string>, Vocabulary>();

function vocabularyOf(known: ReadonlySet<string>): Vocabulary {
  const made = vocabularies.get(known);
  if (made !== undefined) return made;
  const plain = new Map([...known].map((word) => [fold(word), word]));
  const vocabulary: Vocabulary = {
    has: (word) => known.has(word) || plain.has(word),
    plain,
    byLetters: new Map([...known].map((word) => [lettersOf(word), word])),
  };
  vocabularies.set(known, vocabulary);
  return vocabulary;
}

/** Letters and marks in one fixed order: the same for "cứu", "cưú" and "cuứ". */
const lettersOf = (word: string): string => [...word.normalize("NFD")].sort().join("");

/** "cháy,nhà" → two tokens; "c.h.á.y" and "ch-áy" → one, because their parts aren't words. */
function splitChunk(chunk: string): string[] {
  const pieces = chunk.match(/[\p{L}\p{M}\p{N}@$!|]+/gu) ?? [];
  const trimmed = pieces.map((piece) => piece.replace(/^[!|]+|[!|]+$/gu, "")).filter((piece) => piece !== "");
  if (trimmed.length < 2) return trimmed;
  const allSingle = trimmed.every((piece) => piece.length === 1);
  const broken = trimmed.some((piece) => LETTERS.test(piece) && !isWord(piece));
  return (allSingle && trimmed.length > 2) || broken ? [trimmed.join("")] : trimmed;
}

const isWord = (token: string): boolean =>
  isSyllable(fold(token)) || expandAbbreviations(token) !== token || /^\d+$/.test(token);

/** "c h á y" → "cháy", "ch áy" → "cháy". */
function joinLetters(tokens: readonly string[], vocabulary: Vocabulary): string[] {
  const out: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    let end = i;
    while (end < tokens.length && [...(tokens[end] as string)].length === 1) end++;
    const run = tokens.slice(i, end).join("");
    if (end - i > 2 && segment(run, vocabulary) !== null) {
      out.push(run);
      i = end;
      continue;
    }
    const pair = `${tokens[i]}${tokens[i + 1] ?? ""}`;
    const half = tokens[i] as string;
    if (i + 1 < tokens.length && LETTERS.test(half) && !isWord(half) && vocabulary.has(pair)) {
      out.push(pair);
      i += 2;
      continue;
    }
    out.push(half);
    i++;
  }
  return out;
}

/** "Haha", "hihihi": one word however long, and no words without a space between them. */
const LAUGHTER = /^(?:[hk]+[aeioơêj]+){2,}[hk]*$/u;

function mend(token: string, vocabulary: Vocabulary): string {
  if (!/\p{L}/u.test(token) || vocabulary.has(token) || LOANWORDS.has(token) || LAUGHTER.test(token))
    return token;
  if (LETTERS.test(token) && isWord(token)) return straighten(token, vocabulary);
  // "D@ng" is an abbreviation's spelling as well as a disguise.
  if ((isWord(token) && !DISGUISED.test(token)) || token.length > MAX_GLUED) return token;
  const guesses = [token, unmask(token)].flatMap(squeezed).flatMap((form) => segment(form, vocabulary) ?? []);
  // Of two equally likely guesses the longer one is closer to the typed word: for "cuuuu" "cuu" before "cu".
  const [best] = guesses.sort((a, b) => a.cost - b.cost || b.text.length - a.text.length);
  const swapped = token.length <= LONGEST_SWAPPED ? withNeighboursSwapped(token, vocabulary) : null;
  if (swapped !== null && best?.text.includes(" ") === true) return swapped;
  if (best?.isKnown === true) return best.text;
  return oneSlipAway(token, vocabulary) ?? best?.text ?? token;
}

/** Marks on the wrong letter ("cưú"), or only half of them ("nuóc"): every word with the same letters is possible. */
function straighten(token: string, vocabulary: Vocabulary): string {
  const meant = vocabulary.byLetters.get(lettersOf(token));
  if (meant !== undefined && fold(meant) === fold(token)) return meant;
  const halfMarked =
    /[uúùủũụ]u|(?<!q)u[oóòỏõọ](?=[\p{L}])|[iy][eéèẻẽẹ](?=[\p{L}])/u.test(token) && token !== fold(token);
  return halfMarked ? fold(token) : token;
}

const DISGUISED = /\p{L}[@$]|[@$]\p{L}/u;

const LEET: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "|": "i",
  "0": "o",
  $: "s",
  "5": "s",
};

const unmask = (token: string): string => token.replace(/[@431!|0$5]/g, (sign) => LEET[sign] as string);

/** "cuuuu" → "cuuuu", "cuu", "cu": each run of a letter as it is, twice or once. */
function squeezed(token: string): string[] {
  const runs: string[][] = [];
  for (const letter of token) {
    const last = runs.at(-1);
    if (last !== undefined && fold(last[0] as string) === fold(letter)) last.push(letter);
    else runs.push([letter]);
  }
  const long = runs.filter((run) => run.length > 1).length;
  if (long === 0 || long > 5) return [token];
  let forms = [""];
  for (const run of runs) {
    const marked = run.find((letter) => letter !== fold(letter)) ?? (run[0] as string);
    const choices = run.length === 1 ? [marked] : [marked, `${marked}${fold(marked)}`];
    forms = forms.flatMap((form) => choices.map((choice) => form + choice));
  }
  return [token, ...forms];
}

interface Guess {
  readonly text: string;
  /** Lower is likelier. */
  readonly cost: number;
  /** True where every syllable is a word of the lexicon. */
  readonly isKnown: boolean;
}

const KNOWN = 1;
const UNKNOWN = 1.7;
const LONGEST = 8;

/** Splits a token into syllables, known ones if possible: "cuutoivoi" → "cuu toi voi". */
function segment(token: string, vocabulary: Vocabulary): Guess | null {
  const best: (Guess | null)[] = [{ text: "", cost: 0, isKnown: true }];
  for (let end = 1; end <= token.length; end++) {
    let found: Guess | null = null;
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const before = best[start];
      if (before === null || before === undefined) continue;
      const chunk = token.slice(start, end);
      for (const word of readings(chunk)) {
        const single = chunk.length === 1 ? 1 : 0;
        const isKnown = vocabulary.has(word);
        const cost = before.cost + (isKnown ? KNOWN : UNKNOWN) + single;
        if (found === null || cost < found.cost) {
          found = { text: `${before.text} ${word}`.trim(), cost, isKnown: before.isKnown && isKnown };
        }
      }
    }
    best.push(found);
  }
  return best[token.length] ?? null;
}

function readings(chunk: string): string[] {
  if (LETTERS.test(chunk) && isSyllable(fold(chunk))) return [chunk];
  return [decodeTelex(chunk), decodeVni(chunk)].filter((word) => word !== null);
}

/** One letter swapped, missing, extra or wrong: only corrected to a word of the lexicon. */
function oneSlipAway(token: string, vocabulary: Vocabulary): string | null {
  if (!LETTERS.test(token) || token.length < 3) return null;
  const swapped = withNeighboursSwapped(token, vocabulary);
  if (swapped !== null) return swapped;
  if (token.length < 4) return null;
  for (const [plain, word] of vocabulary.plain) {
    if (plain.length >= 4 && withinOneEdit(fold(token), plain)) return word;
  }
  return null;
}

/** "cáhy" is more likely "cháy" than "cá hy": in a short token letters are swapped more often than spaces lost. */
const LONGEST_SWAPPED = 5;

function withNeighboursSwapped(token: string, vocabulary: Vocabulary): string | null {
  if (!LETTERS.test(token) || token.length < 3) return null;
  for (const swapped of swappedNeighbours(token)) {
    if (vocabulary.has(swapped)) return swapped;
    const meant = vocabulary.byLetters.get(lettersOf(swapped));
    if (meant !== undefined && isSyllable(fold(swapped))) return meant;
  }
  return null;
}
