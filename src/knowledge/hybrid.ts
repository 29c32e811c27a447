import { AppError, errorCode } from "../platform/errors.ts";
import { mergeHits } from "./hybrid-order.ts";
import type { Hit, KnowledgeIndex, SearchOptions } from "./knowledge-index.ts";

/** A second index besides the embedded one; it may fail. */
export interface SecondIndex {
  /**
   * Hits, judged as the embedded index judges its own; null where the index was not asked, because nothing of the
   * question may be sent or the question has no words. Throws where it can't answer.
   */
  find(question: string, options: SearchOptions, signal: AbortSignal): Promise<readonly Hit[] | null>;
}

export interface HybridOptions {
  readonly embedded: KnowledgeIndex;
  readonly second: SecondIndex;
  /** True where a hit is a sure answer: then nothing may come before it. */
  readonly isSure: (hit: Hit) => boolean;
  /** Called once for each failure with our code, for the log and the operator's counters. */
  readonly report: (code: string) => void;
  /** The present, in milliseconds since the epoch. */
  readonly now: () => number;
  /** Longest wait for the second index, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 1_500;
/** How long a failing index isn't asked; then one search tries it, and the others still go without. */
const REST_MS = 30_000;
/** A passage that covers this much of the question has its words: an index with that passage must find something. */
const HOLDS_THE_WORDS = 0.5;

/**
 * The embedded index, with what a second one finds in time. The embedded one always answers: a failure of the second
 * costs at most the patience, once in half a minute.
 */
export function createHybridIndex(options: HybridOptions): KnowledgeIndex {
  const { embedded, second, isSure, report, now, patienceMs = PATIENCE_MS } = options;
  let isTroubled = false;
  let restsUntil = 0;

  function fail(code: string, isTrial: boolean): null {
    // Several searches of one turn may meet the same failure: only the first is reported.
    if (!isTroubled || isTrial) report(code);
    isTroubled = true;
    restsUntil = now() + REST_MS;
    return null;
  }

  async function secondInTime(question: string, search: SearchOptions): Promise<readonly Hit[] | null> {
    const isTrial = isTroubled;
    if (isTrial && now() < restsUntil) return null;
    if (isTrial) restsUntil = now() + REST_MS;
    const late = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new AppError("beside_timeout", "the index beside was too slow"));
        late.abort();
      }, patienceMs);
    });
    try {
      const found = await Promise.race([second.find(question, search, late.signal), tooLate]);
      if (found !== null) isTroubled = false;
      return found;
    } catch (error) {
      return fail(errorCode(error), isTrial);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async search(question, search) {
      const [own, found] = await Promise.all([
        embedded.search(question, search),
        secondInTime(question, search),
      ]);
      if (found === null) return own;
      const first = own[0];
      if (found.length === 0 && first !== undefined && first.coverage >= HOLDS_THE_WORDS)
        fail("qdrant_stale", false);
      return mergeHits(own, found, search.limit, isSure);
    },
  };
}
