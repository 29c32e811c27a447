import { fold } from "../../../language/fold.ts";
import { compares, type FigureQuery } from "../figure-query.ts";
import { type Indicator, type IndicatorBook, needsOf, STANDARD } from "../indicators.ts";
import { ASSESSED, COMMUNE_LEVEL, unitName } from "../units.ts";
import { isBound, manyPointedAt, manyTypes } from "./choice.ts";
import { type NumberSaid, type Reading, sharesIn } from "./figure-reading.ts";
import { counted, isCounted, isLeftOut, type Named, qualifiers, spans } from "./named-spans.ts";
import { supposition } from "./supposition.ts";

interface Slot {
  readonly slot: string;
  /** True where a number that leaves this out would be the number of something else. */
  readonly decides: boolean;
  readonly named: (reading: Reading) => readonly Named[];
  readonly used: (means: string, query: FigureQuery, reading: Reading) => boolean;
}

/**
 * What a question for a figure can name, one row a slot: what of the message fills it, and when a query has used it.
 * Whatever is named and not used is said under the answer, and nothing is confirmed as true; where it decides whose
 * number it is, there is a question back instead of an answer.
 */
const SLOTS: readonly Slot[] = [
  {
    slot: "indicator",
    decides: false,
    named: (reading) => spans(reading, "is:"),
    used: (concept, query, { indicators }) =>
      ELSEWHERE.has(concept) ||
      (/^(?:target|over)$/u.test(concept) && query.operation === "needed") ||
      (concept === "average" && query.operation === "average") ||
      (concept === "over" &&
        (query.choice !== undefined || query.claims.some(({ hedge }) => hedge === "above"))) ||
      (concept === "perYear" && query.periods.length > 1) ||
      told(indicators, query).some(
        (one) =>
          needsOf(one).has(concept) ||
          (concept === "people" && PEOPLE.some((who) => needsOf(one).has(who))) ||
          (concept === "money" && one.unit?.includes("đồng")) ||
          (concept === "case" && one.unit === "vụ"),
      ),
  },
  {
    slot: "unit",
    decides: false,
    named: (reading) => spans(reading, "unit:", (tag) => !isLeftOut(reading, tag)),
    used: (unit, query, { indicators }) => {
      const about = told(indicators, query);
      // Only some indicators are stored by type; of the others a type says nothing.
      const chooses = about.some(({ byUnit }) => byUnit) || PERSONS.includes(unit);
      const all = [
        query.unitTypes,
        query.versus ?? [],
        ...query.claims.map((claim) => claim.unitTypes),
      ].flat();
      return (
        unit === "any" ||
        query.each !== undefined ||
        (chooses && groupOf(unit).some((type) => all.some((one) => one.split("+").includes(type)))) ||
        query.places.some(({ area }) => startsWith(area, unitName(unit))) ||
        (unit === "all" && all.length === 0) ||
        about.some(({ unit: counted = "", title }) => includesWord(`${counted} ${title}`, unitName(unit)))
      );
    },
  },
  {
    slot: "exclusion",
    decides: true,
    named: (reading) => {
      const types = spans(reading, "unit:", (tag) => isLeftOut(reading, tag));
      return types.length > 0 ? types : spans(reading, "op:").filter(({ means }) => means.includes("except"));
    },
    used: (unit, { unitTypes, operation, choice }) =>
      unit === "any" ||
      choice?.out === true ||
      compares(operation) ||
      (unit === "except" && unitTypes.length > 0 && unitTypes.length < ASSESSED.length) ||
      (unit !== "except" && unitTypes.length > 0 && !groupOf(unit).some((type) => unitTypes.includes(type))),
  },
  {
    slot: "period",
    decides: true,
    named: ({ periods }) =>
      periods.hits.map(({ period }) => ({ words: period.label, means: [`${period.start} ${period.end}`] })),
    used: (days, { indicators, periods, claims }, { indicators: book }) => {
      // A rise or fall is stored for the later period, and said against the one before.
      if (periods.length > 0 && indicators.some((id) => book.get(id).kind === "change")) return true;
      const [start = "", end = ""] = days.split(" ");
      return [...periods, ...claims.flatMap((claim) => claim.periods)].some(
        (one) => (one.start >= start && one.end <= end) || (one.start <= start && one.end >= end),
      );
    },
  },
  {
    slot: "place",
    decides: true,
    named: ({ places }) => places.map(({ place: { area } }) => ({ words: area, means: [area] })),
    used: (area, { places, claims, operation, indicators }) =>
      // No source names the units of any place.
      (operation === "names" && indicators.includes(STANDARD)) ||
      [...places, ...claims.flatMap((claim) => claim.places)].some((place) => place.area === area),
  },
  {
    slot: "awarder",
    decides: true,
    named: (reading) => spans(reading, "by:"),
    used: (who, query, { indicators }) => {
      const awards = told(indicators, query).flatMap(({ by }) => (by === undefined ? [] : [by]));
      return awards.length === 0 || awards.includes(who);
    },
  },
  {
    slot: "condition",
    decides: true,
    named: (reading) =>
      reading.numbers.some((number) => number.share && isBound(reading, number)) ? shares(reading) : [],
    used: isCondition,
  },
  {
    slot: "share",
    decides: false,
    named: shares,
    used: isCondition,
  },
  {
    slot: "number",
    decides: false,
    named: numbersOf,
    used: (n, { claims, choice, suppose, round, goalCount }) =>
      round !== undefined ||
      [
        suppose,
        goalCount,
        choice?.above?.value,
        choice?.below?.value,
        ...[choice?.top, choice?.nth, choice?.said].map(String),
        ...claims.map(({ value }) => value),
      ].includes(n),
  },
  {
    slot: "supposition",
    decides: true,
    named: ({ words }) => {
      const said = supposition(words);
      return said === undefined ? [] : [{ words: said.words, means: [said.words] }];
    },
    used: (_, { suppose, supposeAll, operation }) =>
      suppose !== undefined || supposeAll !== undefined || operation === "needed",
  },
  {
    slot: "abbreviation",
    decides: false,
    named: ({ unknown }) =>
      unknown.flatMap((word) => (UNREAD.test(word) ? [{ words: word, means: [word] }] : [])),
    used: () => false,
  },
  {
    slot: "how many types",
    decides: true,
    named: (reading) =>
      [...manyTypes(reading), ...manyPointedAt(reading)].map(({ words, n }) => ({ words, means: [`${n}`] })),
    used: (n, { unitTypes, indicators, places, periods, choice, operation, versus = [] }, { tags }) =>
      [unitTypes, versus, indicators, places, periods].some((all) => all.length === Number(n)) ||
      (Number(n) === ASSESSED.length && (unitTypes.length === 0 || leavesOut(tags))) ||
      (Number(n) === ASSESSED.length - unitTypes.length && leavesOut(tags)) ||
      (indicators.length > Number(n) && (compares(operation) || operation === "sum")) ||
      choice !== undefined,
  },
  {
    slot: "counted",
    decides: false,
    named: counted,
    used: (word, query, { indicators }) =>
      told(indicators, query).some(({ unit = "", title }) => includesWord(`${unit} ${title}`, word)),
  },
  {
    slot: "qualifier",
    decides: false,
    named: (reading) => [...qualifiers(reading), ...spans(reading, "no:type")],
    used: () => false,
  },
  {
    slot: "operation",
    decides: false,
    named: (reading) => spans(reading, "op:", ({ tag }) => COMPUTED.has(tag.slice(3))),
    // "thêm mấy mô hình mới" asks how many came, and for nothing that is missing.
    used: (operation, { operation: own, per, suppose, supposeAll, indicators }, { indicators: book }) =>
      own === operation ||
      per !== undefined ||
      (operation === "needed" &&
        (suppose !== undefined ||
          supposeAll !== undefined ||
          indicators.every((id) => !book.get(id).byUnit))),
  },
];

