import { COLUMN_TITLES } from "../figure-files/figure-files-wording.ts";
import type { Fact } from "../figures/fact.ts";
import { COLUMNS, type RefusedRow } from "../figures/read-figures.ts";
import { type Preview, preview } from "./diff.ts";
import { doubtsOf } from "./doubts.ts";
import type { Question } from "./drafts.ts";
import { type OfficeFile, readOffice } from "./office/read-office.ts";
import type { ReadSheet } from "./read-file.ts";

/** What an office's table would change, with what has to be asked first. */
export interface OfficePreview {
  readonly shown: Preview;
  readonly questions: readonly Question[];
  readonly blank: number;
  /** The one source of what is new or changed, where the table names none itself. */
  readonly source: string | undefined;
}

/** Null where no sheet has a table. */
export function previewOffice(
  sheets: readonly ReadSheet[],
  facts: readonly Fact[],
  file: OfficeFile,
): OfficePreview | null {
  const office = readOffice(sheets, facts, file);
  if (office === null) return null;
  const numbered = office.rows.map((row, i) => ({ ...row, line: i + 1 }));
  const { fresh, changed, unchanged, refused } = preview("", numbered, facts);
  const placed = refused.map((row): RefusedRow => {
    const figure = office.figures[row.line - 1];
    const column = row.column === undefined ? undefined : titleOf(row.column);
    return {
      file: figure?.where ?? "",
      line: figure?.line ?? 0,
      why: row.why,
      ...(column !== undefined && { column }),
    };
  });
  const shown = {
    fresh,
    changed,
    unchanged,
    refused: [...office.refused, ...placed].toSorted((a, b) => a.line - b.line),
  };
  const ids = office.rows.map(({ cells }) => cells[0] ?? "");
  const shares = new Map(
    office.figures.flatMap(({ share }, i) => (share === undefined ? [] : [[ids[i] ?? "", share] as const])),
  );
  const changes = [...fresh.map((after) => ({ before: null, after })), ...changed];
  const named = new Set(office.figures.flatMap(({ source }) => (source === undefined ? [] : [source])));
  const sources = [...new Set(changes.map(({ after }) => after.source))].filter((one) => !named.has(one));
  return {
    shown,
    questions: doubtsOf(changes, facts, { shares, sums: office.sums }),
    blank: office.blank,
    source: sources.length === 1 ? sources[0] : undefined,
  };
}

/** The store's name of a column as tables call it. */
function titleOf(column: string): string {
  const field = COLUMNS.find(([name]) => name === column)?.[1];
  return field !== undefined && field in COLUMN_TITLES
    ? COLUMN_TITLES[field as keyof typeof COLUMN_TITLES]
    : column;
}
