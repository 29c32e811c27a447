import { AppError, errorCode } from "../platform/errors.ts";

export interface Patience {
  /** Called once for each failure with our code, for the log and the operator's counters. */
  readonly report: (code: string) => void;
  /** The present, in milliseconds since the epoch. */
  readonly now: () => number;
  /** Longest wait, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 1_500;
/** How long a failing service isn't asked; then one search tries it, and the others still go without. */
const REST_MS = 30_000;

/**
 * A service beside the embedded index, which may fail: a failure costs at most the patience, once in half a minute.
 * @param lateCode our code where it was too slow
 */
export class ServiceBeside {
  readonly #options: Patience;
  readonly #lateCode: string;
  #isTroubled = false;
  #restsUntil = 0;

  constructor(lateCode: string, options: Patience) {
    this.#lateCode = lateCode;
    this.#options = options;
  }

  /** What the work gives in time; null where it fails, is late, or isn't begun because the service rests. */
  async ask<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    const { now, patienceMs = PATIENCE_MS } = this.#options;
    const isTrial = this.#isTroubled;
    if (isTrial && now() < this.#restsUntil) return null;
    if (isTrial) this.#restsUntil = now() + REST_MS;
    const late = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new AppError(this.#lateCode, "a service beside the index was too slow"));
        late.abort();
      }, patienceMs);
    });
    try {
      const found = await Promise.race([work(late.signal), tooLate]);
      if (found !== null) this.#isTroubled = false;
      return found;
    } catch (error) {
      this.fail(errorCode(error), isTrial);
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Several searches of one turn may meet the same failure: only the first is reported. */
  fail(code: string, isTrial = false): void {
    if (!this.#isTroubled || isTrial) this.#options.report(code);
    this.#isTroubled = true;
    this.#restsUntil = this.#options.now() + REST_MS;
  }
}
