import { readReportCode } from "../../../language/report-code.ts";
import type { Reply } from "../../../messaging/reply.ts";
import type { Feature, FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { OfficialActor } from "../case.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { handlerOf } from "./actor.ts";
import { admit, isDutyGroup, refusalOf, refuse } from "./admission.ts";
import { type Act, REFUSED } from "./admission-wording.ts";
import { acceptInPrivate } from "./alarm/accept-in-private.ts";
import { takeAlarmCommand } from "./alarm/alarm-commands.ts";
import { takePress } from "./button-press.ts";
import { readDeskCommand, takeDeskCommand } from "./desk/desk-commands.ts";
import { INSTEAD } from "./desk/desk-wording.ts";
import { readPlain } from "./desk/read-plain.ts";
import { instead, readSlip, type Slip } from "./desk/slips.ts";
import { WORDING } from "./duty-wording.ts";
import { GROUP_EVENTS, takeGroupEvent } from "./group-events.ts";
import { openIdentity } from "./identity.ts";
import { lookUp } from "./look-up.ts";
import { openFile } from "./open-file.ts";
import { isReplyPress, settleReply } from "./outgoing-reply.ts";
import { isPress, readPress } from "./payload.ts";
import { takePlain } from "./plain.ts";
import { isNote, isReply, takeReply } from "./relay.ts";

/** Its word for searching, /tim, is typed as often, and means the same. */
const LOOK_UP = /^\/(?:tin|tim)(?:\s+(.*))?$/isu;
const IDENTITY = /^\/danhtinh(?:\s+(.*))?$/isu;

/** The handlers' side of a report: buttons, replies to cards and /tin in the duty group; /tin and /danhtinh in private. */
export function duty(reporting: ReportingServices): Feature {
  return {
    name: "duty",
    async take(context): Promise<FeatureResult | null> {
      if (context.inbound.channel !== "telegram") return null;
      const opening = await openFile(reporting, context);
      if (opening !== null) return opening;
      const ofAlarm = await takeAlarmCommand(reporting, context);
      if (ofAlarm !== null) return ofAlarm;
      if (isDutyGroup(reporting, context.inbound.chat)) return inGroup(reporting, context);
      return (await identity(reporting, context)) ?? elsewhere(reporting, context);
    },
  };
}

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
  const { content } = inbound;
  if (GROUP_EVENTS.has(content.kind)) return takeGroupEvent(reporting, context);
  const typed = content.kind === "text" ? content.text.trim() : "";
  const [command, argument = ""] = LOOK_UP.exec(typed) ?? [];
  const desk = readDeskCommand(typed);
  // Others in the group get the help that everybody gets.
  if (desk?.name === "help" && inbound.impersonal !== "bot" && !(await isHandler(reporting, context)))
    return null;
  const asksIdentity = reporting.identity !== undefined && IDENTITY.test(typed);
  const act = asksIdentity
    ? "look_up"
    : desk !== null
      ? desk.acts
        ? "press"
        : "look_up"
      : actOf(context, typed, command);
  // Another bot is heard to be refused, never to be answered: two bots could talk for ever.
  if (act === null)
    return inbound.impersonal === "bot"
      ? refuse(reporting, context, "bot", "talk")
      : plainly(reporting, context);
  const { handler, refused } = await admit(reporting, context, act);
  if (handler === undefined) return refused;
  if (await isAnotherGroups(reporting, context, typed)) return { replies: [INSTEAD.otherGroup] };
  if (asksIdentity) return { replies: [WORDING.privateOnly] };
  if (desk !== null) return takeDeskCommand(reporting, context, handler, desk);
  if (isPress(typed)) return takePress(reporting, context, handler, typed);
  const slip = readSlip(typed, about);
  if (slip !== null) return { replies: [await byButton(reporting, handler, slip)] };
  if (isReplyPress(typed)) return settleReply(reporting, context, handler, typed);
  if (command !== undefined) return lookUp(reporting, context, handler, argument);
  if (about !== undefined) return takeReply(reporting, context, handler, about);
  return isNote(typed) ? { replies: [WORDING.noteOfWhat] } : null;
}

