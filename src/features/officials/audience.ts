import type { Audience } from "../../knowledge/knowledge-index.ts";
import type { Inbound } from "../../messaging/inbound.ts";
import type { TurnContext } from "../../turn/feature.ts";

/** True where the sender may see internal documents and figures. */
export type IsOfficial = (who: Pick<Inbound, "channel" | "sender">) => Promise<boolean>;

/** What this person may be shown here: internal things only for an official, and only where nobody else reads along. */
export async function audienceOf({ inbound }: TurnContext, isOfficial: IsOfficial): Promise<Audience> {
  return inbound.isPrivate && (await isOfficial(inbound)) ? "internal" : "public";
}
