import { fold } from "../../../language/fold.ts";
import type { Claim, FigureQuery, Period, Place } from "../figure-query.ts";
import { needsOf, STANDARD } from "../indicators.ts";
import { ASSESSED, typesIn } from "../units.ts";
import HEDGES from "./claim-words.json" with { type: "json" };
import type { NumberSaid, Reading } from "./figure-reading.ts";
import { isCounted } from "./named-spans.ts";

/** What a number is said of. */
interface About {
  /** Of the whole clause, where a number has no type of its own. */
  readonly unitTypes: readonly string[];
  readonly indicators: readonly string[];
  readonly periods: FigureQuery["periods"];
  readonly places: FigureQuery["places"];
}

const NOTHING: About = { unitTypes: [], indicators: [], periods: [], places: [] };

/** Something named, and at which word. */
interface Named<T> {
  readonly is: T;
  readonly at: number;
}

/** The part of a message between two commas: what it says of its numbers. */
interface Clause {
  /** Its words. */
  readonly from: number;
  readonly to: number;
  readonly numbers: readonly NumberSaid[];
  readonly roles: readonly Named<Claim["role"]>[];
  readonly unitTypes: readonly Named<string>[];
  readonly periods: readonly Named<Period>[];
  readonly places: readonly Named<Place>[];
  /** Of several that fit a word, each, with spaces between. */
  readonly indicators: readonly Named<string>[];
  /** The indicators that the whole clause names, where no word of it tells them apart. */
  readonly spoken: readonly string[];
}

const ROLES: Readonly<Record<string, Claim["role"]>> = {
  "is:met": "met",
  "cue:finished": "met",
  "is:notMet": "notMet",
  "is:assessed": "assessed",
  "cue:total": "all",
};

/** Most numbers that are checked in one message. */
const MOST = 16;

/**
 * The numbers that a message puts forward, each with what it is said to be: of which type, reached or not, in which
 * period. What a clause leaves out comes from the clause before it.
 * @param asked the indicators of the whole message
 * @param before what the question before was about, where the message doesn't say
 * @example "xã 173/181, phường 4/5 đúng không" // 173 communes met, 181 assessed, 4 wards met, 5 assessed
 */
export function readClaims(
  reading: Reading,
  asked: readonly string[],
  before?: Claim["role"] | undefined,
): Claim[] {
  const claims: Claim[] = [];
  let last: About & { readonly role?: Claim["role"] | undefined } = NOTHING;
  let named: readonly string[] = [];
  const along = asked.flatMap((id) => reading.indicators.get(id).with ?? []);
  const clauses = clausesOf(reading, [...new Set([...asked, ...along])]);
  const anywhere = clauses.flatMap(({ roles }) => roles)[0]?.is;
  for (const clause of clauses) {
    const types = saysSum(reading, clause) ? named : last.unitTypes;
    // "8 tập thể và 11 đơn vị": the units are no collectives.
    const isAny = reading.tags.some(
      ({ tag, at }) => tag === "unit:any" && at >= clause.from && at < clause.to,
    );
    const whole = aboutOf(clause, last, isAny ? types.filter((unit) => ASSESSED.includes(unit)) : types);
    named = [...new Set([...named, ...clause.unitTypes.map(({ is }) => is)])];
    for (const [i, number] of clause.numbers.entries()) {
      const own = <T>(named: readonly Named<T>[], all: readonly T[]): T[] => {
        const one = belonging(named, clause, number);
        return one === undefined ? [...all] : [one];
      };
      const role: Claim["role"] = number.under
        ? "assessed"
        : ((namesAnotherFirst(reading, number) ? "all" : roleOf(clause, number)) ??
          last.role ??
          (isThereAre(reading, number) && !saysPart(clause, i) ? "all" : undefined) ??
          anywhere ??
          before ??
          (saysPart(clause, i) ? "met" : "all"));
      const unitTypes = own(clause.unitTypes, whole.unitTypes).flatMap(typesIn);
      claims.push({
        value: number.value,
        of: number.share ? "share" : "count",
        ...(isCounted(reading, number) && { counts: true }),
        ...tensOf(reading, number),
        hedge: hedgeOf(reading, number),
        role,
        unitTypes,
        indicators: withRates(
          reading,
          own(clause.indicators, whole.indicators).flatMap(split),
          number,
          asked,
        ),
        periods: own(clause.periods, whole.periods),
        places: own(clause.places, whole.places),
      });
      last = { ...whole, role: number.under ? last.role : role };
    }
    if (clause.numbers.length === 0) last = { ...last, ...whole };
  }
  return claims.slice(0, MOST);
}

/** "có 5 phường, một phường chưa đạt": how many there are, whatever the rest says of some. */
const isThereAre = ({ words }: Reading, { at }: NumberSaid): boolean =>
  /^(?:có|co)$/u.test(words[at - 1] ?? "");

