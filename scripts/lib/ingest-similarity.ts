import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "../../src/config.ts";
import type { SqlDatabase, SqlStatement } from "../../src/knowledge/index-sql.ts";
import type { SimilarityPlan } from "../../src/knowledge/similarity/fill-similarity.ts";
import { AppError } from "../../src/platform/errors.ts";
import type { Prepared } from "./ingest.ts";
import { adviceFor, detailOf } from "./qdrant-advice.ts";

export interface SimilarityIngestOptions {
  readonly log: (line: string) => void;
}

type Known = Pick<Prepared, "build" | "passages">;
type Settings = Pick<Config, "embeddings">;

/**
 * Says where the sections lie by the embedding model; does nothing where none is set, or all is there.
 * @returns false where it failed: the reason and the remedy were printed, and the search works without
 */
export async function ingestSimilarity(
  db: SqlDatabase,
  prepared: Known,
  settings: Settings,
  { log }: SimilarityIngestOptions,
): Promise<boolean> {
  const written = await withPlan(prepared, settings, log, async (plan) => {
    const { fillSimilarity } = await import("../../src/knowledge/similarity/fill-similarity.ts");
    return fillSimilarity(db, plan);
  });
  if (typeof written === "number") log(written > 0 ? `Đã nhúng ${written} mục` : "Nhúng: không có gì mới");
  return written !== null;
}

/**
 * The same as statements, for a database elsewhere; every section is embedded.
 * @returns none where no model is set; null where it failed, as `ingestSimilarity` says
 */
export async function similarityStatements(
  prepared: Known,
  settings: Settings,
  { log }: SimilarityIngestOptions,
): Promise<readonly SqlStatement[] | null> {
  const planned = await withPlan(prepared, settings, log, async (plan) => {
    const { planSimilarity } = await import("../../src/knowledge/similarity/fill-similarity.ts");
    return planSimilarity(plan);
  });
  return planned === undefined ? [] : planned;
}

/** Undefined where no model is set; null where it failed. */
async function withPlan<T>(
  { build: { version }, passages }: Known,
  { embeddings }: Settings,
  log: SimilarityIngestOptions["log"],
  work: (plan: SimilarityPlan) => Promise<T>,
): Promise<T | null | undefined> {
  if (embeddings === undefined) return undefined;
  // The client takes a while to load, which a start without an embedding model needn't wait for.
  const { createOpenAiEmbedder } = await import("../../src/model/embeddings/openai-embedder.ts");
  try {
    return await work({
      version,
      passages,
      embedder: createOpenAiEmbedder(embeddings),
      onProgress: (done, all) => log(`  Nhúng: ${done}/${all} câu`),
      pause: async (ms) => {
        log(`  Máy chủ nhúng đang bận, chờ ${Math.ceil(ms / 1_000)} giây…`);
        await pause(ms);
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log(`Chưa nhúng được các mục: ${detailOf(error)}.`);
    log(`  Cần làm: ${adviceFor(error)}`);
    log("  Bot vẫn tìm kiếm như khi không có mô hình nhúng. Chạy lại lệnh này để nhúng tiếp.");
    return null;
  }
}
