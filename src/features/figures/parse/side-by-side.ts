import { compares } from "../figure-query.ts";
import { type IndicatorBook, needsOf } from "../indicators.ts";
import type { Reading } from "./figure-reading.ts";
import type { Parts } from "./parts.ts";

/**
 * The indicators in the order in which they are named. "hình sự và ma túy" names two that rule each other out when read
 * together: then each clause is read by itself.
 */
export function sideBySide(
  { reading, operation, tags }: Pick<Parts, "reading" | "operation" | "tags">,
  named: readonly string[],
): readonly string[] {
  const book = reading.indicators;
  const clauses = clausesOf(reading);
  const each = eachCounted(book, clauses);
  if (each.length > 0) return each;
  const sides = clauses.map((concepts, i) => {
    const own = book.spokenOf(concepts);
    // "ma túy với hình sự cái nào nhiều đối tượng hơn", "đối tượng hình sự và ma túy": what is counted is said once.
    const before = clauses.slice(0, i).findLast(saysCounted);
    const isAfter = !saysCounted(concepts) && before === undefined;
    const first =
      (isAfter ? clauses.slice(i + 1).find(saysCounted) : (before ?? clauses[i - 1])) ?? new Set<string>();
    const unit = book.get(book.spokenOf(first)[0] ?? "").unit;
    const counted = [...first].flatMap((concept) =>
      book
        .spokenOf(new Set([...concepts, concept]))
        .filter((id) => !own.includes(id) && (unit === undefined || book.get(id).unit === unit)),
    );
    // "…, khác 8": said of what is counted, and of nothing by itself.
    const told =
      own.length > 0
        ? counted
        : counted.filter(
            (id) => !saysCounted(concepts) && [...concepts].some((c) => needsOf(book.get(id)).has(c)),
          );
    if (told.length > 0 && !own.some((id) => book.get(id).unit === unit)) return told;
    return ofSubject(book, clauses.slice(0, i), concepts, own);
  });
  // "bao nhiêu vụ, hình sự mấy vụ": of all, where the others are kinds of them.
  const isBare = clauses.findIndex(({ size }) => size > 0);
  if ([...(clauses[isBare] ?? [])].join() === "case" && sides[isBare]?.length === 0) {
    const all = new Set(sides.flat().flatMap((id) => book.get(id).partOf ?? book.get(id).outOf ?? []));
    if (all.size === 1) return [...new Set([...all, ...sides.flat(), ...named])];
  }
  const said = new Set(clauses.flatMap((concepts) => [...concepts]));
  const needs = (id: string) => book.get(id).asked.flatMap(({ all }) => all.flatMap((one) => one.split("|")));
  const used = new Set(named.flatMap(needs));
  const left = [...said].filter((concept) => !used.has(concept));
  const apart = sides.filter((side) =>
    side.some((id) => !named.includes(id) && needs(id).some((c) => left.includes(c))),
  );
  const position = (id: string) => sides.findIndex((side) => side.includes(id));
  if (apart.length === 0 || sides.filter((side) => side.length > 0).length < 2)
    return [
      ...widerBefore(reading, clauses, named),
      ...named,
      ...ratesApart(reading, clauses, named),
    ].toSorted((a, b) => (position(a) - position(b)) * (position(a) < 0 || position(b) < 0 ? 0 : 1));
  const all = [...new Set(sides.flat())];
  const counts = all.filter((id) => book.get(id).kind === undefined);
  const counted = addsUp(reading) || operation === "sum" || compares(operation);
  return counted && !tags.has("cue:ratio") && counts.length > 0 ? counts : all;
}

