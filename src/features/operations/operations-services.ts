import type { LedgerLine } from "../../ledger/day-book.ts";
import type { ParkedEntry } from "../../ledger/parked-book.ts";

/** What became of a supervisor's word about a parked message. `sent` also means read and answered. */
export type RetryOutcome =
  | { readonly kind: "sent" | "queued" | "gone" | "unreachable" }
  | { readonly kind: "still"; readonly reason: string };

/** The loss ledger and the parked messages, for supervisors. */
export interface OperationsServices {
  /** Has the conversations count again where they aren't too many; false where the figures are those of the last cron. */
  refresh(): Promise<boolean>;
  linesOf(day: string): Promise<readonly LedgerLine[]>;
  /** When cron last ran through; null where it never did. */
  cronAt(): Promise<number | null>;
  openParked(): Promise<readonly ParkedEntry[]>;
  parkedByNumber(number: number): Promise<(ParkedEntry & { readonly isOpen: boolean }) | null>;
  /** Writes the decision into the audit log, then takes the message up again. */
  retry(entry: ParkedEntry, by: Decision): Promise<RetryOutcome>;
  /** Writes the decision and its reason into the audit log, then closes the message. */
  dismiss(
    entry: ParkedEntry,
    by: Decision & { readonly reason: string },
  ): Promise<"closed" | "gone" | "unreachable">;
}

export interface Decision {
  /** The official's Telegram id. */
  readonly by: string;
  /** Names the message that decided: a repeated turn is written down once. */
  readonly key: string;
}
