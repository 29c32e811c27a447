import { DIGIT_OF, isHouseWord, LISTS, NAME_WORDS } from "../lexicon.ts";
import type { OwnDetail, Whose } from "../own-detail.ts";
import { foldedKey, spanOf } from "../own-numbers.ts";
import { endsSentence, foundBetween, type OwnReading } from "../own-reading.ts";
import type { KnownNames, TokenSpan } from "./known-names.ts";

export const LONGEST_NAME = 5;

const MOST_SKIPPED = 4;

/** "Tên cháu tuyệt đối giữ kín": with their marks these are no names. */
const BEGINS_WISH = /^(?:tuyệt|đừng)$/u;

export type Found = readonly [span: TokenSpan, whose: Whose];

export function nameDetail(reading: OwnReading, [from, to]: TokenSpan, whose: Whose): OwnDetail {
  const span = spanOf(reading, from, to);
  return { ...span, kind: "name", whose, key: foldedKey(span.words) };
}

/** Words that begin an office or a kind of person, not a name: in capitals only with their own marks. */
export function isOffice({ tokens }: OwnReading, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  // "Bảo Ngọc" is a person, "Bảo vệ" isn't.
  if (token.isCapital && tokens[at + 1]?.isCapital === true && LISTS.given.has(token.word)) return false;
  const isShouted = token.typed.length > 1 && token.typed === token.typed.toUpperCase();
  if (isShouted && (LISTS.skip.has(token.word) || LISTS.nameEnds.has(token.word))) return true;
  return token.isCapital ? LISTS.offices.hasMarked(token.word) : LISTS.offices.has(token.word);
}

/** A street, a school or an inn may bear a person's name; so may what follows "ở" or "từ", also in a list. */
export function isPlaceName(reading: OwnReading, at: number): boolean {
  const { tokens } = reading;
  let before = at - 1;
  while (
    at - before < MOST_OF_PLACE &&
    (tokens[before]?.isCapital || /^(?:[,–-]|và|va|với|voi)$/u.test(tokens[before]?.typed ?? ""))
  )
    before -= 1;
  const token = tokens[before];
  if (token === undefined) return false;
  return token.is === "digits" || LISTS.toPlaces.has(token.word) || isKindBefore(reading, before);
}

/** "trường tiểu học …", "chợ đêm …": the kind of place a few words before, with nobody in between. */
function isKindBefore(reading: OwnReading, last: number): boolean {
  for (let at = last; at > last - MOST_OF_KIND; at--) {
    const token = reading.tokens[at];
    if (token?.is !== "word" || LISTS.selfCapital.has(token.word)) return false;
    if (isPlaceAt(reading, at + 1)) return true;
  }
  return false;
}

const MOST_OF_KIND = 4;

/** The most words of places in a row that are gone back over. */
const MOST_OF_PLACE = 8;

/** "gần nhà ông Lý Văn Tài", "xa tan [doan van quan]": a neighbour's house, or the end of a place's name without capitals. */
export function isOfPlaceOrHouse({ tokens }: OwnReading, at: number): boolean {
  const isBare = tokens[at]?.isCapital === false;
  for (let before = at - 1; at - before <= MOST_OF_KIND; before--) {
    const token = tokens[before];
    if (token?.is !== "word" || LISTS.self.has(token.word)) return false;
    // "nga ba Po Leo" is a crossing, "ba" no "bà".
    if (/^ng[ãa]$/u.test(token.word) && DIGIT_OF.has(tokens[before + 1]?.word ?? "")) return true;
    if (isHouseWord(token.word))
      return LISTS.beside.has(tokens[before - 1]?.word ?? "") || isHostsHouse(tokens, before);
    // "công an xã giúp …" names no place.
    if (isBare && LISTS.homeKinds.has(token.word)) return !LISTS.bodies.has(tokens[before - 1]?.word ?? "");
    if (LISTS.homeEnds.has(token.word)) return false;
  }
  return false;
}

/** "ở nhà ông …": of the own house nobody says it so. Who stays there is told by "em ở nhà chị …". */
const isHostsHouse = (tokens: OwnReading["tokens"], at: number): boolean =>
  LISTS.titles.has(tokens[at + 1]?.word ?? "") &&
  LISTS.inside.has(tokens[at - 1]?.word ?? "") &&
  !LISTS.self.has(tokens[at - 2]?.word ?? "");

/** A street, a school or an inn may bear a person's name. */
export function isPlaceAt({ tokens }: OwnReading, at: number): boolean {
  const before = tokens[at - 1];
  return before?.is === "word" && (LISTS.placeKinds.has(before.word) || LISTS.homeKinds.has(before.word));
}

export function run(
  { tokens, text }: OwnReading,
  from: number,
  belongs: (token: OwnReading["tokens"][number], i: number) => boolean,
): number {
  let n = 0;
  for (; n <= LONGEST_NAME; n++) {
    const token = tokens[from + n];
    const before = tokens[from + n - 1];
    if (token === undefined || token.is !== "word" || !belongs(token, n)) break;
    if (n > 0 && before !== undefined && /\n/u.test(text.slice(before.end, token.start))) break;
  }
  return n;
}

/**
 * The name that begins at `at`, after signs and titles.
 * @param isSure whether a name must follow: then any words in lower case are taken up to the next stop
 */
