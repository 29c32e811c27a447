import type { ChannelName } from "../messaging/inbound.ts";
import type { Ledger } from "./ledger.ts";

/** A count is written this long after the first that isn't yet, in milliseconds. */
const WRITE_AFTER = 1_000;

/**
 * Counts calls of the webhooks that bring no message. Anybody can make as many as they like: they are added up in memory
 * and written once a second, or they would keep others' messages waiting for the database.
 */
export class Tally {
  readonly #ledger: Pick<Ledger, "count">;
  readonly #background: (work: Promise<unknown>) => void;
  readonly #wait: (ms: number) => Promise<unknown>;
  #counts = new Map<string, { day: string; channel: ChannelName; kind: string; n: number }>();
  #isWaiting = false;

  /** @param background keeps the process from ending before the work is done */
  constructor(
    ledger: Pick<Ledger, "count">,
    background: (work: Promise<unknown>) => void,
    wait: (ms: number) => Promise<unknown> = (ms) => scheduler.wait(ms),
  ) {
    this.#ledger = ledger;
    this.#background = background;
    this.#wait = wait;
  }

  /** Adds one to a day's counter; doesn't wait. */
  add(day: string, channel: ChannelName, kind: string): void {
    const key = `${day} ${channel} ${kind}`;
    const counted = this.#counts.get(key) ?? { day, channel, kind, n: 0 };
    counted.n += 1;
    this.#counts.set(key, counted);
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#background(this.#writeSoon());
  }

  /** Writes what isn't yet. */
  async write(): Promise<void> {
    const counts = [...this.#counts.values()];
    this.#counts = new Map();
    for (const { day, channel, kind, n } of counts) await this.#ledger.count(day, channel, kind, n);
  }

  async #writeSoon(): Promise<void> {
    await this.#wait(WRITE_AFTER);
    this.#isWaiting = false;
    await this.write();
  }
}
