import type { Inbound } from "../../../messaging/inbound.ts";
import { HOUR } from "../../../platform/time.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { OfficialActor } from "../case.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { handlerOf } from "./actor.ts";
import { type Act, REFUSED, type Refusal, tried } from "./admission-wording.ts";
import { DUTY, type Refusals } from "./duty-session.ts";
import { warn } from "./warnings.ts";

export type Admission =
  | { readonly handler: OfficialActor; readonly refused?: never }
  | { readonly refused: FeatureResult; readonly handler?: never };

/**
 * How often refusals are answered in the group, so that nobody can fill it with them: the cards come the same way. After
 * that they are silent.
 */
const ANSWERED = { perPerson: 5, inAll: 20, within: HOUR } as const;

/**
 * Decides whether the sender may act on a case: a person with an account of their own, whose role may handle reports at
 * this moment. Everyone else gets one sentence, and the supervisors are told, once an hour for each account.
 */
export async function admit(
  reporting: ReportingServices,
  context: TurnContext,
  act: Act,
): Promise<Admission> {
  const { inbound } = context;
  const why = refusalOf(inbound);
  const handler = why === null ? await handlerOf(reporting, inbound.sender) : null;
  return handler === null
    ? { refused: await refuse(reporting, context, why ?? "no_role", act) }
    : { handler };
}

/** True in the province's duty group and in one of a commune. */
export const isDutyGroup = (
  { dutyChat, routes }: Pick<ReportingServices, "dutyChat" | "routes">,
  chat: string,
): boolean => routes?.isGroup(chat) ?? (dutyChat !== undefined && chat === dutyChat);

/** What can be seen without asking for the role. */
export function refusalOf({ impersonal, forwarded }: Inbound): Exclude<Refusal, "no_role"> | null {
  if (impersonal === "bot") return "bot";
  if (impersonal === "chat") return "impersonal";
  return forwarded === true ? "forwarded" : null;
}

/** Nothing is done: the supervisors hear of it. */
export async function refuse(
  reporting: ReportingServices,
  { inbound, session, now }: TurnContext,
  why: Refusal,
  act: Act,
): Promise<FeatureResult> {
  const who = (await reporting.ring.lookupHash(`refused:${inbound.sender}`)).slice(0, 16);
  const key = `refused:${who}:${why}:${Math.floor(now / HOUR)}`;
  const memory = await warn(reporting, DUTY.of(session) ?? {}, { key, reply: tried(inbound, why, act) }, now);
  const before = (memory.refusals ?? []).filter(({ at }) => at > now - ANSWERED.within);
  if (why === "bot" || isEnough(before, who))
    return { replies: [], outcome: "ignored", session: DUTY.with(memory), events: ["duty_refused"] };
  const refusals = [...before, { who, at: now }];
  return { replies: [REFUSED[why]], session: DUTY.with({ ...memory, refusals }), events: ["duty_refused"] };
}

function isEnough(before: Refusals, who: string): boolean {
  return (
    before.length >= ANSWERED.inAll ||
    before.filter((refusal) => refusal.who === who).length >= ANSWERED.perPerson
  );
}
