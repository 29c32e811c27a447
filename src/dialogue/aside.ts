import { callLine } from "../features/emergency/next/next-step.ts";
import { openDanger } from "../features/emergency/open-danger.ts";
import { REPORT } from "../features/reporting/citizen/citizen-session.ts";
import { openDraft } from "../features/reporting/citizen/sealed-draft.ts";
import { whereWeAre } from "../features/reporting/dialogue/dialogue-wording.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { type Reply, strong } from "../messaging/reply.ts";
import type { Feature, TurnContext } from "../turn/feature.ts";

/**
 * A feature that knows nothing of what is open: where it answers in between, one line says where we are. In a danger the
 * number stands first, in a report what is still missing stands last.
 */
export function aside(feature: Feature, reporting: ReportingServices | undefined): Feature {
  return {
    name: feature.name,
    async take(context) {
      const result = await feature.take(context);
      if (result === null || result.replies.length === 0 || context.inbound.content.kind !== "text")
        return result;
      const { session } = result;
      if (context.matter === "danger") return { ...result, replies: underNumbers(result.replies, context) };
      if (context.matter !== "draft" || reporting === undefined || REPORT.of({ ...session }) !== undefined)
        return result;
      return { ...result, replies: await beforeReport(result.replies, context, reporting) };
    },
  };
}

function underNumbers(replies: readonly Reply[], { session, now }: TurnContext): readonly Reply[] {
  const danger = openDanger(session, now);
  const [first, ...others] = replies;
  if (danger === undefined || first === undefined) return replies;
  const line = strong(callLine(danger));
  return [{ ...first, blocks: [line, ...first.blocks] }, ...others];
}

/** Buttons of the messengers: no more than these fit. */
const MOST_BUTTONS = 5;

async function beforeReport(
  replies: readonly Reply[],
  { session, inbound }: TurnContext,
  { ring }: ReportingServices,
): Promise<readonly Reply[]> {
  const draft = await openDraft(ring, inbound, REPORT.of(session));
  const last = replies.at(-1);
  if (draft === null || last === undefined) return replies;
  const { blocks, buttons = [] } = whereWeAre(draft);
  const all = [...buttons, ...(last.buttons ?? [])].slice(0, MOST_BUTTONS);
  return [...replies.slice(0, -1), { ...last, blocks: [...last.blocks, ...blocks], buttons: all }];
}
