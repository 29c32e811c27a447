import { attribute, piecesOf } from "./xml.ts";

/** What a number is shown as. */
export type Shown = "number" | "percent" | "day";

/** Built-in formats (ECMA-376 part 1, 18.8.30) and the days of East Asian versions. */
const PERCENT: ReadonlySet<number> = new Set([9, 10]);
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/**
 * How each cell style shows a number, in the order of the styles.
 * @param xml the XML of the styles, "" where there is none
 */
export function readStyles(xml: string): readonly Shown[] {
  const own = new Map<number, string>();
  const styles: Shown[] = [];
  let isUsed = false;
  for (const { name, kind, attributes } of piecesOf(xml)) {
    if (name === "cellXfs") isUsed = kind === "open";
    else if (name === "numFmt" && kind !== "close")
      own.set(Number(attribute(attributes, "numFmtId")), attribute(attributes, "formatCode") ?? "");
    else if (name === "xf" && kind !== "close" && isUsed)
      styles.push(shownBy(Number(attribute(attributes, "numFmtId") ?? 0), own));
  }
  return styles;
}

function shownBy(id: number, own: ReadonlyMap<number, string>): Shown {
  const code = own.get(id);
  if (code === undefined) return PERCENT.has(id) ? "percent" : isBuiltInDay(id) ? "day" : "number";
  // Words in quotes, colours and currencies in brackets and single escaped letters say nothing.
  const signs = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./gu, "").replace(/general/giu, "");
  if (signs.includes("%")) return "percent";
  return /[dmyhs]/iu.test(signs) ? "day" : "number";
}
