import { ConceptBook } from "../../knowledge/concept-book.ts";
import { substance } from "../../knowledge/reduced-question.ts";
import { localDay } from "../../language/dates.ts";
import { maskPersonal } from "../../language/privacy/mask.ts";
import { MOST_BUTTONS, type Reply, text } from "../../messaging/reply.ts";
import { errorCode } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";
import { mayTell } from "../../reading/incident/detect-incident.ts";
import type { MessageReading } from "../../reading/read-message.ts";
import type { FeatureResult, TurnContext } from "../../turn/feature.ts";
import { audienceOf, type IsOfficial } from "../officials/audience.ts";
import type { CurationServices } from "./curation-services.ts";
import { type AskedInVain, UNANSWERED } from "./curation-session.ts";
import { offerLabel, offerPayload, offerText } from "./curation-wording.ts";
import dangerWords from "./lexicon/danger.json" with { type: "json" };

/** Stored length of a question, in characters. */
const KEPT_LENGTH = 200;
/** Stored questions of one chat on one day; more are not stored. */
const MOST_A_DAY = 30;

export interface AskedInVainServices extends Pick<CurationServices, "library" | "questions"> {
  readonly isOfficial: IsOfficial;
}

const danger = new ConceptBook(dangerWords);

/**
 * Handles a question that the knowledge can't answer: its masked words are stored for the officials, once a day for
 * each person, and a similar approved answer is offered. Where this fails, the answer is sent unchanged.
 * @param answer the answer so far: that we don't know, or a question to the person
 */
export async function afterUnknown(
  curation: AskedInVainServices,
  context: TurnContext,
  question: string,
  answer: FeatureResult,
): Promise<FeatureResult> {
  try {
    const [replies, asked] = await Promise.all([
      withOffers(curation, context, question, answer.replies),
      note(curation, context, question),
    ]);
    return {
      ...answer,
      replies,
      ...(asked && { session: { ...answer.session, ...UNANSWERED.with(asked) } }),
    };
  } catch (error) {
    logEvent("unanswered_not_noted", { code: errorCode(error) });
    return answer;
  }
}

async function note(
  { questions }: AskedInVainServices,
  { inbound, session, now, reading }: TurnContext,
  question: string,
): Promise<AskedInVain | null> {
  const isTapped = inbound.content.kind === "text" && inbound.content.tapped === true;
  if (!inbound.isPrivate || isTapped || substance(question) < 1) return null;
  if (mustNotBeStored(reading)) return null;
  const day = localDay(now);
  const words = maskPersonal(question).text.slice(0, KEPT_LENGTH).toWellFormed();
  const id = await questions.idOf(words);
  const asked = UNANSWERED.of(session);
  const before = asked?.day === day ? asked.questions : [];
  if (before.includes(id) || before.length >= MOST_A_DAY) return null;
  const ticket = await questions.ticketOf(inbound);
  await questions.note({ words, day, ticket });
  return { day, questions: [...before, id] };
}

/** True for a report of an event and for everything that sounds like danger: it is not stored. */
function mustNotBeStored({ utterance, doubt, learned }: MessageReading): boolean {
  return danger.concepts(utterance.words).size > 0 || doubt !== null || mayTell(learned);
}

async function withOffers(
  { library, isOfficial }: AskedInVainServices,
  context: TurnContext,
  question: string,
  replies: readonly Reply[],
): Promise<readonly Reply[]> {
  const offers = await library.near(question, await audienceOf(context, isOfficial));
  const [first, ...rest] = replies;
  if (offers.length === 0 || first === undefined) return replies;
  const isAskedBack = first.blocks.some((block) => block.kind === "text" && /\n1\. /u.test(block.text));
  const before = isAskedBack ? (first.buttons ?? []) : [];
  const taps = offers.map((offer) => ({ label: offerLabel(offer), payload: offerPayload(offer.number) }));
  const said = text(offerText(offers, before.length));
  const blocks = isAskedBack
    ? [...first.blocks.slice(0, 1), said, ...first.blocks.slice(1)]
    : [said, ...first.blocks.slice(1, 2)];
  return [{ ...first, blocks, buttons: [...before, ...taps].slice(0, MOST_BUTTONS) }, ...rest];
}
