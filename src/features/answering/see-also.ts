import { judge } from "../../knowledge/confidence.ts";
import type { Hit, KnowledgeIndex } from "../../knowledge/knowledge-index.ts";
import { asksSomewhere, questionOf } from "../../language/question.ts";
import { beforeSources, MOST_BUTTONS, text } from "../../messaging/reply.ts";
import type { Feature, TurnContext } from "../../turn/feature.ts";
import { audienceOf, type IsOfficial } from "../officials/audience.ts";
import { SEE_ALSO } from "./answering-wording.ts";
import { withoutPersonal } from "./impersonal.ts";
import { offered } from "./own-words.ts";
import { buttonsOf } from "./question-buttons.ts";
import { searchFor } from "./searches.ts";

const MOST = 2;

/**
 * Advice on what is told, and under it the sections that may answer what is asked besides, to tap: "nó ngã gãy tay, bên kia
 * đòi sáu chục triệu, tôi phải chịu những gì" tells of an accident and asks what must be paid.
 */
export const seeAlso = (
  advice: Feature,
  {
    knowledge,
    isOfficial,
  }: { readonly knowledge: Pick<KnowledgeIndex, "search">; readonly isOfficial: IsOfficial },
): Feature => ({
  name: advice.name,
  async take(context) {
    const result = await advice.take(context);
    if (result === null || !asksSomewhere(context.utterance)) return result;
    // The advice never waits for what it is only shown with.
    const near = await nearTo(context, knowledge, isOfficial).catch(() => []);
    const buttons = buttonsOf(near.map(({ passage }) => passage));
    const [first, ...others] = result.replies;
    if (first === undefined || buttons.length === 0) return result;
    const reply = {
      ...first,
      blocks: beforeSources(first.blocks, text(SEE_ALSO)),
      buttons: [...(first.buttons ?? []), ...buttons].slice(0, MOST_BUTTONS),
    };
    // What is offered under it may be asked on.
    const session = { ...result.session, ...offered(near, context.now) };
    return { ...result, replies: [reply, ...others], session };
  },
});

async function nearTo(
  context: TurnContext,
  knowledge: Pick<KnowledgeIndex, "search">,
  isOfficial: IsOfficial,
): Promise<readonly Hit[]> {
  const search = searchFor(knowledge, await audienceOf(context, isOfficial));
  const hits = await search(questionOf(withoutPersonal(context.utterance.clean)));
  return hits.filter((hit) => judge(hit) !== "none").slice(0, MOST);
}
