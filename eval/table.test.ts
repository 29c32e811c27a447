import { describe, expect, it } from "vitest";
import { judge, type Verdict } from "./judge.ts";
import { CHECK, type Question } from "./question.ts";
import { countRows, formatTable, formatVerdict, underBar } from "./table.ts";

const question = (id: string, kind: string, abbreviated = false): Question => ({
  id,
  kind,
  text: "Phong trào là gì?",
  style: { has_diacritics: true, teencode_or_abbrev: abbreviated },
  check: CHECK.parse({ all: [["phong trao"]], source: false }),
});

const verdicts: Verdict[] = [
  { question: question("C1", "citizen"), reply: "Phong trào là …", reasons: [] },
  { question: question("C2", "citizen", true), reply: "Chào", reasons: ["missing: phong trao"] },
  { question: question("F1", "figure"), reply: "1", reasons: [] },
];

describe("the table", () => {
  const rows = countRows(verdicts);

  it("counts per kind and spelling", () => {
    expect(rows).toEqual([
      { kind: "citizen", spelling: "all", n: 2, passed: 1 },
      { kind: "citizen", spelling: "marked", n: 1, passed: 1 },
      { kind: "citizen", spelling: "abbreviated", n: 1, passed: 0 },
      { kind: "figure", spelling: "all", n: 1, passed: 1 },
      { kind: "figure", spelling: "marked", n: 1, passed: 1 },
    ]);
  });

  it("says which kinds stay under their bar, and leaves those without one", () => {
    expect(underBar(rows, { citizen: 50, figure: 100 })).toEqual([]);
    expect(underBar(rows, { citizen: 51 }).map(({ kind }) => kind)).toEqual(["citizen"]);
    expect(formatTable(rows, { citizen: 90 })).toMatch(/citizen +all +2 +1 +50\.0% +UNDER \(bar 90%\)/);
  });

  it("shows a failure with its question, reply and reasons", () => {
    expect(formatVerdict(verdicts[1] as Verdict)).toBe(
      "WRONG C2 (citizen)\n  ? Phong trào là gì?\n  | Chào\n  - missing: phong trao",
    );
  });
});

describe("judge", () => {
  it("scores the last reply and holds earlier ones to the common rules", async () => {
    const shown = [
      { text: "Số đó ko dùng nữa.", buttons: [] },
      { text: "Phong trào là hoạt động tự giác.", buttons: [] },
    ];
    const verdict = await judge(question("C3", "citizen"), { converse: async () => shown });
    expect(verdict.reasons).toEqual(["reply 1: teencode: ko"]);
  });

  it("takes a turn that throws for a wrong answer", async () => {
    const verdict = await judge(question("C4", "citizen"), {
      converse: () => Promise.reject(new Error("boom")),
    });
    expect(verdict.reasons[0]).toMatch(/^the turn threw: Error: boom/);
  });
});
