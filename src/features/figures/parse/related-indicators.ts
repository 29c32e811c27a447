import { compares, type FigureQuery } from "../figure-query.ts";
import type { FigureThread } from "../figure-thread.ts";
import { type Indicator, needsOf, STANDARD } from "../indicators.ts";
import { isShareVerb, type Reading } from "./figure-reading.ts";
import { isLittle } from "./named-spans.ts";
import type { Parts } from "./parts.ts";
import { addsUp } from "./side-by-side.ts";

/** Concepts that fit everything; they don't change the indicator. */
const GENERAL = new Set(
  "met notMet unit change district individual standard assessed anyYear anyProvince".split(" "),
);

/** "mấy người", "mấy vụ": what is counted, which other words tell apart. */
const COUNTED = new Set(["people", "case"]);

/**
 * What the words of a short message mean after a figure: with what was asked before they name another indicator ("bao
 * nhiêu đối tượng" after drug cases), or some of several ("phá án?" after all targets).
 * @param most of how many words such a message is made
 */
export function refinedBy(
  { concepts, reading }: Parts,
  { query }: FigureThread,
  most: number,
): readonly string[] {
  if (reading.words.length > most || reading.unknown.filter((word) => !isLittle(word)).length > 1) return [];
  const own = [...concepts].filter((concept) => !GENERAL.has(concept));
  const telling = own.filter((concept) => !COUNTED.has(concept));
  const said = telling.length > 0 ? telling : own;
  if (said.length === 0) return [];
  const book = reading.indicators;
  const fits = (id: string) => said.every((concept) => needsOf(book.get(id)).has(concept));
  // "chỉ tiêu giao là mấy" after by how much it was passed.
  const derived = book.all.find(
    ({ id, difference }) => fits(id) && query.indicators.includes(difference?.minus ?? ""),
  );
  if (derived !== undefined) return [derived.id];
  const some = query.indicators.filter(fits);
  // "tổng là 82 mô hình" after one kind of them isn't said of that kind.
  const { group } = book.get(some[0] ?? "");
  if (some.length > 0) return addsUp(reading) && group !== undefined ? book.ofGroup(group) : some;
  // "phá án thì sao" after a target: the target for it, not what was reached.
  const isGoal = (id: string) => book.get(id).kind === "goal";
  const goals = query.indicators.every(isGoal)
    ? book.spokenOf(new Set(["target", ...concepts])).filter((id) => isGoal(id) && fits(id))
    : [];
  if (goals.length > 0) return goals;
  const along = query.indicators.flatMap((id) => book.get(id).with ?? []).filter(fits);
  if (along.length > 0) return [...new Set(along)];
  const needs = (id: string) => book.conceptsOf(id).flatMap((need) => need.split("|"));
  const found = book.spokenOf(new Set([...query.indicators.flatMap(needs), ...concepts]));
  const other = found.filter((id) => !query.indicators.includes(id) && fits(id));
  if (other.length > 0) return other;
  // "tổng số chết và bị thương": each word names one of several.
  const each = found.filter((id) => said.some((concept) => needsOf(book.get(id)).has(concept)));
  const covered = said.every((concept) => each.some((id) => needsOf(book.get(id)).has(concept)));
  return said.length > 1 && covered && each.length > 1 ? each : [];
}

/** "so với 2022" after a target, "2022 so với chỉ tiêu 2026": what was reached in a year that is over. */
export function reachedOf(named: readonly string[], { reading }: Parts, now: number): readonly string[] {
  const goals = named.map((id) => reading.indicators.get(id).aims);
  const isOver = reading.periods.hits.some(({ period }) => Date.parse(period.end) < now);
  const isAhead = reading.periods.hits.some(({ period }) => Date.parse(period.end) >= now);
  const reached = goals.flatMap((id) => id ?? []);
  return isOver && reached.length > 0 && goals.length === named.length
    ? [...new Set([...reached, ...(isAhead ? named : [])])]
    : named;
}

/** "so với kết quả 2022 cao hay thấp hơn" after a target: what was reached is held against it. */
export function withGoal(
  reached: readonly string[],
  { indicators }: FigureQuery,
  { operation, reading }: Parts,
): readonly string[] {
  const goals = indicators.filter(
    (id) => reading.indicators.get(id).kind === "goal" && !reached.includes(id),
  );
  return operation === "difference" && goals.length === reached.length ? [...goals, ...reached] : reached;
}

/** "gộp hình sự với ma túy là mấy, ma túy chiếm bao nhiêu phần trăm": the part first, which is named last before the verb. */
export function partOfSum(meant: readonly string[], { reading, tags }: Parts): readonly string[] | undefined {
  const { words, indicators } = reading;
  const verb = words.findIndex(isShareVerb);
  const isSum = tags.has("op:sum") || tags.has("op:add");
  if (!isSum || verb < 0 || meant.length < 2 || meant.includes(STANDARD)) return undefined;
  const shared = (concept: string) => meant.every((id) => needsOf(indicators.get(id)).has(concept));
  const last = reading.tags.findLast(
    ({ tag, at }) => at < verb && tag.startsWith("is:") && !shared(tag.slice(3)),
  );
  const part = meant.find((id) => needsOf(indicators.get(id)).has(last?.tag.slice(3) ?? ""));
  return part === undefined ? undefined : [part, ...meant.filter((id) => id !== part)];
}

