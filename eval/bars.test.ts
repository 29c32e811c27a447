import { beforeAll, describe, expect, it } from "vitest";
import { type Assistant, openMemoryAssistant } from "./assistant.ts";
import { loadBars } from "./bars.ts";
import { judge, type Verdict } from "./judge.ts";
import { loadQuestions } from "./question.ts";
import { countRows, formatTable, type Row, underBar } from "./table.ts";

let rows: readonly Row[];
const verdicts: Verdict[] = [];

beforeAll(async () => {
  const assistant: Assistant = await openMemoryAssistant();
  for (const question of loadQuestions()) verdicts.push(await judge(question, assistant));
  rows = countRows(verdicts);
});

describe("the embedded engine", () => {
  it("reaches every recorded bar over every set", () => {
    expect(underBar(rows, loadBars()), formatTable(rows, loadBars())).toEqual([]);
  });

  it("has a bar for each kind that is asked, and no bar for what isn't measured", () => {
    const bars = loadBars();
    const kinds = rows.filter(({ spelling }) => spelling === "all").map(({ kind }) => kind);
    expect(kinds.filter((kind) => bars[kind] === undefined)).toEqual([]);
    expect(Object.keys(bars).filter((name) => !kinds.includes(name.split(".")[0] ?? ""))).toEqual([]);
  });

  it("says nothing in an answer from the knowledge that doesn't stand in the passages cited", () => {
    const strange = verdicts.filter(({ marks }) => marks.grounded === false);
    expect(strange.map(({ question, strange: what }) => [question.id, ...what])).toEqual([]);
  });
});
