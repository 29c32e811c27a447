import type { FeatureResult, TurnContext } from "../../../../turn/feature.ts";
import { messageKey } from "../../message-key.ts";
import type { ReportingServices } from "../../reporting-services.ts";
import { handlerOf } from "../actor.ts";
import { refusalOf } from "../admission.ts";
import { REFUSED } from "../admission-wording.ts";
import { outpaced, WORDING } from "../duty-wording.ts";
import { readPress } from "../payload.ts";
import { takenInPrivate } from "./alarm-wording.ts";

/**
 * Accepts an urgent case from the call that came in private: who is woken must not look for the group first, which hears
 * of it at once. Nothing but accepting, and of no other lane: the rest is done where everybody sees it.
 * @returns null for any other press, and for whoever may handle no reports
 */
export async function acceptInPrivate(
  { book, carry, officials, ring }: ReportingServices,
  { inbound, now }: TurnContext,
  payload: string,
): Promise<FeatureResult | null> {
  const press = readPress(payload);
  if (press?.to !== "accepted" || !inbound.isPrivate) return null;
  const handler = await handlerOf({ officials, ring }, inbound.sender);
  if (handler === null) return null;
  if (refusalOf(inbound) !== null) return { replies: [REFUSED.forwarded] };
  const { code, version } = press;
  if ((await book.get(code))?.lane !== "urgent") return null;
  const outcome = await book.move({
    code,
    to: "accepted",
    actor: handler,
    expectedVersion: version,
    key: messageKey(inbound),
    at: now,
    inPrivate: true,
  });
  await carry();
  switch (outcome.kind) {
    case "moved":
      return { replies: [takenInPrivate(code)] };
    case "stale":
      return { replies: [outpaced(code, outcome.last)] };
    case "not_allowed":
      return { replies: [WORDING.notAllowed(code, outcome.report.state)] };
    default:
      return { replies: [WORDING.unknown(code)] };
  }
}
