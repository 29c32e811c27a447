import { fold } from "../../../language/fold.ts";
import { type Bound, type Choice, type FigureQuery, ranks } from "../figure-query.ts";
import WORDS from "./choice-words.json" with { type: "json" };
import { asksYesOrNo } from "./claims.ts";
import type { NumberSaid, Reading } from "./figure-reading.ts";
import { isLittle } from "./named-spans.ts";
import { countOf, DIGITS } from "./spelled-numbers.ts";

const folded = (words: readonly string[]) => words.map((word) => fold(word));
const either = (words: readonly string[]) => `(?:${folded(words).join("|")})`;
const { khong: _, ...COUNTS } = DIGITS;
const NUMBERS: Readonly<Record<string, number>> = { ...COUNTS, nhi: 2 };
const NUMBER = `(\\d{1,2}|${Object.keys(NUMBERS).join("|")})`;
const END = `(${either(WORDS.high)}|${either(WORDS.low)})`;
const LOW = new RegExp(`^${either(WORDS.low)}$`);

const TOP = [
  new RegExp(`\\btop ${NUMBER}\\b`),
  new RegExp(`\\b${NUMBER} ${either(WORDS.counted)}\\b(?: [a-z]+){0,6}? ${END}(?: [a-z]+){0,5} nhat\\b`),
  new RegExp(`\\b${END} nhat (?:la )?${NUMBER} ${either(WORDS.counted)}\\b`),
  new RegExp(
    `\\b${NUMBER} ${either(WORDS.counted)} (?:dung )?(${either([...WORDS.first, ...WORDS.last])})\\b`,
  ),
];
/** "ba loại này" are those of before, and no first three. */
const THESE = new RegExp(`\\b${NUMBER} ${either(WORDS.counted)} (?:do|nay|ay|tren|kia)\\b`);
const NTH = new RegExp(`\\b${END} (?:[a-z]+ )?(?:thu ${NUMBER}|nhi)\\b`);
const PLACE = new RegExp(`\\b(?:dung|xep|hang|vi tri)(?: hang| vi tri)? thu ${NUMBER}\\b`);
/** "nhì", "còn thứ ba thì sao" after a ranking. */
const NEXT = new RegExp(
  `^(?:(?:con|the|vay|dung|xep|hang|vi tri|thu|loai|huyen|noi) )*${NUMBER}(?: (?:thi sao|la .*|thi .*|nua))?$`,
);
const BOTH_ENDS = [WORDS.high, WORDS.low].map((words) => new RegExp(`\\b${either(words)} nhat\\b`));
const FROM_BELOW = new RegExp(`\\b${either(WORDS.fromBelow)}\\b`);
const WHICH_RANK = new RegExp(`\\b${either(WORDS.whichRank)}\\b`);

/**
 * Which of several are wanted: the first three, the second highest, those below 95 %, or the rank of one.
 * @param before the question before, whose choice "còn trên 98" changes
 * @example "loại nào dưới 95%" // below 95, of shares
 * @example "loại nào cao thứ hai" // the second from above
 */
export function readChoice(reading: Reading, isVerified: boolean, before?: FigureQuery): Choice | undefined {
  if (namesGoal(reading)) return undefined;
  const chosen = readChosen(reading, isVerified, before);
  if (!leavesOutSome(reading)) return chosen;
  const end = EXTREME.exec(fold(reading.words.join(" ")))?.[1];
  if (chosen !== undefined || end === undefined) return chosen && { ...chosen, out: true };
  return { order: LOW.test(end) ? "lowest" : "highest", top: 1, out: true };
}

/** "bỏ cái 100% ra", "trừ hai loại thấp nhất": not a type, but a condition right after the word says which are left out. */
function leavesOutSome({ tags, words, numbers }: Reading): boolean {
  const from = tags.find(({ tag }) => tag === "op:except")?.end;
  if (from === undefined) return false;
  const named = tags.find(({ tag, at }) => at >= from && tag.startsWith("unit:") && !MANY.includes(tag));
  const near = fold(words.slice(from, named?.at ?? from + NEAR).join(" "));
  return (
    !/(?:^| )nao(?: |$)/u.test(near) &&
    (EXTREME.test(near) || numbers.some(({ at, share }) => share && at >= from && at <= from + NEAR))
  );
}
const NEAR = 5;

