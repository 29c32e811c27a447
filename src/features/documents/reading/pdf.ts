import type { Pace } from "../../../platform/pace.ts";
import { MAX_LETTERS, MAX_PAGES, type ReadDocument } from "./line.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { boundsOf } from "./pdf-bounds.ts";
import { type PrintedLine, printedLines, type Run } from "./pdf-page.ts";

/** Reads a PDF's words page by page; others come in between two pages. @throws where it is broken */
export async function readPdf(bytes: Uint8Array<ArrayBuffer>, pace: Pace): Promise<ReadDocument> {
  const bounds = await boundsOf(bytes, pace);
  if (bounds !== "fits") return { problem: bounds };
  // A library of half a megabyte: only who reads a PDF waits for it.
  const { getDocument, VerbosityLevel } = await import("unpdf/pdfjs");
  await pace();
  const loading = getDocument({
    data: bytes,
    // Only words are wanted: no fonts, no scripts, nothing from elsewhere.
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > MAX_PAGES) return { problem: "too_many_pages" };
    const pages: PrintedLine[][] = [];
    let letters = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      await pace();
      const page = await document.getPage(number);
      const runs = await runsOf(page);
      await pace();
      const lines = printedLines(runs);
      page.cleanup();
      pages.push(lines);
      letters += lines.reduce((sum, { text }) => sum + text.length, 0);
      if (letters > MAX_LETTERS) return { problem: "too_many_pages" };
    }
    await pace();
    return {
      lines: paragraphsOf(pages),
      pages: pages.length,
      withoutWords: pages.flatMap((lines, i) => (lines.length === 0 ? [i + 1] : [])),
    };
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") return { problem: "encrypted" };
    throw error;
  } finally {
    await loading.destroy();
  }
}

interface TextPage {
  getTextContent(): Promise<{ readonly items: readonly object[] }>;
}

async function runsOf(page: TextPage): Promise<Run[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item): Run[] => {
    if (!("str" in item && "transform" in item)) return [];
    const { str, transform, width, fontName } = item as {
      str: string;
      transform: readonly number[];
      width: number;
      fontName: string;
    };
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform;
    // Letters that stand upright or on their head are marks of the margin.
    if (Math.abs(b) > Math.abs(a)) return [];
    return [{ text: str, x, y, width, size: Math.abs(d) || Math.abs(a) || 1, font: fontName }];
  });
}
