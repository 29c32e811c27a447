import { type Block, type Button, type Reply, strong, text } from "../../messaging/reply.ts";
import { caveatBlocks, caveatsOf, nameOf, placeName, sources, unitOf, writeMeasure } from "./describe.ts";
import { type Fact, sourceKey } from "./fact.ts";
import type { FigureQuery, Period } from "./figure-query.ts";
import { lowerFirst, upperFirst, WORDING } from "./figures-wording.ts";
import { INDICATORS, indicatorOf, needsOf, STANDARD } from "./indicators.ts";
import { addUp, eachOnce, type Measure, measureCells, shareOf } from "./measure.ts";
import type { FigureRequest } from "./parse/figure-request.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { withCompanions } from "./told-along.ts";

type Summary = Extract<FigureRequest, { kind: "summary" }>;

/** What is told of one place in one period. */
interface Part {
  readonly label: string;
  readonly head: string;
  readonly measures: readonly Measure[];
}

/** The figures of one period, or those asked for, as sentences to read out, one paragraph for each source. */
export function summaryReply(
  summary: Summary,
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): { reply: Reply; empty?: true; query: FigureQuery } {
  const { periods, place, sentences, isWhole, asked } = summary;
  const query = asked?.at(-1) ?? queryOf(periods, place);
  const used: Measure[] = [];
  const shortened: string[] = [];
  const parts = asked === undefined ? wholeParts(summary, facts) : askedParts(asked, facts);
  const blocks: Block[] = parts.flatMap(({ label, head, measures }) => {
    writer.quote(label);
    if (measures.length === 0)
      return [strong(writer.quote(WORDING.noData(label, WORDING.movement, placeName(place))))];
    const all = sentencesOf(measures, label, writer);
    const said =
      sentences !== undefined
        ? all.slice(0, sentences)
        : isWhole || asked !== undefined
          ? all
          : fitting(all, parts.length);
    if (said.length < all.length && asked === undefined) shortened.push(label);
    used.push(...said.flatMap((one) => one.measures));
    const paragraphs = [...Map.groupBy(said, ({ measures: [first] }) => keyOf(first))].map(([, group]) =>
      text(group.map(({ words }) => words).join(" ")),
    );
    return [strong(head), ...paragraphs];
  });
  blocks.push(...withoutFigures(asked ?? [], used, writer));
  if (used.length === 0) {
    const told = [
      ...new Set(facts.filter((f) => f.area === place.area && f.start !== undefined).map((f) => f.period)),
    ];
    const hint =
      told.length === 0 ? [] : [text(writer.quote(WORDING.hasPeriods(told.slice(0, MOST_NAMED).join("; "))))];
    return { reply: { blocks: [...blocks, ...hint] }, empty: true, query };
  }
  const partial = used.filter((m) => m.fit === "covers" || m.facts.some((f) => f.coverage === "part"));
  return {
    reply: {
      blocks: [...blocks, ...caveatBlocks(caveatsOf(partial, writer).first), ...sources(used, writer)],
      ...(shortened.length > 0 && { buttons: [wholeButton(shortened)] }),
    },
    query,
  };
}

const MOST_NAMED = 8;
/** So many characters of sentences, with heading and sources, are two screens of a phone. */
const FITS = 800;

const wholeParts = ({ periods, place }: Summary, facts: readonly Fact[]): readonly Part[] =>
  periods.map((period) => ({
    label: period.label,
    head: WORDING.summaryOf(period.label, placeName(place)),
    measures: measuresOf(queryOf([period], place), facts),
  }));

/** What was asked for, each figure once, by place and period. */
function askedParts(asked: readonly FigureQuery[], facts: readonly Fact[]): readonly Part[] {
  const found = asked
    .flatMap((query) => measureCells(withCompanions(query, facts), facts))
    .flatMap(({ measures }) => measures);
  const given = eachOnce(found.filter(({ count }) => count !== undefined));
  return [...Map.groupBy(given, ({ place, period }) => `${place.area}|${period}`).values()].flatMap(
    (measures) => {
      const [{ period, place } = {}] = measures;
      return period === undefined || place === undefined
        ? []
        : [{ label: period, head: WORDING.numbersOf(period, placeName(place)), measures }];
    },
  );
}

/** "hình sự" names the cases solved and those that occurred: where one is told, the other isn't missed. */
const saysAsMuch = (told: string, id: string): boolean =>
  INDICATORS.conceptsOf(id).every((need) =>
    need.split("|").some((concept) => needsOf(indicatorOf(told)).has(concept)),
  );

/** What was named and has no figure is said, but for a kind of what is told. */
function withoutFigures(
  asked: readonly FigureQuery[],
  used: readonly Measure[],
  writer: ProvenanceWriter,
): Block[] {
  return asked.flatMap(({ indicators, periods, places: [place] }) =>
    indicators.flatMap((id) =>
      place === undefined ||
      indicatorOf(id).group !== undefined ||
      used.some(({ indicator }) => indicator === id || saysAsMuch(indicator, id))
        ? []
        : [
            text(
              writer.quote(
                WORDING.noData(
                  periods.map(({ label }) => label).join(", "),
                  lowerFirst(indicatorOf(id).title),
                  placeName(place),
                ),
              ),
            ),
          ],
    ),
  );
}

