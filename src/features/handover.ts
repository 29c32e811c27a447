import { z } from "zod";
import type { Feature, FeatureResult } from "../turn/feature.ts";
import { slice } from "../turn/session.ts";

const SILENT: FeatureResult = { replies: [], outcome: "ignored" };

/** The bot is silent until this time, in milliseconds since the epoch. */
const QUIET_UNTIL = slice("quietUntil", z.number());

/**
 * After an operator has written to the citizen in the account's own tool, the bot answers only danger for a while. Each
 * further message of the operator starts this time again.
 * @param operatorQuietMs how long the bot is silent after an operator's message, in milliseconds
 */
export function handover({ operatorQuietMs }: { readonly operatorQuietMs: number }): Feature {
  return {
    name: "handover",
    take({ inbound, session, now }) {
      if (inbound.content.kind === "operator")
        return { ...SILENT, session: QUIET_UNTIL.with(now + operatorQuietMs) };
      return (QUIET_UNTIL.of(session) ?? 0) > now ? SILENT : null;
    },
  };
}
