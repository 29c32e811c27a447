import { fold } from "../../../language/fold.ts";
import type { FigureQuery, Operation } from "../figure-query.ts";
import { ASSESSED, typesIn } from "../units.ts";
import type { NumberSaid, Reading } from "./figure-reading.ts";
import WORDS from "./suppose-words.json" with { type: "json" };

const either = (words: readonly string[]) =>
  new RegExp(`(?<![^ ])(?:${words.map(fold).join("|")})(?![^ ])`, "u");

/** "nếu thêm 5 xã nữa đạt", "thêm 1 phường thì tỷ lệ là mấy", "còn thêm 8 thì sao" after it: how many more are assumed. */
export function supposed(
  { tags, numbers, words }: Reading,
  operation: Operation,
  before: FigureQuery | undefined,
): { suppose?: string } {
  if (operation === "needed") return {};
  const said = tags.find(({ tag }) => tag === "cue:suppose")?.end;
  const added = words.findIndex(
    (word, i) => /^(?:thêm|them)$/u.test(word) && /^\d+$/u.test(words[i + 1] ?? ""),
  );
  const goesOn =
    before?.suppose !== undefined ||
    before?.supposeAll !== undefined ||
    (words.some((word) => /^(?:thì|thi)$/u.test(word)) && tags.some(({ tag }) => tag === "cue:ratio"));
  // "thế 30 thì sao" after 20 more were assumed.
  const isAnother =
    before?.suppose !== undefined && numbers.length === 1 && tags.every(({ tag }) => tag === "cue:follow");
  const from = said ?? (added >= 0 && goesOn ? added + 1 : isAnother ? numbers[0]?.at : undefined);
  const more =
    from === undefined
      ? moreThen({ words, numbers })
      : numbers.find(({ at }) => at >= from && at <= from + 1);
  return more === undefined || !/^\d{1,5}$/u.test(more.value) ? {} : { suppose: more.value };
}

/** "nếu 8 xã còn lại đạt hết", "giả sử 13 doanh nghiệp nữa đạt": so many more than have. */
function moreThen({ words, numbers }: Pick<Reading, "words" | "numbers">): NumberSaid | undefined {
  const said = fold(words.join(" "));
  const from = supposition(words)?.at;
  return from === undefined || !MORE.test(said) || LESS.test(said)
    ? undefined
    : numbers.find(({ at, share, under }) => at > from && at <= from + 3 && !share && !under);
}
const MORE = either(WORDS.more);
const ALL = either(WORDS.all);
const LESS = either(WORDS.less);
const IF = either(WORDS.if);
const COUNTS = either(WORDS.howToCount);
const REACHES = either(WORDS.reaches);

/**
 * "giả sử phường đạt nốt thì tỷ lệ cấp xã là mấy": the types of which all are assumed to reach the standard, and those whose
 * share is asked for. Undefined where some only are assumed, or nothing says of which.
 */
export function supposesAll(
  { words, tags, numbers }: Reading,
  before: FigureQuery | undefined,
): { readonly of: string[]; readonly whole: string[] } | undefined {
  const said = supposition(words);
  if (said === undefined || !ALL.test(fold(said.words)) || LESS.test(fold(said.words))) return undefined;
  const reached = tags.find(({ tag, at }) => tag === "is:met" && at > said.at)?.end ?? said.end;
  const types = (isIn: (at: number) => boolean) => [
    ...new Set(tags.flatMap(({ tag, at }) => (tag.startsWith("unit:") && isIn(at) ? typesOf(tag) : []))),
  ];
  if (numbers.some(({ at, share, under, value }) => at < reached && (under || (share && value !== "100"))))
    return undefined;
  const told = before?.unitTypes ?? [];
  const named = types((at) => at < reached);
  const of = named.length > 0 ? named : told;
  const after = tags.some(({ tag }) => tag === "cue:overall") ? [...ASSESSED] : types((at) => at >= reached);
  const isPart = told.length > of.length && of.every((unit) => told.includes(unit));
  const whole = after.length > 0 ? after : isPart ? told : of;
  return of.length > 0 && of.every((unit) => whole.includes(unit))
    ? { of: [...of], whole: [...whole] }
    : undefined;
}

const typesOf = (tag: string): readonly string[] =>
  typesIn(tag.slice("unit:".length)).filter((unit) => ASSESSED.includes(unit));

/** "nếu doanh nghiệp đạt hết": what is supposed of those assessed, up to "thì"; "nếu bỏ phường ra" only says how to count. */
export function supposition(
  words: readonly string[],
): { readonly words: string; readonly at: number; readonly end: number } | undefined {
  const at = words.findIndex(
    (word, i) => IF.test(fold(word)) || IF.test(fold(`${word} ${words[i + 1] ?? ""}`)),
  );
  const then = words.findIndex((word, i) => i > at && /^(?:thì|thi)$/u.test(word));
  const end = then < 0 ? words.length : then;
  const said = words.slice(at, end);
  const rest = fold(said.slice(1).join(" "));
  // "toàn bộ", "được công nhận" leave nothing out and add nothing, though "bộ" and "công" look like words that do.
  const others = [ALL, REACHES].reduce(
    (text, { source }) => text.replace(new RegExp(source, "gu"), " "),
    rest,
  );
  return at < 0 || COUNTS.test(others) || !REACHES.test(rest)
    ? undefined
    : { words: said.join(" "), at, end };
}
