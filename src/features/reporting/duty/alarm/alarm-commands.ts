import { displayMoment } from "../../../../language/dates.ts";
import { HOUR, MINUTE } from "../../../../platform/time.ts";
import type { FeatureResult, TurnContext } from "../../../../turn/feature.ts";
import type { OfficialActor } from "../../case.ts";
import type { ReportingServices } from "../../reporting-services.ts";
import { handlerOf } from "../actor.ts";
import { admit, isDutyGroup, refusalOf } from "../admission.ts";
import { REFUSED } from "../admission-wording.ts";
import { DRILL, SHIFT } from "./alarm-wording.ts";
import { callOrder } from "./call-order.ts";

/** "/ca", "/ca nhan 8", "/ca thoi"; "/dientap", "/dien-tap dung", "/dientap nhan 3". */
const FORM = /^\/(ca|dien-?tap)(?:@\w+)?(?:\s+(nhan|nhận|thoi|thôi|dung|dừng))?(?:\s+(\d{1,6}))?\s*$/iu;
/** A shift without a number of hours, and the longest one. */
const SHIFT_HOURS = { usual: 12, longest: 24 } as const;

/** The shift and the drill of the alarm: handlers' commands, in the duty group and in private. Null for all else. */
export async function takeAlarmCommand(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const { inbound } = context;
  if (inbound.content.kind !== "text") return null;
  const [, command, word = "", number] = FORM.exec(inbound.content.text.trim()) ?? [];
  if (command === undefined) return null;
  const handler = await handlerFor(reporting, context);
  if (handler === null || "replies" in handler) return handler;
  const does = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const asked = number === undefined ? undefined : Number(number);
  return command.toLowerCase() === "ca"
    ? shift(reporting, context, handler, does, asked)
    : drill(reporting, context, handler, does, asked);
}

/** In the group whoever tries without a role is refused; in private a stranger's words are any citizen's. */
async function handlerFor(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<OfficialActor | FeatureResult | null> {
  const { inbound } = context;
  if (isDutyGroup(reporting, inbound.chat)) {
    const { handler, refused } = await admit(reporting, context, "look_up");
    return handler ?? refused;
  }
  if (!inbound.isPrivate) return null;
  const handler = await handlerOf(reporting, inbound.sender);
  return handler === null || refusalOf(inbound) === null ? handler : { replies: [REFUSED.forwarded] };
}

async function shift(
  { alarms, officials }: ReportingServices,
  { now }: TurnContext,
  { id, label }: OfficialActor,
  does: string,
  hours: number = SHIFT_HOURS.usual,
): Promise<FeatureResult> {
  if (does === "nhan") {
    const until = now + Math.min(Math.max(hours, 1), SHIFT_HOURS.longest) * HOUR;
    await alarms.takeShift(id, now, until);
    return { replies: [SHIFT.taken(label, displayMoment(until))] };
  }
  if (does === "thoi") {
    await alarms.leaveShift(id);
    return { replies: [SHIFT.left(label)] };
  }
  const names = new Map((await officials.list()).map((one) => [one.telegramId, one.label]));
  const order = await callOrder(alarms, officials, now);
  const onShift = new Map((await alarms.onShift(now)).map((one) => [one.telegramId, one.until]));
  const lines = order.map((one) => {
    const until = onShift.get(one);
    const name = names.get(one) ?? "Người giám sát";
    return until === undefined ? name : `${name} (đang trực tới ${displayMoment(until)})`;
  });
  return { replies: [SHIFT.order(lines, onShift.size)] };
}

async function drill(
  reporting: ReportingServices,
  { inbound, now }: TurnContext,
  handler: OfficialActor,
  does: string,
  id: number | undefined,
): Promise<FeatureResult> {
  const { alarms, dutyChat, tell, tellSupervisors } = reporting;
  const open = await alarms.drill();
  if (does === "nhan") {
    if (open === null || open.id !== id || inbound.chat !== dutyChat) return { replies: [DRILL.none] };
    if (!(await alarms.endDrill(open.id, handler.id, now))) return { replies: [DRILL.none] };
    const minutes = Math.floor((now - open.begunAt) / MINUTE);
    const taken = DRILL.taken(open.id, handler.label, minutes, open.done);
    const { slot: _, ...told } = taken;
    await tellSupervisors(`drill:${open.id}:taken`, told);
    return { replies: [taken] };
  }
  if (handler.role !== "supervisor") return { replies: [DRILL.supervisorsOnly] };
  if (does === "dung" || does === "thoi") {
    if (open === null || !(await alarms.endDrill(open.id, handler.id, now))) return { replies: [DRILL.none] };
    if (dutyChat !== undefined) await tell(dutyChat, `drill:${open.id}:stopped`, DRILL.stopped(open.id));
    return { replies: inbound.chat === dutyChat ? [] : [DRILL.stopped(open.id)] };
  }
  const begun = dutyChat === undefined ? null : await alarms.beginDrill(handler.id, now);
  if (begun === null || dutyChat === undefined) return { replies: [DRILL.underWay] };
  await tell(dutyChat, `drill:${begun.id}:0`, DRILL.begun(begun.id));
  return { replies: inbound.chat === dutyChat ? [] : [DRILL.started] };
}
