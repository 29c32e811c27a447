import { describe, expect, it } from "vitest";
import { ask, FACTS } from "../../../test/figures/fixtures.ts";
import { plainText } from "../../messaging/reply.ts";
import type { Fact } from "./fact.ts";

/** Shares of a later year, on the map of today. */
const LATER: readonly Fact[] = [
  ["commune", "58", "61"],
  ["ward", "4", "4"],
  ["residentialArea", "1700", "1727"],
  ["enterprise", "40", "57"],
].flatMap(([unit, numerator, denominator]) => {
  const old = FACTS.find(({ id }) => id === `LS2022-std-${unit}`);
  if (old === undefined || numerator === undefined || denominator === undefined) return [];
  const when = { start: "2025-01-01", end: "2025-12-31", period: "năm 2025", territory: "after" as const };
  return { ...old, ...when, id: `LS2025-std-${unit}`, numerator, denominator };
});

async function told(facts: readonly Fact[], ...questions: readonly string[]): Promise<string> {
  const reply = (await ask(questions, [...FACTS, ...facts])).at(-1);
  return reply === null || reply === undefined ? "" : plainText(reply);
}

describe("the types by their change", () => {
  it.each([
    ["loại nào tăng nhiều nhất năm 2025 so với 2022", "Tăng nhiều nhất: phường, 20 điểm phần trăm"],
    ["loai nao giam nhieu nhat nam 2025 so voi 2022", "Giảm nhiều nhất: doanh nghiệp, 7,02 điểm phần trăm"],
  ])("%s", async (question, wanted) => {
    const answer = await told(LATER, question);
    expect(answer).toContain(wanted);
    expect(answer).toContain("giảm 0,5 điểm phần trăm (từ 173/181 (95,58%) thành 58/61 (95,08%))");
  });

  it("says where none rose", async () => {
    const fallen = LATER.filter(({ unitType }) => unitType === "commune" || unitType === "enterprise");
    expect(await told(fallen, "loại nào tăng nhiều nhất năm 2025 so với 2022")).toContain(
      "Không có loại nào tăng",
    );
  });
});

describe("counts of two periods in the place of a rise that no source tells", () => {
  const quarters = [
    ["2025-01-01", "2025-03-31", "quý 1 năm 2025", "100"],
    ["2026-01-01", "2026-03-31", "quý 1 năm 2026", "110"],
  ].flatMap(([start = "", end = "", period = "", value = ""]) => {
    const like = FACTS.find(({ id }) => id === "LS2024-04-criminal");
    return like === undefined ? [] : [{ ...like, id: `LS-${end}`, start, end, period, value }];
  });

  it("quý 1/2026 so cùng kỳ", async () => {
    const answer = await told(quarters, "quý 1/2026 so cùng kỳ năm trước hình sự tăng hay giảm mấy vụ");
    expect(answer).toContain("tăng 10 vụ so với quý 1 năm 2025");
  });
});
