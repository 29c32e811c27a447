import type { Verdict } from "./judge.ts";
import { MEASURES, type Measure } from "./marks.ts";
import { messagesOf, type Spelling, spellingOf } from "./question.ts";

/** How many of those that a measure looks at passed. */
export interface Share {
  readonly n: number;
  readonly passed: number;
}

/** One row: how many of a kind, in one spelling or in all. */
export interface Row extends Share {
  readonly kind: string;
  readonly spelling: Spelling | "all";
  readonly measured: Readonly<Record<Measure, Share>>;
  /** Milliseconds of a turn: half were faster, and nineteen in twenty. */
  readonly p50: number;
  readonly p95: number;
  readonly model: ModelShare;
}

/** What a model had to do with the replies. */
export interface ModelShare {
  /** Questions that were put to it, and of those how many went out in its words. */
  readonly asked: number;
  readonly answered: number;
  /** Tokens for one question put to it, on average. */
  readonly tokens: number;
  /** Why the others were answered from the knowledge, by the name that the turn counts it under. */
  readonly fallenBack: Readonly<Record<string, number>>;
}

/**
 * The share that must be reached, in percent: of a kind's replies that are right as a whole ("citizen"), or of one
 * measure ("citizen.recall"). What has none is only shown.
 */
export type Bars = Readonly<Record<string, number>>;

const SPELLINGS: readonly (Spelling | "all")[] = ["all", "marked", "unmarked", "abbreviated"];

/** Counts per kind and spelling, kinds in the order in which they were asked. */
export function countRows(verdicts: readonly Verdict[]): Row[] {
  const kinds = [...new Set(verdicts.map(({ question }) => question.kind))];
  return kinds.flatMap((kind) =>
    SPELLINGS.flatMap((spelling) => {
      const of = verdicts.filter(
        ({ question }) => question.kind === kind && (spelling === "all" || spellingOf(question) === spelling),
      );
      return of.length === 0 ? [] : [countRow(kind, spelling, of)];
    }),
  );
}

function countRow(kind: string, spelling: Row["spelling"], of: readonly Verdict[]): Row {
  const times = of.flatMap(({ last }) => last?.ms ?? []).sort((a, b) => a - b);
  const share = (measure: Measure): Share => {
    const looked = of.filter(({ marks }) => marks[measure] !== null);
    return { n: looked.length, passed: looked.filter(({ marks }) => marks[measure]).length };
  };
  return {
    kind,
    spelling,
    n: of.length,
    passed: of.filter(({ reasons }) => reasons.length === 0).length,
    measured: {
      facts: share("facts"),
      recall: share("recall"),
      citations: share("citations"),
      refusals: share("refusals"),
      grounded: share("grounded"),
    },
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    model: countModel(of),
  };
}

function countModel(of: readonly Verdict[]): ModelShare {
  const asked = of.flatMap(({ last }) => (last !== undefined && last.calls > 0 ? [last] : []));
  const fallenBack: Record<string, number> = {};
  for (const { events } of asked) {
    if (events.includes("model_answered")) continue;
    for (const why of events.filter((event) => event.startsWith("model_")))
      fallenBack[why] = (fallenBack[why] ?? 0) + 1;
  }
  const tokens = asked.reduce((sum, turn) => sum + turn.tokens, 0);
  return {
    asked: asked.length,
    answered: asked.filter(({ events }) => events.includes("model_answered")).length,
    tokens: asked.length === 0 ? 0 : tokens / asked.length,
    fallenBack,
  };
}

/** The smallest value that at least this share doesn't exceed; 0 of nothing. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export function percentOf({ n, passed }: Share): number {
  return n === 0 ? 0 : (100 * passed) / n;
}

/** The bars that a row stays under, by name. A measure that looked at nothing reaches none. */
export function missedBars(row: Row, bars: Bars): string[] {
  if (row.spelling !== "all") return [];
  const shares = [
    [row.kind, row] as const,
    ...MEASURES.map((measure) => [`${row.kind}.${measure}`, row.measured[measure]] as const),
  ];
  return shares.flatMap(([name, share]) => (percentOf(share) < (bars[name] ?? 0) ? [name] : []));
}

/** Every bar that is missed. */
export function underBar(rows: readonly Row[], bars: Bars): string[] {
  return rows.flatMap((row) => missedBars(row, bars));
}

/** The table as text; with what the model did where one was asked. */
export function formatTable(rows: readonly Row[], bars: Bars): string {
  const withModel = rows.some(({ model }) => model.asked > 0);
  const head = ["kind", "spelling", "n", "right", ...MEASURES, "p50 ms", "p95 ms"];
  const modelHead = ["asked", "by model", "tokens"];
  const cells = rows.map((row) => [
    row.spelling === "all" ? row.kind : "",
    row.spelling,
    String(row.n),
    shown(row),
    ...MEASURES.map((measure) => shown(row.measured[measure])),
    row.p50.toFixed(0),
    row.p95.toFixed(0),
    ...(withModel ? modelCells(row.model) : []),
    remarks(row, bars),
  ]);
  const lines = [[...head, ...(withModel ? modelHead : []), ""], ...cells];
  const last = (lines[0]?.length ?? 0) - 1;
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i >= 2 && i < last ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const shown = (share: Share): string => (share.n === 0 ? "–" : `${percentOf(share).toFixed(1)}%`);

const modelCells = ({ asked, answered, tokens }: ModelShare): string[] => [
  String(asked),
  shown({ n: asked, passed: answered }),
  asked === 0 ? "–" : tokens.toFixed(0),
];

function remarks(row: Row, bars: Bars): string {
  const missed = missedBars(row, bars).map(
    (name) => `UNDER ${name.slice(row.kind.length + 1) || "right"} (bar ${bars[name]}%)`,
  );
  const fallen = row.spelling === "all" ? Object.entries(row.model.fallenBack) : [];
  const known = row.spelling === "all" && bars[row.kind] !== undefined && missed.length === 0 ? ["ok"] : [];
  return [...known, ...missed, ...fallen.map(([why, n]) => `${why} ${n}`)].join(", ");
}

/** One question with its reply and what is wrong with it. */
export function formatVerdict({ question, reply, reasons, strange }: Verdict): string {
  const asked = messagesOf(question).map(
    (message) =>
      `  ? ${message.length > 300 ? `${message.slice(0, 150)} … ${message.slice(-150)}` : message}`,
  );
  const said = reply.split("\n").map((line) => `  | ${line}`);
  return [
    `${reasons.length === 0 ? "right" : "WRONG"} ${question.id} (${question.kind})`,
    ...asked,
    ...said,
    ...reasons.map((reason) => `  - ${reason}`),
    ...strange.map((what) => `  ~ not in its sources: ${what}`),
  ].join("\n");
}
