import { fold } from "../../fold.ts";
import { nameSpans } from "../personal-names.ts";
import { CLASS_WORDS, LISTS, NAME_WORDS } from "./lexicon.ts";
import type { OwnDetail, Whose } from "./own-detail.ts";
import { spanOf, tokensOf } from "./own-numbers.ts";
import { endsSentence, foundBetween, type OwnReading, surroundings } from "./own-reading.ts";

const LONGEST_NAME = 5;
const MOST_SKIPPED = 4;

type TokenSpan = readonly [from: number, to: number];

/**
 * Names by which the writer, or the family, is told: after "tôi là", "em tên", "người báo:", before "đây", as a
 * signature, beside a number that isn't another's. Names of others stay.
 * @param numbers what was found before: a name beside an own number is its owner's
 */
export function ownNames(reading: OwnReading, numbers: readonly OwnDetail[]): readonly OwnDetail[] {
  const known = nameSpans(reading.text).map(([start, end]) =>
    inOneLine(reading, tokensOf(reading, start, end)),
  );
  const found = [
    ...introduced(reading, known),
    ...selfWithName(reading),
    ...announced(reading, known),
    ...opened(reading),
    ...inChinese(reading),
    ...signed(reading, known),
    ...besideNumbers(reading, known, numbers),
    ...profileNames(reading),
    ...ofNobodyElse(reading, known),
  ];
  const spans: (readonly [span: TokenSpan, whose: Whose])[] = [];
  for (const [[from, to], whose] of found.sort(([a], [b]) => a[0] - b[0] || b[1] - a[1])) {
    const before = spans.at(-1);
    if (before === undefined || from >= before[0][1]) spans.push([[from, to], whose]);
    else if (to > before[0][1]) spans[spans.length - 1] = [[before[0][0], to], before[1]];
  }
  return spans.map(([[from, to], whose]) => {
    const span = spanOf(reading, from, to);
    return { ...span, kind: "name", whose, key: fold(span.words).replace(/[^\p{L}\p{Nd}]/gu, "") };
  });
}

/** A name doesn't go on in the next line. */
function inOneLine({ tokens }: OwnReading, [from, to]: TokenSpan): TokenSpan {
  const end = tokens.findIndex(({ typed }, at) => at >= from && at < to && typed === "\n");
  return [from, end < 0 ? to : end];
}

/** Words that begin an office or a kind of person, not a name: in capitals only with their own marks. */
function isOffice({ tokens }: OwnReading, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  // "Bảo Ngọc" is a person, "Bảo vệ" isn't.
  if (token.isCapital && tokens[at + 1]?.isCapital === true && LISTS.given.has(token.word)) return false;
  const isShouted = token.typed.length > 1 && token.typed === token.typed.toUpperCase();
  if (isShouted && (LISTS.skip.has(token.word) || LISTS.nameEnds.has(token.word))) return true;
  return token.isCapital ? LISTS.offices.hasMarked(token.word) : LISTS.offices.has(token.word);
}

type Found = readonly [span: TokenSpan, whose: Whose];

/** After "tôi là", "họ và tên:" and the like. */
function introduced(reading: OwnReading, known: readonly TokenSpan[]): Found[] {
  const all = (book: keyof typeof NAME_WORDS) => NAME_WORDS[book].all(reading.utterance);
  const sure = all("sure").flatMap(({ start, end }): Found[] => {
    if (isOfAnother(reading, start)) return [];
    const span = nameFrom(reading, end, known, true);
    return span === null ? [] : [[span, "reporter"], ...alsoNamed(reading, span, known)];
  });
  const likely = all("likely").flatMap(({ start, end }): Found[] => {
    if (isOfAnother(reading, start)) return [];
    const span = nameFrom(reading, end, known, false) ?? nameWithin(reading, end, known);
    return span === null ? [] : [[span, "unclear"], ...alsoNamed(reading, span, known)];
  });
  // "Tên: Hồng" at the beginning of a line or sentence.
  const plain = all("plain").flatMap(({ start, end }): Found[] => {
    const isHeader =
      reading.tokens[end]?.typed === ":" && (start === 0 || reading.tokens[start - 1]?.is === "sign");
    const before = reading.tokens[start - 1];
    const isNext = before?.is === "digits" || /^[.,;]$/u.test(before?.typed ?? "");
    const isOurs = isNext && isAboutSelf(reading, start);
    const span = isHeader || isOurs ? nameFrom(reading, end, known, true) : null;
    return span === null ? [] : [[span, "unclear"]];
  });
  return [...sure, ...likely, ...plain];
}

