import type { Verdict } from "./judge.ts";
import { messagesOf, type Spelling, spellingOf } from "./question.ts";

/** One row: how many of a kind, in one spelling or in all. */
export interface Row {
  readonly kind: string;
  readonly spelling: Spelling | "all";
  readonly n: number;
  readonly passed: number;
}

/** The share a kind must reach, in percent; a kind without one is only shown. */
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
      return of.length === 0
        ? []
        : [{ kind, spelling, n: of.length, passed: of.filter(({ reasons }) => reasons.length === 0).length }];
    }),
  );
}

export function percentOf({ n, passed }: Row): number {
  return n === 0 ? 0 : (100 * passed) / n;
}

/** The kinds that stay under their bar. */
export function underBar(rows: readonly Row[], bars: Bars): Row[] {
  return rows.filter((row) => row.spelling === "all" && percentOf(row) < (bars[row.kind] ?? 0));
}

export function formatTable(rows: readonly Row[], bars: Bars): string {
  const cells = rows.map((row) => {
    const bar = row.spelling === "all" ? bars[row.kind] : undefined;
    return [
      row.spelling === "all" ? row.kind : "",
      row.spelling,
      String(row.n),
      String(row.passed),
      `${percentOf(row).toFixed(1)}%`,
      bar === undefined ? "" : `${percentOf(row) < bar ? "UNDER" : "ok"} (bar ${bar}%)`,
    ];
  });
  const lines = [["kind", "spelling", "n", "passed", "%", ""], ...cells];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i >= 2 && i <= 4 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** One question with its reply and what is wrong with it. */
export function formatVerdict({ question, reply, reasons }: Verdict): string {
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
  ].join("\n");
}
