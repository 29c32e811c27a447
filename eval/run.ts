import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "../scripts/lib/settings.ts";
import { type Assistant, openAssistant } from "./assistant.ts";
import { loadBars } from "./bars.ts";
import { judge, type Verdict } from "./judge.ts";
import { openModel } from "./model.ts";
import { loadQuestions, type Question } from "./question.ts";
import { countRows, formatTable, formatVerdict, underBar } from "./table.ts";

/**
 * npm run eval -- [--kind citizen]… [--id C01]… [--set paraphrases.json]… [--env-file F]… [--verbose]
 * Asks every question through the production turn, in databases of its own, and exits with 1 where a bar is missed.
 * Where OPENAI_MODEL is set, what may reach a model is asked a second time with it: a table of its own, without bars.
 */
const { values } = parseArgs({
  options: {
    kind: { type: "string", multiple: true, default: [] },
    id: { type: "string", multiple: true, default: [] },
    set: { type: "string", multiple: true },
    "env-file": { type: "string", multiple: true, default: [] },
    verbose: { type: "boolean", default: false },
  },
});

const bars = loadBars();
const questions = loadQuestions(values.set).filter(chosen);
if (questions.length === 0) throw new Error("no question has that kind or id");
const files = values["env-file"];
const model = openModel({ ...process.env, ...(files.length > 0 && readSettings(files)) });
/** What features with answers of their own take never reaches a model. */
const WITHOUT_MODEL = /^(?:figure|emergency|incident)/u;

const state = mkdtempSync(join(tmpdir(), "tro-ly-138-eval-"));
const assistant = await openAssistant(state);
try {
  const rows = show(await askAll(questions, assistant));
  const low = underBar(rows, bars);
  console.log(formatTable(rows, bars));
  if (low.length > 0) {
    console.log(`\nUnder the bar: ${low.join(", ")}`);
    process.exitCode = 1;
  }
  if (model !== null) {
    const open = questions.filter(({ kind }) => !WITHOUT_MODEL.test(kind));
    console.log(`\nWith the model ${model.name}:\n`);
    const second = show(await askAll(open, assistant.withModel(model.model, model.timeoutMs)));
    console.log(formatTable(second, {}));
  }
} finally {
  await assistant.close();
  rmSync(state, { recursive: true, force: true });
}

function chosen({ kind, id }: Question): boolean {
  return (
    (values.kind.length === 0 || values.kind.includes(kind)) &&
    (values.id.length === 0 || values.id.includes(id))
  );
}

function show(verdicts: readonly Verdict[]) {
  for (const verdict of verdicts) {
    const isFlawed = verdict.reasons.length > 0 || verdict.strange.length > 0;
    if (values.verbose || isFlawed) console.log(`${formatVerdict(verdict)}\n`);
  }
  return countRows(verdicts);
}

async function askAll(asked: readonly Question[], whom: Assistant): Promise<Verdict[]> {
  const judged: Verdict[] = [];
  for (const question of asked) judged.push(await judge(question, whom));
  return judged;
}
