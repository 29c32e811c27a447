import type { Feature, TurnContext } from "../../assistant/turn.ts";
import type { Audience } from "../../knowledge/knowledge-index.ts";
import { questionOf } from "../../language/question.ts";
import { errorCode } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";
import type { CuratedAnswer } from "./curated-answers.ts";
import type { CurationServices } from "./curation-services.ts";
import { approvedReply, OFFER } from "./curation-wording.ts";

/**
 * An answer that an official approved for this very question: before the knowledge and before a model, after danger,
 * boundaries, reports and figures. Where the answers can't be read, the knowledge answers.
 */
export const curated: Feature = {
  name: "curated",
  async take(context) {
    const { services, utterance } = context;
    if (services.curation === undefined || utterance.words.length === 0) return null;
    try {
      const answer = await answerTo(services.curation, context);
      if (answer === null) return null;
      return {
        replies: [approvedReply(answer, answer.approvedAt)],
        session: { knowledge: undefined },
        events: ["curated_answered"],
      };
    } catch (error) {
      logEvent("curated_failed", { code: errorCode(error) });
      return null;
    }
  },
};

async function answerTo({ library }: CurationServices, context: TurnContext): Promise<CuratedAnswer | null> {
  const { clean } = context.utterance;
  const audience = await audienceOf(context);
  const offered = OFFER.exec(clean)?.[1];
  if (offered !== undefined) return library.byNumber(Number(offered), audience);
  return library.find(questionOf(clean), audience);
}

/** Internal answers only for an official, and only where nobody else reads along. */
export async function audienceOf({ inbound, services }: TurnContext): Promise<Audience> {
  return inbound.isPrivate && (await services.isOfficial(inbound)) ? "internal" : "public";
}