/** "vụ lừa đảo, thiệt hại bao nhiêu, ngăn chặn mấy vụ": the loss by them, and those of them that were stopped. */
function ofSubject(
  book: IndicatorBook,
  before: readonly ReadonlySet<string>[],
  concepts: ReadonlySet<string>,
  own: readonly string[],
): readonly string[] {
  const telling = [...concepts].filter((concept) => !COUNTED.includes(concept));
  const found = before.toReversed().map((subject) => {
    const whole = book.spokenOf(new Set([...subject, ...concepts]));
    const shared = [...subject].filter((concept) => !COUNTED.includes(concept) && !concepts.has(concept));
    const says = (id: string, any: readonly string[]) => any.some((one) => needsOf(book.get(id)).has(one));
    return own.some((id) => whole.includes(id))
      ? []
      : whole.filter((id) => telling.every((one) => says(id, [one])) && says(id, shared));
  });
  return (telling.length === 0 ? undefined : found.find(({ length }) => length > 0)) ?? own;
}

/** "ma túy và hình sự: số vụ, số đối tượng": what is counted, of each of them. */
function eachCounted(book: IndicatorBook, clauses: readonly ReadonlySet<string>[]): readonly string[] {
  const said = clauses.filter((concepts) => concepts.size > 0);
  const counters = said.filter((concepts) => [...concepts].every((concept) => COUNTED.includes(concept)));
  const things = said.filter((concepts) => !saysCounted(concepts));
  if (counters.length < 2 || counters.length + things.length < said.length) return [];
  return [
    ...new Set(
      things.flatMap((thing) =>
        counters.flatMap((counter) => book.spokenOf(new Set([...thing, ...counter]))),
      ),
    ),
  ];
}

const COUNTED: readonly string[] = ["case", "suspect", "people", "member"];
const saysCounted = (concepts: ReadonlySet<string>): boolean =>
  COUNTED.some((concept) => concepts.has(concept));

/** "tỷ lệ khám phá, án rất nghiêm trọng": what the first clauses name by themselves, of which the rest is a part. */
function widerBefore(
  { indicators }: Reading,
  clauses: readonly ReadonlySet<string>[],
  named: readonly string[],
): readonly string[] {
  const needs = (id: string) => needsOf(indicators.get(id));
  const isWider = (id: string) =>
    named.some(
      (one) =>
        indicators.get(one).kind === indicators.get(id).kind &&
        indicators.conceptsOf(id).every((need) => need.split("|").some((each) => needs(one).has(each))),
    );
  const spoken = clauses.slice(1).flatMap((_, i) => {
    const said = new Set(clauses.slice(0, i + 1).flatMap((concepts) => [...concepts]));
    return indicators.spokenOf(said).filter((id) => isWider(id) && !named.includes(id));
  });
  return [...new Set(spoken)];
}

/** "số vụ hình sự, tỷ lệ khám phá": a share that a clause asks for by itself. */
const ratesApart = (
  { indicators }: Reading,
  clauses: readonly ReadonlySet<string>[],
  named: readonly string[],
): readonly string[] =>
  clauses.length < 2
    ? []
    : [
        ...new Set(
          clauses
            .flatMap((concepts) => (saysCounted(concepts) ? [] : indicators.spokenOf(concepts)))
            .filter((id) => indicators.get(id).kind === "rate" && !named.includes(id)),
        ),
      ];

/** "tổng số vụ hình sự và ma túy", "tất cả mấy cửa khẩu": what is named is wanted as one number. */
export const addsUp = ({ words }: Reading): boolean =>
  /(?:^| )(?:tổng|tong|cộng|cong|gộp|gop|(?:tất|tat) (?:cả|ca))(?: |$)/u.test(words.join(" "));

/** The concepts of each clause; a comparison begins one, too. */
function clausesOf({ tags, breaks }: Reading): ReadonlySet<string>[] {
  const starts = [
    ...new Set([
      0,
      ...breaks,
      ...tags.flatMap(({ tag, end }) => (/^op:(?:difference|times|sum)$/u.test(tag) ? [end] : [])),
    ]),
  ].toSorted((a, b) => a - b);
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    const here = tags.filter(({ tag, at }) => at >= from && at < to && tag.startsWith("is:"));
    const counts = tags.some(({ tag, at }) => at >= from && at < to && tag.startsWith("unit:"));
    return new Set([...here.map(({ tag }) => tag.slice(3)), ...(counts && here.length > 0 ? ["unit"] : [])]);
  });
}
