import { fold } from "../../../../language/fold.ts";
import { type Button, type Reply, text } from "../../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../../turn/feature.ts";
import type { OfficialActor } from "../../case.ts";
import { messageKey } from "../../message-key.ts";
import type { Report } from "../../report.ts";
import type { ReportingServices } from "../../reporting-services.ts";
import { WORDING } from "../duty-wording.ts";
import { ASSIGN, refused } from "./desk-wording.ts";
import { type Handler, handlersNamed, handlersOf } from "./handlers.ts";

const ME: ReadonlySet<string> = new Set(["toi", "minh", "em"]);

/** "/giao TB-… tên": who has the case from now on. Both hear of it. */
export async function assign(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  code: string,
  argument: string,
): Promise<FeatureResult> {
  const report = await reporting.book.get(code);
  if (report === null) return { replies: [WORDING.unknown(code)] };
  if (argument === "") return { replies: [choice(code, handler, await handlersOf(reporting))] };
  const self = { id: handler.id, label: handler.label };
  const named = ME.has(fold(argument)) ? [self] : await handlersNamed(reporting, argument);
  const [to, ...more] = named;
  if (to === undefined) {
    const { buttons = [] } = choice(code, handler, await handlersOf(reporting));
    return { replies: [{ ...ASSIGN.notNamed(code), buttons }] };
  }
  if (more.length > 0) return { replies: [choice(code, handler, named)] };
  if (!mayAssign(report, handler, to)) return { replies: [ASSIGN.notYours(code)] };
  return give(reporting, context, handler, report, to);
}

/** Everybody may take a case; one that another has is given away only by them or by a supervisor. */
const mayAssign = ({ desk }: Report, { id, role }: OfficialActor, to: Handler): boolean =>
  role === "supervisor" || to.id === id || desk?.owner === undefined || desk.owner.id === id;

async function give(
  { book, carry, tell }: ReportingServices,
  { inbound, now }: TurnContext,
  actor: OfficialActor,
  { code, desk }: Report,
  to: Handler,
): Promise<FeatureResult> {
  const key = messageKey(inbound);
  const outcome = await book.desk({ code, act: { kind: "assign", to }, actor, at: now, key });
  if (outcome.kind === "unknown") return { replies: [WORDING.unknown(code)] };
  if (outcome.kind === "refused") return { replies: [refused(code, outcome.why)] };
  await carry();
  const before = desk?.owner?.id;
  if (to.id !== actor.id) await tell(to.id, `given:${key}`, ASSIGN.toYou(code, actor.label));
  if (before !== undefined && before !== actor.id && before !== to.id)
    await tell(before, `taken:${key}`, ASSIGN.taken(code, to.label));
  return { replies: [ASSIGN.done(code, to.label)] };
}

const choice = (code: string, { id: own }: OfficialActor, handlers: readonly Handler[]): Reply => ({
  blocks: [text(ASSIGN.who(code))],
  buttons: [
    { label: ASSIGN.me, payload: `/giao ${code} toi` },
    ...handlers
      .filter(({ id }) => id !== own)
      .map(({ id, label }): Button => ({ label, payload: `/giao ${code} ${id}` })),
  ],
  about: code,
});
