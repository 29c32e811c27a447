import type { Block, Reply } from "../../messaging/reply.ts";
import { list, plainText, strong, text } from "../../messaging/reply.ts";
import { isZero, percent } from "./arithmetic.ts";
import { averageBlocks } from "./average.ts";
import { figureBlocks, namesBlocks, totalBlocks } from "./blocks.ts";
import { changeBlocks } from "./changes.ts";
import { chosenBlocks, singledOut } from "./chosen.ts";
import { communesReply } from "./commune-count.ts";
import { differenceReply, numberReply, oldRuleReply, ownNumbersReply, periodReply } from "./derived.ts";
import {
  caveatBlocks,
  caveatsOf,
  missingOf,
  nameOf,
  placeName,
  sources,
  unitOf,
  writeMeasure,
} from "./describe.ts";
import type { Fact } from "./fact.ts";
import { nextButtons } from "./figure-buttons.ts";
import { compares, type FigureQuery, ranks } from "./figure-query.ts";
import { quoted, upperFirst, WORDING } from "./figures-wording.ts";
import { indicatorOf, STANDARD } from "./indicators.ts";
import { addUp, type Cell, eachOnce, type Measure, measureCells, shareOf } from "./measure.ts";
import type { FigureRequest } from "./parse/figure-request.ts";
import { unique } from "./parse/periods.ts";
import { createProvenanceWriter, type Provenance, type ProvenanceWriter } from "./provenance.ts";
import { rankingBlocks } from "./ranking.ts";
import { absentHead, clarifyReply, noDataBlocks, refusalReply, unclearReply } from "./refusals.ts";
import { shortfallBlocks, supposeBlocks } from "./shortfall.ts";
import { comparison } from "./sides.ts";
import { summaryReply } from "./summary.ts";
import {
  companionBlock,
  comparedIndicators,
  latestOfChange,
  mergedBlocks,
  recognised,
  withCompanions,
} from "./told-along.ts";
import { inTheirPeriod, ofTheirKinds, unmentioned, verified } from "./verdict.ts";

export interface FigureAnswer {
  readonly reply: Reply;
  readonly provenance: Provenance;
  /** True where there is no such figure: a document may have the answer. */
  readonly empty?: true;
  /** The unit types named out of several. */
  readonly singled?: readonly string[];
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
    case "ownNumbers":
      return {
        reply: ownNumbersReply(request.from, request.to, writer),
        provenance: writer.provenance(),
      };
    case "unclear":
      return {
        reply: unclearReply(request.words, facts, writer),
        provenance: writer.provenance(),
        empty: true,
      };
    case "periodOf":
      return { reply: periodReply(facts, writer), provenance: writer.provenance() };
    case "numberOf":
      return { ...numberReply(request, facts, writer), provenance: writer.provenance() };
    case "clarify":
      return { reply: clarifyReply(facts, writer), provenance: writer.provenance(), query: request.query };
    case "summary":
      return { ...summaryReply(request, facts, writer), provenance: writer.provenance() };
    case "several": {
      const answers = request.queries.map((query) => answerQuery(query, facts, writer).reply.blocks);
      const heads = answers.flatMap(([head]) => (head?.kind === "strong" ? [head.text] : []));
      // Each order by itself would be a table; only its end was asked for.
      const rest = answers.flatMap((blocks) => blocks.slice(1).filter(({ kind }) => kind !== "table"));
      const blocks = [strong(heads.join("\n")), ...unique(rest, (block) => JSON.stringify(block))];
      const query = request.queries.at(-1);
      return { reply: { blocks }, provenance: writer.provenance(), ...(query !== undefined && { query }) };
    }
    case "query": {
      const asked = inTheirPeriod(ofTheirKinds(request.query, facts), facts, writer);
      const { reply, ...rest } = answerQuery(asked, facts, writer, request.leftOut);
      const blocks = reply.blocks.toSpliced(1, 0, ...mergedBlocks(request.query, question));
      // Of the periods compared before only the one that was told is what the chat is about.
      const query = request.query.periods.length > 1 ? asked : request.query;
      return {
        ...rest,
        reply: { ...reply, blocks },
        provenance: writer.provenance(),
        // What an average was made of is what the chat is about.
        query: query.operation === "average" ? withCompanions(query, facts) : query,
      };
    }
  }
}

