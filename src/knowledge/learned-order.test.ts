import { describe, expect, it } from "vitest";
import { LEARNED_ENCODER } from "./encoder.ts";
import type { Hit, Signals } from "./knowledge-index.ts";
import { scoreOf, withChances } from "./learned-order.ts";

const FAR: Signals = {
  meaning: 0.2,
  around: 0.2,
  centre: 0.1,
  document: 0.2,
  likeness: 0,
  bm25: 0.2,
  coverage: 0.1,
  telling: 0,
  topic: 0,
  aspects: 0,
  asked: 0.1,
  marks: 0,
  trust: 0.5,
};
const NEAR: Signals = {
  meaning: 0.95,
  around: 0.9,
  centre: 0.7,
  document: 0.8,
  likeness: 0.8,
  bm25: 1,
  coverage: 0.9,
  telling: 1,
  topic: 1,
  aspects: 1,
  asked: 0.9,
  marks: 0.9,
  trust: 1,
};
const hit = (signals: Signals): Hit => ({
  passage: {
    id: "one#one",
    document: { id: "one", title: "Một", asOf: "2026-11-01", audience: "public" },
    headings: ["Một"],
    text: "",
    asks: [],
    citation: "Luật",
    sources: [],
  },
  score: scoreOf(signals),
  coverage: signals.coverage,
  likeness: signals.likeness,
  signals,
});
const chanceOf = (signals: Signals, question: string): number =>
  withChances([hit(signals), hit(FAR)], LEARNED_ENCODER.encode(question))[0]?.chance ?? -1;

describe("the learned order", () => {
  it("never counts a signal against a passage", () => {
    for (const name of Object.keys(FAR) as (keyof Signals)[])
      expect(scoreOf({ ...FAR, [name]: (FAR[name] ?? 0) + 0.1 })).toBeGreaterThanOrEqual(scoreOf(FAR));
  });

  it("is sure of what lies near, and not of what lies far", () => {
    const question = "Muốn tố giác tội phạm thì đến đâu?";
    expect(chanceOf(NEAR, question)).toBeGreaterThan(0.7);
    expect(chanceOf(FAR, question)).toBeLessThan(0.1);
  });

  it("puts a section that is asked for word for word before all others", () => {
    const named = { ...FAR, likeness: 1 };
    expect(scoreOf(named)).toBeGreaterThan(scoreOf(NEAR));
    expect(chanceOf(named, "Tố giác ở đâu?")).toBeGreaterThanOrEqual(0.95);
  });
});
