/** One webhook call, ready to go out. */
export interface WebhookCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The result of one attempt; `status` 0 means no answer. */
export interface Attempt {
  readonly status: number;
  /** Milliseconds until the answer. */
  readonly ms: number;
  readonly final: boolean;
}

const RETRY_AFTER_MS = [1000, 2000, 4000, 8000] as const;
const ANSWER_WITHIN_MS = 10_000;

/**
 * Delivers webhook calls as the platforms do: one after the other, again after a failure with growing pauses. 4xx is
 * final here, so that the user of the sandbox sees it at once.
 */
export class Delivery {
  #tail: Promise<void> = Promise.resolve();
  #closed = false;
  #wake = (): void => {};

  deliver(call: WebhookCall, report: (attempt: Attempt) => void): Promise<void> {
    this.#tail = this.#tail.then(() => this.#deliverNow(call, report));
    return this.#tail;
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  async #deliverNow(call: WebhookCall, report: (attempt: Attempt) => void): Promise<void> {
    for (let retry = 0; !this.#closed; retry += 1) {
      const { status, ms } = await attempt(call);
      const pause = RETRY_AFTER_MS[retry];
      const final = (status > 0 && status < 500) || pause === undefined;
      report({ status, ms, final });
      if (final) return;
      await this.#pause(pause);
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

async function attempt({ url, headers, body }: WebhookCall): Promise<{ status: number; ms: number }> {
  const start = performance.now();
  const elapsed = (): number => Math.round(performance.now() - start);
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const response = await fetch(url, { method: "POST", headers, body, signal });
    await response.arrayBuffer();
    return { status: response.status, ms: elapsed() };
  } catch {
    return { status: 0, ms: elapsed() };
  }
}
