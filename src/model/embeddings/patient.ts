import { MINUTE } from "../../platform/time.ts";
import { type DenseVector, type Embedder, EmbeddingError } from "./embedder.ts";

/** Texts in one call: far below the limits of the known servers, large enough to be quick. */
export const BATCH = 64;

const MOST_TRIES = 6;
/** Doubled after each failure in a row where the server doesn't name a pause. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = MINUTE;

const PASSES: ReadonlySet<string> = new Set(["rate_limited", "server_error", "unreachable", "timeout"]);

export type Pause = (ms: number) => Promise<void>;

/**
 * Asks again after a temporary failure and waits for as long as the server wants: for filling an index, not for a
 * search.
 * @throws EmbeddingError once waiting is no longer worth it
 */
export async function embedPatiently(
  embedder: Embedder,
  texts: readonly string[],
  pause: Pause,
): Promise<readonly DenseVector[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await embedder.embed(texts);
    } catch (error) {
      if (!(error instanceof EmbeddingError) || !PASSES.has(error.failure) || tries === MOST_TRIES)
        throw error;
      const wanted = error.afterMs ?? FIRST_PAUSE_MS * 2 ** (tries - 1);
      if (wanted > LONGEST_PAUSE_MS) throw error;
      await pause(wanted);
    }
  }
}
