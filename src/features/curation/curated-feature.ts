import type { Audience } from "../../knowledge/knowledge-index.ts";
import { questionOf } from "../../language/question.ts";
import { errorCode } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";
import type { Feature, TurnContext } from "../../turn/feature.ts";
import { audienceOf, type IsOfficial } from "../officials/audience.ts";
import type { CuratedAnswer } from "./curated-answers.ts";
import type { CuratedLibrary } from "./curated-library.ts";
import { approvedReply, OFFER } from "./curation-wording.ts";

/**
 * The answer that an official approved for exactly this question. It comes before the knowledge and the model, after
 * danger, boundaries, reports and figures. Where the answers can't be read, the knowledge answers.
 */
export function curated({ library, isOfficial }: CuratedServices): Feature {
  return {
    name: "curated",
    async take(context) {
      if (context.utterance.words.length === 0) return null;
      try {
        const answer = await answerTo(library, context, await audienceOf(context, isOfficial));
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

async function answerTo(
  library: CuratedLibrary,
  { utterance: { clean } }: TurnContext,
  audience: Audience,
): Promise<CuratedAnswer | null> {
  const offered = OFFER.exec(clean)?.[1];
  if (offered !== undefined) return library.byNumber(Number(offered), audience);
  return library.find(questionOf(clean), audience);
}
