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

const PATIENCE = 120_000;

/**
 * The ledger once cron has counted everything. A start fires cron, so the server is started anew.
 * @param expected how many messages it should know; it is returned as it is where they never become so many
 */
export async function ledgerAfter(server: OwnServer, expected: number): Promise<LedgerLine> {
  await server.kill();
  await server.start();
  for (const end = Date.now() + PATIENCE; ; await pause(500)) {
    const { ledger } = (await (await fetch(`${server.url}/healthz`)).json()) as { ledger: LedgerLine | null };
    if (ledger !== null && ((ledger.received >= expected && ledger.pending === 0) || Date.now() > end))
      return ledger;
  }
}

/** Whether every message that came is accounted for. */
export const addsUp = ({ received, answered, ignored, refused, pending, parked, gap }: LedgerLine): boolean =>
  gap === 0 && received === answered + ignored + refused + pending + parked;
