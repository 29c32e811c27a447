import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../scripts/lib/command-errors.ts";
import { runCommand } from "../scripts/lib/command-line/command.ts";
import { settingsFiles, texts, yes } from "../scripts/lib/command-line/flags.ts";
import { readSettings } from "../scripts/lib/settings.ts";
import { type Assistant, openAssistant } from "./assistant.ts";
import { loadBars } from "./bars.ts";
import { judge, type Verdict } from "./judge.ts";
import { openModel } from "./model.ts";
import { loadQuestions, type Question } from "./question.ts";
import { countRows, formatTable, formatVerdict, underBar } from "./table.ts";

/** What features with answers of their own take never reaches a model. */
const WITHOUT_MODEL = /^(?:figure|emergency|incident)/u;

/**
 * Asks every question through the production turn, in databases of its own, and exits with 1 where a bar is missed.
 * Where OPENAI_MODEL is set, what may reach a model is asked a second time with it: a table of its own, without bars.
 */
await runCommand({
  name: "npm run eval",
  does: "Chấm chất lượng trả lời trên các bộ câu hỏi trong eval/; mã thoát 1 nếu dưới mức đã ghi.",
  flags: {
    kind: texts("LOẠI", "chỉ các câu loại này, ví dụ citizen; có thể lặp lại"),
    id: texts("MÃ", "chỉ câu này, ví dụ C01; có thể lặp lại"),
    set: texts("TỆP", "bộ câu hỏi trong eval/, ví dụ paraphrases.json; có thể lặp lại"),
    "env-file": settingsFiles(),
    verbose: yes("in cả những câu đạt"),
  },
  async run({ flags: { kind, id, set, "env-file": files, verbose } }) {
    const questions = loadQuestions(set.length > 0 ? set : undefined).filter(
      (question) =>
        (kind.length === 0 || kind.includes(question.kind)) && (id.length === 0 || id.includes(question.id)),
    );
    if (questions.length === 0) throw new UsageError("Không có câu hỏi nào thuộc loại hoặc mang mã đó.");
    const model = openModel({ ...process.env, ...(files.length > 0 && readSettings(files)) });
    return evaluate(questions, model, verbose);
  },
});

async function evaluate(
  questions: readonly Question[],
  model: ReturnType<typeof openModel>,
  verbose: boolean,
): Promise<number> {
  const bars = loadBars();
  const state = mkdtempSync(join(tmpdir(), "tro-ly-138-eval-"));
  const assistant = await openAssistant(state);
  try {
    const rows = show(await askAll(questions, assistant), verbose);
    const low = underBar(rows, bars);
    console.log(formatTable(rows, bars));
    if (low.length > 0) console.log(`\nUnder the bar: ${low.join(", ")}`);
    if (model !== null) {
      const open = questions.filter(({ kind }) => !WITHOUT_MODEL.test(kind));
      console.log(`\nWith the model ${model.name}:\n`);
      const answers = await askAll(open, assistant.withModel(model.model, model.timeoutMs));
      console.log(formatTable(show(answers, verbose), {}));
    }
    return low.length > 0 ? 1 : 0;
  } finally {
    await assistant.close();
    rmSync(state, { recursive: true, force: true });
  }
}

function show(verdicts: readonly Verdict[], verbose: boolean) {
  for (const verdict of verdicts) {
    const isFlawed = verdict.reasons.length > 0 || verdict.strange.length > 0;
    if (verbose || isFlawed) console.log(`${formatVerdict(verdict)}\n`);
  }
  return countRows(verdicts);
}

async function askAll(asked: readonly Question[], whom: Assistant): Promise<Verdict[]> {
  const judged: Verdict[] = [];
  for (const question of asked) judged.push(await judge(question, whom));
  return judged;
}
