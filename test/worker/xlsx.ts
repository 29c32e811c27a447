import { deflateRawSync } from "node:zlib";

/**
 * A minimal XLSX of one sheet of texts, packed as Excel packs it. A cell that begins with "<c" is XML already, and
 * gets its address.
 * @param after XML that follows the rows, such as merged cells
 */
export function xlsx(
  rows: readonly (readonly string[])[],
  { after = "", parts = {} }: { after?: string; parts?: Readonly<Record<string, string>> } = {},
): Uint8Array<ArrayBuffer> {
  const cell = (text: string) =>
    text.startsWith("<c")
      ? text
      : `<c t="inlineStr"><is><t>${text.replace(/[&<]/g, (c) => `&#${c.charCodeAt(0)};`)}</t></is></c>`;
  const column = (i: number): string =>
    (i < 26 ? "" : column(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));
  const sheet = rows
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row.map((text, i) => cell(text).replace("<c ", `<c r="${column(i)}${r + 1}" `)).join("")}</row>`,
    )
    .join("");
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  return zip({
    "[Content_Types].xml": `${head}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="So lieu" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `${head}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData>${after}</worksheet>`,
    ...parts,
  });
}

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc32 = (bytes: Uint8Array): number =>
  ~bytes.reduce((crc, byte) => (TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), 0xffffffff) >>> 0;

const little = (value: number, length: number): number[] =>
  Array.from({ length }, (_, i) => (value >>> (8 * i)) & 255);

/** @param claimed the unpacked size that the directory tells, where it isn't the true one */
export function zip(files: Readonly<Record<string, string>>, claimed?: number): Uint8Array<ArrayBuffer> {
  const body: Uint8Array[] = [];
  const directory: number[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = new TextEncoder().encode(text);
    const size = claimed ?? data.length;
    const packed = new Uint8Array(deflateRawSync(data));
    const title = [...new TextEncoder().encode(name)];
    const common = [
      ...[20, 0, 0, 8, 8, 0, 0, 0, 0, 0],
      ...little(crc32(data), 4),
      ...little(packed.length, 4),
      ...little(size, 4),
      ...little(title.length, 2),
      0,
      0,
    ];
    const local = new Uint8Array([...little(0x04034b50, 4), ...common, ...title]);
    body.push(local, packed);
    directory.push(
      ...little(0x02014b50, 4),
      ...[20, 0],
      ...common,
      ...Array.from({ length: 10 }, () => 0),
      ...little(at, 4),
      ...title,
    );
    at += local.length + packed.length;
  }
  const count = Object.keys(files).length;
  const end = [
    ...little(0x06054b50, 4),
    ...[0, 0, 0, 0],
    ...little(count, 2),
    ...little(count, 2),
    ...little(directory.length, 4),
    ...little(at, 4),
    0,
    0,
  ];
  const bodies = body.flatMap((piece) => [...piece]);
  return new Uint8Array([...bodies, ...directory, ...end]);
}