/** Who is no handler talks in the group as before: words without a command are nobody's try to act. */
async function plainly(reporting: ReportingServices, context: TurnContext): Promise<FeatureResult | null> {
  const { content } = context.inbound;
  if (content.kind !== "text" || content.tapped === true) return null;
  // Nobody is looked up for words that mean nothing to the desk: nearly all are citizens'.
  const plain = readPlain(content.text, context.now);
  if (plain === null) return null;
  if (refusalOf(context.inbound) !== null) return null;
  const handler = await handlerOf(reporting, context.inbound.sender);
  return handler === null ? null : takePlain(reporting, context, handler, plain);
}

async function byButton({ book }: ReportingServices, handler: OfficialActor, slip: Slip): Promise<Reply> {
  const report = await book.get(slip.code);
  return report === null ? WORDING.unknown(slip.code) : instead(report, slip, handler);
}

const isHandler = async (reporting: ReportingServices, { inbound }: TurnContext): Promise<boolean> =>
  refusalOf(inbound) === null && (await handlerOf(reporting, inbound.sender)) !== null;

/**
 * True where a case belongs to another commune's group: no card of it comes into this one, whoever asks. The province's group
 * may see all.
 */
async function isAnotherGroups(
  { routes, book }: ReportingServices,
  { inbound, about }: TurnContext,
  typed: string,
): Promise<boolean> {
  if (routes === undefined || routes.isProvince(inbound.chat)) return false;
  const replied = about === undefined ? [] : [readPress(about)?.code ?? about];
  for (const code of new Set([...codesIn(typed), ...replied]))
    if ((await routes.groupFor(await book.communeOf(code))) !== inbound.chat) return true;
  return false;
}

/** Every code that any reading of the words could find in them: alone, after a command, without "TB", on a button. */
function codesIn(typed: string): readonly string[] {
  const argument = typed.replace(/^\/\S+\s*/u, "");
  return [typed, argument, ...typed.split(/\s+/u)].flatMap((words) => {
    const reading = readReportCode(words, { bare: true });
    return reading.kind === "code" ? [reading.code] : [];
  });
}

/** What of the handlers' work this message would do; null where it has nothing to do with a case. */
function actOf({ inbound, about }: TurnContext, typed: string, lookUp: string | undefined): Act | null {
  if (isPress(typed) || isReplyPress(typed)) return "press";
  if (lookUp !== undefined || readSlip(typed, about) !== null) return "look_up";
  return (about !== undefined && isReply(inbound)) || isNote(typed) ? "reply" : null;
}

/** A press from another chat is a stranger's or made up: it changes nothing. */
async function elsewhere(reporting: ReportingServices, context: TurnContext): Promise<FeatureResult | null> {
  const { inbound, utterance } = context;
  if (inbound.content.kind !== "text") return null;
  const typed = inbound.content.text.trim();
  if (isPress(typed) || isReplyPress(typed))
    return (await acceptInPrivate(reporting, context, typed)) ?? { replies: [WORDING.notHere] };
  const [command, argument = ""] = LOOK_UP.exec(utterance.clean) ?? [];
  const desk = readDeskCommand(typed);
  if (!inbound.isPrivate) return null;
  if (command === undefined && (desk === null || desk.name === "help")) return plainly(reporting, context);
  const handler = await handlerOf(reporting, inbound.sender);
  if (handler === null) return null;
  const why = refusalOf(inbound);
  if (why !== null) return { replies: [REFUSED.forwarded] };
  return command === undefined && desk !== null
    ? takeDeskCommand(reporting, context, handler, desk)
    : lookUp(reporting, context, handler, argument);
}
