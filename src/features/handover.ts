import { z } from "zod";
import type { Feature, FeatureResult } from "../turn/feature.ts";
import { slice } from "../turn/session.ts";

const SILENT: FeatureResult = { replies: [], outcome: "ignored" };

/** A human operator has the word until then, in milliseconds since the epoch. */
const QUIET_UNTIL = slice("quietUntil", z.number());

/**
 * A person's word silences the machine: after an operator has typed to the citizen in the account's own tool, only
 * danger is answered for a while. Each further word of the operator begins the time anew.
 * @param operatorQuietMs how long the machine is silent after an operator's word, in milliseconds
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
