import { GATHERED, REPORT } from "../features/reporting/citizen/citizen-session.ts";
import { gather, keepTold } from "../features/reporting/citizen/gather.ts";
import { isUnsure } from "../features/reporting/citizen/own-answers.ts";
import {
  goesOn,
  mayTellBeside,
  perhapsTold,
  remember,
  toldHere,
} from "../features/reporting/citizen/perhaps-told.ts";
import { tellOn } from "../features/reporting/citizen/tell-on.ts";
import type { ToldBeside } from "../features/reporting/citizen/told-in-question.ts";
import { withOffer } from "../features/reporting/citizen/told-wording.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { hasQuestion } from "../language/asks.ts";
import { readMessage } from "../reading/read-message.ts";
import { NOT_KNOWN_EVENT } from "../turn/events.ts";
import type { FeatureResult, TurnContext } from "../turn/feature.ts";
import { merged } from "../turn/session.ts";

/** Fewer words name a matter and tell of none: "mất xe máy thì báo ở đâu". */
const TELLS = 5;

/**
 * What a message tells though it was answered as a question, or by nothing: where it surely tells, the answer carries the offer
 * to report it; what nothing answers goes on with what was told before; all else is remembered for whoever tells on.
 * @param isGreeted it was answered as small talk
 * @returns null where it tells nothing
 */
export async function toldWith(
  reporting: ReportingServices,
  context: TurnContext,
  result: FeatureResult,
  isGreeted: boolean,
): Promise<FeatureResult | null> {
  const after = merged(context.session, result.session);
  if (result.goesOn === true || (GATHERED.of(after) ?? REPORT.of(after)) !== undefined) return null;
  if (!mayTellBeside(context)) return null;
  const { content } = context.inbound;
  const greeted = isAnswer(result) ? null : toldHere(context);
  // "Alo công an ơi tôi mất cái xe máy" is no greeting, whoever answers it.
  if (greeted?.isSure === true && isGreeted)
    return withItsOffer(reporting, { ...context, session: after }, greeted, LOST);
  if (!isAnswer(result)) return null;
  const isAdrift = isUnsure(result) && !hasQuestion(context.utterance) && goesOn(context);
  if (isAdrift && content.kind === "text" && (await perhapsTold(reporting, context)).length > 0)
    return tellOn(reporting, context, { kind: "text", text: content.text });
  const told = toldHere(context);
  if (told === null) return null;
  const next = { ...context, session: after };
  if (offers(context, told)) return withItsOffer(reporting, next, told, result);
  return { ...result, session: { ...result.session, ...(await remember(reporting, next, told)) } };
}

/** As if nothing had answered. */
const LOST: FeatureResult = { replies: [], events: [NOT_KNOWN_EVENT] };

/** The knowledge answered, or nothing did. */
const isAnswer = (result: FeatureResult): boolean =>
  isUnsure(result) || result.replies.some(({ blocks }) => blocks.some(({ kind }) => kind === "source"));

/** Whoever asks for the penalty alone wants nothing reported yet. */
const offers = ({ reading }: TurnContext, { words, isSure }: ToldBeside): boolean =>
  isSure && words.split(/\s+/u).length >= TELLS && reading.learned.aspects[0]?.is !== "fine";

/** The answer with the offer; where the knowledge has none, the advice on what is told. */
async function withItsOffer(
  reporting: ReportingServices,
  before: TurnContext,
  { words }: ToldBeside,
  result: FeatureResult,
): Promise<FeatureResult> {
  const read = readMessage(words);
  // What sounds no alarm as it was written sounds none without its question.
  const reading = { ...read, danger: null, incident: read.incidentWords ?? "other" };
  const context = { ...before, reading };
  const input = { kind: "text", text: words } as const;
  if (isUnsure(result)) return tellOn(reporting, context, input);
  const [first, ...others] = result.replies;
  if (first === undefined) return result;
  const told = await gather(reporting, context, input);
  const kept = await keepTold(reporting, context, { ...told.draft, unadvised: true });
  return {
    ...result,
    replies: [withOffer(first, told), ...others],
    session: { ...result.session, ...told.session, ...kept },
  };
}