function readChosen(reading: Reading, isVerified: boolean, before?: FigureQuery): Choice | undefined {
  const orders = reading.tags.filter(({ tag, at, end }) => tag === "op:ranking" && end - at > 1);
  // "xep thu tu" is no fourth place.
  const isOrder = (i: number) => orders.some(({ at, end }) => at <= i && i < end);
  const said = fold(reading.words.map((word, i) => (isOrder(i) ? "-" : word)).join(" "));
  const nth = NTH.exec(said) ?? PLACE.exec(said);
  if (isVerified) {
    const end = reading.numbers.length === 0 && namesOne(reading) ? EXTREME.exec(said) : null;
    if (end !== null) return { order: LOW.test(end[1] ?? "") ? "lowest" : "highest", rank: true, said: 1 };
    const place = FROM_BELOW.test(said) ? LAST_BUT_ONE : nth === null ? undefined : nthOf(nth);
    if (place !== undefined) return { order: place.order, rank: true, said: place.nth };
    const n = manyTypes(reading)[0]?.n;
    const bounds = n === undefined ? undefined : readBounds(reading, before);
    return n === undefined || bounds === undefined ? undefined : { ...bounds, said: n };
  }
  // "hai loại thấp nhất và hai loại cao nhất": both ends, so the whole order.
  if (BOTH_ENDS.every((end) => end.test(said))) return undefined;
  if (WHICH_RANK.test(said)) return { order: "highest", rank: true };
  const next = NEXT.exec(said);
  if (next !== null && before !== undefined && ranks(before.operation))
    return { order: before.operation === "lowest" ? "lowest" : "highest", nth: toNumber(next[1]) };
  if (FROM_BELOW.test(said)) return LAST_BUT_ONE;
  if (nth !== null) return nthOf(nth);
  const rest = said.replace(THESE, " ");
  const top = TOP.map((pattern) => pattern.exec(rest)).find((found) => found !== null);
  if (top !== undefined && top !== null) {
    const [n, end] = /^\d|^[a-z]+ [a-z]+/u.test(top[0]) && top[2] !== undefined ? order(top) : [top[1], said];
    const isLow =
      new RegExp(`\\b${either(WORDS.low)} nhat\\b`).test(said) ||
      LOW.test(end ?? "") ||
      folded(WORDS.last).includes(end ?? "");
    return { order: isLow ? "lowest" : "highest", top: toNumber(n) };
  }
  return readBounds(reading, before);
}

/** "có phải doanh nghiệp là loại thấp nhất không" */
const EXTREME = new RegExp(`\\b${END} (?:[a-z]+ )?nhat\\b`);
const namesOne = ({ tags }: Reading): boolean =>
  new Set(tags.flatMap(({ tag }) => (tag.startsWith("unit:") && !MANY.includes(tag) ? [tag] : []))).size ===
  1;

const LAST_BUT_ONE = { order: "lowest", nth: 2 } as const;

/** "cao thứ hai", "thấp nhì", "đứng thứ 5" */
function nthOf([all, end = "", n]: RegExpExecArray): { order: "lowest" | "highest"; nth: number } {
  const word = n ?? (all.endsWith("nhi") ? "nhi" : end);
  return { order: LOW.test(end) ? "lowest" : "highest", nth: toNumber(word) };
}

/** "ba loại thấp nhất" has the number first, "thấp nhất ba loại" last. */
const order = ([, a, b]: RegExpExecArray): readonly [string | undefined, string | undefined] =>
  toNumber(a) > 0 ? [a, b] : [b, a];

const toNumber = (text: string | undefined): number => NUMBERS[text ?? ""] ?? (Number(text) || 0);

const KINDS: readonly (readonly [keyof typeof WORDS, "above" | "below", boolean])[] = [
  ["below", "below", false],
  ["atMost", "below", true],
  ["above", "above", false],
  ["atLeast", "above", true],
];

/**
 * "để đạt 85%", "lên 90%", "cách mốc 80%", "đã qua 98% chưa": a share to be reached by one type; "từ 90% trở lên" and "loại
 * nào qua 98%" are none.
 */