function answerQuery(
  asked: FigureQuery,
  facts: readonly Fact[],
  writer: ProvenanceWriter,
  leftOut: readonly string[] = [],
): { reply: Reply; empty?: true; singled?: readonly string[] } {
  const query = latestOfChange(asked);
  for (const period of query.periods) writer.quote(period.label);
  const derived = differenceReply(query, facts, writer);
  const named = derived ?? (query.operation === "names" ? communesReply(query, writer) : undefined);
  if (named !== undefined) return { reply: named };
  const cells = measureCells(withCompanions(query, facts), facts);
  const measures = cells.flatMap((cell) => cell.measures);
  const nearest = measures.length === 0 ? recognised(asked, facts) : undefined;
  if (nearest !== undefined) return answerQuery(nearest, facts, writer, leftOut);
  const listed = measures.length === 0 ? communesReply(query, writer) : undefined;
  if (listed !== undefined) return { reply: listed };
  if (measures.length === 0) return { reply: noDataBlocks(query, facts, writer), empty: true };
  const about =
    query.operation === "average"
      ? withCompanions(query, facts).indicators
      : comparedIndicators(query, cells);
  const wanted = measures.filter((m) => about.includes(m.indicator));
  // A figure of two years is one figure, whichever of them were asked for.
  const main = eachOnce(wanted);
  const shown = main.length > 0 ? measures : [];
  if (shown.length === 0) return { reply: noDataBlocks(query, facts, writer), empty: true };
  const answered = blocksFor(query, cells, main, facts, writer);
  const unused = unmentioned(leftOut, measures, plainText({ blocks: answered }));
  const head = verified(query, answered, main, unused, facts, writer);
  const context = whatBlocks(query, main, head, writer);
  const also = companionBlock(
    measures.filter((m) => !wanted.includes(m)),
    writer,
  );
  const gaps = missingCells(cells, query, facts, writer);
  const used = query.operation === "source" ? main : measures;
  const { first, details } = caveatsOf(wanted, writer);
  const extra =
    query.operation === "source" ? [] : caveatBlocks(query.details ? [...first, ...details] : first);
  const hides = query.operation !== "source" && !query.details && details.length > 0;
  const singled = singledOut(main, query, facts);
  const absent = absentHead(cells, main, query, writer);
  return {
    reply: {
      blocks: [
        ...absent,
        ...(absent.length > 0 && compares(query.operation) && query.places.length < 2 ? [] : head),
        ...(unused.length === 0 ? [] : [text(writer.quote(WORDING.leftOut(quoted(unused))))]),
        ...roundedBlock(query, main, writer),
        ...context,
        ...also,
        ...gaps,
        ...extra,
        ...sources(used, writer),
      ],
      buttons: nextButtons(query, main, hides),
    },
    ...(singled.length > 0 && { singled }),
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
  const supposed = supposeBlocks(query, main, writer);
  if (supposed.length > 0) return supposed;
  const sums = query.operation === "sum" || query.ofSum === true;
  const rows = ranks(query.operation) || query.choice !== undefined || sums ? ofEachPlace(query, main) : main;
  const chosen = query.choice === undefined ? [] : chosenBlocks(query, query.choice, rows, facts, writer);
  if (chosen.length > 0) return chosen;
  const changed = changeBlocks(query, main, writer);
  if (changed.length > 0) return changed;
  switch (query.operation) {
    case "difference":
    case "times":
      return comparison(query, cells, sums ? rows : main, facts, writer);
    case "lowest":
    case "highest":
    case "ranking":
      return rows.length > 1
        ? [
            ...rankingBlocks(rows, query.operation, query, writer),
            ...(query.paired ? [text(WORDING.warnManyYears)] : []),
          ]
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
      return figureBlocks(query, sums ? rows : main, writer);
  }
}

/** "huyện nào nhiều xã, thị trấn nhất": places are ranked by what was named together. */
function ofEachPlace({ unitTypes }: FigureQuery, main: readonly Measure[]): readonly Measure[] {
  const byPlace = Map.groupBy(main, ({ place, period }) => `${place.area}|${period}`);
  const sums = [...byPlace.values()].map((own) => (own.length > 1 ? addUp(own) : own[0]));
  return unitTypes.length < 2 || byPlace.size < 2 || main.length === byPlace.size
    ? main
    : sums.flatMap((sum) => sum ?? []);
}

/** The shares with as many decimals as were asked for. */
function roundedBlock(
  { round, together }: FigureQuery,
  main: readonly Measure[],
  writer: ProvenanceWriter,
): Block[] {
  const sum = together && main.length > 1 ? addUp(main) : undefined;
  const shares = (sum === undefined ? main : [sum]).flatMap((m) => {
    const share = shareOf(m);
    return share === undefined || round === undefined ? [] : [writer.rounded(share, round)];
  });
  return shares.length === 0 ? [] : [text(WORDING.roundedTo(shares.join("; ")))];
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
  const all = main.length === 1 ? first : query.together ? addUp(main) : undefined;
  const missing =
    all !== undefined && ["figure", "total", "sum"].includes(query.operation) ? missingOf(all) : undefined;
  const rest =
    missing !== undefined && !isZero(missing) && all?.whole !== undefined && first.indicator === STANDARD
      ? ` ${WORDING.stillMissing(`${writer.number(missing)} ${unitOf(all)}`, writer.percent(percent(missing, all.whole)))}`
      : "";
  const reached =
    query.operation === "total" && first.indicator === STANDARD && all !== undefined
      ? ` ${WORDING.reachedAlso(writeMeasure(all, writer))}`
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
