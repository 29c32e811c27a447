import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { openAssistant } from "./assistant.ts";
import { judge, type Verdict } from "./judge.ts";
import { loadQuestions, type Question } from "./question.ts";
import { countRows, formatTable, formatVerdict, underBar } from "./table.ts";

/**
 * npm run eval -- [--kind citizen]… [--id C01]… [--set paraphrases.json]… [--verbose]
 * Asks every question through the production turn, in databases of its own, and exits with 1 where a kind stays under its bar.
 */
const { values } = parseArgs({
  options: {
    kind: { type: "string", multiple: true, default: [] },
    id: { type: "string", multiple: true, default: [] },
    set: { type: "string", multiple: true },
    verbose: { type: "boolean", default: false },
  },
});

const bars = z
  .record(z.string(), z.number())
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "bars.json"), "utf8")));
const questions = loadQuestions(values.set).filter(chosen);
if (questions.length === 0) throw new Error("no question has that kind or id");

const verdicts = await askAll(questions);
for (const verdict of verdicts) {
  if (values.verbose || verdict.reasons.length > 0) console.log(`${formatVerdict(verdict)}\n`);
}
const rows = countRows(verdicts);
console.log(formatTable(rows, bars));
const low = underBar(rows, bars);
if (low.length > 0) {
  console.log(`\nUnder the bar: ${low.map(({ kind }) => kind).join(", ")}`);
  process.exitCode = 1;
}

function chosen({ kind, id }: Question): boolean {
  return (
    (values.kind.length === 0 || values.kind.includes(kind)) &&
    (values.id.length === 0 || values.id.includes(id))
  );
}

async function askAll(asked: readonly Question[]): Promise<Verdict[]> {
  const state = mkdtempSync(join(tmpdir(), "tro-ly-138-eval-"));
  const assistant = await openAssistant(state);
  try {
    const judged: Verdict[] = [];
    for (const question of asked) judged.push(await judge(question, assistant));
    return judged;
  } finally {
    await assistant.close();
    rmSync(state, { recursive: true, force: true });
  }
}
