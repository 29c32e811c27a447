import { describe, expect, it } from "vitest";
import { ask, FACTS } from "../../../test/figures/fixtures.ts";
import { plainText } from "../../messaging/reply.ts";
import type { Fact } from "./fact.ts";

const COMMUNES: readonly Fact[] = [
  ["xã Na Sầm", "12", "13"],
  ["xã Lộc Bình", "20", "20"],
  ["xã Vân Nham", "9", "12"],
].flatMap(([area = "", numerator = "", denominator = ""], i) => {
  const [like] = FACTS.filter(({ id }) => id === "LS2022-std-residentialArea");
  return like === undefined
    ? []
    : [
        {
          ...like,
          id: `LS2025-${i}`,
          area,
          level: "commune" as const,
          territory: "after" as const,
          start: "2025-01-01",
          end: "2025-12-31",
          period: "năm 2025",
          numerator,
          denominator,
        },
      ];
});

const told = async (...questions: readonly string[]) => {
  const reply = (await ask(questions, [...FACTS, ...COMMUNES])).at(-1);
  return reply === null || reply === undefined ? "" : plainText(reply);
};

describe("figures of single communes", () => {
  it.each([
    ["na sam 2025 kdc dat bao nhieu", "12/13"],
    ["Vân Nham năm 2025 mấy khu dân cư đạt", "9/12"],
    ["Lộc Bình 2025 kdc đạt bao nhiêu", "20/20"],
  ])("are told by the bare name: %s", async (question, wanted) => {
    expect(await told(question)).toContain(wanted);
  });

  it.each([
    "na sầm 2022 kdc đạt bao nhiêu",
    "Thụy Hùng 2025 đạt mấy kdc",
    "huyện Lộc Bình 2025 kdc đạt bao nhiêu",
  ])("are never replaced by the province's: %s", async (question) => {
    expect(await told(question)).toMatch(/^Chưa có số liệu/u);
  });

  it.each([
    ["xếp hạng các xã theo KDC đạt 2025", ["Cao nhất: xã Lộc Bình", "Thấp nhất: xã Vân Nham"]],
    ["xã nào có tỷ lệ kdc đạt thấp nhất năm 2025", ["Thấp nhất: xã Vân Nham, 9/12"]],
  ])("are ranked: %s", async (question, wanted) => {
    const answer = await told(question);
    for (const words of wanted) expect(answer).toContain(words);
    expect(answer).not.toContain("1.686");
  });
});
