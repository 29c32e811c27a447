import { displayDate, localDay } from "../../../language/dates.ts";
import { fold } from "../../../language/fold.ts";
import { DAY } from "../../../platform/time.ts";
import type { Period } from "../figure-query.ts";
import { MERGER } from "../places.ts";
import { DIGITS } from "./spelled-numbers.ts";
import { expandChoices } from "./tagger.ts";

/** A period in the text, with its position. */
export interface PeriodHit {
  readonly period: Period;
  readonly index: number;
}

export interface PeriodReading {
  readonly hits: readonly PeriodHit[];
  /** "hiện nay", "mới nhất": the latest available. */
  readonly latest: boolean;
  /** An impossible year, as typed: "20222". */
  readonly absurd: string | undefined;
  /** The text in which everything that was read is replaced by spaces of the same length. */
  readonly rest: string;
}

/** Dates further from today than this are typing slips. */
const YEARS_AWAY = 100;
/** "trước …" means at most so many years. */
const YEARS_BACK = 10;

/** The calendar year in Vietnam at a moment in milliseconds. */
export function yearAt(now: number): number {
  return Number(localDay(now).slice(0, 4));
}

export function yearPeriod(year: number): Period {
  return { start: `${year}-01-01`, end: `${year}-12-31`, label: `năm ${year}` };
}

const pad = (n: number) => String(n).padStart(2, "0");
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function monthPeriod(year: number, month: number): Period {
  return {
    start: `${year}-${pad(month)}-01`,
    end: `${year}-${pad(month)}-${pad(lastDay(year, month))}`,
    label: `tháng ${month}/${year}`,
  };
}

function monthsPeriod(year: number, from: number, to: number, label: string): Period {
  return {
    start: `${year}-${pad(from)}-01`,
    end: `${year}-${pad(to)}-${pad(lastDay(year, to))}`,
    label: `${label} năm ${year}`,
  };
}

function yearsPeriod(from: number, to: number): Period {
  return { start: `${from}-01-01`, end: `${to}-12-31`, label: `giai đoạn ${from}-${to}` };
}

/** "năm 26" is a year not far ahead, "năm 79" one of the last century. */
function inCentury(year: number, now: number): number {
  const full = now - (now % 100) + year;
  return full > now + YEARS_BACK ? full - 100 : full;
}

function isoDate(now: number, day: string, month: string, year: string): string | undefined {
  const [d, m, y] = [Number(day), Number(month), Number(year)];
  const valid = Math.abs(y - now) <= YEARS_AWAY && m >= 1 && m <= 12 && d >= 1 && d <= lastDay(y, m);
  return valid ? `${y}-${pad(m)}-${pad(d)}` : undefined;
}

function before(day: string, label: string): Period {
  const end = new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
  return { start: yearPeriod(Number(end.slice(0, 4)) - YEARS_BACK).start, end, label: `trước ${label}` };
}

const MERGED = `khi sắp xếp ${displayDate(MERGER)}`;

const DATE = "(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})";
const YEAR = "((?:19|20)\\d{2})";
const TO = "\\s*(?:den(?: het)?|toi|-|–|~|>|va den)\\s*";
const QUARTERS: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
};
const AND = "(?:va|voi|so voi|,|cong)? ?";
const quarter = (name = "1", year = ""): Period =>
  monthsPeriod(
    Number(year),
    (QUARTERS[name] ?? 1) * 3 - 2,
    (QUARTERS[name] ?? 1) * 3,
    `quý ${name.toUpperCase()}`,
  );

type Reader = readonly [
  pattern: RegExp,
  read: (groups: readonly string[], year: number) => Period | readonly Period[] | undefined,
];

