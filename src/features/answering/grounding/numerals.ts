import { DOCUMENT_KINDS, namesJoined } from "../../../language/document-kinds.ts";
import { BOUNDS, DIGIT_WORDS, MAGNITUDES, UNITS } from "./grounding-lexicon.ts";

/** An exact value in a text: a number with its unit, a date, a document or article number, a telephone. */
export interface Numeral {
  /** One key for all ways of writing it: "3000000", "date:2021-11-01", "doc:thông tư 124", "tel:19001234". */
  readonly key: string;
  readonly unit?: string;
  /** "least", "most" …: what bounds it. */
  readonly bound?: string;
  /** Its position in the text. */
  readonly at: number;
}

const CODE =
  /(?<![\p{L}\d])(\d{1,5})[a-zđ]?\/(?:(\d{4})\/)?([A-ZĐ][\p{L}\d]*(?:[-–][A-ZĐ][\p{L}\d]*)*)(?![\p{L}\d])/gu;
const PARTY_CODE = /(?<![\p{L}\d])(\d{1,4})\s?[-–]\s?([A-ZĐ]{2,4}(?:\/[A-ZĐ]{2,4})?)(?![\p{L}\d])/gu;
const KIND_NUMBER = new RegExp(
  `(?<!\\p{L})(${namesJoined("|")})\\s+(?:số\\s+)?(\\d{1,5})(?![\\d.,]*\\d)`,
  "giu",
);
const KIND_BY_CODE = new Map(DOCUMENT_KINDS.flatMap(({ name, codes }) => codes.map((code) => [code, name])));
const ARTICLE =
  /(?<!\p{L})(điều|khoản|điểm|chương|phụ lục|mẫu số|mẫu)\s+(\d{1,4}[a-zđ]?|[IVXLC]{1,6}|[a-zđ])(?![\p{L}\d])/giu;
const ROMAN = /(?<![\p{L}\d])(?=[IVXLC])[IVXLC]{1,6}(?![\p{L}\d])/gu;
const DATE_FORMS: readonly (readonly [form: RegExp, read: (found: readonly string[]) => string[]])[] = [
  [/(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/gu, ([, d, m, y]) => fullDate(y, m, d)],
  [/ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})(?!\d)/giu, ([, d, m, y]) => fullDate(y, m, d)],
  [/(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu, ([, y, m, d]) => fullDate(y, m, d)],
  [/tháng\s+(\d{1,2})(?:\s+năm\s+|[/-])(\d{4})(?!\d)/giu, ([, m, y]) => monthOf(y, m)],
  [/ngày\s+(\d{1,2})(?:\s+tháng\s+|[/-])(\d{1,2})(?![\d/])/giu, ([, d, m]) => [`day:${two(m)}-${two(d)}`]],
  [/(?<![\d/])(\d{1,2})\/(\d{4})(?![\d/])/gu, ([, m, y]) => monthOf(y, m)],
  [/(?<!\p{L})năm\s+(\d{4})(?!\d)/giu, ([, y]) => [`year:${y}`]],
];
const PHONE = /(?<![\d.,/])(?:\+84|0)\d?(?:[ .-]?\d){7,10}(?!\d)|(?<!\d)1[89]00(?:[ .-]?\d){4,6}(?!\d)/gu;
const MIXED = /(?<![\p{L}\d])(?=[\p{L}\d-]*\d)(?=[\p{L}\d-]*\p{L})[\p{L}\d]+(?:-[\p{L}\d]+)*(?![\p{L}\d])/gu;
const NUMBER = /(?<![\p{L}\d])(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d+))?\s?(%)?/gu;
const RANGE = /^\s?(?:[-–—]|đến|tới|hoặc|và|,)\s?(?=\d)/u;
const WORD = /[\p{L}]+/gu;

const two = (digits = ""): string => digits.padStart(2, "0");
const monthOf = (y = "", m = ""): string[] => [`month:${y}-${two(m)}`, `year:${y}`];
const fullDate = (y = "", m = "", d = ""): string[] => [
  `date:${y}-${two(m)}-${two(d)}`,
  `day:${two(m)}-${two(d)}`,
  ...monthOf(y, m),
];

