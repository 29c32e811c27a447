import type { Feature, FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { may } from "../../officials/roles.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { takePress } from "./button-press.ts";
import { WORDING } from "./duty-wording.ts";
import { openIdentity } from "./identity.ts";
import { lookUp } from "./look-up.ts";
import { openFile } from "./open-file.ts";
import { isPress } from "./payload.ts";
import { takeReply } from "./relay.ts";

const LOOK_UP = /^\/tin(?:\s+(.*))?$/isu;
const IDENTITY = /^\/danhtinh(?:\s+(.*))?$/isu;

/** The handlers' side of a report: buttons, replies to cards and /tin in the duty group; /tin and /danhtinh in private. */
export function duty(reporting: ReportingServices): Feature {
  return {
    name: "duty",
    async take(context): Promise<FeatureResult | null> {
      if (context.inbound.channel !== "telegram") return null;
      const opening = (await identity(reporting, context)) ?? (await openFile(reporting, context));
      if (opening !== null) return opening;
      return isDutyGroup(reporting, context) ? inGroup(reporting, context) : elsewhere(reporting, context);
    },
  };
}

const isDutyGroup = ({ dutyChat }: ReportingServices, { inbound }: TurnContext): boolean =>
  dutyChat !== undefined && inbound.chat === dutyChat;

async function identity(
  { identity: access }: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const { inbound } = context;
  if (access === undefined || inbound.content.kind !== "text" || inbound.forwarded === true) return null;
  const [command, argument = ""] = IDENTITY.exec(inbound.content.text.trim()) ?? [];
  return command === undefined ? null : openIdentity(access, context, argument);
}

async function inGroup(reporting: ReportingServices, context: TurnContext): Promise<FeatureResult | null> {
  const { inbound, about } = context;
  const typed = inbound.content.kind === "text" ? inbound.content.text.trim() : "";
  if (isPress(typed) && inbound.forwarded === true) return { replies: [WORDING.badButton] };
  if (isPress(typed)) return takePress(reporting, context, typed);
  const [command, argument = ""] = LOOK_UP.exec(typed) ?? [];
  if (command !== undefined) return lookUp(reporting, context, argument);
  return about === undefined ? null : takeReply(reporting, context, about);
}

/** A press from another chat is a stranger's or made up: it changes nothing. */
async function elsewhere(reporting: ReportingServices, context: TurnContext): Promise<FeatureResult | null> {
  const { inbound, utterance } = context;
  if (inbound.content.kind !== "text") return null;
  if (isPress(inbound.content.text.trim())) return { replies: [WORDING.notHere] };
  const [command, argument = ""] = LOOK_UP.exec(utterance.clean) ?? [];
  if (command === undefined || !inbound.isPrivate) return null;
  const role = await reporting.officials.roleOf(inbound);
  return may(role, "handle_reports") ? lookUp(reporting, context, argument) : null;
}
