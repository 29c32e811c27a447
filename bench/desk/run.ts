import { join } from "node:path";
import { runCommand } from "../../scripts/lib/command-line/command.ts";
import { text } from "../../scripts/lib/command-line/flags.ts";
import { migrate } from "../../scripts/lib/migrations.ts";
import { ROOT } from "../../scripts/lib/root.ts";
import { startWorker, type WorkerRuntime } from "../worker-runtime.ts";
import { type DeskTask, QUESTIONS } from "./tasks.ts";

const CASES = 5_000;
const ROUNDS = 20;
const FILLED_AT_ONCE = 100;

/**
 * The desk's book on workerd's D1 with thousands of cases: what lists, searches and a year's figures take, and whether
 * retention leaves the figures as they were. The last line is JSON.
 */
await runCommand({
  name: "npm run bench:desk",
  does: "Đo bàn trực: danh sách, tìm kiếm, số liệu cả năm giữa nhiều tin; dòng cuối là JSON.",
  flags: { cases: text("SỐ", `số tin (${CASES})`) },
  async run({ flags }) {
    const worker = await startWorker("bench/desk/wrangler.toml", "LEDGER");
    try {
      await migrate(await worker.runtime.getD1Database("LEDGER"), join(ROOT, "migrations/ledger"));
      await measure(worker, Number(flags.cases ?? CASES));
    } finally {
      await worker.stop();
    }
  },
});

async function measure(worker: WorkerRuntime, all: number): Promise<void> {
  const began = performance.now();
  for (let from = 0; from < all; from += FILLED_AT_ONCE)
    await ask(worker, { do: "fill", from, to: Math.min(all, from + FILLED_AT_ONCE), all });
  console.log(`${all} tin: ghi mất ${Math.round((performance.now() - began) / all)} ms mỗi tin\n`);
  const tasks: readonly DeskTask[] = [
    ...QUESTIONS.map((question) => ({ do: "ask", question }) as const),
    { do: "year" },
  ];
  const slowest: Record<string, number> = {};
  console.log("| | tìm thấy | giữa, ms | chậm nhất, ms |\n|---|---|---|---|");
  for (const task of tasks) {
    const name = task.do === "ask" ? task.question : "a year's figures";
    const found = await ask(worker, task);
    const times: number[] = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      const asked = performance.now();
      await ask(worker, task);
      times.push(performance.now() - asked);
    }
    times.sort((a, b) => a - b);
    slowest[name] = Math.round(times.at(-1) ?? 0);
    const n = task.do === "ask" ? found : "";
    console.log(`| ${name} | ${n} | ${Math.round(times[ROUNDS / 2] ?? 0)} | ${slowest[name]} |`);
  }
  const before = await ask(worker, { do: "year" });
  let erased = 0;
  let atOnce: number;
  do {
    atOnce = Number(await ask(worker, { do: "retention" }));
    erased += atOnce;
  } while (atOnce > 0);
  const sameFigures = before === (await ask(worker, { do: "year" }));
  console.log(`\n${JSON.stringify({ cases: all, slowest, erased, sameFigures })}`);
}

async function ask({ runtime }: WorkerRuntime, task: DeskTask): Promise<unknown> {
  const response = await runtime.dispatchFetch("http://bench/", {
    method: "POST",
    body: JSON.stringify(task),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
