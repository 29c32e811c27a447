import type { Line } from "./line.ts";
import { OPENS } from "./openings.ts";
import type { PrintedLine } from "./pdf-page.ts";
import { rowText } from "./table.ts";

/** A line that ends before this share of the widest one ends its paragraph, where it ends a sentence too. */
const SHORT = 0.88;
const ENDS = /[.;:?!…]["”’)]*$/u;
/** A line that begins so many heights further in begins a paragraph. */
const INDENT = 0.8;
/** A wider gap between two lines than so many heights parts paragraphs. */
const WIDE = 1.9;
/** A larger type than so many times the common one is a heading's. */
const LARGER = 1.12;
/** As many pages must begin or end with the same line for it to be no text. */
const REPEATED = 3;
const PAGE_NUMBER = /^(?:trang\s+)?[-–—\s]*\d{1,4}(?:\s*[/-]\s*\d{1,4})?[-–—\s]*$/iu;

/** Paragraphs and rows of tables from the printed lines of all pages. */
export function paragraphsOf(pages: readonly (readonly PrintedLine[])[]): Line[] {
  const main = commonest(pages.flat().flatMap(({ fonts }) => [...fonts]));
  const size = commonest(pages.flat().map((line): [number, number] => [line.size, line.text.length])) ?? 0;
  const lines: Line[] = [];
  let open: { parts: string[]; page: number; isEmphasised: boolean } | null = null;
  let header: readonly string[] | undefined;
  const close = () => {
    if (open !== null)
      lines.push({ text: open.parts.join(" "), page: open.page, isEmphasised: open.isEmphasised });
    open = null;
  };
  for (const [i, page] of withoutMargins(pages).entries()) {
    const widest = Math.max(...page.map(({ right }) => right), 0);
    let before: PrintedLine | undefined;
    for (const line of page) {
      const isEmphasised = line.size > size * LARGER || !line.fonts.has(main ?? "");
      if (line.cells.length > 1) {
        close();
        const isRow = header?.length === line.cells.length;
        if (!isRow) header = line.cells;
        const text = isRow ? rowText(header ?? [], line.cells) : line.cells.join(" | ");
        lines.push({ text, page: i + 1, isEmphasised: false, cells: line.cells, isRow: true });
      } else {
        header = undefined;
        const goesOn: boolean =
          open !== null &&
          open.isEmphasised === isEmphasised &&
          !OPENS.test(line.text) &&
          joins(before, line, widest);
        if (!goesOn) {
          close();
          open = { parts: [], page: i + 1, isEmphasised };
        }
        open?.parts.push(line.text);
      }
      before = line;
    }
  }
  close();
  return lines;
}

/** Whether a line goes on with the paragraph of the one before; on the next page there is none before. */
function joins(before: PrintedLine | undefined, line: PrintedLine, widest: number): boolean {
  if (before === undefined) return true;
  const height = Math.max(before.size, line.size);
  if (before.y - line.y > WIDE * height || line.x - before.x > INDENT * height) return false;
  if (before.right >= widest * SHORT) return true;
  return !ENDS.test(before.text) && !/^\p{Lu}/u.test(line.text);
}

/** The pages without their numbers and what stands above or below on many of them. */
function withoutMargins(pages: readonly (readonly PrintedLine[])[]): PrintedLine[][] {
  const edges = pages.flatMap((page) => [...new Set([page[0]?.text, page.at(-1)?.text])]);
  const times = (text: string) => edges.filter((edge) => edge === text).length;
  const isMargin = ({ text }: PrintedLine) => PAGE_NUMBER.test(text) || times(text) >= REPEATED;
  return pages.map((page) => page.filter((line, i) => (i > 0 && i < page.length - 1) || !isMargin(line)));
}

/** The key with the largest sum. */
function commonest<Key>(counted: Iterable<readonly [Key, number]>): Key | undefined {
  const sums = new Map<Key, number>();
  for (const [key, many] of counted) sums.set(key, (sums.get(key) ?? 0) + many);
  return [...sums].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
