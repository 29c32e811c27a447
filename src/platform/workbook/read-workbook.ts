import NAMES from "../xlsx-names.json" with { type: "json" };
import type { Parts } from "../zip.ts";
import { readCells, readStrings, type SheetRow } from "./sheet-cells.ts";
import { readStyles } from "./styles.ts";
import { attribute, piecesOf } from "./xml.ts";

export interface Worksheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly SheetRow[];
  /** Ranges of merged cells, such as "A2:A4". */
  readonly merged: readonly string[];
}

/**
 * The sheets of an unpacked XLSX in the order of its tabs; charts and macros are left out. Null where it is none.
 * @throws TooFarError where a cell lies behind the last line or column
 */
export function readWorkbook(
  parts: Parts,
  limits: { readonly lastLine: number; readonly lastColumn: number },
): readonly Worksheet[] | null {
  const xml = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array());
  const book = Object.keys(parts).find((name) => /^xl\/workbook\d*\.xml$/iu.test(name));
  if (book === undefined) return null;
  const targets = new Map<string, string>();
  const rels = book.replace(/([^/]+)$/u, "_rels/$1.rels");
  for (const { name, attributes } of piecesOf(xml(rels))) {
    if (name !== "Relationship") continue;
    const target = attribute(attributes, "Target") ?? "";
    targets.set(attribute(attributes, "Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  const byKind = (end: string) =>
    [...targets.values()].find((target) => target.toLowerCase().endsWith(end)) ?? `xl/${end}`;
  let isOldEpoch = false;
  const sheets: { name: string; isHidden: boolean; path: string }[] = [];
  for (const { name, kind, attributes } of piecesOf(xml(book))) {
    if (kind === "close") continue;
    if (name === "workbookPr") isOldEpoch = /^(?:1|true)$/u.test(attribute(attributes, NAMES.oldEpoch) ?? "");
    if (name !== "sheet") continue;
    sheets.push({
      name: attribute(attributes, "name") ?? "",
      isHidden: /hidden/iu.test(attribute(attributes, "state") ?? ""),
      path: targets.get(/(?:^|\s)\w+:id\s*=\s*["']([^"']*)["']/u.exec(attributes)?.[1] ?? "") ?? "",
    });
  }
  const context = {
    strings: readStrings(xml(byKind("sharedstrings.xml"))),
    styles: readStyles(xml(byKind("styles.xml"))),
    isOldEpoch,
    ...limits,
  };
  return sheets.flatMap(({ name, isHidden, path }) =>
    parts[path] === undefined ? [] : [{ name, isHidden, ...readCells(xml(path), context) }],
  );
}