/** In "có 5 phường, một phường chưa đạt" what is said of one ward isn't said of the five. */
function namesAnotherFirst(reading: Reading, number: NumberSaid): boolean {
  const after = reading.tags.filter(({ at }) => at >= number.at);
  const role = after.find(({ tag }) => ROLES[tag] !== undefined)?.at ?? 0;
  return (
    isThereAre(reading, number) &&
    after.filter(({ tag, at }) => tag.startsWith("unit:") && at < role).length > 1
  );
}

/** "1,4 triệu", "2 tỷ": the number itself may be a word. */
function tensOf({ words }: Reading, { at }: NumberSaid): Pick<Claim, "tens"> {
  const next = /^\d/u.test(words[at] ?? "") ? at + 1 : at;
  const tens = TENS[fold(words[next] ?? "")];
  const isShare = fold(words[next + 1] ?? "") === "le";
  return tens === undefined || isShare ? {} : { tens };
}
const TENS: Readonly<Record<string, number>> = { nghin: 3, ngan: 3, trieu: 6, ty: 9, ti: 9 };

/** "phường 5 đúng không" after "xã 2022 đạt 173": those that reached it, too. */
export function roleBefore(before: FigureQuery | undefined): Claim["role"] | undefined {
  if (before?.indicators.join() !== STANDARD) return undefined;
  const said = before.claims.at(-1)?.role;
  if (said !== undefined && said !== "all") return said;
  return before.operation === "shortfall" ? "notMet" : before.operation === "figure" ? "met" : undefined;
}

/** "báo cáo ghi 584 cơ quan đạt 2022": a number that nothing is asked about is put forward, too. */
export function putsForward({ tags, words, numbers }: Reading, choice: FigureQuery["choice"]): boolean {
  if (tags.some(({ tag }) => tag === "cue:verify")) return choice?.said === undefined;
  const asks =
    choice !== undefined ||
    tags.some(({ tag }) => /^(?:op:|ask:|cue:(?:quantity|which|points|suppose))/u.test(tag)) ||
    words.some((word) => ASKING.test(word)) ||
    (YES_OR_NO.test(words.at(-1) ?? "") && !tags.some(({ tag }) => tag === "cue:finished"));
  const telling = numbers.some(
    ({ value, under, share }) => under || share || (value.length > 1 && Number(value) >= 10),
  );
  return telling && !asks && tags.some(({ tag }) => /^(?:is|unit|by):/u.test(tag));
}
/** "đã đạt chưa", "có vượt 85% không", where no number is put forward to be confirmed. */
export const asksYesOrNo = ({ tags, words }: Reading): boolean =>
  !tags.some(({ tag }) => tag === "cue:verify") && words.slice(-3).some((word) => YES_OR_NO.test(word));
const YES_OR_NO = /^(?:không|khong|chưa|chua|hả|ha)$/u;
const ASKING = /^(?:thì|thi|gì|gi|nào|nao|sao|đâu|dau|ai|mấy|may|nhiêu|nhieu|nếu|neu|để)$/u;

/** "khám phá 96% án hình sự": a share is said of the indicator that tells it. */
function withRates(
  { indicators }: Reading,
  own: readonly string[],
  { share }: NumberSaid,
  asked: readonly string[],
): string[] {
  const rates = own.flatMap((id) => indicators.rateOf(id) ?? []).filter((id) => asked.includes(id));
  return share && rates.length > 0 ? [...new Set(rates)] : [...own];
}

const split = (ids: string): readonly string[] => ids.split(" ");

/** "…, tổng 191/200": of all types that were named before. */
const saysSum = ({ tags }: Reading, { from, to }: Clause): boolean =>
  tags.some(({ tag, at }) => /^(?:op:sum|cue:total)$/u.test(tag) && at >= from && at < to);

/** What a clause says of all its numbers; what it leaves out comes from the clause before it. */
function aboutOf(clause: Clause, last: About, before: readonly string[]): About {
  const or = <T>(named: readonly T[], before: readonly T[]) => (named.length > 0 ? named : before);
  const all = <T>(named: readonly Named<T>[]) => [...new Set(named.map(({ is }) => is))];
  const marked = [...new Set(all(clause.indicators).flatMap(split))];
  return {
    unitTypes: or(all(clause.unitTypes), before),
    indicators: or(marked.length > 0 ? marked : clause.spoken, last.indicators),
    periods: or(all(clause.periods), last.periods) as Period[],
    places: or(all(clause.places), last.places) as Place[],
  };
}

/** "có 173 xã" without "đạt" is the number of all; "4/5" and "80%" are of those that reached it. */
const saysPart = ({ numbers }: Clause, i: number): boolean =>
  numbers[i + 1]?.under === true || numbers.some(({ share }) => share);

