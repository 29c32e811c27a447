import type { Line } from "../reading/line.ts";
import { isCapitals } from "./front.ts";

/** Where in its document a line stands. */
export type Place = "body" | "article" | "tail";

/** A line that begins a part of the document. */
export interface Heading {
  /** The smaller, the larger its part. */
  readonly level: number;
  /** "Điều 3", "Chương II", "Mục 1"; empty for a bold line without a number. */
  readonly label: string;
  /** What stands behind the label in its line. */
  readonly title: string;
}

const LEVELS = { part: 0, chapter: 1, division: 2, roman: 3, article: 4, point: 5, bold: 6 } as const;
const GREAT: readonly (readonly [RegExp, number])[] = [
  [
    /^(phần\s+(?:thứ\s+\p{L}+|[ivxlc]+|\d+)|phụ lục(?:\s+(?:số\s+)?(?:[ivxlc]+|\d+))?)(?![\p{L}\p{N}])\s*[.:–-]?\s*(.*)$/iu,
    LEVELS.part,
  ],
  [/^(chương\s+(?:thứ\s+\p{L}+|[ivxlc]+|\d+))(?![\p{L}\p{N}])\s*[.:–-]?\s*(.*)$/iu, LEVELS.chapter],
  [/^((?:tiểu\s+)?mục\s+(?:[ivxlc]+|\d+))(?![\p{L}\p{N}])\s*[.:–-]?\s*(.*)$/iu, LEVELS.division],
];
const ARTICLE = /^(điều\s+\d+[a-zđ]?)\s*([.:]?)\s*(.*)$/iu;
const ROMAN = /^([IVXLC]+)\s*[.)]\s+(.+)$/u;
const POINT = /^(\d{1,3})\s*[.)]\s+(.+)$/u;
/** The end of a document: to whom it goes, who signed it. */
export const TAIL = "Nơi nhận, người ký";
const RECIPIENTS = /^nơi nhận\s*:?/iu;
/** A longer line is a text, whatever it looks like. */
const MAX_HEADING = 160;

/**
 * What a line is as a heading; null where it is text.
 * @param place within an article numbers are its clauses, not parts of their own; at the end only an annex begins one
 */
export function headingOf({ text, isEmphasised, isRow }: Line, place: Place): Heading | null {
  if (RECIPIENTS.test(text)) return { level: LEVELS.part, label: TAIL, title: "" };
  if (isRow) return null;
  for (const [form, level] of GREAT) {
    const found = form.exec(text);
    if (found !== null && text.length <= MAX_HEADING && standsAlone(found[2], isEmphasised))
      return { level, label: labelOf(found[1]), title: found[2] ?? "" };
    if (place === "tail") return null;
  }
  const article = ARTICLE.exec(text);
  if (article !== null && (article[2] !== "" || standsAlone(article[3], isEmphasised)))
    return { level: LEVELS.article, label: labelOf(article[1]), title: article[3] ?? "" };
  const roman = ROMAN.exec(text);
  if (roman !== null && text.length <= MAX_HEADING)
    return { level: LEVELS.roman, label: `Phần ${roman[1]}`, title: roman[2] ?? "" };
  const point = place === "article" ? null : POINT.exec(text);
  if (point !== null) return { level: LEVELS.point, label: `Mục ${point[1]}`, title: point[2] ?? "" };
  const isBold = (isEmphasised || isCapitals(text)) && text.length <= MAX_HEADING;
  return isBold && /^[\p{Lu}\d“"]/u.test(text) && !/[,;]$/u.test(text)
    ? { level: LEVELS.bold, label: "", title: text }
    : null;
}

/** "Chương II" alone, "Chương II QUY ĐỊNH CHUNG", but not "Chương II của Nghị định này". */
const standsAlone = (rest = "", isEmphasised: boolean): boolean =>
  rest === "" || isEmphasised || /^[\p{Lu}“"]/u.test(rest);

/** "ĐIỀU 3" → "Điều 3", "chương ii" → "Chương II". */
function labelOf(written = ""): string {
  const [name = "", ...numbers] = written.replace(/\s+/gu, " ").split(/ (?=[ivxlc\d]+$)/iu);
  const lower = name.toLowerCase();
  return [lower.charAt(0).toUpperCase() + lower.slice(1), ...numbers.map((one) => one.toUpperCase())].join(
    " ",
  );
}
