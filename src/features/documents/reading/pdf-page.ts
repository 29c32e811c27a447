import { tidy } from "./line.ts";

/** A run of letters on a page; lengths in points, from the left and from the bottom. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The height of its type. */
  readonly size: number;
  readonly font: string;
}

/** A printed line: not a paragraph yet. */
export interface PrintedLine {
  readonly text: string;
  readonly cells: readonly string[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Letters in each type. */
  readonly fonts: ReadonlyMap<string, number>;
}

/** Runs whose feet differ by less than this share of their height stand on one line. */
const SAME_LINE = 0.4;
/** A gap as wide as so many letters' heights parts cells; one as wide as this share parts words. */
const CELL_GAP = 1.8;
const WORD_GAP = 0.15;

/** The printed lines of a page from top to bottom. */
export function printedLines(runs: readonly Run[]): PrintedLine[] {
  const rows: Run[][] = [];
  for (const run of runs
    .filter(({ text }) => text.trim() !== "")
    .toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    const isSame =
      first !== undefined && Math.abs(first.y - run.y) <= SAME_LINE * Math.max(first.size, run.size);
    if (row !== undefined && isSame) row.push(run);
    else rows.push([run]);
  }
  return rows.map(lineOf).filter(({ text }) => text !== "");
}

function lineOf(row: readonly Run[]): PrintedLine {
  const runs = row.toSorted((a, b) => a.x - b.x);
  const cells: string[] = [];
  const fonts = new Map<string, number>();
  let end: number | undefined;
  for (const { text, x, width, size, font } of runs) {
    const gap = end === undefined ? Number.POSITIVE_INFINITY : x - end;
    const last = cells.length - 1;
    if (gap > CELL_GAP * size) cells.push(text);
    else cells[last] = `${cells[last]}${gap > WORD_GAP * size ? " " : ""}${text}`;
    end = Math.max(end ?? 0, x + width);
    fonts.set(font, (fonts.get(font) ?? 0) + text.trim().length);
  }
  const [first] = runs;
  const told = cells.map(tidy).filter(Boolean);
  return {
    text: told.join(" "),
    cells: told,
    x: first?.x ?? 0,
    right: end ?? 0,
    y: first?.y ?? 0,
    size: Math.max(...runs.map(({ size }) => size)),
    fonts,
  };
}
