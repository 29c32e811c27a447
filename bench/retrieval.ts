import { parseArgs } from "node:util";
import { type Query, readCorpus, readQueries } from "./corpus.ts";
import { BenchWorker } from "./retrieval/bench-worker.ts";
import type { EngineName } from "./retrieval/engines.ts";
import { type Scores, score } from "./retrieval/score.ts";
import { SPELLINGS } from "./spellings.ts";

/**
 * npm run bench:retrieval -- --corpus F --queries F [--peers]
 * The production index on workerd's D1, asked in three spellings; with --peers the recipe of the same full-text engine, and
 * that engine as it comes, in the same run on the same questions. The last line is JSON for the questions as they are written.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: "string" },
    queries: { type: "string" },
    peers: { type: "boolean", default: false },
  },
});
if (values.corpus === undefined || values.queries === undefined) {
  console.error("Cách dùng: npm run bench:retrieval -- --corpus TỆP --queries TỆP [--peers]");
  process.exit(2);
}

/** Questions asked of one engine before it is the next one's turn: what else the machine does hits all alike. */
const AT_ONCE = 40;
/** The figures that stand side by side: ours first. */
const ON_D1: readonly EngineName[] = values.peers ? ["ours", "recipe", "FTS5 unicode61"] : ["ours"];

const queries = readQueries(values.queries);
const library = readCorpus(values.corpus);
const worker = await BenchWorker.start();
try {
  console.log(`Lập chỉ mục: ${Math.round(await worker.fill(library, values.peers))} ms\n`);
  for (const engine of ON_D1)
    await worker.ask(
      engine,
      queries.slice(0, AT_ONCE).map(({ text }) => text),
    );
  console.log(
    "| | cách viết | R@1 | R@5 | R@10 | MRR@10 | nDCG@10 | ms/câu |\n|---|---|---|---|---|---|---|---|",
  );
  let first: Scores | undefined;
  for (const [spelling, spell] of Object.entries(SPELLINGS)) {
    const asked = queries.map((query, seed) => ({ ...query, text: spell(query.text, seed) }));
    const all = await measureOnD1(asked);
    for (const [name, scores] of Object.entries(all)) printRow(name, spelling, scores);
    first ??= all.ours;
    const { ours, recipe } = all;
    if (ours !== undefined && recipe !== undefined)
      console.log(
        `| ours/recipe | ${spelling} | | | | | ${signed(ours.ndcg10 - recipe.ndcg10)} | ×${(ours.ms / recipe.ms).toFixed(2)} |`,
      );
  }
  console.log(`\n${JSON.stringify(first)}`);
} finally {
  await worker.stop();
}

async function measureOnD1(asked: readonly Query[]): Promise<Record<string, Scores>> {
  const sums = new Map(ON_D1.map((engine) => [engine, { found: [] as string[][], ms: 0 }]));
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
