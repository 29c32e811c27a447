import type { Fault } from "../../sandbox/standins/faults.ts";

/** What Telegram takes from a bot in one group. */
const MOST = 20;
const WITHIN = 60_000;

/** Calls that say or change something in a chat; the rest has no such limit. */
const SPEAKS = /^(?:send(?!ChatAction)|editMessage)/u;

/**
 * The limit of one group: what goes beyond is refused with the seconds to wait, and until then whatever comes, the urgent
 * too. Changes of messages count like new ones.
 */
export class GroupLimit {
  readonly #group: string;
  readonly #taken: number[] = [];
  #closedUntil = 0;
  /** When something was refused, in milliseconds since the epoch. */
  readonly refusals: number[] = [];

  constructor(group: string) {
    this.#group = group;
  }

  /** For `TelegramStandIn.failByChance`. */
  refuse = (method: string, to: string | undefined, now = Date.now()): Fault | undefined => {
    if (to !== this.#group || !SPEAKS.test(method)) return undefined;
    const recent = this.#taken.filter((at) => at > now - WITHIN);
    if (now >= this.#closedUntil && recent.length < MOST) {
      this.#taken.splice(0, this.#taken.length, ...recent, now);
      return undefined;
    }
    this.#closedUntil = Math.max(this.#closedUntil, (recent[0] ?? now) + WITHIN);
    this.refusals.push(now);
    return { kind: "rate-limited", retryAfter: Math.ceil((this.#closedUntil - now) / 1_000) };
  };
}
