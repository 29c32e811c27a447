import { zlibSync } from "fflate";

/** A printed run of letters: where it stands (points from the left and from the top), and whether it is bold. */
export interface Printed {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly bold?: boolean;
}

const HEIGHT = 842;
const SIZE = 12;
/** Every letter is half as wide as it is high. */
const WIDTH = 500;

const hex = (text: string): string =>
  [...new Uint8Array(Uint16Array.from(text, (_, i) => text.charCodeAt(i)).buffer)]
    .map((byte, i, all) => all[i % 2 === 0 ? i + 1 : i - 1] ?? byte)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
${[0, 100, 200]
  .map((from) => {
    const blocks = Array.from({ length: Math.min(100, 256 - from) }, (_, i) =>
      (from + i).toString(16).padStart(2, "0"),
    );
    return `${blocks.length} beginbfrange\n${blocks.map((high) => `<${high}00> <${high}FF> <${high}00>`).join("\n")}\nendbfrange`;
  })
  .join("\n")}
endcmap end end`;

export interface PdfOptions {
  /** Streams are packed. */
  readonly packed?: boolean;
  /** Says that it is locked. */
  readonly locked?: boolean;
  /** Another content of the first page, as it stands in the file. */
  readonly content?: Uint8Array;
}

/** A PDF of the simplest kind with these pages. */
export function pdf(
  pages: readonly (readonly Printed[])[],
  options: PdfOptions = {},
): Uint8Array<ArrayBuffer> {
  const { packed = false, locked = false, content } = options;
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = 0;
  const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const put = (...pieces: readonly (string | Uint8Array)[]) => {
    for (const piece of pieces) {
      const bytes = typeof piece === "string" ? latin(piece) : piece;
      parts.push(bytes);
      at += bytes.length;
    }
  };
  const object = (...body: readonly (string | Uint8Array)[]) => {
    offsets.push(at);
    put(`${offsets.length} 0 obj\n`, ...body, "\nendobj\n");
  };
  const stream = (bytes: Uint8Array, isPacked = packed) => {
    const data = isPacked ? zlibSync(bytes) : bytes;
    const filter = isPacked ? " /Filter /FlateDecode" : "";
    object(`<< /Length ${data.length}${filter} >>\nstream\n`, data, "\nendstream");
  };
  put("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
  const first = 10;
  const kids = pages.map((_, i) => `${first + i * 2} 0 R`).join(" ");
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  for (const name of ["Test-Roman", "Test-Bold"]) {
    const base = offsets.length + 1;
    object(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${base + 1} 0 R] /ToUnicode 9 0 R >>`,
    );
    object(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${WIDTH} /FontDescriptor ${base + 2} 0 R >>`,
    );
    object(
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>`,
    );
  }
  stream(latin(TO_UNICODE));
  for (const [i, page] of pages.entries()) {
    const body = offsets.length + 2;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${HEIGHT}] /Resources << /Font << /F1 3 0 R /F2 6 0 R >> >> /Contents ${body} 0 R >>`,
    );
    const words = page
      .map(
        ({ text, x = 60, y, bold = false }) =>
          `BT /F${bold ? 2 : 1} ${SIZE} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm <${hex(text)}> Tj ET`,
      )
      .join("\n");
    if (i === 0 && content !== undefined) stream(content, true);
    else stream(latin(words));
  }
  const table = at;
  const lock = locked ? " /Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >>" : "";
  put(
    `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`,
    offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join(""),
    `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R${lock} >>\nstartxref\n${table}\n%%EOF\n`,
  );
  const whole = new Uint8Array(at);
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

/** Lines one below the other, from this height on; a text of more letters than a line has is wrapped. */
export function printed(lines: readonly (string | Printed)[], from = 60): Printed[] {
  const shown: Printed[] = [];
  let y = from;
  for (const line of lines) {
    const { text, ...how } = typeof line === "string" ? { text: line } : line;
    for (const part of wrapped(text)) {
      shown.push({ ...how, text: part, y });
      y += 16;
    }
    y += 4;
  }
  return shown;
}

const LINE = 76;

function wrapped(text: string): string[] {
  const rows: string[] = [];
  for (const word of text.split(" ")) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + word.length < LINE) rows[rows.length - 1] = `${row} ${word}`;
    else rows.push(word);
  }
  return rows;
}
