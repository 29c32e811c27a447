import { UTC_OFFSET } from "../../../language/dates.ts";
import { fold } from "../../../language/fold.ts";
import { DAY, HOUR, MINUTE } from "../../../platform/time.ts";
import type { Occurrence } from "../report.ts";
import { DAYS, NUMBER_WORDS, PARTS, SPANS, UNITS, WEEKDAYS } from "./time-words.ts";

/** "10 phút trước" is approximate: a tenth of the span to each side, at least two minutes. */
const slack = (ago: number): number => Math.max(120_000, ago / 10);

const choice = (words: Readonly<Record<string, unknown>>): string =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join("|");

const NUMBER = `\\d{1,3}|${choice(NUMBER_WORDS)}`;
const NOW =
  /(?<![a-z])(?:vua xong|vua moi|vua nay|moi day|luc nay|bay gio|hien tai|hien gio|ngay luc nay|dang xay ra|dang dien ra|vua xay ra)(?![a-z])/;
const AGO = new RegExp(
  `(?<![a-z\\d])(?:cach day |khoang |tam |do )*(${NUMBER})(?: |(?<=\\d))(${choice(UNITS)})(?: ?(ruoi))?(?: dong ho)? (?:truoc|nay|roi|qua)(?![a-z])`,
);
const SINCE = new RegExp(
  `(?<![a-z\\d])cach day (?:khoang |tam |do )?(${NUMBER})(?: |(?<=\\d))(${choice(UNITS)})(?![a-z])`,
);
const DATE =
  /(?<![\d/])(?:ngay |hom |mung )?(\d{1,2}) ?(?:[/.-]| thang ) ?(\d{1,2})(?:(?: ?[/.-] ?| nam )(\d{4}))?(?![\d/])/;
const CLOCK =
  /(?<![\d:])(?:luc |khoang |tam |hoi |vao )*(\d{1,2}) ?(?:(?:h|g|gio|:) ?(\d{2})(?! ?h)|(?:h|g|gio)(?: (ruoi)| kem (\d{1,2}))?)(?![a-z\d])(?: ?(sang|trua|chieu|toi|dem|khuya))?/;
const PART_OF_DAY = new RegExp(
  `(?<![a-z])(?:buoi |luc |hoi |vao )?(${choice(PARTS)}) (?:ngay )?(${choice(DAYS)})(?![a-z])`,
);
const BARE_PART = new RegExp(
  `(?<![a-z])(?:buoi|luc|hoi|vao|ban) (${choice(PARTS)})(?![a-z])|(?<![a-z])(nua dem|rang sang)(?![a-z])`,
);
const NAMED_DAY = /(?<![a-z])(hom nay|hom qua|hom kia|hom truoc|hom no)(?![a-z])/;
const SPAN = new RegExp(`(?<![a-z])(${choice(SPANS)})(?![a-z])`);
const WEEKDAY = new RegExp(
  `(?<![a-z\\d])(${choice(WEEKDAYS)})(?: (tuan truoc|tuan roi|vua roi|vua qua|tuan nay))?(?![a-z\\d])`,
);

interface Found {
  readonly from: number;
  readonly to: number;
  readonly spans: readonly (readonly [number, number])[];
}

/**
 * Reads from a text when something happened: "tối qua", "10 phút trước", "9h sáng 12/11". A time is never in the
 * future: a report is about the past.
 * @param now milliseconds since the epoch
 * @returns null where the text says nothing of time
 */
export function readWhen(text: string, now: number): Occurrence | null {
  const clean = text.normalize("NFC");
  // In NFC, folding doesn't move letters, so the words can be quoted as typed.
  const folded = fold(clean);
  const found = ago(folded, now) ?? rightNow(folded, now) ?? onDay(folded, now) ?? vague(folded, now);
  if (found === null || found.from > now) return null;
  const start = Math.min(...found.spans.map(([a]) => a));
  const end = Math.max(...found.spans.map(([, b]) => b));
  return { words: clean.slice(start, end).trim(), from: found.from, to: Math.min(found.to, now) };
}

const spanOf = (match: RegExpExecArray): readonly [number, number] => [
  match.index,
  match.index + match[0].length,
];

function ago(text: string, now: number): Found | null {
  const match = SINCE.exec(text) ?? AGO.exec(text);
  if (match === null) return null;
  const [, amount = "", unit = "", half] = match;
  const n = (NUMBER_WORDS[amount] ?? Number(amount)) + (half === undefined ? 0 : 0.5);
  const back = n * (UNITS[unit] ?? 0);
  return { from: now - back - slack(back), to: now - back + slack(back), spans: [spanOf(match)] };
}

function rightNow(text: string, now: number): Found | null {
  const match = NOW.exec(text);
  return match === null ? null : { from: now - 15 * MINUTE, to: now, spans: [spanOf(match)] };
}

