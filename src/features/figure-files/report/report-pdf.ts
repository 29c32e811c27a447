import fontkit from "@pdf-lib/fontkit";
import { PageSizes, PDFDocument, type PDFFont } from "pdf-lib";
import type { Fact } from "../../figures/fact.ts";
import type { Period } from "../../figures/figure-query.ts";
import { BLUE, MUTED, PALE, PageWriter } from "./page-writer.ts";
import { type ReportContent, reportContent, type StandardRow } from "./report-content.ts";
import { REPORT } from "./report-wording.ts";

/** TrueType fonts with every Vietnamese letter. */
export interface ReportFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

const MARGIN = 48;
/** From line to line, by the size of the letters. */
const LEADING = 1.4;
const ROW = 17;
/** Sizes of letters, from the one that is wanted to the smallest that is still read on paper. */
const SIZES = [9.5, 9, 8.5, 8, 7.5, 7];
/** Right edges of the columns of the standard's table, as parts of the width; the bars fill the rest. */
const EDGES = { name: 0.05, assessed: 0.42, met: 0.51, missing: 0.61, share: 0.71, bar: 0.74 };

/**
 * A period's figures on one page, A4: the standard as a table with bars, the other results, notes, sources. Letters get
 * smaller before anything is left out, and what is left out is said.
 */
export async function reportPdf(
  period: Period,
  facts: readonly Fact[],
  now: number,
  fonts: ReportFonts,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = reportContent(period, facts, now);
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const regular = await document.embedFont(fonts.regular, { subset: true });
  const bold = await document.embedFont(fonts.bold, { subset: true });
  document.setTitle(`${content.title}, ${content.subtitle}`);
  document.setSubject(REPORT.subject);
  document.setAuthor(REPORT.author);
  document.setLanguage("vi");
  document.setCreationDate(new Date(now));
  document.setModificationDate(new Date(now));
  draw(new PageWriter(document.addPage(PageSizes.A4), regular, MARGIN), bold, content);
  return new Uint8Array(await document.save());
}

function draw(out: PageWriter, bold: PDFFont, content: ReportContent): void {
  out.centred(content.title, { size: 14, font: bold });
  out.centred(content.subtitle, { size: 12, font: bold });
  out.y -= 8;
  let part = 0;
  const heading = (words: string) => {
    part += 1;
    out.put(`${part}. ${words}`, out.left, out.y, { size: 11, font: bold });
    out.y -= 18;
  };
  if (content.standard.length > 0) {
    heading(REPORT.standard);
    table(out, bold, content);
  }
  const { size, shown } = fitting(out, content);
  if (content.others.length > 0) {
    heading(REPORT.others);
    const left = content.others.length - shown;
    const lines = [...content.others.slice(0, shown), ...(left > 0 ? [REPORT.more(left)] : [])];
    columns(out, lines, size);
  }
  if (content.notes.length > 0) {
    heading(REPORT.notes);
    for (const note of content.notes) paragraph(out, `– ${note}`, size - 0.5);
    out.y -= 6;
  }
  heading(REPORT.sources);
  for (const source of content.sources) paragraph(out, source, size - 0.5);
  const small = { size: 7.5, color: MUTED };
  out.rule(MARGIN - 6);
  out.put(content.foot, out.left, MARGIN - 11, small);
}

/** The largest letters with which everything fits; with the smallest, how many of the other results do. */
function fitting(out: PageWriter, content: ReportContent): { size: number; shown: number } {
  const room = out.y - MARGIN;
  const fits = SIZES.find((size) => roomLeft(out, content, size, room) >= linesOf(out, content.others, size));
  if (fits !== undefined) return { size: fits, shown: content.others.length };
  const size = SIZES.at(-1) ?? 7;
  let left = roomLeft(out, content, size, room) - 2;
  const shown = content.others.findIndex((one) => {
    left -= linesOf(out, [one], size);
    return left < 0;
  });
  return { size, shown };
}

const HEADING = 18;
const GAP = 16;

const linesOf = (out: PageWriter, others: readonly string[], size: number): number =>
  others.reduce((sum, one) => sum + out.wrap(`– ${one}`, (out.width - GAP) / 2, { size }).length, 0);

/** How many lines of the other results have room in two columns. */
function roomLeft(out: PageWriter, { notes, sources }: ReportContent, size: number, room: number): number {
  const small = size - 0.5;
  const below = [...notes, ...sources].reduce(
    (sum, one) => sum + out.wrap(`– ${one}`, out.width, { size: small }).length,
    0,
  );
  const left = room - 3 * (HEADING + 6) - below * small * LEADING;
  return 2 * (Math.floor(left / (size * LEADING)) - 2);
}

function table(out: PageWriter, bold: PDFFont, { standard, total }: ReportContent): void {
  const head = REPORT.standardHead;
  row(out, { cells: head, bar: undefined }, { size: 9, font: bold });
  for (const one of standard) row(out, one, { size: 9.5 });
  if (total !== undefined) row(out, total, { size: 9.5, font: bold });
  out.y -= 10;
}

function row(out: PageWriter, { cells, bar }: StandardRow, style: { size: number; font?: PDFFont }): void {
  const at = (part: number) => out.left + out.width * part;
  const top = out.y - 4;
  const [number = "", name = "", assessed = "", met = "", missing = "", share = ""] = cells;
  out.put(number, out.left, top, style);
  out.put(name, at(EDGES.name), top, style);
  out.putRight(assessed, at(EDGES.assessed), top, style);
  out.putRight(met, at(EDGES.met), top, style);
  out.putRight(missing, at(EDGES.missing), top, style);
  out.putRight(share, at(EDGES.share), top, style);
  const width = out.width * (1 - EDGES.bar);
  if (bar !== undefined) {
    const box = { x: at(EDGES.bar), y: top - style.size - 0.5, height: style.size };
    out.page.drawRectangle({ ...box, width, color: PALE });
    out.page.drawRectangle({ ...box, width: (width * Math.min(100, bar)) / 100, color: BLUE });
  }
  out.y -= ROW;
  out.rule(out.y);
}

function paragraph(out: PageWriter, words: string, size: number): void {
  for (const line of out.wrap(words, out.width, { size })) {
    out.put(line, out.left, out.y, { size });
    out.y -= size * LEADING;
  }
}

/** Two columns of about the same height, read down the first, then the second. */
function columns(out: PageWriter, items: readonly string[], size: number): void {
  const width = (out.width - GAP) / 2;
  const wrapped = items.map((item) => out.wrap(`– ${item}`, width, { size }));
  const half = wrapped.reduce((sum, lines) => sum + lines.length, 0) / 2;
  const top = out.y;
  let [used, x, lowest] = [0, out.left, top];
  for (const lines of wrapped) {
    if (x === out.left && used >= half) [x, out.y] = [out.left + width + GAP, top];
    for (const line of lines) {
      out.put(line, x, out.y, { size });
      out.y -= size * LEADING;
    }
    used += lines.length;
    lowest = Math.min(lowest, out.y);
  }
  out.y = lowest - 6;
}
