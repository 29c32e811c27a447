import { type Reply, strong, text } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { CHOICES } from "../../../turn/session.ts";
import { callLine, nextStep } from "../../emergency/next/next-step.ts";
import { OPEN_DANGER, type OpenDanger, openDanger } from "../../emergency/open-danger.ts";
import { isUnsure } from "../citizen/own-answers.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { KEPT } from "./danger-wording.ts";
import { type Kept, keep } from "./go-on.ts";
import { hear } from "./hear.ts";

/**
 * What another feature answers while a danger is open: the number stands first, and what was written joins what was told all the
 * same. "Chưa có thông tin" is no answer in a danger: the next step is.
 */
export async function besideDanger(
  reporting: ReportingServices | undefined,
  context: TurnContext,
  result: FeatureResult,
): Promise<FeatureResult> {
  const danger = openDanger(context.session, context.now);
  const [first, ...others] = result.replies;
  if (danger === undefined || first === undefined) return result;
  const kept =
    reporting === undefined || !isWritten(context) ? null : await joined(reporting, context, danger);
  const note = kept?.kept === undefined ? [] : [text(KEPT[kept.kept])];
  const session = {
    ...result.session,
    ...kept?.session,
    ...OPEN_DANGER.with({ ...(kept?.danger ?? danger), at: context.now }),
  };
  const isUnknown = isUnsure(result);
  const [lead = strong(callLine(danger)), ...step] = nextStep(danger, "details");
  const replies: readonly Reply[] = isUnknown
    ? [{ blocks: [lead, ...note, ...step] }]
    : [{ ...first, blocks: [strong(callLine(danger)), ...note, ...first.blocks] }, ...others];
  return { ...result, replies, session };
}

/** Words of the person's own: no command, no button. */
const isWritten = ({ inbound: { content }, session }: TurnContext): boolean =>
  content.kind === "text" &&
  content.tapped !== true &&
  !content.text.trim().startsWith("/") &&
  CHOICES.of(session)?.includes(content.text.trim()) !== true;

/** The answer comes whatever becomes of the words. */
async function joined(
  reporting: ReportingServices,
  context: TurnContext,
  danger: OpenDanger,
): Promise<Kept | null> {
  const kept = await keep(reporting, context, danger, hear(context, danger), undefined).catch(() => null);
  return kept === null || "replies" in kept ? null : kept;
}
