import { DAY, MINUTE } from "../../../../platform/time.ts";
import { PhraseBook, phraseSet } from "../typed-words.ts";
import json from "./time-words.json" with { type: "json" };

const book = <T>(phrases: Readonly<Record<string, T>>): PhraseBook<T> =>
  new PhraseBook(Object.entries(phrases));

const length = ({ minutes = 0, days = 0 }: { minutes?: number; days?: number }): number =>
  minutes * MINUTE + days * DAY;

const plain: ReadonlySet<string> = new Set(json.plainParts);

/** Hours of a day [from, to); a night ends on the next day, after 24. */
export interface PartOfDay {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** It is a time wherever it stands; "tối" alone may be a slip of "tôi". */
  readonly isPlain: boolean;
}

/** Words for times as people say them: `time-words.json`, with full marks; text without marks matches too. */
export const TIME = {
  leads: phraseSet(json.leads),
  /** Before what happened at that time: "lúc đi chợ về". */
  events: phraseSet(json.events),
  fillers: phraseSet(json.fillers),
  numbers: book<number>(json.numbers),
  amounts: book<number>({ ...json.numbers, ...json.vagueNumbers }),
  half: phraseSet(json.half),
  less: phraseSet(json.less),
  hours: phraseSet(json.hours),
  /** They are also grams: a part of the day or a word before must tell. */
  weakHours: phraseSet(json.weakHours),
  minutes: phraseSet(json.minutes),
  /** In milliseconds. */
  units: new PhraseBook(Object.entries(json.units).map(([unit, span]) => [unit, length(span)] as const)),
  ago: phraseSet(json.ago),
  before: phraseSet(json.before),
  since: phraseSet(json.since),
  parts: new PhraseBook<PartOfDay>(
    Object.entries(json.parts).map(
      ([name, hours]) => [name, { name, ...hours, isPlain: plain.has(name) }] as const,
    ),
  ),
  evening: { name: "tối", ...json.parts.tối, isPlain: false } as PartOfDay,
  /** As days before today. */
  days: book<number>(json.days),
  daysAfterPart: book<number>(json.daysAfterPart),
  dayParts: book(json.dayParts),
  /** 0 is Sunday. */
  weekdays: book<number>(json.weekdays),
  /** As weeks, months and years before this one. */
  weeks: book<number>(json.weeks),
  weekends: phraseSet(json.weekends),
  latest: phraseSet(json.latest),
  /** Between a night's day and the next one: "đêm 23 rạng 24". */
  dawn: phraseSet(json.dawn),
  months: book<number>(json.months),
  month: phraseSet(json.month),
  monthParts: book(json.monthParts),
  years: book<number>(json.years),
  year: phraseSet(json.year),
  notBeforeYear: phraseSet(json.notBeforeYear),
  dayOfMonth: phraseSet(json.dayOfMonth),
  lunarDays: phraseSet(json.lunarDays),
  lunar: phraseSet(json.lunar),
  lunarTails: phraseSet(json.lunarTails),
  now: phraseSet(json.now),
  nowBeforeStill: phraseSet(json.nowBeforeStill),
  notBeforeNow: phraseSet(json.notBeforeNow),
  still: phraseSet(json.still),
  going: phraseSet(json.going),
  goingOn: phraseSet(json.goingOn),
  oneself: phraseSet(json.oneself),
  /** As minutes before now. */
  recent: book<number>(json.recent),
  habits: phraseSet(json.habits),
  /** Before a time that comes again. */
  often: phraseSet(json.often),
  /** Those of them that are other words too where their marks are missing: "nhà cũ". */
  unsure: phraseSet(json.unsure),
  and: phraseSet(json.and),
  /** Behind the hour at which it hadn't happened yet. */
  stillThere: phraseSet([...json.stillThere, ...json.keptThere]),
  keptThere: phraseSet(json.keptThere),
  /** Behind a day on which nothing happened: "hôm nay thì yên rồi". */
  calm: phraseSet(json.calm),
  /** Before a time that its teller only supposes. */
  guesses: phraseSet(json.guesses),
  /** Between a time that is taken back and the right one. */
  repairs: phraseSet(json.repairs),
  /** Before what happened on a day that no calendar names: "hôm phiên chợ …". */
  eventDays: phraseSet(json.eventDays),
  eventTails: phraseSet(json.eventTails),
  /** Behind "hôm" they speak of a day that was told, or of any. */
  backwards: phraseSet(json.backwards),
  /** "Cách 2 hôm 1 lần", "cứ 3 ngày lại". */
  every: phraseSet(json.every),
  times: phraseSet(json.times),
  again: phraseSet(json.again),
  /** Before the latest of several times. */
  newest: phraseSet(json.newest),
  /** Behind a day or an hour: it is told of each one. */
  each: phraseSet(json.each),
  /** As days before today. */
  spans: book<number>(json.spans),
  vague: phraseSet(json.vague),
  anyDay: phraseSet(json.anyDay),
  future: phraseSet(json.future),
  futureTails: phraseSet(json.futureTails),
  /** Behind a day of the week: of this week, and of the next one. */
  coming: phraseSet(json.coming),
  comingSurely: phraseSet(json.comingSurely),
  /** Before a day: it is planned. */
  plans: phraseSet(json.plans),
  /** It happened once more, on another day. */
  once: phraseSet(json.once),
  from: phraseSet(json.from),
  to: phraseSet(json.to),
  tillNow: phraseSet(json.tillNow),
  notBeforeDate: phraseSet(json.notBeforeDate),
  /** A number behind one of these is a name: "tổ 3 tối qua". */
  numbered: phraseSet(json.numbered),
  unknown: phraseSet(json.unknown),
  notBeforeVague: phraseSet(json.notBeforeVague),
  notBeforeWeekday: phraseSet(json.notBeforeWeekday),
  notBeforeClock: phraseSet(json.notBeforeClock),
  notAfterNumber: phraseSet(json.notAfterNumber),
} as const;
