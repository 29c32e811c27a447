import type { Block, Reply } from "../../messaging/reply.ts";
import { list, strong, text } from "../../messaging/reply.ts";
import { compare, isZero, percent } from "./arithmetic.ts";
import {
  averageBlocks,
  figureBlocks,
  namesBlocks,
  shortfallBlocks,
  supposeBlocks,
  totalBlocks,
} from "./blocks.ts";
import { communeCountReply } from "./commune-count.ts";
import { differenceBlocks, incomparable, rankingBlocks, singledOut, timesBlocks } from "./compare.ts";
import { differenceReply, oldRuleReply } from "./derived.ts";
import { caveats, missingOf, nameOf, placeName, sources, unitOf, writeMeasure } from "./describe.ts";
import type { Fact } from "./fact.ts";
import { nextButtons } from "./figure-buttons.ts";
import type { FigureQuery } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { indicatorOf, STANDARD } from "./indicators.ts";
import { addUp, type Cell, type Measure, measureCells } from "./measure.ts";
import type { FigureRequest } from "./parse/figure-request.ts";
import { createProvenanceWriter, type Provenance, type ProvenanceWriter } from "./provenance.ts";
import { parseRational } from "./rational.ts";
import { clarifyReply, noDataBlocks, refusalReply } from "./refusals.ts";
import {
  commonIndicator,
  companionBlock,
  comparedIndicators,
  mergedBlocks,
  recognised,
  withCompanions,
} from "./told-along.ts";

export interface FigureAnswer {
  readonly reply: Reply;
  readonly provenance: Provenance;
  /** True where there is no such figure: a document may have the answer. */
  readonly empty?: true;
  /** The unit type named as highest or lowest. */
  readonly singled?: string;
  /** The query for a follow-up question; absent where there is none. */
  readonly query?: FigureQuery;
}

/** Answers a request from the facts. Every number is stored or computed here; `question` is the person's own text. */
export function answerFigures(
  request: FigureRequest,
  facts: readonly Fact[],
  question: string,
): FigureAnswer {
  const writer = createProvenanceWriter(question);
  switch (request.kind) {
    case "refuse":
      return { reply: refusalReply(request, facts, writer), provenance: writer.provenance() };
    case "oldRule":
      return { reply: oldRuleReply(request.total, request.met, writer), provenance: writer.provenance() };
    case "clarify":
      return { reply: clarifyReply(facts, writer), provenance: writer.provenance(), query: request.query };
    case "query": {
      const { reply, ...rest } = answerQuery(request.query, facts, writer);
      const blocks = reply.blocks.toSpliced(1, 0, ...mergedBlocks(request.query, question));
      return {
        ...rest,
        reply: { ...reply, blocks },
        provenance: writer.provenance(),
        query: request.query,
      };
    }
  }
}

function answerQuery(
  query: FigureQuery,
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): { reply: Reply; empty?: true; singled?: string } {
  for (const period of query.periods) writer.quote(period.label);
  const derived = differenceReply(query, facts, writer);
  if (derived !== undefined) return { reply: derived };
  const cells = measureCells(withCompanions(query, facts), facts);
  const measures = cells.flatMap((cell) => cell.measures);
  const nearest = measures.length === 0 ? recognised(query, facts) : undefined;
  if (nearest !== undefined) return answerQuery(nearest, facts, writer);
  const listed = measures.length === 0 ? communeCountReply(query, writer) : undefined;
  if (listed !== undefined) return { reply: listed };
  if (measures.length === 0) return { reply: noDataBlocks(query, facts, writer), empty: true };
  const about =
    query.operation === "average"
      ? withCompanions(query, facts).indicators
      : comparedIndicators(query, cells);
  const main = measures.filter((m) => about.includes(m.indicator));
  const shown = main.length > 0 ? measures : [];
  if (shown.length === 0) return { reply: noDataBlocks(query, facts, writer), empty: true };
  const asked = query.periods.length === 1 ? query.periods[0] : undefined;
  const head = verified(query, blocksFor(query, cells, main, facts, writer), writer);
  const context = whatBlocks(query, main, head, writer);
  const also = companionBlock(
    measures.filter((m) => !main.includes(m)),
    writer,
  );
  const gaps = missingCells(cells, query, facts, writer);
  const used = query.operation === "source" ? main : measures;
  const extra = query.operation === "source" ? [] : caveats(main, asked, writer);
  const singled = singledOut(main, query);
  return {
    reply: {
      blocks: [...head, ...context, ...also, ...gaps, ...extra, ...sources(used, writer)],
      buttons: nextButtons(query, main),
    },
    ...(singled !== undefined && { singled }),
  };
}

