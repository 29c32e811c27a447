import { normaliseTone, wordMatches } from "../../../language/fold.ts";
import type { Place } from "../report.ts";
import { ENDINGS, KINDS, LEADS, NOT_BEFORE, PLAIN_KINDS } from "./place-words.ts";

const WORDS_MAX = 16;
const TOKEN = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}/.-]*[\p{L}\p{M}\p{N}])?|[,.;:!?\n]/gu;

interface Token {
  readonly typed: string;
  /** Lower case, one tone position. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly isSign: boolean;
  readonly isName: boolean;
}

const phrases = (sources: readonly string[]): (readonly string[])[] =>
  [...sources].sort((a, b) => b.length - a.length).map((source) => source.split(" ").map(normaliseTone));

const leads = phrases(LEADS);
const kinds = phrases(KINDS);
const endings = phrases(ENDINGS);
const notBefore = phrases(NOT_BEFORE);

/**
 * The place in a text: from "bị trộm ở thôn Pò Mỏ, xã Đồng Đăng lúc 9h" the words "thôn Pò Mỏ, xã Đồng Đăng". Cautious:
 * without a clear place it returns null and the citizen is asked.
 */
export function readWhere(text: string): Place | null {
  const clean = text.normalize("NFC");
  const tokens = [...clean.matchAll(TOKEN)].map(tokenOf);
  for (let at = 0; at < tokens.length; at++) {
    const start = startOf(tokens, at);
    if (start === null) continue;
    const end = endOf(tokens, start);
    const first = tokens[start];
    const last = tokens[end - 1];
    if (first === undefined || last === undefined) continue;
    return { words: clean.slice(first.start, last.end) };
  }
  return null;
}

function tokenOf(match: RegExpExecArray): Token {
  const typed = match[0];
  return {
    typed,
    word: normaliseTone(typed.toLowerCase()),
    start: match.index,
    end: match.index + typed.length,
    isSign: /^[,.;:!?\n]$/.test(typed),
    isName: /^\p{Lu}|^\p{N}/u.test(typed),
  };
}

/** How many tokens at `at` a phrase covers; 0 where none is there. */
function length(tokens: readonly Token[], at: number, from: readonly (readonly string[])[]): number {
  const found = from.find((words) =>
    words.every((word, i) => {
      const token = tokens[at + i];
      return token !== undefined && !token.isSign && wordMatches(token.word, word);
    }),
  );
  return found?.length ?? 0;
}

/** Where the place begins, if the token at `at` leads to a place or names one. */
function startOf(tokens: readonly Token[], at: number): number | null {
  const lead = length(tokens, at, leads);
  if (lead > 0) {
    const start = at + lead;
    return namesPlace(tokens, start, true) ? start : null;
  }
  return namesPlace(tokens, at, false) ? at : null;
}

function namesPlace(tokens: readonly Token[], at: number, hasLead: boolean): boolean {
  const kind = length(tokens, at, kinds);
  const next = tokens[at + kind];
  if (next === undefined || next.isSign) return false;
  if (kind === 0) return hasLead && next.isName && tokens[at + 1]?.isName === true && !/^\d/.test(next.typed);
  if (hasLead) return length(tokens, at + kind, endings) === 0 || next.isName;
  const isPlain = PLAIN_KINDS.has(kindAt(tokens, at, kind));
  return !isPreceded(tokens, at) && (next.isName || isPlain) && length(tokens, at + kind, endings) === 0;
}

const kindAt = (tokens: readonly Token[], at: number, count: number): string => {
  const found = KINDS.find(
    (kind) =>
      kind.split(" ").length === count &&
      kind.split(" ").every((word, i) => wordMatches(tokens[at + i]?.word ?? "", normaliseTone(word))),
  );
  return found ?? "";
};

function isPreceded(tokens: readonly Token[], at: number): boolean {
  return [1, 2].some((back) => at >= back && length(tokens, at - back, notBefore) === back);
}

/** A place continues over names, numbers and further kinds; it ends where other words begin. */
function endOf(tokens: readonly Token[], start: number): number {
  let sawName = false;
  let at = start;
  while (at < tokens.length && at - start < WORDS_MAX) {
    const token = tokens[at] as Token;
    const kind = length(tokens, at, kinds);
    const lead = length(tokens, at, leads);
    if (token.isSign) {
      const goesOn =
        /[,;]/.test(token.typed) && (length(tokens, at + 1, kinds) > 0 || length(tokens, at + 1, leads) > 0);
      if (!goesOn) break;
      at += 1;
    } else if (kind > 0 || lead > 0) {
      at += Math.max(kind, lead);
      sawName = false;
    } else {
      const isEnding = !token.isName && length(tokens, at, endings) > 0;
      if (isEnding || (sawName && !token.isName)) break;
      sawName ||= token.isName;
      at += 1;
    }
  }
  return at;
}
