import { localDay } from "../../../language/dates.ts";
import type { Inbound } from "../../../messaging/inbound.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { handlerOf } from "./actor.ts";
import { joined, POWERLESS, THROWN_OUT } from "./admission-wording.ts";
import { DUTY } from "./duty-session.ts";
import { warn } from "./warnings.ts";

/** What happens in the group itself: nobody wrote, and nobody is answered. */
export const GROUP_EVENTS: ReadonlySet<Inbound["content"]["kind"]> = new Set(["joined", "left", "standing"]);

const IGNORED: FeatureResult = { replies: [], outcome: "ignored" };

/** Tells the supervisors who came in without a role, and what became of the bot's own standing. */
export async function takeGroupEvent(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult> {
  const { inbound, now, session } = context;
  const { ring, tellSupervisors, members } = reporting;
  switch (inbound.content.kind) {
    case "joined": {
      const isHandler =
        inbound.impersonal === undefined && (await handlerOf(reporting, inbound.sender)) !== null;
      if (isHandler) break;
      const who = (await ring.lookupHash(`joined:${inbound.sender}`)).slice(0, 16);
      const warning = { key: `joined:${who}:${localDay(now)}`, reply: joined(inbound) };
      const memory = await warn(reporting, DUTY.of(session) ?? {}, warning, now);
      return { ...IGNORED, session: DUTY.with(memory) };
    }
    case "standing":
      if (inbound.content.mayRemove) await members?.settle({ everyone: true });
      else await tellSupervisors(`powerless:${inbound.key}`, POWERLESS);
      break;
    case "left":
      await tellSupervisors(`thrown-out:${inbound.key}`, THROWN_OUT);
      break;
    default:
  }
  return IGNORED;
}
