import { fold } from "../../../fold.ts";
import { CLASS_WORDS, LISTS, NAME_WORDS } from "../lexicon.ts";
import { tokensOf } from "../own-numbers.ts";
import { endsSentence, foundBetween, type OwnReading, surroundings } from "../own-reading.ts";
import type { KnownNames, TokenSpan } from "./known-names.ts";
import {
  type Found,
  isOfAnother,
  isOffice,
  isPlaceAt,
  isPlaceName,
  LONGEST_NAME,
  nameFrom,
  nameWithMiddle,
  run,
} from "./name-span.ts";

/** After "tôi là", "họ và tên:" and the like. */
export function introduced(reading: OwnReading, known: KnownNames): Found[] {
  const all = (book: keyof typeof NAME_WORDS) => NAME_WORDS[book].all(reading.utterance);
  const sure = all("sure").flatMap(({ start, end }): Found[] => {
    if (isOfAnother(reading, start)) return [];
    const isOwn = foundBetween(reading, CLASS_WORDS.self, start, end).length > 0;
    const isTold = reading.tokens[end]?.is === "sign" || /^l[àa]$/u.test(reading.tokens[end - 1]?.word ?? "");
    const span = nameFrom(reading, end, known, isOwn || isTold);
    return span === null ? [] : [[span, "reporter"], ...alsoNamed(reading, span, known)];
  });
  const likely = all("likely").flatMap(({ start, end }): Found[] => {
    if (isOfAnother(reading, start) || isArranged(reading, start) || isSought(reading, start, end)) return [];
    // "bà Chu Thị …" is no "bà chú".
    if ([end - 1, end].every((at) => reading.tokens[at]?.isCapital)) return [];
    const saysSelf = foundBetween(reading, CLASS_WORDS.self, start, end).length > 0;
    const span = nameFrom(reading, end, known, false) ?? nameWithin(reading, end, known);
    // "hỏi lan nhé" asks for somebody, "hoi nham" only asks.
    if (span === null || (!saysSelf && isOrdinary(reading, span))) return [];
    return [[span, "unclear"], ...alsoNamed(reading, span, known)];
  });
  // "em là chủ bãi tên Quang", not "em là bạn nó, nó tên …"
  const described = all("described").flatMap(({ start, end }): Found[] => {
    const isBroken = reading.tokens.slice(start, end).some(
      ({ is, word }, i, all) =>
        is !== "word" ||
        /^(?:nó|no|hắn|han|chúng|chung)$/u.test(word) ||
        // "em làm ở chợ, có thằng tên …", but "em là một đứa … tên …"
        (LISTS.someone.has(word) && !/^(?:là|la|một|mot)$/u.test(all[i - 1]?.word ?? "")),
    );
    const span = isBroken || isOfAnother(reading, start) ? null : nameFrom(reading, end, known, false);
    return span === null ? [] : [[span, "unclear"]];
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
  return [...sure, ...likely, ...described, ...plain];
}

/** "hẹn gặp ở ngã ba …": whom somebody was told to meet isn't who writes. */
const isArranged = ({ tokens }: OwnReading, at: number): boolean =>
  /^(?:hẹn|hen|rủ|ru)$/u.test(tokens[at - 1]?.word ?? "");

/**
 * "em hỏi anh Khang": whom the writer asks or calls is somebody else; "hỏi Lan" may be the writer, and so may whoever is
 * called so in "ở nhà em gọi Bống".
 */
function isSought({ tokens }: OwnReading, start: number, end: number): boolean {
  const word = tokens[start]?.word ?? "";
  const mayBeCalled = /^(?:gọi|goi)$/u.test(word) && end === start + 1;
  if (mayBeCalled && !LISTS.titles.has(tokens[end]?.word ?? "")) return false;
  return LISTS.seeks.has(word) && LISTS.selfCapital.has(tokens[start - 1]?.word ?? "");
}

/** A word or two without marks or capitals, in the middle of others: they can be anything. */
function isOrdinary({ tokens }: OwnReading, [from, to]: TokenSpan): boolean {
  const next = tokens[to];
  const words = tokens.slice(from, to);
  if (to - from > 2 || words.some(({ word, isCapital }) => isCapital || word !== fold(word))) return false;
  return next?.is === "word" && !LISTS.closers.has(next.word);
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

/** "… và Đỗ Thị Minh", "… con ông Phúc" after a name that was found. */
function alsoNamed(reading: OwnReading, [, to]: TokenSpan, known: KnownNames): Found[] {
  const word = reading.tokens[to]?.word ?? "";
  const kin = foundBetween(reading, CLASS_WORDS.kin, to, to + 2).find(({ start }) => start === to);
  if (/^(?:tên|ten|nick|tức)$/u.test(word)) {
    const rest = nameFrom(reading, to + 1, known, true);
    return rest === null ? [] : [[rest, "reporter"]];
  }
  // "tên Lành, họ Nình"; "họ đánh nhau" speaks of others.
  const surname = word === "," ? to + 1 : to;
  if (reading.tokens[surname]?.word === "họ" && reading.tokens[surname + 1]?.isCapital === true)
    return [[[surname + 1, surname + 2], "unclear"]];
  if (kin === undefined && !/^(?:và|va|&|,)$/u.test(word)) return [];
  const next = word === "," ? null : nameFrom(reading, kin?.end ?? to + 1, known, false);
  const listed = next ?? known.from(to + 1);
  return listed === undefined ? [] : [[listed, "unclear"]];
}

/** "Tôi là giáo viên Lộc Thị Hiền": the first name of this part of the sentence. */
function nameWithin(reading: OwnReading, at: number, known: KnownNames): TokenSpan | null {
  const [, last] = surroundings(reading, at, at, "part", 7);
  const named = known.within(at, last);
  const whole = named !== undefined && isPlaceName(reading, named[0]) ? undefined : named;
  const capitals = capitalsWithin(reading, at, last);
  const span = whole === undefined || (capitals !== null && capitals[0] < whole[0]) ? capitals : whole;
  if (span === null) return null;
  return foundBetween(reading, CLASS_WORDS.they, at, span[0]).length === 0 ? span : null;
}

/** Two capitals or more, and no place. */
function capitalsWithin(reading: OwnReading, at: number, last: number): TokenSpan | null {
  for (let from = at; from < last; from++) {
    const length = run(reading, from, (token) => token.isCapital);
    if (length >= 2 && length <= LONGEST_NAME && !isPlaceAt(reading, from) && !isOffice(reading, from))
      return [from, from + length];
  }
  return null;
}

/** "em nông văn tài": a surname and a middle name make a name of it without capitals. */
function lowerName(reading: OwnReading, from: number, known: KnownNames): TokenSpan | null {
  if (!LISTS.surnames.has(reading.tokens[from]?.word ?? "")) return null;
  return nameWithMiddle(reading, from) ?? known.from(from) ?? null;
}

/** "em Lan", "tôi, Nguyễn Văn Hùng,": a name in capitals right after a word for oneself. */
export function selfWithName(reading: OwnReading, known: KnownNames): Found[] {
  return reading.tokens.flatMap(({ is, word, isCapital }, at): Found[] => {
    if (is !== "word" || !LISTS.selfCapital.has(word) || isOfAnother(reading, at)) return [];
    // "Minh Khai" is a street: "mình" has no capital within a sentence.
    const isWithin = isCapital && at > 0 && !endsSentence(reading, at - 1);
    if (isWithin || (isCapital && !LISTS.selfCapital.hasMarked(word))) return [];
    // "em: Thuỷ" opens a sentence; "rủ em: Tú, Tuấn" tells of others.
    const isFirst = at === 0 || endsSentence(reading, at - 1);
    const next = reading.tokens[at + 1]?.typed ?? "";
    const from = /^[,(]$/u.test(next) || (isFirst && next === ":") ? at + 2 : at + 1;
    const length = run(reading, from, (token) => token.isCapital);
    const first = reading.tokens[from];
    const whole = length === 0 ? lowerName(reading, from, known) : null;
    if (whole !== null) return [[whole, "unclear"]];
    if (length === 0 || length > LONGEST_NAME || first === undefined) return [];
    if (isOffice(reading, from) || isPlaceAt(reading, from)) return [];
    if (from === at + 2 && length < 2 && !LISTS.given.has(first.word)) return [];
    return [[[from, from + length], "unclear"]];
  });
}

/** "facebook Hoàng Lan Anh của em": capitals between an application and "của em". */
export function profileNames(reading: OwnReading): Found[] {
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
export const inChinese = (reading: OwnReading): Found[] =>
  [...reading.text.matchAll(IN_CHINESE)].map(
    ({ 0: words, index }): Found => [tokensOf(reading, index, index + words.length), "unclear"],
  );
