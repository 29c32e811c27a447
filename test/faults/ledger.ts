import { setTimeout as pause } from "node:timers/promises";
import type { OwnServer } from "../process/harness.ts";

/** Today's loss ledger as /healthz shows it. */
export interface LedgerLine {
  readonly received: number;
  readonly answered: number;
  readonly ignored: number;
  readonly refused: number;
  readonly pending: number;
  readonly parked: number;
  readonly gap: number;
}

/** Only what is lost is still not counted after so many starts. */
const STARTS = 12;
/** A life in which alarms go off and retries come to their time. */
const BETWEEN_STARTS = 5_000;

/**
 * The ledger once cron has counted everything. A start fires cron, so the server is started anew; and again where a chat
 * was killed before the book knew of it: its own alarm tells the book, which may be after that start's count.
 * @param expected how many messages it should know; it is returned as it is where they never become so many
 */
export async function ledgerAfter(server: OwnServer, expected: number): Promise<LedgerLine> {
  for (let start = 1; ; start++) {
    await server.kill();
    const before = server.output.length;
    await server.start();
    await server.untilPrinted('"event":"sweep"', before);
    const { ledger } = (await server.health()) as { ledger: LedgerLine | null };
    const isWhole = ledger !== null && ledger.received >= expected && ledger.pending === 0;
    if (ledger !== null && (isWhole || start === STARTS)) return ledger;
    await pause(BETWEEN_STARTS);
  }
}

/** Whether every message that came is accounted for. */
export const addsUp = ({ received, answered, ignored, refused, pending, parked, gap }: LedgerLine): boolean =>
  gap === 0 && received === answered + ignored + refused + pending + parked;