export function namesGoal(reading: Reading): boolean {
  const { numbers, words, tags } = reading;
  const near = (at: number) => ` ${before(words, at).slice(-5).join(" ")} `.replace(/ tro len /gu, " ");
  const says = (at: number, list: readonly string[]) =>
    folded(list).some((word) => near(at).includes(` ${word} `));
  const ofOne = tags.some(({ tag }) => tag.startsWith("unit:") && !MANY.includes(tag)) || !asksWhich(reading);
  const passed = [...WORDS.passed, ...(asksYesOrNo(reading) ? WORDS.equal : [])];
  return numbers.some(({ share, at }) => share && (says(at, WORDS.goal) || (ofOne && says(at, passed))));
}

/** "ba loại": so many types are meant. */
export function manyTypes({
  tags,
  words,
}: Reading): { readonly words: string; readonly n: number; readonly at: number }[] {
  return tags.flatMap(({ tag, at, end }) => {
    // "3 | loại", but "7 loại" and "cả bảy loại" are one phrase.
    const inPhrase = countOf(words[at] ?? "") === undefined ? at + 1 : at;
    const from = tag === "unit:all" ? inPhrase : at - 1;
    const n = countOf(words[from] ?? "");
    const isType =
      /^unit:(?:any|all)$/u.test(tag) && words.slice(at, end).some((word) => fold(word) === "loai");
    return isType && n !== undefined ? [{ words: words.slice(from, end).join(" "), n, at: from }] : [];
  });
}

/** "hai thứ ấy", "hai năm đó": so many things of the chat are meant. */
export function manyPointedAt({
  words,
}: Reading): { readonly words: string; readonly n: number; readonly at: number }[] {
  return words.flatMap((word, at) => {
    const isAdded = ADDED.test(fold(words[at - 1] ?? ""));
    const pattern = isAdded ? ADDED_UP : POINTED_AT;
    const [, thing, , ends] = pattern.exec(fold(words.slice(at, at + 4).join(" "))) ?? [];
    const n = countOf(word) ?? 0;
    const length = thing === undefined ? 0 : thing.split(" ").length + 2;
    return n > 1 && ends !== undefined ? [{ words: words.slice(at, at + length).join(" "), n, at }] : [];
  });
}
const POINTED_AT = new RegExp(`^\\S+ (${either(WORDS.things)})( vua)? (do|ay|nay|tren|kia|hoi)\\b`);
/** "cộng 3 cái lại", "tổng hai thứ" */
const ADDED = /^(?:cong|gop|tong|binh|quan)$/u;
const ADDED_UP = new RegExp(
  `^\\S+ (${either(WORDS.things)})( vua)?( |$)(?:do|ay|nay|tren|kia|hoi|lai|la|duoc|thi|$)`,
);

/** "trên 98%", "dưới 10": a number with a word for above or below before it. */
export function isBound(reading: Reading, { at }: NumberSaid): boolean {
  return KINDS.some(([kind]) =>
    (WORDS[kind] as readonly string[]).some((word) => twoBefore(reading, at).endsWith(` ${fold(word)}`)),
  );
}

/** The words before a number without "mức", "ngưỡng", which only say that it is one. */
const before = (words: readonly string[], at: number, from = 0) =>
  words
    .slice(from, at)
    .map((word) => fold(word))
    .filter((word) => !LEVELS.includes(word));
const LEVELS = folded(WORDS.levels);

const twoBefore = ({ words, breaks }: Pick<Reading, "words" | "breaks">, at: number) =>
  ` ${before(words, at, breaks.findLast((one) => one <= at) ?? 0)
    .slice(-2)
    .join(" ")}`;

/** "dưới mức chung", "cao hơn tỷ lệ chung": on which side of the share of all. */
function overall({ tags, words }: Reading): "above" | "below" | undefined {
  const at = tags.find(({ tag }) => tag === "cue:overall")?.at;
  const said = at === undefined ? "" : ` ${fold(words.slice(Math.max(0, at - 3), at).join(" "))} `;
  const says = (list: readonly string[]) => list.some((word) => said.includes(` ${fold(word)} `));
  return says(WORDS.below) ? "below" : says(WORDS.above) ? "above" : undefined;
}

/** "còn trên 98 thì sao", "không, ý bác là từ 98 trở lên cơ": few words, or hardly one that says anything else. */
const isShort = ({ words, unknown }: Reading): boolean =>
  words.length <= 6 || (words.length <= 12 && unknown.filter((word) => !isLittle(word)).length <= 1);

/** Words for several types: "loại", "cả bảy loại", "mấy loại". */
const MANY = ["unit:any", "unit:all", "no:kinds"];