/** The words before speak of the writer, and of nobody else. */
function isAboutSelf(reading: OwnReading, at: number): boolean {
  const [first] = surroundings(reading, at, at, "sentence");
  const selves = foundBetween(reading, CLASS_WORDS.self, first, at);
  const speaksOfSelf = selves.some(
    ({ start, end }) => start === first && /^(?:là|la)$/u.test(reading.tokens[end]?.word ?? ""),
  );
  const isAlone = foundBetween(reading, CLASS_WORDS.they, first, at).length === 0;
  return selves.length > 0 && (speaksOfSelf || isAlone);
}

/** "nó bảo tôi là …", "chủ nhà tên …": somebody else speaks or is spoken of right before. */
function isOfAnother({ tokens }: OwnReading, at: number): boolean {
  const before = tokens[at - 1];
  return before?.is === "word" && (LISTS.they.has(before.word) || /^(?:của|cua|bị|bi)$/u.test(before.word));
}

/** "… và Đỗ Thị Minh", "… con ông Phúc" after a name that was found. */
function alsoNamed(reading: OwnReading, [, to]: TokenSpan, known: readonly TokenSpan[]): Found[] {
  const word = reading.tokens[to]?.word ?? "";
  const kin = foundBetween(reading, CLASS_WORDS.kin, to, to + 2).find(({ start }) => start === to);
  if (/^(?:tên|ten)$/u.test(word)) {
    const rest = nameFrom(reading, to + 1, known, true);
    return rest === null ? [] : [[rest, "reporter"]];
  }
  if (kin === undefined && !/^(?:và|va|&|,)$/u.test(word)) return [];
  const next = word === "," ? null : nameFrom(reading, kin?.end ?? to + 1, known, false);
  const listed = next ?? known.find(([from]) => from === to + 1);
  return listed === undefined ? [] : [[listed, "unclear"]];
}

/**
 * The name that begins at `at`, after signs and titles.
 * @param isSure whether a name must follow: then any words in lower case are taken up to the next stop
 */
