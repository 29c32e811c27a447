import { AppError, errorCode } from "../platform/errors.ts";
import { mergeHits } from "./hybrid-order.ts";
import type { Hit, KnowledgeIndex, SearchOptions } from "./knowledge-index.ts";

/** A second index beside the embedded one, which may fail. */
export interface SecondIndex {
  /**
   * Hits judged as the embedded index judges its own; null where it was not asked: nothing of the question may leave,
   * or nothing of it is a word. Throws whatever keeps it from answering.
   */
  find(question: string, options: SearchOptions, signal: AbortSignal): Promise<readonly Hit[] | null>;
}

export interface HybridOptions {
  readonly embedded: KnowledgeIndex;
  readonly second: SecondIndex;
  /** True where a hit answers by itself: then nothing may come before it. */
  readonly isSure: (hit: Hit) => boolean;
  /** Told once for each failure, with a code of ours, for the log and the operator's counters. */
  readonly report: (code: string) => void;
  /** The present, in milliseconds since the epoch. */
  readonly now: () => number;
  /** Longest wait for the index beside, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 1_500;
/** For how long an index in trouble is left alone; then one search tries it, and the others still go without. */
const REST_MS = 30_000;
/** A passage that carries so much of the question holds its words: an index that holds it too finds something. */
const HOLDS_THE_WORDS = 0.5;

/**
 * The embedded index, and beside it what another one finds in time. The embedded one always answers: whatever happens
 * beside it costs at most the patience, once in half a minute.
 */
export function createHybridIndex(options: HybridOptions): KnowledgeIndex {
  const { embedded, second, isSure, report, now, patienceMs = PATIENCE_MS } = options;
  let isTroubled = false;
  let restsUntil = 0;

  function fail(code: string, isTrial: boolean): null {
    // Of the searches of one turn that meet the same trouble only the first is told.
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