/** "hơn chỉ tiêu mấy điểm" after what was reached: the target is held against it. */
export function besideGoal(
  named: readonly string[],
  { indicators }: FigureQuery,
  { operation, reading, concepts, tags }: Parts,
): readonly string[] {
  const book = reading.indicators;
  const [only, ...others] = indicators;
  const passed =
    named.length > 0 &&
    named.every((id) => needsOf(book.get(id)).has("over")) &&
    !concepts.has("launch") &&
    !concepts.has("place");
  const goal = book.all.find(({ kind, aims: reached }) => kind === "goal" && reached === only);
  // "vượt chỉ tiêu mấy điểm" after a rate: its own target.
  if (passed && tags.has("cue:points") && goal !== undefined && only !== undefined && others.length === 0)
    return [goal.id, only];
  const aims = named.map((id) => book.get(id).aims);
  const isTold = aims.length > 0 && aims.every((id) => id !== undefined && indicators.includes(id));
  return operation === "difference" && isTold && reading.periods.hits.length === 0
    ? [...named, ...aims.flatMap((id) => id ?? [])]
    : named;
}

/** "chiếm mấy phần trăm": of the whole. */
export const asksShareOfWhole = ({ words }: Reading): boolean => words.some(isShareVerb);

/** "tệ nạn thì sao" after what part of all cases the crimes are: what part these are. */
export function wholeBefore(
  own: readonly string[],
  { reading, operation }: Parts,
  before: FigureQuery,
): readonly string[] | undefined {
  const [only, ...others] = own;
  const whole = reading.indicators.get(only ?? "").partOf;
  const isPlain = operation === "figure" && reading.periods.hits.length === 0;
  const goesOn = isPlain && before.operation === "times" && before.indicators.at(-1) === whole;
  return goesOn && only !== undefined && whole !== undefined && others.length === 0
    ? [only, whole]
    : undefined;
}

/** True where the words for the one also name the other: "vụ hình sự" those that happened and those that were solved. */
const isSaidLike = (one: Indicator, concepts: readonly string[]): boolean =>
  concepts.every((need) => need.split("|").some((concept) => needsOf(one).has(concept)));

/** The indicators that are named, and what the question wants to know besides. */
export function alsoMeant(named: readonly string[], parts: Parts): readonly string[] {
  const { tags, concepts, reading, operation } = parts;
  const book = reading.indicators;
  // "chỉ tiêu 2026 giảm mấy %, khám phá tối thiểu bao nhiêu": the target for what the second half names, too.
  const isGoal = (id: string) => book.get(id).kind === "goal";
  const goalFor = (id: string) => book.all.find((one) => isGoal(one.id) && one.aims === id)?.id ?? id;
  const setsGoals = named.some(isGoal) && reading.periods.hits.length === 1 && !compares(operation);
  const own = setsGoals ? named.map(goalFor) : named;
  const [only] = own;
  if (only === undefined || own.includes(STANDARD)) return own;
  // "vượt chỉ tiêu 37, chỉ tiêu ban đầu là mấy": what is worked out from the others.
  const derived = own.find((id) => own.includes(book.get(id).difference?.minus ?? ""));
  if (derived !== undefined) return [derived];
  const kindsOf = (whole: string) => book.all.flatMap(({ id, partOf }) => (partOf === whole ? [id] : []));
  const divided = tags.has("op:parts") ? own.find((id) => kindsOf(id).length > 0) : undefined;
  if (divided !== undefined) return [...kindsOf(divided), divided];
  // "hơn tỷ lệ chung": compared with the indicator that this one is a part of.
  if (own.length === 1 && tags.has("cue:overall")) return [only, ...book.widerThan(only, concepts)];
  const rest = own.find((id) => own.includes(book.get(id).outOf ?? ""));
  // "xảy ra mấy vụ, phá mấy, còn lại": the rest is told with both.
  if (operation === "shortfall" && rest !== undefined) return [rest];
  // "hình sự chiếm mấy phần trăm tổng số vụ": compared with all of them.
  const pieces = own.filter((id) => book.get(id).partOf !== undefined);
  const { partOf, outOf = partOf } = book.get(pieces[0] ?? only);
  // "số vụ ma túy bằng mấy phần số vụ hình sự": another thing is what they are held against.
  const isAgainst = own.some(
    (id) => !pieces.includes(id) && !pieces.some((piece) => isSaidLike(book.get(piece), book.conceptsOf(id))),
  );
  if (operation === "times" && outOf !== undefined && !own.includes(outOf) && !isAgainst)
    return pieces.length < 2
      ? [pieces[0] ?? only, outOf]
      : asksShareOfWhole(reading)
        ? [...pieces, outOf]
        : pieces;
  const rates = own.flatMap((id) => book.rateOf(id) ?? []);
  return tags.has("cue:ratio") &&
    !compares(operation) &&
    operation !== "shortfall" &&
    !own.some((id) => book.get(id).kind === "rate") &&
    !operation.startsWith("t")
    ? [...new Set([...own, ...rates])]
    : own;
}
