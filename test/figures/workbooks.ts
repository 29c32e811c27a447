import { zipSync } from "fflate";

/** A cell by hand: text, number, or XML of its own with `A1` for its address. */
export type HandCell = string | number | null | { readonly xml: string };

export interface HandSheet {
  readonly name: string;
  readonly rows: readonly (readonly HandCell[])[];
  readonly merged?: readonly string[];
  readonly state?: "hidden" | "veryHidden";
}

/** The ways in which programs write the same workbook. */
export const HANDS = {
  /** Texts in one list, some in runs with formats, as Excel writes them. */
  excel: { texts: "shared", prefix: "", addresses: true },
  /** Texts in their cells, as scripts and web services write them. */
  inline: { texts: "inline", prefix: "", addresses: true },
  /** Every tag with a prefix, as some .NET libraries write. */
  prefixed: { texts: "shared", prefix: "x:", addresses: true },
  /** Cells and rows without addresses. */
  bare: { texts: "inline", prefix: "", addresses: false },
} as const;
export type Hand = keyof typeof HANDS;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Styles by number: 0 plain, 1 percent, 2 day by a built-in format, 3 day by one of its own, 4 money. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="170" formatCode="[$-42A]dd\\/mm\\/yyyy;@"/><numFmt numFmtId="171" formatCode="#,##0\\ &quot;đồng ngày&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`;

/** The workbook in one of the hands. */
export function handMade(
  sheets: readonly HandSheet[],
  hand: Hand = "excel",
  { date1904 = false }: { date1904?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const { texts, prefix, addresses } = HANDS[hand];
  const strings: string[] = [];
  const safe = (text: string) => text.replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
  const cell = (value: HandCell, at: string): string => {
    const r = addresses ? ` r="${at}"` : "";
    if (value === null) return addresses ? "" : `<c/>`;
    if (typeof value === "number") return `<c${r}><v>${value}</v></c>`;
    if (typeof value === "object") return value.xml.replace("A1", at);
    if (texts === "inline")
      return `<c${r} t="inlineStr"><is><t xml:space="preserve">${safe(value)}</t></is></c>`;
    const half = Math.floor(value.length / 2);
    strings.push(
      strings.length % 2 === 0
        ? `<si><t>${safe(value)}</t></si>`
        : `<si><r><rPr><b/></rPr><t xml:space="preserve">${safe(value.slice(0, half))}</t></r><r><t xml:space="preserve">${safe(value.slice(half))}</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh></si>`,
    );
    return `<c${r} t="s"><v>${strings.length - 1}</v></c>`;
  };
  const bodies = sheets.map(({ rows, merged = [] }) => {
    const body = rows
      .map((row, i) => {
        const cells = row.map((value, c) => cell(value, `${letters(c)}${i + 1}`)).join("");
        return `<row${addresses ? ` r="${i + 1}"` : ""}>${cells}</row>`;
      })
      .join("");
    const ranges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
    return `<worksheet><sheetData>${body}</sheetData>${ranges === "" ? "" : `<mergeCells>${ranges}</mergeCells>`}</worksheet>`;
  });
  const named = (xml: string) =>
    prefix === ""
      ? xml.replace(/^<(\w+)/u, `<$1 xmlns="${MAIN}" xmlns:r="${OFFICE}"`)
      : xml
          .replace(/<(\/?)(?=\w)/gu, `<$1${prefix}`)
          .replace(/^<([\w:]+)/u, `<$1 xmlns:x="${MAIN}" xmlns:r="${OFFICE}"`);
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${safe(name)}" sheetId="${i + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${i + 1}"/>`,
  );
  const rel = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    "xl/workbook.xml": named(
      `<workbook>${date1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${list.join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": `<Relationships>${sheets.map((_, i) => rel(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`)).join("")}${rel("s", "styles", "styles.xml")}${rel("t", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": named(`<sst>${strings.join("")}</sst>`),
    ...Object.fromEntries(bodies.map((body, i) => [`xl/worksheets/sheet${i + 1}.xml`, named(body)])),
  };
  const encoded = Object.entries(parts).map(
    ([name, xml]) => [name, new TextEncoder().encode(`<?xml version="1.0"?>${xml}`)] as const,
  );
  return new Uint8Array(zipSync(Object.fromEntries(encoded)));
}

const letters = (i: number): string =>
  (i < 26 ? "" : letters(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));