/** The longer forms come first, so that "2020-2021" is not read as two years. */
const READERS: readonly Reader[] = [
  [
    new RegExp(
      `\\btruoc (?:va|lan|hay|voi|roi) sau (?:khi )?(?:ngay )?(?:${DATE}|sap nhap|sat nhap|sap xep|bo cap huyen)`,
      "g",
    ),
    ([d, m = "", y = ""], now) => {
      const day = d === undefined ? MERGER : isoDate(now, d, m, y);
      if (day === undefined) return undefined;
      const label = day === MERGER ? MERGED : displayDate(day);
      return [before(day, label), { start: day, end: yearPeriod(now).end, label: `sau ${label}` }];
    },
  ],
  [/(?<=\b(?:sap nhap|sat nhap|sap xep)\b.*)\btruoc (?:do|kia|day)\b/g, () => before(MERGER, MERGED)],
  [/\btruoc (?:khi )?(?:sap nhap|sat nhap|sap xep|bo cap huyen)/g, () => before(MERGER, MERGED)],
  [
    /\bsau (?:khi )?(?:sap nhap|sat nhap|sap xep|bo cap huyen)|\b(?:sap nhap|sat nhap|sap xep) xong\b/g,
    (_, now) => ({ start: MERGER, end: yearPeriod(now).end, label: `sau ${MERGED}` }),
  ],
  [/\btruoc (?:day|kia)(?=.*\b(?:huyen|don vi|xa|phuong|thi tran)\b)/g, () => before(MERGER, MERGED)],
  [
    new RegExp(`(?:tu )?(?:nam )?\\b${YEAR} (?:den|toi) (?:nay|gio|hien nay)`, "g"),
    ([from], now) => ({ start: `${from}-01-01`, end: `${now}-12-31`, label: `từ ${from} đến nay` }),
  ],
  [
    new RegExp(`(?:tu )?(?:ngay )?${DATE}${TO}(?:ngay )?${DATE}`, "g"),
    ([d1 = "", m1 = "", y1 = "", d2 = "", m2 = "", y2 = ""], now) => {
      const [start, end] = [isoDate(now, d1, m1, y1), isoDate(now, d2, m2, y2)];
      return start !== undefined && end !== undefined && start <= end
        ? { start, end, label: `từ ${displayDate(start)} đến ${displayDate(end)}` }
        : undefined;
    },
  ],
  [
    new RegExp(`(?:ngay )?\\b${DATE}\\b`, "g"),
    ([d = "", m = "", y = ""], now) => {
      const day = isoDate(now, d, m, y);
      return day === undefined ? undefined : { start: day, end: day, label: `ngày ${displayDate(day)}` };
    },
  ],
  [
    new RegExp(`(?:6|sau) thang dau(?: cua)? (?:nam )?${YEAR}`, "g"),
    ([y]) => monthsPeriod(Number(y), 1, 6, "6 tháng đầu"),
  ],
  [
    new RegExp(`(?:6|sau) thang cuoi(?: cua)? (?:nam )?${YEAR}`, "g"),
    ([y]) => monthsPeriod(Number(y), 7, 12, "6 tháng cuối"),
  ],
  [/(?:6|sau) thang dau nam(?: nay)?/g, (_, now) => monthsPeriod(now, 1, 6, "6 tháng đầu")],
  [
    new RegExp(
      `\\bquy (iv|iii|ii|i|[1-4]),? ${AND}(?:quy )?(iv|iii|ii|i|[1-4])\\s*(?:/|nam|-)?\\s*(?:nam )?${YEAR}`,
      "g",
    ),
    ([first, second, y]) => [first, second].map((q) => quarter(q, y)),
  ],
  [
    new RegExp(
      `\\b(?:thang |t)(\\d{1,2}),? ${AND}(?:thang |t)?(\\d{1,2})\\s*(?:/|-|nam|cua nam)\\s*${YEAR}\\b`,
      "g",
    ),
    ([a, b, y]) =>
      [a, b].every((m) => Number(m) >= 1 && Number(m) <= 12)
        ? [a, b].map((m) => monthPeriod(Number(y), Number(m)))
        : undefined,
  ],
  [
    new RegExp(`\\bquy (iv|iii|ii|i|[1-4])\\s*(?:/|nam|-)?\\s*(?:nam )?${YEAR}`, "g"),
    ([q, y]) => quarter(q, y),
  ],
  [
    new RegExp(
      `\\b(?:luy ke|cong don|tu dau nam)(?: tinh)? (?:den|toi)(?: het)? (?:thang |t)(\\d{1,2})\\s*(?:/|-|nam)\\s*${YEAR}\\b`,
      "g",
    ),
    ([m, y]) =>
      Number(m) >= 1 && Number(m) <= 12
        ? { ...monthsPeriod(Number(y), 1, Number(m), ""), label: `từ đầu năm đến hết tháng ${m}/${y}` }
        : undefined,
  ],
  [
    new RegExp(`\\b(?:thang |t)(\\d{1,2})\\s*(?:/|-|nam|cua nam)\\s*${YEAR}\\b`, "g"),
    ([m, y]) => (Number(m) >= 1 && Number(m) <= 12 ? monthPeriod(Number(y), Number(m)) : undefined),
  ],
  [
    new RegExp(`\\b(\\d{1,2})/${YEAR}\\b`, "g"),
    ([m, y]) => (Number(m) >= 1 && Number(m) <= 12 ? monthPeriod(Number(y), Number(m)) : undefined),
  ],
  [
    new RegExp(`\\bcuoi (?:nam )?${YEAR},? ?(?:sang |den |va |- ?)?dau (?:nam )?${YEAR}\\b`, "g"),
    ([from, to]) =>
      Number(to) === Number(from) + 1
        ? { start: `${from}-07-01`, end: `${to}-06-30`, label: `cuối ${from}, đầu ${to}` }
        : undefined,
  ],
  [
    new RegExp(`(?:giai doan |tu )?(?:(?<!(?:quang|ha|viet) )nam )?\\b${YEAR}${TO}(?:nam )?${YEAR}\\b`, "g"),
    ([from, to]) =>
      Number(from) < Number(to)
        ? yearsPeriod(Number(from), Number(to))
        : [yearPeriod(Number(from)), yearPeriod(Number(to))],
  ],
  [new RegExp(`(?:(?<!(?:quang|ha|viet) )nam )?\\b${YEAR}\\b`, "g"), ([y]) => yearPeriod(Number(y))],
  [
    /\bnam ['’]?(\d{2})\b(?! (?:xa|phuong|thi tran|thon|vu|mo hinh)\b)/g,
    ([y], now) => yearPeriod(inCentury(Number(y), now)),
  ],
  [/\bnam (?:ngoai|vua roi|vua qua|roi|truoc)\b/g, (_, now) => yearPeriod(now - 1)],
  [/\bnam kia\b/g, (_, now) => yearPeriod(now - 2)],
  [/(?<!\b(?:\d|hai|ba|bon) )\bnam nay\b/g, (_, now) => yearPeriod(now)],
  [/\b(?:nam sau|nam toi|sang nam|nam tiep theo)\b/g, (_, now) => yearPeriod(now + 1)],
  [
    /\b(\d{1,2}|hai|ba|bon|muoi) nam (?:qua|gan day|vua qua|tro lai day|gan nhat)\b/g,
    ([n = "2"], now) => {
      const count = Math.min(DIGITS[n] ?? Number(n), 20);
      return Array.from({ length: count }, (_, i) => yearPeriod(now - count + i)).slice(-8);
    },
  ],
];

const LATEST =
  /\b(?:hien nay|hien tai|hien gio|hien co|hien co bao nhieu|bay gio|moi nhat|gan nhat|gan day nhat|den nay|luc nay|hien)\b/;
const ABSURD = /\bnam (-?\d{5,}|-\d+|\d{3}|0|1[0-8]\d{2}|2[1-9]\d{2}|[3-9]\d{3})\b|\b((?:19|20)\d{3,8})\b/;
/** "năm trước", "cùng kỳ": one year before what is asked for, here or in the question before. */
const PREVIOUS = new RegExp(
  `\\b(?:nam truoc do|nam lien truoc|nam truoc|cung ky nam ngoai|cung ky nam truoc|cung ky(?! (?:nam )?${YEAR}))(?! ${YEAR})\\b`,
);
const NEXT = /\b(?:nam sau do|nam lien sau|nam sau|nam tiep theo|nam ke tiep)\b/;
/** "năm đó": the year named beside it, or that of the question before. */
const THAT_YEAR =
  /(?<!\b(?:\d|hai|ba|bon|may|cac|nhung) )\b(?:(?:cung|trong|cua) )?(?:cung )?nam (?:do|ay)\b/;
/** "trước đó bao nhiêu": before what the question before was about. */
const EARLIER = /\b(?:(?:hoi|luc|thoi) truoc|(?:hoi )?truoc (?:do|kia|day|nua))\b/;
const BARE_MONTH = /\bthang (1[0-2]|[1-9])\b(?! *[/\d])/;
const SAME_SPAN = new RegExp(`\\bcung ky (?:nam )?${YEAR}\\b`);

/** The same days of another year. */
function inYear({ start, end, label }: Period, years: number): Period {
  const moved = (text: string) => text.replace(/\d{4}/gu, (year) => String(Number(year) + years));
  const last = moved(end).replace(/-02-29$/u, "-02-28");
  return { start: moved(start), end: last, label: moved(label) };
}

/**
 * Reads the periods in a text that is lower case and folded; relative ones count from `now` (ms), "năm trước" and
 * "cùng kỳ" from the period named beside them, or else from that of the question before.
 */
export function readPeriods(folded: string, now: number, anchor?: Period): PeriodReading {
  const year = yearAt(now);
  let rest = folded;
  const hits: PeriodHit[] = [];
  const absurd = ABSURD.exec(rest);
  const isAnchored = anchor !== undefined || new RegExp(`\\b${YEAR}\\b`).test(rest);
  const moves = (
    [
      [SAME_SPAN, undefined],
      [PREVIOUS, -1],
      [NEXT, 1],
      [THAT_YEAR, 0],
    ] as const
  ).flatMap(([pattern, years]) => {
    const found = isAnchored ? pattern.exec(rest) : null;
    if (found === null) return [];
    rest = blank(rest, found.index, found[0].length);
    return [{ index: found.index, years, year: Number(found[1]) }];
  });
  for (const [pattern, read] of READERS) {
    rest = rest.replace(pattern, (whole, ...tail) => {
      const index = tail.at(-2) as number;
      const groups = tail.slice(0, -2) as string[];
      const found = read(groups, year);
      if (found === undefined) return whole;
      const earlier = /\btruoc (?:thang |ngay |nam )?$/.test(rest.slice(0, index));
      for (const period of [found].flat())
        hits.push({ period: earlier ? before(period.start, period.label) : period, index });
      return " ".repeat(whole.length);
    });
  }
  // "tháng 5 thì sao" after April: of the same year.
  if (hits.length === 0 && anchor !== undefined)
    rest = rest.replace(BARE_MONTH, (whole, month: string, index: number) => {
      const period = monthPeriod(Number(anchor.start.slice(0, 4)), Number(month));
      hits.push({ period, index });
      return " ".repeat(whole.length);
    });
  if (hits.length === 0 && moves.length === 0 && anchor !== undefined)
    rest = rest.replace(EARLIER, (whole, index: number) => {
      const period = anchor.start === MERGER ? before(MERGER, MERGED) : inYear(anchor, -1);
      hits.push({ period, index });
      return " ".repeat(whole.length);
    });
  const base = hits.toSorted((a, b) => a.index - b.index)[0]?.period ?? anchor;
  for (const move of moves)
    if (base !== undefined) {
      const years = move.years ?? move.year - Number(base.start.slice(0, 4));
      hits.push({ period: inYear(base, years), index: move.index });
    }
  return {
    hits: unique(
      hits.toSorted((a, b) => a.index - b.index),
      ({ period }) => period.label,
    ),
    latest: LATEST.test(rest),
    absurd: absurd === null ? undefined : (absurd[1] ?? absurd[2]),
    rest: absurd === null ? rest : rest.replace(absurd[0], " ".repeat(absurd[0].length)),
  };
}

/** With a period that has a name of its own ("đợt cao điểm"), where no other is said. */
export function withNamed(
  reading: PeriodReading,
  names: readonly { readonly words: readonly string[]; readonly period: Period }[],
): PeriodReading {
  const [hit] = (reading.hits.length === 0 ? names : []).flatMap(({ words, period }) => {
    const phrases = words.flatMap(expandChoices).map((phrase) => fold(phrase.toLowerCase()));
    const found = new RegExp(`\\b(?:${phrases.join("|")})\\b`, "u").exec(reading.rest);
    return found === null ? [] : [{ period, index: found.index, length: found[0].length }];
  });
  return hit === undefined
    ? reading
    : { ...reading, hits: [hit], rest: blank(reading.rest, hit.index, hit.length) };
}

function blank(text: string, index: number, length: number): string {
  return text.slice(0, index) + " ".repeat(length) + text.slice(index + length);
}

/** The period that ends last, by itself. */
export const latestOf = (periods: readonly Period[]): readonly Period[] =>
  periods.toSorted((a, b) => a.end.localeCompare(b.end)).slice(-1);

/** The items without later ones of the same key. */
export function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items.filter((item, i) => items.findIndex((other) => key(other) === key(item)) === i);
}