function blocksFor(
  query: FigureQuery,
  cells: readonly Cell[],
  main: readonly Measure[],
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): Block[] {
  if (query.unitTypes.includes("individual") && main.every((m) => m.count === undefined))
    return [strong(WORDING.individuals)];
  const supposed = query.suppose === undefined ? [] : supposeBlocks(query.suppose, main, writer);
  if (supposed.length > 0) return supposed;
  switch (query.operation) {
    case "difference":
    case "times":
      return comparison(query, cells, main, facts, writer);
    case "lowest":
    case "highest":
    case "ranking":
      return main.length > 1
        ? rankingBlocks(main, query.operation, query.wants, writer)
        : figureBlocks(query, main, writer);
    case "names":
      return namesBlocks(main, writer);
    case "average":
      return averageBlocks(query, main, writer);
    case "shortfall":
    case "needed":
      return shortfallBlocks(query, main, writer);
    case "total":
      return totalBlocks(query, main, writer);
    case "source":
      return [
        strong(WORDING.sourceHead),
        list(
          ...main
            .slice(0, 8)
            .map((m) => `${nameOf(m)}, ${placeName(m.place)}, ${m.period}: ${writeMeasure(m, writer)}`),
        ),
      ];
    default:
      return figureBlocks(query, main, writer);
  }
}

/** "doanh nghiệp gấp mấy lần cơ quan": the first named is divided by the second. */
function inQuestionOrder(query: FigureQuery, sides: readonly Measure[]): readonly Measure[] {
  const place = (measure: Measure) => query.unitTypes.indexOf(measure.unitType);
  return query.operation === "times" && sides.every((side) => place(side) >= 0)
    ? sides.toSorted((x, y) => place(x) - place(y))
    : sides;
}

/** The named types, added up where there are several, and the group that they are compared with. */
function againstWhole(
  query: FigureQuery,
  main: readonly Measure[],
  facts: readonly Fact[],
): readonly Measure[] {
  const group = measureCells({ ...query, unitTypes: query.versus ?? [] }, facts).flatMap((c) => c.measures);
  return [addUp(main), addUp(group)].flatMap((side) => (side === undefined ? [] : [side]));
}

function comparison(
  query: FigureQuery,
  cells: readonly Cell[],
  main: readonly Measure[],
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): Block[] {
  const sides =
    query.versus === undefined
      ? inQuestionOrder(query, compared(query, cells, main))
      : againstWhole(query, main, facts);
  const [a, b] = sides;
  if (
    query.indicators.length > 1 &&
    query.periods.length > 1 &&
    new Set(main.map((m) => m.indicator)).size > 1 &&
    commonIndicator(cells) === undefined
  )
    return incomparable(main, query, writer);
  if (sides.length === 2 && a !== undefined && b !== undefined)
    return query.operation === "times"
      ? timesBlocks(a, b, query, writer)
      : differenceBlocks(a, b, query, writer);
  const onlyOneHas = cells.length > 1 && cells.filter((cell) => cell.measures.length > 0).length < 2;
  return sides.length > 2 && !onlyOneHas
    ? rankingBlocks(sides, "highest", query.wants, writer)
    : figureBlocks({ ...query, operation: "figure" }, main, writer);
}

