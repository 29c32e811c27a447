import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "../../src/config.ts";
import { type Filled, fillQdrant } from "../../src/knowledge/qdrant/qdrant-fill.ts";
import { AppError } from "../../src/platform/errors.ts";
import type { Prepared } from "./ingest.ts";
import { adviceFor, detailOf } from "./qdrant-advice.ts";

/** Enough for 64 vectors over a slow connection, or for indexing a field. */
const CALL_MS = 30_000;

export interface QdrantIngestOptions {
  readonly rebuild?: boolean;
  readonly log: (line: string) => void;
}

/**
 * Updates Qdrant to the version of D1; does nothing where it isn't set.
 * @returns false where it failed: the reason and the remedy were printed, and D1 works alone
 */
export async function ingestQdrant(
  { build, passages }: Pick<Prepared, "build" | "passages">,
  { qdrant, embeddings }: Pick<Config, "qdrant" | "embeddings">,
  { rebuild = false, log }: QdrantIngestOptions,
): Promise<boolean> {
  if (qdrant === undefined) return true;
  // Both clients take a while to load, which a start without Qdrant needn't wait for.
  const { QdrantStore } = await import("../../src/knowledge/qdrant/qdrant-store.ts");
  const { createOpenAiEmbedder } = await import("../../src/model/embeddings/openai-embedder.ts");
  try {
    const filled = await fillQdrant({
      store: new QdrantStore({ ...qdrant, timeoutMs: CALL_MS }),
      alias: qdrant.collection,
      passages,
      version: build.version,
      ...(embeddings !== undefined && { embedder: createOpenAiEmbedder(embeddings) }),
      rebuild,
      onProgress: (progress) => log(progressOf(progress)),
      pause: async (ms) => {
        log(`  Qdrant: máy chủ nhúng đang bận, chờ ${Math.ceil(ms / 1_000)} giây…`);
        await pause(ms);
      },
    });
    const { points, collection, changed } = filled;
    log(`${changed ? "Đã nạp Qdrant" : "Qdrant không có gì mới"}: ${points} mục (${collection})`);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log(`Chưa nạp được Qdrant: ${detailOf(error)}.`);
    log(`  Cần làm: ${adviceFor(error)}`);
    log(
      "  Dữ liệu trong D1 đã sẵn sàng: bot vẫn tìm kiếm như khi không có Qdrant. Chạy lại lệnh này để nạp tiếp.",
    );
    return false;
  }
}

function progressOf({ points, written, embedded, takenOver }: Filled): string {
  const how = embedded + takenOver === 0 ? "" : ` (nhúng mới ${embedded}, lấy lại ${takenOver})`;
  return `  Qdrant: đã ghi ${written}/${points} mục${how}`;
}
