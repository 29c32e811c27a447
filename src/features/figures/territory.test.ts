import { describe, expect, it } from "vitest";
import { ask, FACTS } from "../../../test/figures/fixtures.ts";
import { plainText } from "../../messaging/reply.ts";
import type { Fact } from "./fact.ts";

/** Figures of a later year, on the map of today, as an office would send them. */
const LATER: readonly Fact[] = [
  ["commune", "58", "61"],
  ["ward", "4", "4"],
  ["residentialArea", "1700", "1727"],
  ["enterprise", "60", "70"],
].flatMap(([unit, numerator, denominator]) => {
  const old = FACTS.find(({ id }) => id === `LS2022-std-${unit}`);
  if (old === undefined || numerator === undefined || denominator === undefined) return [];
  const { note: _, ...kept } = old;
  return {
    ...kept,
    id: `LS2025-std-${unit}`,
    territory: "after" as const,
    start: "2025-01-01",
    end: "2025-12-31",
    period: "năm 2025",
    numerator,
    denominator,
  };
});

const told = async (...questions: readonly string[]) => {
  const reply = (await ask(questions, [...FACTS, ...LATER])).at(-1);
  return reply === null || reply === undefined ? "" : plainText(reply);
};

describe("figures on both sides of the merger", () => {
  it.each([
    [["xã đạt chuẩn 2022", "so với 2025"]],
    [["xã đạt năm 2025 so với 2022 giảm bao nhiêu"]],
    [["số xã đạt 2022 và 2025 chênh bao nhiêu"]],
  ])("never subtracts counts of areas: %j", async (questions) => {
    const answer = await told(...questions);
    expect(answer).not.toMatch(/115|66,47/u);
    expect(answer).toContain("điểm phần trăm");
    expect(answer).toMatch(/173\/181[\s\S]*58\/61|58\/61[\s\S]*173\/181/u);
    expect(answer).toContain("01/07/2025");
  });

  it("subtracts what isn't counted by areas, and says that the numbers of units changed", async () => {
    expect(await told("doanh nghiệp đạt 2025 tăng mấy đơn vị so với 2022")).toMatch(/16/u);
    expect(await told("số xã của tỉnh năm 2022 so với hiện nay giảm bao nhiêu")).toMatch(
      /120[\s\S]*sắp xếp/u,
    );
  });

  it("reads years from the question before, and two months or quarters that share a year", async () => {
    expect(await told("xã đạt chuẩn 2025", "năm trước?")).toContain("Chưa có số liệu năm 2024");
    expect(await told("xã đạt chuẩn 2024", "năm sau?")).toContain("58/61");
    expect(await told("số vụ hình sự quý I và quý II 2024")).toMatch(
      /quý I năm 2024: chưa có số[\s\S]*cả quý II năm 2024/u,
    );
    expect(await told("tháng 4/2024 có mấy vụ hình sự", "so với cùng kỳ")).toMatch(/tháng 4\/2023/u);
    expect(await told("năm 2202 phường đạt bao nhiêu")).toContain("không phải là một năm");
  });
});