export function nameFrom(
  reading: OwnReading,
  at: number,
  known: KnownNames,
  isSure: boolean,
): TokenSpan | null {
  const { tokens } = reading;
  let from = at;
  for (let skipped = 0; skipped < MOST_SKIPPED; skipped++) {
    const token = tokens[from];
    const isSkipped =
      token !== undefined &&
      (/^[:\-–"'“”(]$/u.test(token.typed) ||
        (isSure && token.typed === "\n" && isHeader(reading, from)) ||
        (token.is === "word" && LISTS.skip.has(token.word) && !token.isCapital));
    if (!isSkipped) break;
    from += 1;
  }
  const first = tokens[from];
  if (first === undefined || first.is !== "word") return null;
  if (isTimeOfDay(reading, from)) return null;
  const spelt = nameWithMiddle(reading, from);
  if (spelt !== null) return spelt;
  if (isOffice(reading, from) && !(isSure && first.isCapital)) return null;
  const whole = known.from(from);
  const capitals = run(reading, from, (token) => token.isCapital);
  if (capitals > 0) return [from, Math.max(from + Math.min(capitals, LONGEST_NAME), whole?.[1] ?? 0)];
  if (whole !== undefined) return whole;
  if (isSure) {
    const belongs = ({ word }: { readonly word: string }, i: number) =>
      !BEGINS_WISH.test(word) && (!LISTS.nameEnds.has(word) || (i === 0 && LISTS.given.has(word)));
    const words = run(reading, from, belongs);
    return words === 0 ? null : [from, from + Math.min(words, 4)];
  }
  // "năm", "ba" alone count something.
  const isCount = DIGIT_OF.has(first.word);
  const given = isCount
    ? 0
    : run(reading, from, ({ word }) => LISTS.given.has(word) && !LISTS.nameEnds.hasMarked(word));
  const next = tokens[from + given];
  const isWhole =
    next === undefined || next.is !== "word" || LISTS.nameEnds.has(next.word) || LISTS.offices.has(next.word);
  if (given > 0 && given <= 3 && isWhole) return [from, from + given];
  const clause = run(reading, from, ({ word }) => !LISTS.nameEnds.has(word));
  const fills = tokens[from + clause] === undefined || tokens[from + clause]?.is === "sign";
  return fills && clause >= 2 && clause <= 4 && LISTS.surnames.has(first.word) ? [from, from + clause] : null;
}

/** "sáng hôm kia" in lower case is no Sáng. */
const isTimeOfDay = ({ tokens }: OwnReading, at: number): boolean =>
  tokens[at]?.isCapital === false &&
  LISTS.days.has(tokens[at]?.word ?? "") &&
  LISTS.dayNames.has(tokens[at + 1]?.word ?? "");

/** "Người báo:", "Ký tên": the name may stand in the next line. */
const isHeader = ({ tokens }: OwnReading, at: number): boolean =>
  /^[:)]$/u.test(tokens[at - 1]?.typed ?? "") || LISTS.headers.has(tokens[at - 1]?.word ?? "");

/** "vi van kheo": the commonest middle names make any word before them a surname. */
export function nameWithMiddle(reading: OwnReading, from: number): TokenSpan | null {
  if (!/^(?:văn|van|thị|thi)$/u.test(reading.tokens[from + 1]?.word ?? "")) return null;
  const length = run(reading, from, ({ word }, i) => i < 2 || !LISTS.nameEnds.has(word));
  return length >= 3 ? [from, from + Math.min(length, LONGEST_NAME)] : null;
}

export function endingAt(
  reading: OwnReading,
  to: number,
  known: KnownNames,
  mayBeAnyWord = false,
): TokenSpan | null {
  const whole = known.to(to);
  if (whole !== undefined) return whole;
  let from = to;
  while (from > 0 && to - from < LONGEST_NAME) {
    const token = reading.tokens[from - 1];
    if (token === undefined || token.is !== "word" || !token.isCapital) break;
    from -= 1;
  }
  const first = reading.tokens[from];
  if (isPlaceAt(reading, from)) return null;
  // A sentence begins with a capital too: alone it is a name only where it is one of the usual ones.
  if (first === undefined || from === to) return null;
  const isStart = from === 0 || endsSentence(reading, from - 1);
  if (to - from === 1 && isStart && !mayBeAnyWord && !LISTS.given.has(first.word)) return null;
  return isOffice(reading, from) ? null : [from, to];
}

/** "nó bảo tôi là …", "chủ nhà tên …": somebody else speaks or is spoken of right before. */
export function isOfAnother(reading: OwnReading, at: number): boolean {
  const { tokens } = reading;
  const before = tokens[at - 1];
  if (isQuoted(reading, at)) return true;
  if (foundBetween(reading, NAME_WORDS.acquainted, Math.max(0, at - 3), at).some(({ end }) => end === at))
    return true;
  if (before?.is !== "word") return false;
  if (LISTS.harms.has(before.word)) return isWhoHarmed(tokens, at - 1);
  return LISTS.they.has(before.word) || /^(?:của|cua|bị|bi)$/u.test(before.word);
}

/** "kẻ lừa em tên …" names whoever did it; "nó lừa em tên …" and "có thằng lừa em tên …" may name the writer. */
export const isWhoHarmed = (tokens: OwnReading["tokens"], deed: number): boolean =>
  LISTS.harms.has(tokens[deed]?.word ?? "") &&
  (LISTS.someone.has(tokens[deed - 1]?.word ?? "") || tokens[deed - 1]?.word === "người") &&
  !/^(?:có|co)$/u.test(tokens[deed - 2]?.word ?? "");

/** "nó nhắn: em là Trang": what stands behind the colon is another's word. */
function isQuoted({ tokens }: OwnReading, at: number): boolean {
  let sign = at - 1;
  while (/^["'“”]$/u.test(tokens[sign]?.typed ?? "")) sign -= 1;
  if (tokens[sign]?.typed !== ":" || !LISTS.says.has(tokens[sign - 1]?.word ?? "")) return false;
  return tokens.slice(Math.max(0, sign - 4), sign - 1).some(({ word }) => LISTS.they.has(word));
}
