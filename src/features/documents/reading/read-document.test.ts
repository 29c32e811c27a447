import fc from "fast-check";
import { strToU8, zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { BODY, DIRECTIVE, DIRECTIVE_PAGE, LETTERHEAD } from "../../../../test/documents/directive.ts";
import { docx, paragraph } from "../../../../test/documents/docx.ts";
import { pdf, printed } from "../../../../test/documents/pdf.ts";
import { readDocument } from "./read-document.ts";

const PAGE = [...LETTERHEAD, ...printed(DIRECTIVE_PAGE, 120)];
const textsOf = async (file: Uint8Array<ArrayBuffer>) =>
  (await readDocument(file)).lines?.map(({ text }) => text) ?? [];

describe("a PDF", () => {
  it.each([true, false])(
    "gives its paragraphs whole, however its lines were printed (packed: %s)",
    async (packed) => {
      const { lines = [] } = await readDocument(pdf([PAGE], { packed }));
      expect(lines.map(({ text }) => text)).toEqual(expect.arrayContaining([...BODY]));
      expect(lines.filter(({ isEmphasised }) => isEmphasised).map(({ text }) => text)).toEqual([
        "CHỈ THỊ",
        "Về việc nhân rộng mô hình “Bến xe tự quản”",
      ]);
    },
  );

  it("leaves out the numbers and the lines that stand on every page", async () => {
    const page = (n: number) => [
      { text: "Quy chế bến xe", y: 30 },
      ...printed([`${n}. Chủ bến xe thứ ${n} lắp đủ đèn chiếu sáng ở cổng bến xe.`], 60),
      { text: `- ${n} -`, y: 800 },
    ];
    expect(await textsOf(pdf([1, 2, 3, 4].map(page)))).toEqual(
      [1, 2, 3, 4].map((n) => `${n}. Chủ bến xe thứ ${n} lắp đủ đèn chiếu sáng ở cổng bến xe.`),
    );
  });

  it("goes on with a paragraph over the page, and names the page where it begins", async () => {
    const first = printed(["1. Chủ bến xe lắp đủ đèn chiếu sáng ở cổng bến xe và bố trí"], 700);
    const { lines = [] } = await readDocument(
      pdf([first, printed(["người trực suốt đêm cho tới sáng hôm sau."])]),
    );
    expect(lines).toEqual([
      {
        text: "1. Chủ bến xe lắp đủ đèn chiếu sáng ở cổng bến xe và bố trí người trực suốt đêm cho tới sáng hôm sau.",
        page: 1,
        isEmphasised: false,
      },
    ]);
  });

  it("tells a table's rows with the names of their columns", async () => {
    const row = (y: number, ...cells: readonly string[]) =>
      cells.map((text, i) => ({ text, x: 60 + i * 180, y }));
    const table = [
      ...row(60, "Bến xe", "Số đèn"),
      ...row(80, "Bến Đông", "4 đèn"),
      ...row(100, "Bến Tây", "6 đèn"),
    ];
    expect(
      await textsOf(
        pdf([[...table, ...printed(["Chủ bến xe chịu trách nhiệm về số đèn nêu trong bảng."], 200)]]),
      ),
    ).toEqual([
      "Bến xe | Số đèn",
      "- Bến Đông; Số đèn: 4 đèn",
      "- Bến Tây; Số đèn: 6 đèn",
      "Chủ bến xe chịu trách nhiệm về số đèn nêu trong bảng.",
    ]);
  });

  it("says which pages have no words", async () => {
    expect(await readDocument(pdf([PAGE, [], PAGE, []]))).toMatchObject({ pages: 4, withoutWords: [2, 4] });
  });

  it("lets others in between two pages", async () => {
    let paces = 0;
    await readDocument(pdf(Array.from({ length: 30 }, () => PAGE)), async () => {
      paces += 1;
    });
    // Before a page is opened, and before its runs are put together.
    expect(paces).toBeGreaterThanOrEqual(60);
  });
});

const W = 'xmlns:w="w"';
const body = (inner: string) =>
  docx([], { "word/document.xml": `<w:document ${W}><w:body>${inner}</w:body></w:document>` });
const LONG = "Chủ bến xe lắp đủ đèn chiếu sáng ở cổng và bố trí người trực đêm.";

describe("a Word file", () => {
  it("gives its paragraphs, and tables with the names of their columns", async () => {
    const table = [
      ["Bến xe", "Số đèn"],
      ["Bến Đông", "4"],
    ];
    expect(await textsOf(docx([LONG, table]))).toEqual([LONG, "Bến xe | Số đèn", "- Bến Đông; Số đèn: 4"]);
  });

  it("shows the numbers that Word counts itself", async () => {
    const item = (text: string, level = 0) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;
    const file = docx([], {
      "word/numbering.xml": numbering,
      "word/document.xml": `<w:document ${W}><w:body>${item("Phạm vi áp dụng")}${item("Bến xe", 1)}${item("Bến tàu", 1)}${item("Trách nhiệm")}${item("Chủ bến", 1)}</w:body></w:document>`,
    });
    expect(await textsOf(file)).toEqual([
      "Điều 1. Phạm vi áp dụng",
      "a) Bến xe",
      "b) Bến tàu",
      "Điều 2. Trách nhiệm",
      "a) Chủ bến",
    ]);
  });

  it("keeps to what is shown: no deleted words, each drawing once, letters as they are meant", async () => {
    const box =
      "<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>";
    const file = body(
      `<w:p><w:r>${box}<w:t>Bến A &amp; B&#x1EA1;</w:t></w:r><w:del><w:r><w:delText>đã xoá</w:delText></w:r></w:del></w:p>${paragraph(LONG)}<!-- <w:p><w:r><w:t>ẩn</w:t></w:r></w:p> -->`,
    );
    expect(await textsOf(file)).toEqual(["TỐI MẬT", "Bến A & Bạ", LONG]);
  });

  it("lets others in while a long one is read", async () => {
    let paces = 0;
    const long = docx(Array.from({ length: 2_000 }, () => LONG));
    expect((await readDocument(long, async () => void paces++)).lines).toHaveLength(2_000);
    expect(paces).toBeGreaterThan(5);
  });
});

describe("what can't be read is named", () => {
  const bomb = zlibSync(new Uint8Array(200_000_000));
  it.each([
    ["nothing", new Uint8Array(), "empty"],
    ["a spreadsheet's text", new Uint8Array(strToU8("a,b\n1,2")), "not_a_document"],
    ["another ZIP", docx([], { "word/document.xml": "" }), "empty"],
    [
      "Word of before 2007, or with a password",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      "old_word",
    ],
    ["a locked PDF", pdf([PAGE], { locked: true }), "encrypted"],
    ["a PDF of pictures", pdf([[], []]), "scanned"],
    ["a PDF that is cut off", pdf([PAGE]).slice(0, 300), "broken"],
    ["a PDF with nothing in it", new Uint8Array(strToU8("%PDF-1.7\n%%EOF")), "broken"],
    ["a Word file that is cut off", docx(DIRECTIVE).slice(0, 400), "broken"],
    ["a PDF bomb", pdf([PAGE], { content: new Uint8Array(200_000_000) }), "too_large"],
    ["a Word bomb", docx([], { "word/document.xml": "<w:p/>".repeat(4_000_000) }), "too_large"],
    ["a bomb in a bomb", doubly(bomb), "too_large"],
    ["a picture that is a bomb", asPicture(bomb), "too_large"],
    ["too many bytes", new Uint8Array(11 * 1024 * 1024), "too_large"],
    ["101 pages", pdf(Array.from({ length: 101 }, () => PAGE)), "too_many_pages"],
    [
      "a Word file of 400 pages",
      docx([LONG], { "docProps/app.xml": "<Properties><Pages>400</Pages></Properties>" }),
      "too_many_pages",
    ],
    [
      "another script",
      docx(Array.from({ length: 9 }, () => "Zażółć gęślą jaźń, pchnąć w tę łódź jeża lub ośm skrzyń fig")),
      "unknown_letters",
    ],
  ])("%s", async (_, file, problem) => {
    expect(await readDocument(file as Uint8Array<ArrayBuffer>)).toEqual({ problem });
  });

  it("never throws, whatever the bytes", async () => {
    const whole = [pdf([PAGE], { packed: true }), docx(DIRECTIVE)] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        async (file, changes) => {
          const broken = file.slice();
          for (const [at, byte] of changes) broken[at % broken.length] = byte;
          const read = await readDocument(broken, async () => {});
          expect(read.problem !== undefined || read.lines !== undefined).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** A stream that names two packings, or calls itself a picture: the rest of the file doesn't matter. */
function doubly(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  return around("/Filter [/FlateDecode /FlateDecode]", packed);
}

function asPicture(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  return around("/Subtype /Image /Filter /FlateDecode", packed);
}

function around(dictionary: string, packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = strToU8(`%PDF-1.7\n1 0 obj\n<< ${dictionary} /Length ${packed.length} >>\nstream\n`);
  const tail = strToU8("\nendstream\nendobj\n%%EOF");
  return new Uint8Array([...head, ...packed, ...tail]);
}

describe("the letters of before Unicode", () => {
  it("become those of today, in every line", async () => {
    const read = await readDocument(
      docx([
        "Ban chØ ®¹o x· kiÓm tra sæ theo dâi kh¸ch göi hµng qua ®ªm t¹i bÕn xe.",
        "Chñ bÕn xe l¾p ®ñ ®Ìn chiÕu s¸ng ë cæng vµ bè trÝ ng­êi trùc.",
        "Lß V¨n Thö",
      ]),
    );
    expect(read).toMatchObject({ isLegacy: true });
    expect(read.lines?.map(({ text }) => text)).toEqual([
      "Ban chỉ đạo xã kiểm tra sổ theo dõi khách gửi hàng qua đêm tại bến xe.",
      "Chủ bến xe lắp đủ đèn chiếu sáng ở cổng và bố trí người trực.",
      "Lò Văn Thử",
    ]);
  });
});
