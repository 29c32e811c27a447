import { strong, text } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { merged } from "../../../turn/session.ts";
import { callLine } from "../../emergency/next/next-step.ts";
import { OPEN_DANGER, type OpenDanger } from "../../emergency/open-danger.ts";
import { GATHERED, REPORT } from "../citizen/citizen-session.ts";
import { toldLately } from "../citizen/gather.ts";
import { inputOf } from "../citizen/open-report.ts";
import { keepGathered } from "../citizen/sealed-draft.ts";
import { tellOn } from "../citizen/tell-on.ts";
import { isPast } from "../dialogue/past.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { goesOn } from "./over.ts";

/** With more words than these a time stands in a story: what is past in it may not be all. */
const SHORT = 14;

/** True where a message says that the open danger is of yesterday, or that nobody was hurt in it. */
export const saysPast = ({ utterance, now, reading }: TurnContext, danger: OpenDanger): boolean =>
  reading.danger === null &&
  danger.code === undefined &&
  danger.silent !== true &&
  danger.cantCall !== true &&
  utterance.words.length <= SHORT &&
  !goesOn(utterance) &&
  isPast(danger.kind, utterance.clean, now);

/** What was told as a danger is a wrong that happened: it is kept, unsent and without its flag, and can be reported like any other. */
export async function standDown(
  reporting: ReportingServices,
  context: TurnContext,
  danger: OpenDanger,
): Promise<FeatureResult | null> {
  if (REPORT.of(context.session) !== undefined) return null;
  const [before, input] = [await toldLately(reporting, context), await inputOf(reporting, context, 0)];
  if (before === null || input === null || input === "identity_paper") return null;
  const { ring } = reporting;
  const calm = GATHERED.with(
    await keepGathered(ring, context.inbound, { ...before, danger: false }, context.now),
  );
  const closed = { ...OPEN_DANGER.with(undefined), ...calm };
  const told = await tellOn(
    reporting,
    { ...context, matter: "incident", session: merged(context.session, closed) },
    input,
  );
  const [first, ...others] = told.replies;
  if (first === undefined) return null;
  const blocks = [strong(callLine(danger, "past")), text(IS_PAST), ...first.blocks];
  return { replies: [{ ...first, blocks }, ...others], session: { ...closed, ...told.session } };
}

const IS_PAST = "Vậy là chuyện đã qua; điều anh/chị kể tôi vẫn giữ, chưa gửi ai.";
