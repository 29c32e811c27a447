import { hasQuestion } from "../../language/asks.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import type { Feature, TurnContext } from "../../turn/feature.ts";
import { firstAidReply } from "./emergency-feature.ts";
import { openDanger } from "./open-danger.ts";

/** From this probability on a message asks what to do in a case. */
const ASKS = 0.5;
/**
 * So sure the case must be. On unseen batches of those below every second one was of another kind, or no such question at all:
 * the steps for a stroke under a question about drugs.
 */
const KIND = 0.97;

const asksOfCase = ({ reading: { learned } }: TurnContext): boolean =>
  chanceOf(learned.acts, "aid", "danger") >= ASKS;

/**
 * "Sạc xe trong nhà có nguy hiểm không, nên để đâu?": asks of a case, but not what to do in it. What the knowledge surely says of it goes
 * before the steps.
 * @param answers what is surely known
 */
export const knownOfCase = (answers: Feature): Feature => ({
  name: answers.name,
  take: (context) => {
    const [aspect] = context.reading.learned.aspects;
    return asksOfCase(context) && aspect?.is !== "how" && hasQuestion(context.utterance)
      ? answers.take(context)
      : null;
  },
});

/**
 * "Rắn cắn thì làm gì?", asked by somebody to whom nothing happened: the same advice as in danger, the steps first. Within an
 * open danger its own steps answer.
 */
export const firstAid: Feature = {
  name: "firstAid",
  take(context) {
    const { learned, utterance } = context.reading;
    if (utterance.words.length === 0 || utterance.clean.startsWith("/")) return null;
    if (isOpen(context) || !asksOfCase(context)) return null;
    const [kind] = learned.kinds;
    const named = kind !== undefined && kind.p >= KIND ? kind.is : undefined;
    const reply = named === undefined ? null : firstAidReply(named);
    return reply === null ? null : { replies: [reply] };
  },
};

const isOpen = ({ inbound, session, now }: TurnContext): boolean =>
  inbound.isPrivate && openDanger(session, now) !== undefined;