/** The things to compare: sums per cell where cells differ, else single measures. */
function compared(query: FigureQuery, cells: readonly Cell[], main: readonly Measure[]): readonly Measure[] {
  const filled = cells.filter((cell) => cell.measures.length > 0);
  if (filled.length < 2) return main;
  const shared = commonIndicator(filled);
  const sides = filled.map((cell) => {
    const own = cell.measures.filter((m) => shared === undefined || m.indicator === shared);
    return own.length > 1 ? addUp(own) : own[0];
  });
  return query.indicators.length >= 1 && sides.every((side) => side !== undefined) ? sides : main;
}

/** The figure with indicator, place and period, and how much is missing to 100 %. */
function whatBlocks(
  query: FigureQuery,
  main: readonly Measure[],
  head: readonly Block[],
  writer: ProvenanceWriter,
): Block[] {
  if (head.length === 0) return [];
  const [first] = main;
  if (first === undefined || query.operation === "source") return [];
  const places = [...new Set(main.map((m) => placeName(m.place)))].join("; ");
  const periods = [...new Set(main.map((m) => m.period))].join("; ");
  writer.use(main.flatMap((m) => m.facts));
  const titles = [...new Set(main.map((m) => indicatorOf(m.indicator).title))];
  const about =
    titles.length === 1
      ? WORDING.isAbout(titles[0] ?? "", places, periods)
      : WORDING.isFor(upperFirst(places), periods);
  const missing =
    main.length === 1 && ["figure", "total"].includes(query.operation) ? missingOf(first) : undefined;
  const rest =
    missing !== undefined && !isZero(missing) && first.whole !== undefined && first.indicator === STANDARD
      ? ` ${WORDING.stillMissing(`${writer.number(missing)} ${unitOf(first)}`, writer.percent(percent(missing, first.whole)))}`
      : "";
  const reached =
    query.operation === "total" && first.indicator === STANDARD && main.length === 1
      ? ` ${WORDING.reachedAlso(writeMeasure(first, writer))}`
      : "";
  const latest =
    query.periods.length === 0 && query.operation !== "series" ? [text(WORDING.latest(periods))] : [];
  return [text(`${about}${reached}${rest}`), ...latest];
}

/** Says what has no figure and for which periods there is one. Never gives that number instead. */
function missingCells(
  cells: readonly Cell[],
  query: FigureQuery,
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): Block[] {
  const empty = cells.filter((cell) => cell.measures.length === 0);
  const lines = empty.map((cell) => {
    const place = placeName(cell.place);
    const others = measureCells({ ...query, places: [cell.place], periods: [] }, facts).flatMap(
      (c) => c.measures,
    );
    const periods = [...new Set(others.map((m) => m.period))].join("; ");
    return writer.quote(WORDING.missing(place, cell.period?.label ?? "", periods));
  });
  return lines.length === 0 || query.operation === "source" ? [] : [list(...lines)];
}

/** Puts "Đúng" or "Không khớp" before the answer to a question that already names a number. */
function verified(query: FigureQuery, head: Block[], writer: ProvenanceWriter): Block[] {
  const opened = head[0]?.kind === "strong" ? head[0].text : "";
  if (query.claims.length === 0 || opened.startsWith(WORDING.notComparableHead)) return head;
  const known = [
    ...writer.provenance().computed,
    ...writer
      .provenance()
      .facts.flatMap((f) =>
        [f.numerator, f.denominator, f.value].flatMap((v) =>
          v === undefined ? [] : [writer.number(parseRational(v))],
        ),
      ),
  ].join(" ");
  const numbers = new Set(
    (known.match(/\d[\d.]*(?:,\d+)?/gu) ?? []).map((n) => n.replaceAll(".", "").replace(",", ".")),
  );
  const right = query.claims.every((claim) =>
    [...numbers].some((n) => compare(parseRational(n), parseRational(claim)) === 0),
  );
  return [strong(`${right ? WORDING.correct : WORDING.incorrect} ${opened}`), ...head.slice(1)];
}
