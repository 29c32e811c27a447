/** A cheap phone shows about this many fixed-width characters in a line before it wraps. */
export const MAX_WIDTH = 34;
const GAP = "  ";
const NUMBER = /^[-+−]?\d[\d.,/\s]*%?$/u;

/**
 * The table as lines of equal columns, numbers to the right; null where a line would be wider than a phone.
 */
export function alignedTable(header: readonly string[], rows: readonly (readonly string[])[]): string | null {
  const lines = [header, ...rows].map((cells) => cells.map(oneLine));
  const columns = Math.max(0, ...lines.map((cells) => cells.length));
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(...lines.map((cells) => width(cells[c] ?? ""))),
  );
  if (widths.reduce((sum, w) => sum + w, 0) + GAP.length * (columns - 1) > MAX_WIDTH) return null;
  const isNumeric = widths.map(
    (_, c) => c > 0 && lines.slice(1).every((cells) => NUMBER.test(cells[c] ?? "")),
  );
  return lines
    .map((cells) =>
      widths
        .map((w, c) => pad(cells[c] ?? "", w, isNumeric[c] ?? false))
        .join(GAP)
        .trimEnd(),
    )
    .filter((line) => line !== "")
    .join("\n");
}

const oneLine = (cell: string): string => cell.normalize("NFC").replace(/\s+/gu, " ").trim();

/** A composed Vietnamese letter is one column wide; a combining mark on its own has no width. */
function width(cell: string): number {
  return [...cell].filter((character) => !/\p{M}/u.test(character)).length;
}

function pad(cell: string, to: number, right: boolean): string {
  const blank = " ".repeat(Math.max(0, to - width(cell)));
  return right ? blank + cell : cell + blank;
}
