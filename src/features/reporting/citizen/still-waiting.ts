import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { merged, type Session, type Slice } from "../../../turn/session.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { whatIsIn } from "./case-offer.ts";
import { stillKept, stillToWithdraw } from "./case-wording.ts";
import { REMINDED, type Sealed, UNSENT, WITHDRAWING } from "./citizen-session.ts";
import { openUnsent, type Unsent } from "./unsent.ts";

/**
 * A result with one more word on what waits for its tap, in plain sight only: once, with the next answer to something else.
 * What waits for two taps is told of the later.
 */
export async function remindOnce(
  reporting: Pick<ReportingServices, "ring">,
  context: TurnContext,
  result: FeatureResult,
): Promise<FeatureResult> {
  const { matter, inbound } = context;
  if (matter === "danger" || inbound.content.kind !== "text" || result.replies.length === 0) return result;
  const session = merged(context.session, result.session);
  const [latest] = [waiting(UNSENT, session, result), waiting(WITHDRAWING, session, result)]
    .filter((one) => one !== null)
    .sort((one, other) => other.at - one.at);
  if (latest === undefined || REMINDED.of(session) === latest.at) return result;
  const unsent = await openUnsent(reporting, { ...context, session }, latest.slice);
  if (unsent === null) return result;
  const reply = latest.slice === UNSENT ? stillKept(whatIsIn(unsent), unsent.codes) : toWithdraw(unsent);
  return {
    ...result,
    replies: [...result.replies, reply],
    session: { ...result.session, ...REMINDED.with(latest.at) },
  };
}

const toWithdraw = ({ codes }: Unsent) => stillToWithdraw(codes);

/** What waits, where this very answer didn't ask for it. */
function waiting(
  slice: Slice<Sealed>,
  session: Session,
  { session: changes = {} }: FeatureResult,
): { readonly slice: Slice<Sealed>; readonly at: number } | null {
  const kept = slice.of(session);
  return kept === undefined || slice.of(changes) !== undefined ? null : { slice, at: kept.at };
}
