import { readSheet } from "read-excel-file/universal";
import { describe, expect, it } from "vitest";
import { FACTS, NOW } from "../../../test/figures/fixtures.ts";
import { contextOf } from "../../../test/turn-context.ts";
import { plainText } from "../../messaging/reply.ts";
import type { Fact } from "../figures/fact.ts";
import { figures } from "../figures/figures-feature.ts";
import { HOME } from "../figures/places.ts";
import type { Role } from "../officials/roles.ts";
import { type FigureFileServices, figureFiles } from "./figure-files-feature.ts";
import { COLUMN_TITLES } from "./figure-files-wording.ts";

const YEAR = 2022;
/** The sheet after figures and sources. */
const RESULTS = 3;
const INTERNAL = { ...FACTS[0], id: "noi-bo", audience: "internal", note: "=1+1" } as Fact;

interface Given {
  readonly words: string;
  readonly name: string | undefined;
  readonly rows: readonly (readonly unknown[])[];
  readonly used: readonly string[];
  readonly file: Uint8Array<ArrayBuffer>;
}

/** What an official gets who says these things one after the other; null where nothing of it is for this feature. */
async function given(messages: readonly string[], role: Role | null = "viewer"): Promise<Given | null> {
  const facts = [...FACTS, INTERNAL];
  const store = { facts: async () => facts };
  let file = new Uint8Array();
  const used: string[] = [];
  const services: FigureFileServices = {
    figures: store,
    officials: {
      roleOf: async () => role,
      noteUse: async (_key, _by, what) => void used.push(...what.split(" ")),
    },
    keep: async (_, bytes, contentType) => {
      file = bytes;
      return { key: "k", kind: "file", contentType };
    },
    report: async ({ label }) => new Uint8Array(new TextEncoder().encode(label)),
  };
  const feature = figureFiles(services);
  const asking = figures({ store, knowledge: { search: async () => [] }, isOfficial: async () => true });
  let session = {};
  for (const message of messages) {
    const context = contextOf(message, { key: message, session, now: NOW });
    const inbound = { ...context.inbound, channel: "telegram", isPrivate: true } as const;
    const result = await feature.take({ ...context, inbound });
    if (result !== null) {
      const [reply] = result.replies;
      const [attached] = reply?.attachments ?? [];
      const isSheet = attached?.name?.endsWith(".xlsx") === true;
      const rows = isSheet ? await readSheet(new Blob([file])) : [];
      return { words: plainText(reply ?? { blocks: [] }), name: attached?.name, rows, used, file };
    }
    session = (await asking.take({ ...context, inbound }))?.session ?? session;
  }
  return null;
}

/** The cells under a title. */
function column({ rows }: Given, title: string): readonly unknown[] {
  const at = rows[0]?.indexOf(title) ?? -1;
  return rows.slice(1).map((row) => row[at]);
}

describe("/xuat", () => {
  it("gives exactly what was asked last", async () => {
    const got = await given([`Năm ${YEAR} bao nhiêu xã đạt chuẩn?`, "/xuat"]);
    expect(got?.name).toMatch(/\.xlsx$/u);
    expect(got && column(got, COLUMN_TITLES.numerator)).toEqual([173]);
    expect(got && column(got, COLUMN_TITLES.share)).toEqual([95.58]);
    expect(got && column(got, COLUMN_TITLES.start)).toEqual([new Date(Date.UTC(YEAR, 0, 1))]);
    expect(got && String(column(got, COLUMN_TITLES.source))).toContain("Báo Lạng Sơn");
  });

  it.each([
    `/xuat ${YEAR}`,
    `/xuat năm ${YEAR}`,
    `xuất excel năm ${YEAR}`,
    `gửi tôi file excel số liệu năm ${YEAR}`,
  ])("gives a whole year: %s", async (asked) => {
    const got = await given([asked]);
    const own = FACTS.filter(
      ({ province, start, end }) =>
        province === HOME.province && start === `${YEAR}-01-01` && end === `${YEAR}-12-31`,
    );
    expect(got?.rows.length).toBeGreaterThan(own.length);
    const titled = (title: string) => (got === null ? [] : column(got, title));
    for (const { numerator, denominator, value } of own) {
      if (numerator !== undefined) expect(titled(COLUMN_TITLES.numerator)).toContain(Number(numerator));
      if (denominator !== undefined) expect(titled(COLUMN_TITLES.denominator)).toContain(Number(denominator));
      if (value !== undefined) expect(titled(COLUMN_TITLES.value)).toContain(Number(value));
    }
  });

  it("gives everything, notes the use of what is internal, and keeps formulas words", async () => {
    const got = await given(["/xuat tất cả"]);
    expect(got?.rows).toHaveLength(FACTS.length + 2);
    expect(got?.used).toEqual(["noi-bo"]);
    expect(got && column(got, COLUMN_TITLES.note)).toContain("=1+1");
    expect(got?.words).toContain("nội bộ");
  });

  it("gives one type of a year", async () => {
    const got = await given([`/xuat phường ${YEAR}`]);
    expect(got && column(got, COLUMN_TITLES.numerator)).toEqual([4]);
  });

  it("gives what was told before, with what was worked out", async () => {
    const chat = ["7 loại năm 2022 tỷ lệ chung", "bỏ khu dân cư ra", "cho file excel mấy số vừa tính"];
    const got = await given(chat);
    expect(got && column(got, COLUMN_TITLES.numerator)).toContain(173);
    const results = got === null ? "" : String(await readSheet(new Blob([got.file]), RESULTS));
    for (const wanted of ["2.795/2.878", "1.109/1.151"]) expect(results).toContain(wanted);
  });

  it("gives the types that a message points at", async () => {
    const got = await given([
      "cơ quan, doanh nghiệp 2022",
      "loại nào thấp hơn",
      "thôi cho chị file 2 loại đó",
    ]);
    expect(got && column(got, COLUMN_TITLES.numerator).toSorted()).toEqual([44, 583]);
  });

  it("leaves a file of theirs to who takes it", async () => {
    expect(await given(["gửi file của đơn vị lên thế nào"])).toBeNull();
  });

  it("gives a page of the year as PDF", async () => {
    expect((await given([`/xuat pdf ${YEAR}`]))?.name).toMatch(new RegExp(`${YEAR}\\.pdf$`, "u"));
    expect((await given([`cho tôi bản pdf năm ${YEAR} để họp`]))?.name).toMatch(/\.pdf$/u);
  });

  it("says what can be given out, and what there is none of", async () => {
    expect((await given(["/xuat"]))?.words).toContain("/xuat pdf");
    const none = await given(["/xuat 2031"]);
    expect(none?.name).toBeUndefined();
    expect(none?.words).toContain("Chưa có số liệu");
    expect((await given(["/xuat blah blah"]))?.words).toContain("Chưa có số liệu");
  });

  it("is for officials alone", async () => {
    expect(await given(["/xuat tất cả"], null)).toBeNull();
  });
});
