import type { Fault } from "../../sandbox/standins/faults.ts";
import type { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import type { ZaloStandIn } from "../../sandbox/standins/zalo.ts";

/** How the platforms fail. A hang is rare: each costs the bot's whole time limit of a call. */
const COMMON: readonly Fault[] = [
  { kind: "status", status: 500 },
  { kind: "status", status: 502, body: "" },
  { kind: "drop" },
  { kind: "rate-limited", retryAfter: 1 },
];
const HANG: Fault = { kind: "hang" };
const HANG_SHARE = 0.02;

/** Counts how often a platform failed a send. */
export interface Weather {
  readonly failed: () => number;
  end(): void;
}

/** From now on each send, retries too, fails with this chance. */
export function stormy(
  zalo: ZaloStandIn,
  telegram: TelegramStandIn,
  failing: number,
  random: () => number,
): Weather {
  let failed = 0;
  const pick = (isSend: (endpoint: string) => boolean) => (endpoint: string) => {
    if (!isSend(endpoint) || random() >= failing) return undefined;
    failed += 1;
    return random() < HANG_SHARE ? HANG : COMMON[Math.floor(random() * COMMON.length)];
  };
  zalo.failByChance(pick((endpoint) => endpoint.endsWith("message/cs")));
  telegram.failByChance(pick((method) => method === "sendMessage"));
  return {
    failed: () => failed,
    end() {
      zalo.failByChance(null);
      telegram.failByChance(null);
    },
  };
}