/**
 * All exact values of a text. Some have weaker forms: a full date also names its month and its year, 124/2021/TT-BCA is
 * also Thông tư 124. The value's own form comes first.
 * @param weaker whether the weaker forms count too: true for a source; a claim has only what it says
 */
export function numeralsOf(text: string, weaker: boolean): Numeral[] {
  const found: Numeral[] = [];
  let rest = text;
  const take = (form: RegExp, read: (match: readonly string[]) => string[]) => {
    rest = rest.replace(form, (...match) => {
      const at = match.find((part): part is number => typeof part === "number") ?? 0;
      const strings = match.slice(0, match.indexOf(at)) as string[];
      const keys = read(strings);
      for (const key of weaker ? keys : keys.slice(0, 1)) found.push({ key, at });
      return " ".repeat(strings[0]?.length ?? 0);
    });
  };
  take(CODE, ([whole = "", number = "", year, letters = ""]) => [
    `code:${whole.toUpperCase().replace(/[–]/gu, "-")}`,
    ...kindsOf(letters).map((kind) => `doc:${kind} ${Number(number)}`),
    ...(year === undefined ? [] : [`year:${year}`]),
  ]);
  take(PARTY_CODE, ([, number = "", letters = ""]) => [
    `code:${Number(number)}-${letters}`,
    ...kindsOf(letters).map((kind) => `doc:${kind} ${Number(number)}`),
  ]);
  take(KIND_NUMBER, ([, kind = "", number = ""]) => [`doc:${kind.toLowerCase()} ${Number(number)}`]);
  take(ARTICLE, ([, kind = "", number = ""]) => [`article:${kind.toLowerCase()} ${number.toLowerCase()}`]);
  for (const [form, read] of DATE_FORMS) take(form, (match) => read(match));
  take(PHONE, ([digits = ""]) => [`tel:${digits.replace(/^\+84/u, "0").replace(/\D/gu, "")}`]);
  found.push(...plainNumbers(rest));
  rest = rest.replace(NUMBER, (whole) => " ".repeat(whole.length));
  take(ROMAN, ([roman = ""]) => [`roman:${roman}`]);
  take(MIXED, ([mixed = ""]) => [`mixed:${mixed.toLowerCase()}`]);
  found.push(...spelledNumbers(rest));
  return found;
}

function kindsOf(letters: string): string[] {
  return letters
    .toUpperCase()
    .split(/[-–/]/u)
    .flatMap((part) => KIND_BY_CODE.get(part.replace(/\d+$/u, "")) ?? []);
}

function plainNumbers(text: string): Numeral[] {
  const matches = [...text.matchAll(NUMBER)];
  const read = matches.map((match) => ({
    match,
    ...readNumber(match),
    after: text.slice(match.index + match[0].length),
  }));
  // "3–4 triệu đồng": the first number of a range has the unit of the second; in "500.000–2 triệu đồng" it is written out.
  const units = read.map(({ after, percent }) => (percent ? { times: 1, unit: "%" } : unitAfter(after)));
  for (let i = units.length - 2; i >= 0; i--) {
    const [here, next] = [units[i], units[i + 1]];
    if (
      here?.unit === undefined &&
      here?.times === 1 &&
      next !== undefined &&
      RANGE.test(read[i]?.after ?? "")
    )
      units[i] = Number(read[i]?.value) >= 1_000 ? { ...next, times: 1 } : next;
  }
  return read.map(({ match, value }, i) => {
    const { times, unit } = units[i] ?? { times: 1 };
    const bound = boundBefore(text.slice(0, match.index));
    return {
      key: scaled(value, times),
      at: match.index,
      ...(unit !== undefined && { unit }),
      ...(bound !== undefined && { bound }),
    };
  });
}

function readNumber([, whole = "", decimals, percent]: readonly (string | undefined)[]) {
  const digits = whole.replace(/[. ]/gu, "").replace(/^0+(?=\d)/u, whole.startsWith("0") ? "0" : "");
  return { value: decimals === undefined ? digits : `${digits}.${decimals}`, percent: percent !== undefined };
}

