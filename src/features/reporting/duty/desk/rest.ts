import { type Button, type Reply, text } from "../../../../messaging/reply.ts";
import { DAY } from "../../../../platform/time.ts";
import type { FeatureResult, TurnContext } from "../../../../turn/feature.ts";
import { WAITS_AT_MOST } from "../../book/pause.ts";
import type { DeskAct } from "../../book/report-book.ts";
import type { OfficialActor } from "../../case.ts";
import { messageKey } from "../../message-key.ts";
import type { ReportingServices } from "../../reporting-services.ts";
import { WORDING } from "../duty-wording.ts";
import { REST, refused } from "./desk-wording.ts";
import { readUntil } from "./until.ts";

/** For one tap: each is typed as its label. */
const TIMES = ["30 phút", "1 giờ", "4 giờ", "8h mai", "3 ngày", "7 ngày"] as const;

/** "/hen TB-… 2 giờ": off the desk until then. */
export async function snooze(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  code: string,
  argument: string,
): Promise<FeatureResult> {
  if (argument === "") return { replies: [times(code)] };
  const until = readUntil(argument, context.now);
  if (until === null) return { replies: [REST.unclear(code)] };
  return rest(reporting, context, handler, code, { kind: "snooze", until });
}

/** "/cho TB-…", "/tieptuc TB-…", and a snooze whose end is known. */
export async function rest(
  { book, carry }: ReportingServices,
  { inbound, now }: TurnContext,
  actor: OfficialActor,
  code: string,
  act: Exclude<DeskAct, { kind: "assign" }>,
): Promise<FeatureResult> {
  const outcome = await book.desk({ code, act, actor, at: now, key: messageKey(inbound) });
  if (outcome.kind === "unknown") return { replies: [WORDING.unknown(code)] };
  if (outcome.kind === "refused") return { replies: [refused(code, outcome.why)] };
  await carry();
  return { replies: [done(code, act)] };
}

function done(code: string, act: Exclude<DeskAct, { kind: "assign" }>): Reply {
  switch (act.kind) {
    case "snooze":
      return REST.snoozed(code, act.until);
    case "wait":
      return REST.waits(code, WAITS_AT_MOST / DAY);
    case "resume":
      return REST.resumed(code);
  }
}

const times = (code: string): Reply => ({
  blocks: [text(REST.until(code))],
  buttons: TIMES.map((label): Button => ({ label, payload: `/hen ${code} ${label}` })),
  about: code,
});
