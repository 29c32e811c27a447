import type { Audience } from "../../knowledge/knowledge-index.ts";
import { questionOf } from "../../language/question.ts";
import { errorCode } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";
import type { Feature } from "../../turn/feature.ts";
import { audienceOf, type IsOfficial } from "../officials/audience.ts";
import type { CuratedAnswer } from "./curated-answers.ts";
import type { CuratedLibrary } from "./curated-library.ts";
import { approvedReply, OFFER } from "./curation-wording.ts";

/**
 * The answer that an official approved for exactly this question. It comes before the knowledge and the model, after
 * danger, reports and figures, and before a refusal of a question like it (`knownInstead`). Where the answers can't be read, the knowledge answers.
 */
export const curated = (services: CuratedServices): Feature =>
  approved("curated", services, async (library, said, audience) =>
    library.find(questionOf(said), await audience()),
  );

/** The answer whose button was tapped: its words are ours, nobody else reads them. */
export const curatedChosen = (services: CuratedServices): Feature =>
  approved("curated-chosen", services, async (library, said, audience) => {
    const offered = OFFER.exec(said)?.[1];
    return offered === undefined ? null : library.byNumber(Number(offered), await audience());
  });

/** `audience` is looked up only where it is asked for: most messages tap no offer. */
type Find = (
  library: CuratedLibrary,
  said: string,
  audience: () => Promise<Audience>,
) => Promise<CuratedAnswer | null>;

function approved(name: string, { library, isOfficial }: CuratedServices, find: Find): Feature {
  return {
    name,
    async take(context) {
      if (context.utterance.words.length === 0) return null;
      try {
        const audience = () => audienceOf(context, isOfficial);
        const answer = await find(library, context.utterance.clean, audience);
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
}

export interface CuratedServices {
  readonly library: CuratedLibrary;
  readonly isOfficial: IsOfficial;
}