function clausesOf(reading: Reading, asked: readonly string[]): Clause[] {
  const { tags, words, numbers, indicators, periods, periodAt, places } = reading;
  // "xã và phường đạt 177/186": what comes before the first number, and after the last, belongs to it.
  const starts = [0];
  const numbered = (from: number, to: number) => numbers.some(({ at }) => at >= from && at < to);
  for (const at of reading.breaks)
    if (numbered(starts.at(-1) ?? 0, at) && numbered(at, words.length + 1)) starts.push(at);
  const firstType = tags.find(({ tag }) => tag.startsWith("unit:") && tag !== "unit:any")?.at ?? -1;
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? words.length + 1;
    const within = ({ at }: { readonly at: number }) => at >= from && at < to;
    const here = tags.filter(within);
    const named = (of: string) => here.filter(({ tag }) => tag.startsWith(of));
    const concepts = new Set(named("is:").map(({ tag }) => tag.slice(3)));
    return {
      from,
      to,
      numbers: numbers.filter((number) => within(number) && !isPartOfPhrase(reading, number)),
      roles: here.flatMap(({ tag, at }) => {
        const role = ROLES[tag];
        return role === undefined ? [] : [{ is: role, at }];
      }),
      // "83 đơn vị, trong đó 41 khu dân cư": of all types.
      unitTypes: named("unit:").flatMap(({ tag, at }) =>
        tag !== "unit:any"
          ? [{ is: tag.slice(5), at }]
          : named("unit:").length === 1 && to <= firstType
            ? [{ is: "all", at }]
            : [],
      ),
      indicators: [...named("is:"), ...named("by:")].flatMap(({ tag, at }) => {
        const only = toldApart(reading, tag, asked);
        return only.length === 0 ? [] : [{ is: only.join(" "), at }];
      }),
      periods: periods.hits.flatMap(({ period }, j) => {
        const at = periodAt[j] ?? -1;
        // A period is no word: it stands before the word at its place.
        return within({ at }) ? [{ is: period, at: at - 0.5 }] : [];
      }),
      places: places.filter(within).map(({ place, at }) => ({ is: place, at })),
      spoken: indicators.spokenOf(concepts).filter((id) => asked.includes(id)),
    };
  });
}

/** "xây mới", "vụ": the indicators of which this is said, where it is said of no other, or of none in another unit. */
function toldApart({ indicators }: Reading, tag: string, asked: readonly string[]): readonly string[] {
  const said = tag.slice(3);
  const needs = (id: string) =>
    tag.startsWith("by:") ? indicators.get(id).by === said : needsOf(indicators.get(id)).has(said);
  const [own, others] = [asked.filter(needs), asked.filter((id) => !needs(id))];
  const units = new Set(own.map((id) => indicators.get(id).unit));
  const isAlone =
    own.length === 1 || (units.size === 1 && !others.some((id) => units.has(indicators.get(id).unit)));
  return others.length > 0 && isAlone ? own : [];
}

/** "7 loại", "cả 3": the number belongs to a phrase and is nothing to check. */
const isPartOfPhrase = ({ tags, words }: Reading, { at }: NumberSaid): boolean =>
  /^\d/u.test(words[at] ?? "") && tags.some((tag) => tag.at <= at && at < tag.end);

/** Of several things that a clause names, the one that a number belongs to: "xã 173 phường 4", "173 xã 4 phường". */
function belonging<T>(named: readonly Named<T>[], { numbers }: Clause, { at }: NumberSaid): T | undefined {
  const apart = numbers.filter(({ under }) => !under);
  if (new Set(named.map(({ is }) => is)).size < 2 || apart.length < 2) return undefined;
  const before = named.findLast((one) => one.at < at);
  const after = named.find((one) => one.at >= at);
  const follows = named.some((one) => one.at >= (apart.at(-1)?.at ?? 0));
  return (follows ? (after ?? before) : (before ?? after))?.is;
}

/**
 * The role said beside a number, before the next one: after it where the clause ends with one ("173 xã đạt trong 181 xã được
 * xét"), before it where it doesn't ("xét 181 đạt 173"). Else the last before it, else the next.
 */
function roleOf({ roles, numbers }: Clause, { at }: NumberSaid): Claim["role"] | undefined {
  const counted = numbers.filter(({ under }) => !under).map((number) => number.at);
  const next = counted.find((one) => one > at) ?? at + REACH + 1;
  const previous = counted.findLast((one) => one < at) ?? -1;
  const after = roles.find((role) => role.at >= at && role.at < next && role.at <= at + REACH);
  const before = roles.findLast((role) => role.at < at && role.at > previous);
  const follow = counted.length < 2 || roles.some((role) => role.at >= (counted.at(-1) ?? 0));
  const beside = follow ? (after ?? before) : (before ?? after);
  return (beside ?? roles.findLast((role) => role.at < at) ?? roles[0])?.is;
}

/** "173 | cơ sở giáo dục | chưa đạt": so many words may stand between a number and what it is. */
const REACH = 5;

const HEDGE_WORDS = Object.entries(HEDGES).flatMap(([hedge, words]) =>
  words.map((word) => ({ hedge: hedge as Exclude<Claim["hedge"], "exact">, word: fold(word) })),
);

function hedgeOf({ words }: Reading, { at, under }: NumberSaid): Claim["hedge"] {
  if (under) return "exact";
  const said = ` ${fold(words.slice(Math.max(0, at - 2), at).join(" "))}`;
  return HEDGE_WORDS.find(({ word }) => said.endsWith(` ${word}`))?.hedge ?? "exact";
}
