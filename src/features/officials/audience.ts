import type { Audience } from "../../knowledge/knowledge-index.ts";
import type { Inbound } from "../../messaging/inbound.ts";
import type { TurnContext } from "../../turn/feature.ts";

/** True where the sender may see internal documents and figures. */
export type IsOfficial = (who: Pick<Inbound, "channel" | "sender">) => Promise<boolean>;

/**
 * What this person may see here: internal things only for an official, only where nobody else can read them, and never for
 * an old message put right.
 */
export async function audienceOf({ inbound }: TurnContext, isOfficial: IsOfficial): Promise<Audience> {
  const isNew = inbound.content.kind !== "edited";
  return isNew && inbound.isPrivate && (await isOfficial(inbound)) ? "internal" : "public";
}
