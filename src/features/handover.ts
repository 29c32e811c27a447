import type { Feature, FeatureResult, TurnContext } from "../assistant/turn.ts";

const SILENT: FeatureResult = { replies: [], outcome: "ignored" };

/**
 * A person's word silences the machine: after an operator has typed to the citizen in the account's own tool, only
 * danger is answered for a while. Each further word of the operator begins the time anew.
 */
export const handover: Feature = { name: "handover", take };

function take({ inbound, session, services }: TurnContext): FeatureResult | null {
  const now = services.now();
  if (inbound.content.kind === "operator")
    return { ...SILENT, session: { quietUntil: now + (services.operatorQuietMs ?? 0) } };
  if (session.quietUntil === undefined) return null;
  return session.quietUntil > now ? SILENT : null;
}