/** A day, an hour or both. */
function onDay(text: string, now: number): Found | null {
  const day = dayIn(text, now);
  const masked = day === null ? text : day.spans.reduce(mask, text);
  const clock = CLOCK.exec(masked);
  const hours = clock === null ? null : hoursOf(clock, day?.part);
  if (day === null && hours === null) return null;
  if (day !== null && (clock === null || hours === null)) {
    const [from, to] = day.part === undefined ? [0, 24] : (PARTS[day.part] ?? [0, 24]);
    return { from: day.start + from * HOUR, to: day.start + to * HOUR, spans: day.spans };
  }
  if (clock === null || hours === null) return null;
  const spans = [...(day?.spans ?? []), spanOf(clock)];
  const start = day?.start ?? startOfDay(now);
  // "đêm qua lúc 1 giờ" is the next morning; an hour alone that is still to come was yesterday.
  const nextMorning = day?.part !== undefined && isNight(day.part) && hours < 6 ? DAY : 0;
  const at = start + nextMorning + hours * HOUR;
  const from = day === null && at > now ? at - DAY : at;
  return { from, to: from, spans };
}

const isNight = (part: string): boolean => part === "dem" || part === "khuya" || part === "nua dem";

interface DayFound {
  readonly start: number;
  readonly part?: string;
  readonly spans: readonly (readonly [number, number])[];
}

function dayIn(text: string, now: number): DayFound | null {
  const today = startOfDay(now);
  const part = PART_OF_DAY.exec(text);
  if (part !== null) {
    const [, name = "", day = ""] = part;
    return { start: today - (DAYS[day] ?? 0) * DAY, part: name, spans: [spanOf(part)] };
  }
  const date = DATE.exec(text);
  if (date !== null) {
    const start = calendarDay(date, now);
    if (start !== null) return withPart(text, start, spanOf(date));
  }
  const named = NAMED_DAY.exec(text);
  if (named !== null) return withPart(text, today - (DAYS[named[1] ?? ""] ?? 0) * DAY, spanOf(named));
  const weekday = WEEKDAY.exec(text);
  if (weekday !== null) return withPart(text, lastWeekday(weekday, now), spanOf(weekday));
  const bare = BARE_PART.exec(text);
  if (bare === null) return null;
  return { start: today, part: bare[1] ?? bare[2] ?? "", spans: [spanOf(bare)] };
}

function withPart(text: string, start: number, span: readonly [number, number]): DayFound {
  const bare = new RegExp(`(?<![a-z])(${choice(PARTS)})(?: ngay| hom)? ?$`).exec(text.slice(0, span[0]));
  if (bare !== null) return { start, part: bare[1] ?? "", spans: [[bare.index, span[1]]] };
  const after = BARE_PART.exec(mask(text, span));
  if (after === null) return { start, spans: [span] };
  return { start, part: after[1] ?? after[2] ?? "", spans: [span, spanOf(after)] };
}

/** Day and month; a missing year is the latest one that isn't in the future. */
function calendarDay([, day = "", month = "", year]: RegExpExecArray, now: number): number | null {
  const thisYear = new Date(now + UTC_OFFSET).getUTCFullYear();
  const start = (y: number) => Date.UTC(y, Number(month) - 1, Number(day)) - UTC_OFFSET;
  const at = start(year === undefined ? thisYear : Number(year));
  const read = new Date(at + UTC_OFFSET);
  if (read.getUTCDate() !== Number(day) || read.getUTCMonth() !== Number(month) - 1) return null;
  return year === undefined && at > now ? start(thisYear - 1) : at;
}

/** The latest such day; "tuần trước" goes back one more week where that day is in this week. */
function lastWeekday([, name = "", week]: RegExpExecArray, now: number): number {
  const today = startOfDay(now);
  const weekday = new Date(today + UTC_OFFSET).getUTCDay();
  const back = (weekday - (WEEKDAYS[name] ?? 0) + 7) % 7;
  const mondayBased = (weekday + 6) % 7;
  const lastWeek = /truoc|roi/.test(week ?? "") && back <= mondayBased && week?.startsWith("tuan");
  return today - (back + (lastWeek ? 7 : 0)) * DAY;
}

/** The hour of the day; null where the digits aren't an hour. */
function hoursOf([, hour = "", minute, half, less, part]: RegExpExecArray, dayPart?: string): number | null {
  const h = Number(hour);
  const m = minute === undefined ? (half === undefined ? -Number(less ?? 0) : 30) : Number(minute);
  if (h > 24 || Math.abs(m) > 59) return null;
  return afternoon(h, part ?? dayPart) + m / 60;
}

/** "9h tối" is 21:00; "12h đêm" is midnight; "1h trưa" is 13:00. */
function afternoon(hour: number, part: string | undefined): number {
  if (hour > 12 || part === undefined) return hour;
  if (part === "chieu" || part === "toi") return hour < 12 ? hour + 12 : hour;
  if (part === "trua") return hour < 4 ? hour + 12 : hour;
  if (isNight(part)) return hour === 12 ? 24 : hour >= 8 ? hour + 12 : hour;
  return hour;
}

function vague(text: string, now: number): Found | null {
  const match = SPAN.exec(text);
  if (match === null) return null;
  const [from, to] = SPANS[match[1] ?? ""] ?? [0, 0];
  const today = startOfDay(now);
  return { from: today - from * DAY, to: today - to * DAY + DAY, spans: [spanOf(match)] };
}

const startOfDay = (at: number): number => Math.floor((at + UTC_OFFSET) / DAY) * DAY - UTC_OFFSET;

const mask = (text: string, [start, end]: readonly [number, number]): string =>
  text.slice(0, start) + "·".repeat(end - start) + text.slice(end);
