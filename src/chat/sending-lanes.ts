import type { Outbox } from "./outbox.ts";
import { PROMPT } from "./retry-schedule.ts";
import { isFile } from "./send-order.ts";
import type { Sender } from "./sender.ts";

interface Flight {
  readonly isFile: boolean;
  readonly since: number;
}

/** Sends what may be sent, several parts at a time, each queue in its order. */
export class SendingLanes {
  readonly #outbox: Pick<Outbox, "next">;
  readonly #sender: Pick<Sender, "send">;
  readonly #flights = new Map<number, Flight>();
  #failure: { readonly error: unknown } | null = null;
  #landed = Promise.withResolvers<void>();

  constructor(outbox: Pick<Outbox, "next">, sender: Pick<Sender, "send">) {
    this.#outbox = outbox;
    this.#sender = sender;
  }

  /** The numbers of the parts that are being sent. */
  get inFlight(): ReadonlySet<number> {
    return new Set(this.#flights.keys());
  }

  /** Starts all that may be sent now. What is sent later starts the next by itself. */
  start(): void {
    while (this.#failure === null) {
      const part = this.#outbox.next(Date.now(), this.inFlight);
      if (part === null) return;
      this.#flights.set(part.seq, { isFile: isFile(part), since: Date.now() });
      void this.#sender
        .send(part)
        .catch((error: unknown) => {
          this.#failure = { error };
        })
        .finally(() => this.#land(part.seq));
    }
  }

  #land(seq: number): void {
    this.#flights.delete(seq);
    try {
      this.start();
    } catch (error) {
      this.#failure = { error };
    }
    const landed = this.#landed;
    this.#landed = Promise.withResolvers();
    landed.resolve();
  }

  /** Resolves when the next of the sends under way has ended. */
  get landed(): Promise<void> {
    return this.#landed.promise;
  }

  /** Until when words that were just begun to be sent keep the next turn waiting; null where none do. */
  promptUntil(now: number): number | null {
    const young = [...this.#flights.values()].flatMap(({ isFile: file, since }) =>
      !file && now < since + PROMPT ? [since + PROMPT] : [],
    );
    return young.length === 0 ? null : Math.max(...young);
  }

  /** @throws what kept a send from being written down, once all others have ended */
  throwFailure(): void {
    const failure = this.#failure;
    if (failure === null || this.#flights.size > 0) return;
    this.#failure = null;
    throw failure.error;
  }
}
