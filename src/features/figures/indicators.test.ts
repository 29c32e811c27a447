import { describe, expect, it } from "vitest";
import stored from "#indicators" with { type: "json" };
import { FACTS, FILES, NOW } from "../../../test/figures/fixtures.ts";
import { readUtterance } from "../../language/utterance.ts";
import { plainText } from "../../messaging/reply.ts";
import { answerFigures } from "./answer-query.ts";
import { INDICATORS, IndicatorBook } from "./indicators.ts";
import { createQuestionReader } from "./parse/figure-reading.ts";
import { understand } from "./parse/understand.ts";
import GENERAL from "./parse/unit-words.json" with { type: "json" };
import { parseFigures } from "./read-figures.ts";

/** Concepts that stand in the question's grammar, not in its words. */
const GRAMMAR = ["unit", "district", "individual", "change"];

describe("knowledge/figures/indicators.json", () => {
  it("names no concept and no indicator that there isn't", () => {
    const concepts = new Set([
      ...GRAMMAR,
      ...[...Object.keys(INDICATORS.phrases), ...Object.keys(GENERAL)].map((tag) => tag.replace("is:", "")),
    ]);
    const used = [
      ...INDICATORS.all.flatMap(({ asked }) => asked.flatMap(({ all, not = [] }) => [...all, ...not])),
      ...Object.values(INDICATORS.despiteVeto).flat(),
    ].flatMap((names) => names.split("|"));
    expect(used.filter((name) => !concepts.has(name))).toEqual([]);
    const ids = INDICATORS.all.map(({ id }) => id);
    const known = new Set([...ids, ...FACTS.map(({ indicator }) => indicator)]);
    expect(new Set(ids).size).toBe(ids.length);
    const others = INDICATORS.all.flatMap(({ with: along = [], of, difference = {} }) => [
      ...along,
      ...(of === undefined ? [] : [of]),
      ...Object.values(difference),
    ]);
    expect(others.filter((id) => !known.has(id))).toEqual([]);
  });

  it("describes every indicator of the figures, with their unit where it has one", () => {
    expect(FACTS.filter(({ indicator }) => !INDICATORS.describes(indicator))).toEqual([]);
    const otherwise = FACTS.filter(({ indicator, unit }) => {
      const wanted = INDICATORS.get(indicator).unit;
      return wanted !== undefined && wanted !== unit;
    });
    expect(otherwise).toEqual([]);
  });

  it("is refused with an unknown field or without a title", () => {
    const [first, ...rest] = stored.indicators;
    for (const wrong of [
      { ...first, tittle: "x" },
      { ...first, title: "" },
    ])
      expect(() => new IndicatorBook({ ...stored, indicators: [wrong, ...rest] })).toThrow();
  });
});

describe("a new indicator", () => {
  const entry = {
    id: "great_unity_houses",
    title: "Nhà đại đoàn kết",
    unit: "căn",
    words: ["nhà đại đoàn kết"],
  };
  const reader = createQuestionReader(
    new IndicatorBook({ ...stored, indicators: [...stored.indicators, entry] }),
  );
  const [header = ""] = FILES[0]?.text.split("\n") ?? [];
  const row =
    "LS2025-houses,Lạng Sơn,Lạng Sơn,province,after,2025-01-01,2025-12-31,năm 2025,whole,great_unity_houses,,,,,,412,căn,,năm 2025,Báo cáo,https://example.vn/nha,,,public";
  const { facts } = parseFigures([{ name: "nha.csv", text: `${header}\n${row}` }]);

  it.each([
    ["năm 2025 xây bao nhiêu nhà đại đoàn kết", "412 căn"],
    ["bao nhieu nha dai doan ket", "412 căn"],
    ["nhà đại đoàn kết năm 2024 là mấy căn", "Chưa có số liệu năm 2024"],
  ])("takes an entry and a row, no code: %s", (question, wanted) => {
    const reading = reader(readUtterance(question), NOW);
    const request = understand(reading, { now: NOW, forced: false, thread: undefined });
    expect(request).toMatchObject({ kind: "query", query: { indicators: [entry.id] } });
    expect(request && plainText(answerFigures(request, facts, question).reply)).toContain(wanted);
  });
});
