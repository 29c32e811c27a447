import { displayMoment } from "../../../language/dates.ts";
import { list, type Reply, text } from "../../../messaging/reply.ts";
import { caveatsOf, missingOf, nameOf, placeName, unitOf, writeMeasure } from "../../figures/describe.ts";
import { guardFigures } from "../../figures/digit-guard.ts";
import { type Fact, sourceKey } from "../../figures/fact.ts";
import type { Period } from "../../figures/figure-query.ts";
import { upperFirst } from "../../figures/figures-wording.ts";
import { STANDARD } from "../../figures/indicators.ts";
import { addUp, type Measure, shareOf } from "../../figures/measure.ts";
import { HOME } from "../../figures/places.ts";
import { createProvenanceWriter, type ProvenanceWriter } from "../../figures/provenance.ts";
import { measuresOfPeriod } from "../../figures/summary.ts";
import { REPORT } from "./report-wording.ts";

/** A row of the table of the standard, written; `bar` is the share for drawing, from 0 to 100. */
export interface StandardRow {
  readonly cells: readonly string[];
  readonly bar: number | undefined;
}

/** The page as words and numbers, each written once; a number in brackets names the source. */
export interface ReportContent {
  readonly title: string;
  readonly subtitle: string;
  readonly standard: readonly StandardRow[];
  readonly total: StandardRow | undefined;
  readonly others: readonly string[];
  readonly notes: readonly string[];
  readonly sources: readonly string[];
  readonly foot: string;
}

/**
 * What a page on a period says: the standard's types with their sum, everything else that is told of the place, notes, and
 * every source. Every number is one of the figures or computed from them.
 * @throws Error where a number has no origin: then nothing is given out
 */
export function reportContent(period: Period, facts: readonly Fact[], now: number): ReportContent {
  const writer = createProvenanceWriter("");
  const measures = measuresOfPeriod(period, HOME, facts);
  const standard = measures.filter(({ indicator }) => indicator === STANDARD);
  const others = measures.filter(({ indicator }) => indicator !== STANDARD);
  const sources = [
    ...Map.groupBy(
      measures.flatMap((measure) => measure.facts),
      sourceKey,
    ).values(),
  ];
  const numberOf = (measure: Measure): string => {
    const [fact] = measure.facts;
    const at = sources.findIndex((group) => fact !== undefined && group.includes(fact));
    return `\u00a0[${at + 1}]`;
  };
  const sum = standard.length > 1 ? addUp(standard) : undefined;
  const content = {
    title: REPORT.title,
    subtitle: REPORT.subtitle(upperFirst(period.label), placeName(HOME)),
    standard: standard.map((measure, i) =>
      standardRow(String(i + 1), `${upperFirst(unitOf(measure))}${numberOf(measure)}`, measure, writer),
    ),
    total: sum === undefined ? undefined : standardRow("", REPORT.total, sum, writer),
    others: others.map((measure) => {
      const when = measure.period === period.label ? "" : ` (${measure.period})`;
      return `${nameOf(measure)}${when}: ${writeMeasure(measure, writer)}${numberOf(measure)}`;
    }),
    notes: notesOf(measures, writer),
    sources: sources.map((group, i) => {
      const days = [...new Set(group.map(({ asOf }) => asOf))].join(", ");
      const url = group[0]?.url === undefined ? "" : ` ${group[0].url}`;
      return `[${i + 1}] ${group[0]?.source ?? ""}; số liệu: ${days}.${url}`;
    }),
    foot: REPORT.foot(displayMoment(now)),
  };
  proveOrigin(content, sources.length, period, writer);
  return content;
}

/** What has to be known of the whole, then what the sources note of single figures, each with what it is about. */
function notesOf(measures: readonly Measure[], writer: ProvenanceWriter): readonly string[] {
  const own = measures.flatMap((measure) =>
    measure.facts.flatMap(({ note }) => (note === undefined ? [] : [{ note, name: nameOf(measure) }])),
  );
  const { first, details } = caveatsOf(measures, writer);
  const general = [...first, ...details].filter((line) => !own.some(({ note }) => note === line));
  const named = [...Map.groupBy(own, ({ note }) => note)].map(
    ([note, group]) => `${[...new Set(group.map(({ name }) => name))].join(", ")}: ${note}`,
  );
  return [...new Set([...general, ...named])];
}

function standardRow(at: string, name: string, measure: Measure, writer: ProvenanceWriter): StandardRow {
  const { count, whole } = measure;
  const share = shareOf(measure);
  const missing = missingOf(measure);
  const said = (value: typeof count) => (value === undefined ? REPORT.notStated : writer.number(value));
  return {
    cells: [
      at,
      name,
      said(whole),
      measure.approx === undefined ? said(count) : writeMeasure(measure, writer),
      said(missing),
      share === undefined ? REPORT.notStated : writer.percent(share),
    ],
    bar: share === undefined ? undefined : Number(share.num) / Number(share.den),
  };
}

/** The digit guard of answers, over the page; the numbers of rows and of sources are ours. */
function proveOrigin(
  { standard, total, others, notes, sources }: ReportContent,
  sourceCount: number,
  period: Period,
  writer: ProvenanceWriter,
): void {
  const own = Array.from({ length: Math.max(sourceCount, standard.length) }, (_, i) => String(i + 1));
  writer.quote([...own, period.label].join(" "));
  const rows = [...standard, ...(total === undefined ? [] : [total])].flatMap(({ cells }) => cells);
  const urls = sources.map((line) => line.replace(/ https?:\S+$/u, ""));
  const page: Reply = { blocks: [list(...rows), list(...others), list(...notes), text(urls.join("\n"))] };
  const verdict = guardFigures(page, writer.provenance());
  if (!verdict.ok) throw new Error(`numbers without an origin: ${verdict.strangers.join(" ")}`);
}