function shares({ numbers }: Reading): Named[] {
  return sharesIn({ numbers }).map((value) => ({ words: `${value.replace(".", ",")}%`, means: [value] }));
}

function numbersOf(reading: Reading): Named[] {
  const types = [...manyTypes(reading), ...manyPointedAt(reading)].map(({ at }) => at);
  return reading.numbers.flatMap((number) =>
    isCounted(reading, number) && !types.includes(number.at) && !isOneOf(reading, number)
      ? [{ words: number.value.replace(".", ","), means: [number.value] }]
      : [],
  );
}

/** "bình quân 1 vụ mấy đối tượng": of each. */
const isOneOf = ({ tags }: Reading, { value }: NumberSaid): boolean =>
  value === "1" && tags.some(({ tag }) => tag === "op:average");

/** "cqnn": letters that are no syllable stand for something. */
const UNREAD = /^[bcdđghklmnpqrstvx]{4,}$/u;

function isCondition(value: string, { choice, goal, operation, claims }: FigureQuery): boolean {
  const all = [choice?.above?.value, choice?.below?.value, goal, ...claims.map((claim) => claim.value)];
  return all.includes(value) || (operation === "needed" && goal === undefined && Number(value) === 100);
}

/** Something named that a query leaves out, in the person's words. */
export interface LeftOut {
  readonly words: string;
  readonly decides: boolean;
}

/** Everything that a message names and that a query doesn't use. */
export function leftOut(reading: Reading, query: FigureQuery): LeftOut[] {
  const all = SLOTS.flatMap(({ decides, named, used }) =>
    named(reading)
      .filter(({ means }) => !means.some((one) => used(one, query, reading)))
      .map(({ words }) => ({ words, decides })),
  );
  return all.filter(({ words }, i) => all.findIndex((one) => one.words === words) === i);
}

/** Meanings that are used before there is a query, or by its operation. */
const ELSEWHERE: ReadonlySet<string> = new Set(
  "met notMet standard assessed change occurred excluded oldRule anyProvince anyYear foreign".split(" "),
);

/** Those whom an award is given to. */
const PERSONS = ["collective", "individual"];

const leavesOut = (tags: Reading["tags"]): boolean => tags.some(({ tag }) => tag === "op:except");

/** Indicators that count people. */
const PEOPLE = ["suspect", "dead", "injured", "member", "individual"];

/** Operations that change the number; the others only order what is told. */
const COMPUTED: ReadonlySet<string> = new Set(["average", "times", "needed"]);

const includesWord = (text: string, word: string): boolean =>
  ` ${fold(text.toLowerCase())} `.includes(` ${fold(word)} `);

/** The indicators that an answer tells, with those told along. */
function told(book: IndicatorBook, { indicators }: FigureQuery): Indicator[] {
  const along = indicators.flatMap((id) => {
    const { with: also = [], outOf = id } = book.get(id);
    return [...also, outOf, book.rateOf(id) ?? id];
  });
  return [...new Set([...indicators, ...along])].map((id) => book.get(id));
}

const groupOf = (unit: string): readonly string[] =>
  unit === "communeLevel" ? [unit, ...COMMUNE_LEVEL] : unit === "all" ? ASSESSED : [unit];

const startsWith = (text: string, words: string): boolean => fold(text.toLowerCase()).startsWith(fold(words));