/** "dưới 95%", "từ 90 đến 98%", "đạt 100%": of the types that a question asks for, those within these bounds. */
function readBounds(reading: Reading, before: FigureQuery | undefined): Choice | undefined {
  const { words, tags } = reading;
  // "3 loại" is no bound.
  const counts = manyTypes(reading).map(({ at }) => at);
  const numbers = reading.numbers.filter(({ at, under }) => !under && !counts.includes(at));
  const types = new Set(
    tags.flatMap(({ tag }) => (tag.startsWith("unit:") || tag === "no:kinds" ? [tag] : [])),
  );
  const than = overall(reading);
  if (than !== undefined && types.size > 0 && [...types].every((tag) => MANY.includes(tag)))
    return { order: "ranking", of: "share", than };
  const [first, second] = numbers;
  const chose =
    [...types].every((tag) => MANY.includes(tag)) && isShort(reading) ? before?.choice : undefined;
  const leavesOut = leavesOutSome(reading);
  const ofMany = types.size > 1 || MANY.some((tag) => types.has(tag)) || chose !== undefined || leavesOut;
  if (first === undefined || !ofMany) return undefined;
  const isRate = tags.some(({ tag }) => tag === "cue:ratio");
  const of =
    numbers.some(({ share }) => share) ||
    ((isRate || chose?.of === "share" || isLikelyShare(reading)) && Number(first.value) <= 100);
  const ends = (at: number, list: readonly string[]) =>
    folded(list).some((word) => twoBefore(reading, at).endsWith(` ${word}`));
  const bound = (value: string, orEqual: boolean): Bound => ({ value, orEqual });
  const base = { order: "ranking" as const, of: of ? ("share" as const) : ("count" as const) };
  const isPartOfType = tags.some((tag) => tag.end - tag.at > 1 && tag.at <= first.at && first.at < tag.end);
  if (isPartOfType && /^\d/u.test(words[first.at] ?? "")) return undefined;
  // "trên 97% nhưng dưới 98%", "từ 90% trở lên mà chưa đủ 100%": each number has its own side.
  const sideOf = ({ at, value }: NumberSaid, end = Number.POSITIVE_INFINITY) => {
    const tail = fold(words.slice(at, Math.min(at + 5, end)).join(" "));
    const [longest] = KINDS.flatMap(([kind, side, orEqual]) =>
      (WORDS[kind] as readonly string[])
        .filter((word) => twoBefore(reading, at).endsWith(` ${fold(word)}`))
        .map((word) => ({ side, orEqual, length: word.length })),
    ).toSorted((a, b) => b.length - a.length);
    if (folded(WORDS.orMore).some((word) => tail.includes(word))) return { above: bound(value, true) };
    if (folded(WORDS.orLess).some((word) => tail.includes(word))) return { below: bound(value, true) };
    return longest === undefined ? undefined : { [longest.side]: bound(value, longest.orEqual) };
  };
  const other = second === undefined ? undefined : sideOf(second);
  const isRange =
    second !== undefined &&
    other === undefined &&
    (ends(second.at, WORDS.until) || second.at - first.at === 1);
  if (isRange) return { ...base, above: bound(first.value, true), below: bound(second.value, true) };
  const own = sideOf(first, second?.at);
  if (own !== undefined || other !== undefined) return Object.assign({}, base, own, other) as Choice;
  const isExact = leavesOut || (ends(first.at, WORDS.equal) && asksWhich(reading));
  return (of || types.has("unit:district")) && isExact
    ? { ...base, above: bound(first.value, true), below: bound(first.value, true) }
    : undefined;
}

/** "loại nào dưới 96": of the types themselves more than half of a hundred is a share, where nothing says that units are counted. */
const isLikelyShare = ({ tags, numbers }: Reading): boolean =>
  numbers.every(({ value }) => Number(value) > 50) &&
  tags.every(
    ({ tag }) =>
      tag === "unit:any" || tag === "unit:all" || /^(?:op|cue:(?!quantity)|is:(?:met|standard)$)/u.test(tag),
  );

const asksWhich = ({ words }: Reading): boolean =>
  /(?:^| )(?:nao|nhung|cac|(?:may|bao nhieu) (?:loai|don vi|nhom))(?: |$)/u.test(fold(words.join(" ")));