/** The first sentences that fit, at least one. */
function fitting(all: readonly Sentence[], parts: number): readonly Sentence[] {
  let length = 0;
  return all.filter(({ words }, i) => {
    length += words.length;
    return i === 0 || length <= FITS / parts;
  });
}

const wholeButton = (periods: readonly string[]): Button => ({
  label: WORDING.wholeButton,
  payload: WORDING.wholeOf(periods.join(", ")),
});

const queryOf = (periods: readonly Period[], place: FigureQuery["places"][number]): FigureQuery => ({
  operation: "figure",
  indicators: [STANDARD],
  unitTypes: [],
  periods: [...periods],
  places: [place],
  paired: false,
  together: true,
  notMet: false,
  wants: "any",
  claims: [],
});

/** Everything told of a place in a period, as the summary tells it. */
export const measuresOfPeriod = (
  period: Period,
  place: FigureQuery["places"][number],
  facts: readonly Fact[],
): readonly Measure[] => measuresOf(queryOf([period], place), facts);

/** What happened in the period: no goals, and of stocks only the models. */
function measuresOf(query: FigureQuery, facts: readonly Fact[]): readonly Measure[] {
  const indicators = INDICATORS.all.filter(({ kind }) => kind !== "goal").map(({ id }) => id);
  return measureCells({ ...query, indicators }, facts)
    .flatMap(({ measures }) => measures)
    .filter(
      ({ count, facts: [fact], indicator, fit }) =>
        count !== undefined &&
        fit !== "overlaps" &&
        (fact?.coverage !== "moment" || indicatorOf(indicator).group !== undefined),
    );
}

interface Sentence {
  readonly words: string;
  readonly measures: readonly Measure[];
}

/** The standard first, in one sentence with its sum; then what each source tells of the same thing, in one each. */
function sentencesOf(
  measures: readonly Measure[],
  asked: string,
  writer: ProvenanceWriter,
): readonly Sentence[] {
  const standard = measures.filter(({ indicator }) => indicator === STANDARD);
  const others = measures.filter(({ indicator }) => indicator !== STANDARD);
  const [first] = standard.flatMap(({ facts }) => facts);
  const isFirst = ([measure]: readonly Measure[]) =>
    first !== undefined && keyOf(measure) === sourceKey(first) ? 0 : 1;
  const bySource = [...Map.groupBy(others, keyOf).values()].toSorted((a, b) => isFirst(a) - isFirst(b));
  return [
    ...(standard.length === 0 ? [] : [{ words: standardSentence(standard, writer), measures: standard }]),
    ...bySource.flatMap((group) =>
      chunks(group).map((few) => ({ words: sentence(few, asked, writer), measures: few })),
    ),
  ];
}

const keyOf = (measure: Measure | undefined): string | undefined =>
  measure?.facts[0] === undefined ? undefined : sourceKey(measure.facts[0]);

/** "Mô hình xây mới: 16 mô hình; …"; the period is said where it isn't the one asked for. */
function sentence(measures: readonly Measure[], label: string, writer: ProvenanceWriter): string {
  const periods = new Set(measures.map(({ period }) => period));
  const [only = label] = periods;
  const opens = periods.size === 1 && only !== label ? `${only}: ` : "";
  const clauses = measures.map((m) => {
    const when = opens !== "" || m.period === label ? "" : ` (${m.period})`;
    return `${lowerFirst(nameOf(m))}${when}: ${writeMeasure(m, writer)}`;
  });
  return `${upperFirst(`${opens}${clauses.join("; ")}`)}.`;
}

function standardSentence(measures: readonly Measure[], writer: ProvenanceWriter): string {
  const one = (m: Measure) => {
    const share = shareOf(m);
    return m.whole === undefined || m.count === undefined || share === undefined
      ? `${writeMeasure(m, writer)}`
      : `${writer.ratio(m.count, m.whole)} ${unitOf(m)} (${writer.percent(share)})`;
  };
  writer.use(measures.flatMap((m) => m.facts));
  const sum = measures.length > 1 ? addUp(measures) : undefined;
  const whole = sum?.whole === undefined ? "" : `; ${WORDING.summedUp(writeMeasure(sum, writer))}`;
  return WORDING.metTheStandard(`${measures.map(one).join(", ")}`, whole);
}

/** Sentences that can be read out in one breath. */
function chunks(measures: readonly Measure[]): Measure[][] {
  const size = 4;
  return Array.from({ length: Math.ceil(measures.length / size) }, (_, i) =>
    measures.slice(i * size, (i + 1) * size),
  );
}
