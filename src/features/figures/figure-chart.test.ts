import { describe, expect, it } from "vitest";
import { ask, FACTS } from "../../../test/figures/fixtures.ts";
import { plainText } from "../../messaging/reply.ts";
import type { Fact } from "./fact.ts";
import { HOME } from "./places.ts";

const last = async (...questions: string[]) => (await ask(questions)).at(-1);

describe("/bieudo", () => {
  it("draws what was asked, each figure as the words say it", async () => {
    const reply = await last("/bieudo tỷ lệ đạt chuẩn 2022");
    expect(reply?.chart).toMatchObject({ kind: "bar", points: expect.any(Array) });
    expect(reply?.chart?.points).toHaveLength(7);
    for (const { display } of reply?.chart?.points ?? [])
      expect(plainText(reply ?? { blocks: [] })).toContain(display);
    expect(reply?.chart?.source).toContain("Báo Lạng Sơn");
  });

  it("alone draws the figure asked last, beside its kind", async () => {
    const reply = await last("Năm 2022 bao nhiêu xã đạt chuẩn?", "/bieudo");
    expect(reply?.chart?.points.map(({ label }) => label)).toContain("Xã");
  });

  it("draws years as a line", async () => {
    expect((await last("/bieudo mô hình xây mới"))?.chart).toMatchObject({
      kind: "line",
      points: [{ display: "16 mô hình" }, { display: "8 mô hình" }],
    });
  });

  it("sets no month beside a year, and says so", async () => {
    const reply = await last("/bieudo số vụ ma túy");
    expect(reply?.chart).toBeUndefined();
    expect(plainText(reply ?? { blocks: [] })).toContain("Chưa đủ số liệu cùng loại");
  });

  it("draws no year that there is none of, and asks back where nothing was said", async () => {
    expect((await last("/bieudo xã 2031"))?.chart).toBeUndefined();
    expect(plainText((await last("/bieudo")) ?? { blocks: [] })).toContain("/bieudo tỷ lệ");
  });

  it("is offered under an answer of several rows, not under one figure", async () => {
    const labels = async (question: string) => (await last(question))?.buttons?.map(({ label }) => label);
    expect(await labels("các loại đơn vị đạt chuẩn năm 2022 bao nhiêu")).toContain("Biểu đồ");
    expect(await labels("Năm 2022 bao nhiêu xã đạt chuẩn?")).not.toContain("Biểu đồ");
  });

  it("names type, place and years, and draws what hasn't met where that is asked for", async () => {
    const missing = (await last("/bieudo xã, phường, thị trấn chưa đạt 2022"))?.chart;
    expect(missing?.title).toMatch(/^Chưa đạt tiêu chuẩn .*, tỉnh Lạng Sơn, năm 2022$/u);
    expect(missing?.points.map(({ display }) => display)).toEqual(["8", "1", "0"]);
  });

  it("sets different things that are counted alike side by side", async () => {
    const chart = (await last("/bieudo bằng khen giấy khen 2022"))?.chart;
    expect(chart?.points.map(({ display }) => display)).toEqual(["11 tập thể", "25 tập thể"]);
  });

  it("says which periods it leaves out", async () => {
    expect((await last("/bieudo mô hình xây mới"))?.chart?.source).toContain("Không vẽ hai năm 2020-2021");
  });
});

/** The figures of the house, another year of the types, and communes. */
const YEAR = FACTS.filter(({ id }) => id.startsWith("LS2022-std-")).map(
  (fact): Fact => ({
    ...fact,
    id: `${fact.id}-next`,
    start: "2023-01-01",
    end: "2023-12-31",
    period: "năm 2023",
    url: "https://example.vn/23",
  }),
);
const COMMUNES = ["xã Na Sầm", "phường Tam Thanh", "xã Lộc Bình"].flatMap((area, i) =>
  YEAR.filter(({ unitType }) => unitType === "residentialArea").map(
    (fact): Fact => ({
      ...fact,
      id: `c-${i}`,
      area,
      level: "commune",
      territory: "after",
      start: "2025-01-01",
      end: "2025-12-31",
      period: "năm 2025",
      numerator: String(7 + ((i * 2) % 3)),
      denominator: "10",
    }),
  ),
);
const drawn = async (...questions: string[]) =>
  (await ask(questions, [...FACTS, ...YEAR, ...COMMUNES])).at(-1)?.chart;

describe("/bieudo over years and communes", () => {
  it("sets the years of several types side by side", async () => {
    const chart = await drawn("/bieudo tỷ lệ đạt chuẩn các loại 2022 và 2023");
    expect(chart?.series).toEqual(["năm 2022", "năm 2023"]);
    expect(chart?.points).toHaveLength(14);
    expect(chart?.points.map(({ series }) => series)).toContain(1);
    expect(chart?.title).toContain("năm 2022, năm 2023");
  });

  it("names the one type that years are of", async () => {
    expect((await drawn("/bieudo xã đạt 2022 và 2023"))?.title).toMatch(/^Xã đạt tiêu chuẩn/u);
  });

  it.each(["/bieudo khu dân cư các xã 2025", "/bieudo KDC từng xã, phường năm 2025"])(
    "ranks communes: %s",
    async (question) => {
      const chart = await drawn(question);
      expect(chart?.points.map(({ display }) => display)).toEqual(["90%", "80%", "70%"]);
      expect(chart?.points[0]?.label).toBe("Phường Tam Thanh");
      expect(chart?.title).toContain(`các xã, phường của tỉnh ${HOME.area}`);
    },
  );

  it("draws no other year than the one asked for", async () => {
    expect(await drawn("/bieudo xã đạt 2031")).toBeUndefined();
  });
});