/** Exact for every magnitude: digits are moved, not multiplied. */
function scaled(value: string, times: number): string {
  const [whole = "", decimals = ""] = value.split(".");
  if (times === 1) return value;
  const zeros = String(times).length - 1;
  const moved = `${whole}${decimals.padEnd(zeros, "0").slice(0, zeros)}`.replace(/^0+(?=\d)/u, "");
  const left = decimals.slice(zeros).replace(/0+$/u, "");
  return left === "" ? moved : `${moved}.${left}`;
}

const UNIT_ROWS = UNITS.flatMap((row) => row.map((word) => [word, row[0] as string] as const)).sort(
  ([a], [b]) => b.length - a.length,
);

function unitAfter(after: string): { times: number; unit?: string } {
  let rest = after.trimStart().toLowerCase();
  let times = 1;
  for (;;) {
    const magnitude = Object.keys(MAGNITUDES).find((word) => startsWithWord(rest, word));
    if (magnitude === undefined) break;
    times *= MAGNITUDES[magnitude] as number;
    rest = rest.slice(magnitude.length).trimStart();
  }
  const row = UNIT_ROWS.find(([word]) => startsWithWord(rest, word));
  return row === undefined ? { times } : { times, unit: row[1] };
}

function startsWithWord(text: string, word: string): boolean {
  return text.startsWith(word) && !/^[\p{L}\d]/u.test(text.slice(word.length));
}

function boundBefore(before: string): string | undefined {
  const lower = before.toLowerCase().trimEnd();
  return BOUNDS.find(([, words]) => words.some((word) => endsWithWord(lower, word)))?.[0];
}

function endsWithWord(text: string, word: string): boolean {
  return text.endsWith(word) && !/[\p{L}\d]$/u.test(text.slice(0, -word.length));
}

/** Numbers in words: "hai mươi lăm", "một trăm linh năm", "mười triệu đồng", as if written in digits. */
function spelledNumbers(text: string): Numeral[] {
  const words = [...text.matchAll(WORD)].map((match) => ({ word: match[0].toLowerCase(), at: match.index }));
  const found: Numeral[] = [];
  for (let i = 0; i < words.length; ) {
    const run: string[] = [];
    const begin = words[i]?.at ?? 0;
    let end = begin;
    for (let j = i; j < words.length && isNumberWord(words[j]?.word ?? ""); j++) {
      if (run.length > 0 && text.slice(end, words[j]?.at).trim() !== "") break;
      run.push(words[j]?.word ?? "");
      end = (words[j]?.at ?? 0) + (words[j]?.word.length ?? 0);
    }
    const value = spelledValue(run);
    if (value !== null) {
      const { times, unit } = unitAfter(text.slice(end));
      found.push({ key: scaled(String(value), times), at: begin, ...(unit !== undefined && { unit }) });
    }
    i += Math.max(1, run.length);
  }
  return found;
}

const TENS = new Set(["mươi", "linh", "lẻ"]);
const isNumberWord = (word: string): boolean =>
  Object.hasOwn(DIGIT_WORDS, word) || TENS.has(word) || Object.hasOwn(MAGNITUDES, word);
/** Alone these often mean something else: "một" an article, "ba" a father, "năm" a year, "không" a negation. */
const DOUBTFUL: ReadonlySet<string> = new Set([
  "một",
  "mốt",
  "ba",
  "năm",
  "tư",
  "không",
  "trăm",
  "nghìn",
  "ngàn",
  "triệu",
  "tỷ",
  "tỉ",
  "linh",
  "lẻ",
  "mươi",
  "lăm",
  "nhăm",
]);

/** Null where the words aren't a number. */
function spelledValue(run: readonly string[]): number | null {
  if (run.length === 0 || (run.length === 1 && DOUBTFUL.has(run[0] ?? ""))) return null;
  let [total, group, last] = [0, 0, 0];
  for (const word of run) {
    const magnitude = MAGNITUDES[word];
    if (word === "mươi") {
      group += last * 9;
      last = 0;
    } else if (magnitude === 100) {
      group += last * 99;
      last = 0;
    } else if (magnitude !== undefined) {
      total += Math.max(1, group) * magnitude;
      group = 0;
      last = 0;
    } else if (!TENS.has(word)) {
      last = DIGIT_WORDS[word] ?? 0;
      group += last;
    }
  }
  return total + group;
}
