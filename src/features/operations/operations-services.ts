import type { LedgerLine } from "../../ledger/day-book.ts";
import type { Outgoing } from "../../ledger/operations-state.ts";
import type { ParkedEntry } from "../../ledger/parked-book.ts";

/** The result of a supervisor's retry. `sent` also means read and answered. */
export type RetryOutcome =
  | { readonly kind: "sent" | "queued" | "gone" | "unreachable" }
  | { readonly kind: "still"; readonly reason: string };

/** The loss ledger and the parked messages, for supervisors. */
export interface OperationsServices {
  /**
   * Makes the conversations count again.
   * @returns what waits to be sent; null where there are too many of them: the last cron's counts stay
   */
  refresh(): Promise<Outgoing | null>;
  /** What waited to be sent at the last cron run. */
  outgoing(): Promise<Outgoing>;
  linesOf(day: string): Promise<readonly LedgerLine[]>;
  /** When cron last finished; null where it never did. */
  cronAt(): Promise<number | null>;
  openParked(): Promise<readonly ParkedEntry[]>;
  parkedByNumber(number: number): Promise<(ParkedEntry & { readonly isOpen: boolean }) | null>;
  /** Writes the decision to the audit log, then tries the message again. */
  retry(entry: ParkedEntry, by: Decision): Promise<RetryOutcome>;
  /** Writes the decision and its reason to the audit log, then closes the message. */
  dismiss(
    entry: ParkedEntry,
    by: Decision & { readonly reason: string },
  ): Promise<"closed" | "gone" | "unreachable">;
}

export interface Decision {
  /** The official's Telegram id. */
  readonly by: string;
  /** The key of the message with the decision: a repeated turn is logged once. */
  readonly key: string;
}
