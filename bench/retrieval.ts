import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { migrateLocal, openLocal } from "../scripts/lib/local.ts";
import { applyBuild, planBuild } from "../src/knowledge/build.ts";
import { createD1Index } from "../src/knowledge/d1-index.ts";
import type { KnowledgeIndex } from "../src/knowledge/index.ts";
import { type Query, readCorpus, readQueries } from "./corpus.ts";
import { SPELLINGS } from "./spellings.ts";

/**
 * npm run bench:retrieval -- --corpus F --queries F: the production index on a local D1, asked in three spellings.
 * The last line is JSON for the questions as they are written.
 */
interface Scores {
  readonly n: number;
  readonly r1: number;
  readonly r5: number;
  readonly r10: number;
  readonly mrr10: number;
  readonly ndcg10: number;
  readonly ms: number;
}

const { values } = parseArgs({ options: { corpus: { type: "string" }, queries: { type: "string" } } });
if (values.corpus === undefined || values.queries === undefined) {
  console.error("Cách dùng: npm run bench:retrieval -- --corpus TỆP --queries TỆP");
  process.exit(2);
}
const queries = readQueries(values.queries);
const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-bench-"));
const local = await openLocal({ persistTo: folder });
try {
  await migrateLocal(local);
  const started = performance.now();
  await applyBuild(local.KNOWLEDGE, await planBuild(readCorpus(values.corpus), [], 0));
  console.log(`Lập chỉ mục: ${Math.round(performance.now() - started)} ms\n`);
  const index = createD1Index(local.KNOWLEDGE);
  await index.search("làm nóng", { audience: "public", limit: 10 });
  console.log("| cách viết | R@1 | R@5 | R@10 | MRR@10 | nDCG@10 | ms/câu |\n|---|---|---|---|---|---|---|");
  let first: Scores | undefined;
  for (const [name, spell] of Object.entries(SPELLINGS)) {
    const scores = await measure(index, queries, spell);
    first ??= scores;
    const cells = [scores.r1, scores.r5, scores.r10, scores.mrr10, scores.ndcg10].map((value) =>
      value.toFixed(3),
    );
    console.log(`| ${[name, ...cells, scores.ms.toFixed(1)].join(" | ")} |`);
  }
  console.log(`\n${JSON.stringify(first)}`);
} finally {
  await local.dispose();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(
  index: KnowledgeIndex,
  asked: readonly Query[],
  spell: (text: string, seed: number) => string,
): Promise<Scores> {
  const sums = { r1: 0, r5: 0, r10: 0, mrr10: 0, ndcg10: 0 };
  let spent = 0;
  for (const [seed, { text, relevant }] of asked.entries()) {
    const question = spell(text, seed);
    const started = performance.now();
    const hits = await index.search(question, { audience: "public", limit: 10 });
    spent += performance.now() - started;
    const gains = hits.map((hit) => (relevant.includes(hit.passage.id) ? 1 : 0));
    const recall = (k: number) =>
      gains.slice(0, k).reduce<number>((sum, gain) => sum + gain, 0) / relevant.length;
    const firstHit = gains.indexOf(1);
    sums.r1 += recall(1);
    sums.r5 += recall(5);
    sums.r10 += recall(10);
    sums.mrr10 += firstHit === -1 ? 0 : 1 / (firstHit + 1);
    sums.ndcg10 += discounted(gains) / discounted(relevant.slice(0, 10).map(() => 1));
  }
  const n = asked.length;
  const mean = (sum: number) => Number((sum / n).toFixed(4));
  return {
    n,
    r1: mean(sums.r1),
    r5: mean(sums.r5),
    r10: mean(sums.r10),
    mrr10: mean(sums.mrr10),
    ndcg10: mean(sums.ndcg10),
    ms: Number((spent / n).toFixed(2)),
  };
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}
