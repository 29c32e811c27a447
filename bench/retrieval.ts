import { UsageError } from "../scripts/lib/command-errors.ts";
import { runCommand } from "../scripts/lib/command-line/command.ts";
import { file, yes } from "../scripts/lib/command-line/flags.ts";
import type { Library } from "../src/knowledge/document.ts";
import { type Query, readCorpus, readQueries } from "./corpus.ts";
import { BenchWorker } from "./retrieval/bench-worker.ts";
import type { EngineName } from "./retrieval/engines.ts";
import { type Scores, score } from "./retrieval/score.ts";
import { SPELLINGS } from "./spellings.ts";

/** Questions asked of one engine before it is the next one's turn: what else the machine does hits all alike. */
const AT_ONCE = 40;
/** What stands side by side, ours first. */
const ENGINES_BESIDE: readonly EngineName[] = ["ours", "recipe", "FTS5 unicode61"];

/**
 * The production index on workerd's D1, asked in three spellings; with --peers the recipe of the same full-text engine, and
 * that engine as it comes, in the same run on the same questions. The last line is JSON for the questions as they are written.
 */
await runCommand({
  name: "npm run bench:retrieval",
  does: "Đo việc tìm: lập chỉ mục một kho văn bản, hỏi theo ba cách viết; dòng cuối là JSON.",
  flags: {
    corpus: file("văn bản, mỗi dòng {id, title, text}; bắt buộc"),
    queries: file("câu hỏi, mỗi dòng {id, text, relevant}; bắt buộc"),
    peers: yes("đo cả cách tìm khác bên cạnh"),
  },
  async run({ flags: { corpus, queries, peers } }) {
    if (corpus === undefined || queries === undefined) throw new UsageError("Cần cả --corpus và --queries.");
    const worker = await BenchWorker.start();
    try {
      await compare(worker, readCorpus(corpus), readQueries(queries), peers);
    } finally {
      await worker.stop();
    }
  },
});

async function compare(
  worker: BenchWorker,
  library: Library,
  queries: readonly Query[],
  peers: boolean,
): Promise<void> {
  const engines = peers ? ENGINES_BESIDE : ENGINES_BESIDE.slice(0, 1);
  console.log(`Lập chỉ mục: ${Math.round(await worker.fill(library, peers))} ms\n`);
  const first = queries.slice(0, AT_ONCE).map(({ text }) => text);
  for (const engine of engines) await worker.ask(engine, first);
  console.log(
    "| | cách viết | R@1 | R@5 | R@10 | MRR@10 | nDCG@10 | ms/câu |\n|---|---|---|---|---|---|---|---|",
  );
  let asWritten: Scores | undefined;
  for (const [spelling, spell] of Object.entries(SPELLINGS)) {
    const asked = queries.map((query, seed) => ({ ...query, text: spell(query.text, seed) }));
    const all = await measure(worker, engines, asked);
    for (const [name, scores] of Object.entries(all)) printRow(name, spelling, scores);
    asWritten ??= all.ours;
    const { ours, recipe } = all;
    if (ours !== undefined && recipe !== undefined)
      console.log(
        `| ours/recipe | ${spelling} | | | | | ${signed(ours.ndcg10 - recipe.ndcg10)} | ×${(ours.ms / recipe.ms).toFixed(2)} |`,
      );
  }
  console.log(`\n${JSON.stringify(asWritten)}`);
}

async function measure(
  worker: BenchWorker,
  engines: readonly EngineName[],
  asked: readonly Query[],
): Promise<Record<string, Scores>> {
  const sums = new Map(engines.map((engine) => [engine, { found: [] as string[][], ms: 0 }]));
  for (let i = 0; i < asked.length; i += AT_ONCE) {
    const questions = asked.slice(i, i + AT_ONCE).map(({ text }) => text);
    for (const [engine, sum] of sums) {
      const { found, ms } = await worker.ask(engine, questions);
      sum.found.push(...found);
      sum.ms += ms;
    }
  }
  return Object.fromEntries([...sums].map(([engine, { found, ms }]) => [engine, score(asked, found, ms)]));
}

function printRow(name: string, spelling: string, { r1, r5, r10, mrr10, ndcg10, ms }: Scores): void {
  const cells = [r1, r5, r10, mrr10, ndcg10].map((value) => value.toFixed(3));
  console.log(`| ${[name, spelling, ...cells, ms.toFixed(1)].join(" | ")} |`);
}

function signed(difference: number): string {
  return `${difference < 0 ? "−" : "+"}${Math.abs(difference).toFixed(3)}`;
}
