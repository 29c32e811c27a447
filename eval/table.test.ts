import { describe, expect, it } from "vitest";
import { text } from "../src/messaging/reply.ts";
import { judge, type Verdict } from "./judge.ts";
import { NO_MARKS } from "./marks.ts";
import { CHECK, type Question } from "./question.ts";
import { countRows, formatTable, formatVerdict, underBar } from "./table.ts";

const question = (id: string, kind: string, abbreviated = false): Question => ({
  id,
  kind,
  text: "Phong trào là gì?",
  style: { has_diacritics: true, teencode_or_abbrev: abbreviated },
  check: CHECK.parse({ all: [["phong trao"]], source: false }),
});

const last = { ms: 10, tokens: 0, calls: 0, events: [] };
const verdicts: Verdict[] = [
  {
    question: question("C1", "citizen"),
    reply: "Phong trào là …",
    reasons: [],
    marks: { ...NO_MARKS, recall: true },
    strange: [],
    last,
  },
  {
    question: question("C2", "citizen", true),
    reply: "Chào",
    reasons: ["missing: phong trao"],
    marks: { ...NO_MARKS, recall: false },
    strange: ["number: 5"],
    last: { ...last, ms: 40, tokens: 900, calls: 1, events: ["model_timeout"] },
  },
  { question: question("F1", "figure"), reply: "1", reasons: [], marks: NO_MARKS, strange: [] },
];

describe("the table", () => {
  const rows = countRows(verdicts);

  it("counts per kind and spelling", () => {
    expect(rows.map(({ kind, spelling, n, passed }) => [kind, spelling, n, passed])).toEqual([
      ["citizen", "all", 2, 1],
      ["citizen", "marked", 1, 1],
      ["citizen", "abbreviated", 1, 0],
      ["figure", "all", 1, 1],
      ["figure", "marked", 1, 1],
    ]);
  });

  it("counts each measure where it looks at anything, the time, and what the model did", () => {
    expect(rows[0]).toMatchObject({
      measured: { recall: { n: 2, passed: 1 }, facts: { n: 0 } },
      p50: 10,
      p95: 40,
      model: { asked: 1, answered: 0, tokens: 900, fallenBack: { model_timeout: 1 } },
    });
    expect(formatTable(rows, {})).toMatch(/citizen +all +2 +50\.0% +– +50\.0% .*model_timeout 1/);
  });

  it("says which kinds stay under their bar, and leaves those without one", () => {
    expect(underBar(rows, { citizen: 50, figure: 100 })).toEqual([]);
    expect(underBar(rows, { citizen: 51, "citizen.recall": 51 })).toEqual(["citizen", "citizen.recall"]);
    expect(underBar(rows, { "citizen.facts": 1 })).toEqual(["citizen.facts"]);
    expect(formatTable(rows, { citizen: 90 })).toMatch(/citizen +all +2 +50\.0% .*UNDER right \(bar 90%\)/);
  });

  it("shows a failure with its question, reply and reasons", () => {
    expect(formatVerdict(verdicts[1] as Verdict)).toBe(
      "WRONG C2 (citizen)\n  ? Phong trào là gì?\n  | Chào\n  - missing: phong trao\n  ~ not in its sources: number: 5",
    );
  });
});

describe("judge", () => {
  it("scores the last reply and holds earlier ones to the common rules", async () => {
    const shown = ["Số đó ko dùng nữa.", "Phong trào là hoạt động tự giác."].map((words) => ({
      text: words,
      buttons: [],
      replies: [{ blocks: [text(words)] }],
      searches: [],
      ...last,
    }));
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
