import type { Meaning, Token } from "./meaning.ts";

/** Aspects that add nothing: "thủ tục cần giấy tờ gì" asks for papers, "điều kiện là gì" for conditions. */
const GENERAL: ReadonlySet<string> = new Set(["how", "contents"]);
/** With these aspects "bao nhiêu" is a part of the question. */
const COUNTED: ReadonlySet<string> = new Set([
  "fee",
  "penalty",
  "duration",
  "age",
  "people",
  "hours",
  "phone",
  "frequency",
]);

/**
 * True where both ask the same thing about the same subject, in any words. Another number, year or document, an extra
 * "không", "phải" in place of "được", or another aspect makes them different.
 */
export function isSame(one: Meaning, other: Meaning): boolean {
  return (
    isAlikeAsked(one, other) &&
    one.content.some(({ isDoubtful }) => !isDoubtful) &&
    covers(one, other) &&
    covers(other, one) &&
    isInOrder(one.content, other.content)
  );
}

/** 0..1: the share of common content words, whatever is asked about them. */
export function affinity(one: Meaning, other: Meaning): number {
  const shared = one.content.filter((token) => holds(other.content, token)).length;
  const back = other.content.filter((token) => holds(one.content, token)).length;
  const total = one.content.length + other.content.length;
  return total === 0 ? 0 : (shared + back) / total;
}

/** True where one only has more details than the other: a person should look at both together. */
export function isKindred(one: Meaning, other: Meaning, atLeast: number): boolean {
  return (
    isAlikeAsked(one, other) && (covers(one, other) || covers(other, one)) && affinity(one, other) >= atLeast
  );
}

/**
 * True where they differ only in words that the lexicon doesn't know and share most words: then an embedding may
 * compare the meanings. It never compares "hộ chiếu" with "căn cước".
 */
export function mayMeanTheSame(one: Meaning, other: Meaning, atLeast: number): boolean {
  const isKnown = ({ key }: Token) => key.startsWith("same:");
  const strays = [
    ...one.content.filter((token) => !holds(other.content, token)),
    ...other.content.filter((token) => !holds(one.content, token)),
  ];
  return isAlikeAsked(one, other) && !strays.some(isKnown) && affinity(one, other) >= atLeast;
}

/** True where both name the same numbers. */
export function sameNumbers(one: Meaning, other: Meaning): boolean {
  if (!sameSet(one.numbers, other.numbers)) return false;
  return [...one.years].every(([number, year]) => (other.years.get(number) ?? year) === year);
}

function isAlikeAsked(one: Meaning, other: Meaning): boolean {
  return (
    sameNumbers(one, other) &&
    one.negations > 0 === other.negations > 0 &&
    sameSet(aspectsOf(one), aspectsOf(other)) &&
    sameForm(one, other) &&
    sameModals(one, other)
  );
}

function aspectsOf({ asked }: Meaning): ReadonlySet<string> {
  const named = [...asked].filter((aspect) => !GENERAL.has(aspect));
  const telling = named.length > 1 ? named.filter((aspect) => aspect !== "definition") : named;
  return new Set(
    telling.filter((aspect) => aspect !== "count" || !telling.some((other) => COUNTED.has(other))),
  );
}

/** "Đăng ký tạm trú" alone asks how, not whether one must. */
function sameForm(one: Meaning, other: Meaning): boolean {
  const [first, second] = [formOf(one), formOf(other)];
  return first === second || (first !== "yes_no" && second !== "yes_no");
}

function formOf({ asked, isYesNo, modals }: Meaning): "open" | "yes_no" | "bare" {
  if (asked.size > 0) return "open";
  return isYesNo || modals.size > 0 ? "yes_no" : "bare";
}

function sameModals(one: Meaning, other: Meaning): boolean {
  if (formOf(one) === "open") {
    const strict = (modals: ReadonlySet<string>) =>
      new Set([...modals].filter((modal) => modal !== "suffer"));
    return !contradict(strict(one.modals), strict(other.modals));
  }
  if (one.modals.size > 0 && other.modals.size > 0) return sameSet(one.modals, other.modals);
  return one.modals.size === other.modals.size || (one.isYesNo && other.isYesNo);
}

function contradict(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size > 0 && others.size > 0 && ![...some].some((modal) => others.has(modal));
}

function covers(whole: Meaning, part: Meaning): boolean {
  return part.content.every((token) => token.isDoubtful || holds(whole.content, token));
}

const holds = (tokens: readonly Token[], wanted: Token): boolean =>
  tokens.some((token) => sameToken(token, wanted));

function sameToken(one: Token, other: Token): boolean {
  return one.key === other.key || ((one.isUnmarked || other.isUnmarked) && one.surface === other.surface);
}

/** People who act on each other, and words for which the order matters. */
const PEOPLE: ReadonlySet<string> = new Set(
  ["vợ", "chồng", "bố mẹ", "trẻ em", "chủ trọ", "người thuê", "người dân", "công an xã", "người già"].map(
    (name) => `same:${name}`,
  ),
);
const DIRECTIONS: ReadonlySet<string> = new Set(["sang", "thanh", "chuyen sang"]);

function isInOrder(one: readonly Token[], other: readonly Token[]): boolean {
  const isDirected = one.some(({ surface }) => DIRECTIONS.has(surface));
  const ordered = (tokens: readonly Token[]) =>
    tokens.filter((token) => isDirected || PEOPLE.has(token.key)).filter((token) => !token.isDoubtful);
  const [first, second] = [distinct(ordered(one)), distinct(ordered(other))];
  return first.every((token, i) => second[i] !== undefined && sameToken(token, second[i]));
}

const distinct = (tokens: readonly Token[]): Token[] =>
  tokens.filter((token, i) => !tokens.slice(0, i).some((earlier) => sameToken(earlier, token)));

const sameSet = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  some.size === others.size && [...some].every((item) => others.has(item));
