import type { Button, Reply } from "../../../../messaging/reply.ts";
import { text } from "../../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../../turn/feature.ts";
import type { OfficialActor } from "../../case.ts";
import type { ReportingServices } from "../../reporting-services.ts";
import { propose } from "../outgoing-reply.ts";
import { TEMPLATE } from "./desk-wording.ts";
import templates from "./templates.json" with { type: "json" };

/** "/mau TB-…": the usual words; "/mau TB-… noi": one of them as a draft, sent by one more tap like every reply. */
export async function template(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  code: string,
  argument: string,
): Promise<FeatureResult> {
  if (argument === "") return { replies: [choice(code)] };
  const chosen = templates.find(({ id }) => id === argument);
  if (chosen === undefined) return { replies: [TEMPLATE.none(code)] };
  return { replies: [(await propose(reporting, context, handler, { code, text: chosen.words })).reply] };
}

const choice = (code: string): Reply => ({
  blocks: [text(TEMPLATE.choose(code))],
  buttons: templates.map(({ id, label }): Button => ({ label, payload: `/mau ${code} ${id}` })),
  about: code,
});