function nameFrom(
  reading: OwnReading,
  at: number,
  known: readonly TokenSpan[],
  isSure: boolean,
): TokenSpan | null {
  const { tokens, capitalsTell } = reading;
  let from = at;
  for (let skipped = 0; skipped < MOST_SKIPPED; skipped++) {
    const token = tokens[from];
    const isSkipped =
      token !== undefined &&
      (/^[:\-–"'“”(]$/u.test(token.typed) ||
        (isSure && token.typed === "\n") ||
        (token.is === "word" && LISTS.skip.has(token.word) && !(capitalsTell && token.isCapital)));
    if (!isSkipped) break;
    from += 1;
  }
  const first = tokens[from];
  if (first === undefined || first.is !== "word") return null;
  const spelt = nameWithMiddle(reading, from);
  if (spelt !== null) return spelt;
  if (isOffice(reading, from) && !(isSure && first.isCapital)) return null;
  const whole = known.find(([start]) => start === from);
  const capitals = capitalsTell ? run(reading, from, (token) => token.isCapital) : 0;
  if (capitals > 0) return [from, Math.max(from + Math.min(capitals, LONGEST_NAME), whole?.[1] ?? 0)];
  if (whole !== undefined) return whole;
  if (isSure) {
    const belongs = ({ word }: { readonly word: string }, i: number) =>
      !LISTS.nameEnds.has(word) || (i === 0 && LISTS.given.has(word));
    const words = run(reading, from, belongs);
    return words === 0 ? null : [from, from + Math.min(words, 4)];
  }
  const given = run(reading, from, ({ word }) => LISTS.given.has(word));
  const next = tokens[from + given];
  const isWhole = next === undefined || next.is !== "word" || LISTS.nameEnds.has(next.word);
  if (given > 0 && given <= 3 && isWhole) return [from, from + given];
  const clause = run(reading, from, ({ word }) => !LISTS.nameEnds.has(word));
  const fills = tokens[from + clause] === undefined || tokens[from + clause]?.is === "sign";
  return fills && clause >= 2 && clause <= 4 && LISTS.surnames.has(first.word) ? [from, from + clause] : null;
}

/** "vi van kheo": the commonest middle names make any word before them a surname. */
function nameWithMiddle(reading: OwnReading, from: number): TokenSpan | null {
  if (!/^(?:văn|van|thị|thi)$/u.test(reading.tokens[from + 1]?.word ?? "")) return null;
  const length = run(reading, from, ({ word }, i) => i < 2 || !LISTS.nameEnds.has(word));
  return length >= 3 ? [from, from + Math.min(length, LONGEST_NAME)] : null;
}

/** "Tôi là giáo viên Lộc Thị Hiền": the first name of this part of the sentence. */
function nameWithin(reading: OwnReading, at: number, known: readonly TokenSpan[]): TokenSpan | null {
  const [, last] = surroundings(reading, at, at, "part", 7);
  const whole = known.find(([from]) => from >= at && from < last);
  const capitals = capitalsWithin(reading, at, last);
  const span = whole === undefined || (capitals !== null && capitals[0] < whole[0]) ? capitals : whole;
  if (span === null) return null;
  return foundBetween(reading, CLASS_WORDS.they, at, span[0]).length === 0 ? span : null;
}

/** Two capitals or more, and no place. */
function capitalsWithin(reading: OwnReading, at: number, last: number): TokenSpan | null {
  if (!reading.capitalsTell) return null;
  for (let from = at; from < last; from++) {
    const length = run(reading, from, (token) => token.isCapital);
    if (length >= 2 && length <= LONGEST_NAME && !isPlaceAt(reading, from) && !isOffice(reading, from))
      return [from, from + length];
  }
  return null;
}

function run(
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

/** "em Lan", "tôi, Nguyễn Văn Hùng,": a name in capitals right after a word for oneself. */
function selfWithName(reading: OwnReading): Found[] {
  if (!reading.capitalsTell) return [];
  return reading.tokens.flatMap(({ is, word }, at): Found[] => {
    if (is !== "word" || !LISTS.selfCapital.has(word) || isOfAnother(reading, at)) return [];
    const from = /^[,(]$/u.test(reading.tokens[at + 1]?.typed ?? "") ? at + 2 : at + 1;
    const length = run(reading, from, (token) => token.isCapital);
    const first = reading.tokens[from];
    if (length === 0 || length > LONGEST_NAME || first === undefined) return [];
    if (isOffice(reading, from) || isPlaceAt(reading, from)) return [];
    if (from === at + 2 && length < 2 && !LISTS.given.has(first.word)) return [];
    return [[[from, from + length], "unclear"]];
  });
}

/** "Lan đây ạ", "Trịnh Văn Đức báo:". */
function announced(reading: OwnReading, known: readonly TokenSpan[]): Found[] {
  return NAME_WORDS.after.all(reading.utterance).flatMap(({ start }): Found[] => {
    const span = endingAt(reading, start, known);
    if (span === null) return [];
    const [from] = span;
    const [first] = surroundings(reading, from, from, "part", 8);
    const isOther =
      !LISTS.self.has(reading.tokens[first]?.word ?? "") &&
      foundBetween(reading, CLASS_WORDS.they, first, from).length > 0;
    return isOther ? [] : [[span, "unclear"]];
  });
}

/** "anh Cường công nhân mỏ đây": a title and a name open a part of the sentence that "đây" closes. */
function opened(reading: OwnReading): Found[] {
  if (!reading.capitalsTell) return [];
  return CLASS_WORDS.here.all(reading.utterance).flatMap(({ start }): Found[] => {
    const [first] = surroundings(reading, start, start, "part", 10);
    const from = LISTS.skip.has(reading.tokens[first]?.word ?? "") ? first + 1 : first;
    const length = run(reading, from, (token) => token.isCapital);
    const isName = length > (from > first ? 0 : 1) && !isOffice(reading, from);
    return isName && from < start ? [[[from, Math.min(from + length, start)], "unclear"]] : [];
  });
}

/** A street, a school or an inn may bear a person's name. */
function isPlaceAt({ tokens }: OwnReading, at: number): boolean {
  const before = tokens[at - 1];
  return before?.is === "word" && (LISTS.placeKinds.has(before.word) || LISTS.homeKinds.has(before.word));
}

/** A whole name that nothing ties to the accused may be the writer's: it is asked. */
function ofNobodyElse(reading: OwnReading, known: readonly TokenSpan[]): Found[] {
  return known.flatMap(([from, to]): Found[] => {
    const isWhole = to - from >= 2 && reading.tokens[from]?.is === "word";
    if (!isWhole || isPlaceAt(reading, from) || reading.tokens[from - 1]?.is === "digits") return [];
    const [first, last] = surroundings(reading, from, to, "part", 8);
    const isTheirs =
      foundBetween(reading, NAME_WORDS.theirs, first, from).length > 0 ||
      foundBetween(reading, NAME_WORDS.acts, to, last).some(({ start }) => start === to);
    return isTheirs ? [] : [[[from, to], "unclear"]];
  });
}

/** "facebook Hoàng Lan Anh của em": capitals between an application and "của em". */
function profileNames(reading: OwnReading): Found[] {
  if (!reading.capitalsTell) return [];
  return CLASS_WORDS.app.all(reading.utterance).flatMap(({ end }): Found[] => {
    const length = run(reading, end, (token) => token.isCapital);
    const [, last] = surroundings(reading, end, end, "part", 9);
    const isOwn = foundBetween(reading, CLASS_WORDS.ofSelf, end, last).some(
      ({ start }) => start === end + length,
    );
    return length > 0 && isOwn ? [[[end, end + length], "reporter"]] : [];
  });
}

const IN_CHINESE = /(?<=我(?:的名字)?(?:叫|是))\p{Script=Han}{2,3}/gu;

/** "我叫王伟": the token is one, as Chinese has no blanks. */
const inChinese = (reading: OwnReading): Found[] =>
  [...reading.text.matchAll(IN_CHINESE)].map(
    ({ 0: words, index }): Found => [tokensOf(reading, index, index + words.length), "unclear"],
  );

function endingAt(
  reading: OwnReading,
  to: number,
  known: readonly TokenSpan[],
  mayBeAnyWord = false,
): TokenSpan | null {
  const whole = known.find(([, end]) => end === to);
  if (whole !== undefined) return whole;
  if (!reading.capitalsTell) return null;
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

/** A signature: a sentence or a line that is nothing but a name, or a name that ends the whole. */
function signed(reading: OwnReading, known: readonly TokenSpan[]): Found[] {
  const { tokens } = reading;
  const last = known.findLast(([from]) => from > 0 && tokens[from - 1]?.is === "sign");
  const isEnd = last !== undefined && tokens.slice(last[1]).every(({ is }) => is !== "word");
  const found = isEnd && !isNamedAsOther(reading, last[0]) ? [last] : [];
  return [...found, ...linesOfNames(reading)].map((span): Found => [span, "unclear"]);
}

/** Sentences of two to four capitals. The first of all may be a heading. */
function linesOfNames(reading: OwnReading): TokenSpan[] {
  if (!reading.capitalsTell) return [];
  const { tokens } = reading;
  const spans: TokenSpan[] = [];
  for (let from = 0, at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && !endsSentence(reading, at)) continue;
    const length = run(reading, from, (token) => token.isCapital);
    const isAll = tokens.slice(from + length, at).every(({ is }) => is !== "word");
    if (from > 0 && isAll && length >= 2 && length <= 4 && !isOffice(reading, from))
      spans.push([from, from + length]);
    from = at + 1;
  }
  return spans;
}

const isNamedAsOther = (reading: OwnReading, at: number): boolean => {
  const [first] = surroundings(reading, at, at, "sentence", 8);
  return [CLASS_WORDS.they, NAME_WORDS.theirs].some(
    (book) => foundBetween(reading, book, first, at).length > 0,
  );
};

/** "Trần Thị Lan, 0912…", "gọi 0912… gặp Hằng", "0912… (Hùng, trưởng thôn)". */
function besideNumbers(
  reading: OwnReading,
  known: readonly TokenSpan[],
  numbers: readonly OwnDetail[],
): Found[] {
  return numbers
    .filter(({ whose, kind }) => whose !== "other" && kind !== "birth" && kind !== "plate")
    .flatMap(({ start, end }): Found[] => {
      const [from, to] = tokensOf(reading, start, end);
      const before = nameBefore(reading, from, known);
      const after = nameAfter(reading, to, known);
      return [before, after].flatMap((span): Found[] =>
        span === null || isOfAnother(reading, span[0]) ? [] : [[span, "unclear"]],
      );
    });
}

function nameBefore(reading: OwnReading, at: number, known: readonly TokenSpan[]): TokenSpan | null {
  let to = at;
  for (let skipped = 0; skipped < 4 && to > 0; skipped++) {
    const token = reading.tokens[to - 1];
    const isBetween =
      token !== undefined &&
      (/^[,:;.()\n\-–]$/u.test(token.typed) ||
        (!token.isCapital && foundBetween(reading, CLASS_WORDS.number, to - 1, to).length > 0));
    if (!isBetween) break;
    to -= 1;
  }
  return endingAt(reading, to, known, to < at);
}

function nameAfter(reading: OwnReading, at: number, known: readonly TokenSpan[]): TokenSpan | null {
  const sign = reading.tokens[at];
  const from = sign !== undefined && /^[,:(\-–]$/u.test(sign.typed) ? at + 1 : at;
  const whole = known.find(([start]) => start === from);
  if (whole !== undefined) return whole;
  const length = reading.capitalsTell && from > at ? run(reading, from, (token) => token.isCapital) : 0;
  if (length === 0 || length > LONGEST_NAME) return null;
  return isOffice(reading, from) ? null : [from, from + length];
}
