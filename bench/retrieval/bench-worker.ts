import { join } from "node:path";
import { setImmediate as nextTick } from "node:timers/promises";
import { migrate } from "../../scripts/lib/migrations.ts";
import { ROOT } from "../../scripts/lib/root.ts";
import { planBuild } from "../../src/knowledge/build-index.ts";
import type { Library } from "../../src/knowledge/document.ts";
import { startWorker, type WorkerRuntime } from "../worker-runtime.ts";
import { type EngineName, recipeTerms, TABLES } from "./engines.ts";

const ROWS_AT_ONCE = 50;
/** Not all at once, as in production: a hundred megabytes in one call keep this process busy for too long as well. */
const STATEMENTS_AT_ONCE = 20;

/** The engines on workerd, without a proxy between them and their database. */
export class BenchWorker {
  readonly #worker: WorkerRuntime;

  private constructor(worker: WorkerRuntime) {
    this.#worker = worker;
  }

  /** Bundles and starts it, with databases of its own. */
  static async start(): Promise<BenchWorker> {
    return new BenchWorker(await startWorker("bench/retrieval/wrangler.toml", "KNOWLEDGE"));
  }

  /** Fills the production index; with `peers` the tables of the others too. Milliseconds for the production index. */
  async fill(library: Library, peers: boolean): Promise<number> {
    const began = performance.now();
    const { statements } = await planBuild(library, [], 0);
    // Planning a large index kept this process so busy that an idle connection got closed unnoticed.
    await nextTick();
    const planned = performance.now();
    const db = await this.#worker.runtime.getD1Database("KNOWLEDGE");
    await migrate(db, join(ROOT, "migrations/knowledge"));
    const started = performance.now();
    for (let i = 0; i < statements.length; i += STATEMENTS_AT_ONCE) {
      const some = statements.slice(i, i + STATEMENTS_AT_ONCE);
      await db.batch(some.map(({ sql, params }) => db.prepare(sql).bind(...params)));
    }
    const spent = planned - began + performance.now() - started;
    if (peers) await fillPeers(db, library);
    return spent;
  }

  /** Asks one question after the other; the ids found for each and the milliseconds for all. */
  async ask(engine: EngineName, questions: readonly string[]): Promise<{ found: string[][]; ms: number }> {
    await this.#wake();
    const started = performance.now();
    const response = await this.#post(engine, questions);
    if (!response.ok) throw new Error(await response.text());
    return { found: (await response.json()) as string[][], ms: performance.now() - started };
  }

  /** A connection that was idle for long may be closed already: the first to find out isn't measured. */
  async #wake(): Promise<void> {
    await this.#post("ours", []).catch(() => this.#post("ours", []));
  }

  #post(engine: EngineName, questions: readonly string[]) {
    return this.#worker.runtime.dispatchFetch("http://bench/", {
      method: "POST",
      body: JSON.stringify({ engine, questions }),
    });
  }

  stop(): Promise<void> {
    return this.#worker.stop();
  }
}

async function fillPeers(db: D1Database, { passages }: Library): Promise<void> {
  await db.batch(TABLES.map((sql) => db.prepare(sql)));
  for (let i = 0; i < passages.length; i += ROWS_AT_ONCE) {
    await db.batch(
      passages.slice(i, i + ROWS_AT_ONCE).flatMap(({ id, headings, text }) => {
        const title = headings.join("\n");
        const row = (table: string, ...values: string[]) =>
          db.prepare(`INSERT INTO ${table} (id, title, body) VALUES (?1, ?2, ?3)`).bind(id, ...values);
        return [
          row("recipe", recipeTerms(title).join(" "), recipeTerms(text).join(" ")),
          row("plain", title, text),
        ];
      }),
    );
  }
}
