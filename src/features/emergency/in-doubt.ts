import { plainText, type Reply, strong, text } from "../../messaging/reply.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import type { Doubt } from "../../reading/danger/detect-danger.ts";
import { NOT_KNOWN_EVENT } from "../../turn/events.ts";
import type { Feature, TurnContext } from "../../turn/feature.ts";
import { dangerReply } from "./emergency-feature.ts";
import { IN_DESPAIR, IN_DOUBT, named, UNSURE } from "./emergency-wording.ts";

/** The feature that answers greetings and thanks. */
const SMALL_TALK = "smalltalk";

/** So probably a wrong is told, and no more of a danger. */
const TOLD = { act: 0.5, danger: 0.6 };

/**
 * A wrong is told, all of it speaks for no danger, and its advice says itself when to call that number: a line of numbers
 * above it only frightens.
 */
const saysItself = (
  { reading: { incident, learned } }: TurnContext,
  { numbers, isNear, isOfPart }: Doubt,
  answer: Reply,
): boolean =>
  incident !== null &&
  !isNear &&
  isOfPart !== true &&
  learned.danger < TOLD.danger &&
  chanceOf(learned.acts, "tell") >= TOLD.act &&
  plainText(answer).includes(numbers[0] ?? "");

/**
 * A feature whose answer gets a first line with the numbers where perhaps somebody is in danger: doubt hides no answer,
 * and no answer hides the numbers. Where the message is nearly an alarm, and there is no answer or only the advice on a
 * wrong, the steps for that kind of danger stand there instead; the offer to report stays. None has a line above it that
 * is surely meant, such as a figure that an official asked for.
 */
export function inDoubt(feature: Feature): Feature {
  return {
    name: feature.name,
    async take(context) {
      const result = await feature.take(context);
      const { doubt } = context.reading;
      const [first, ...others] = result?.replies ?? [];
      if (result === null || doubt === null || first === undefined || result.unmistaken) return result;
      if (saysItself(context, doubt, first)) return result;
      const whom = named(doubt.numbers);
      const line = strong(doubt.kind === "selfHarm" ? IN_DESPAIR(whom) : IN_DOUBT(whom));
      const { incident, learned } = context.reading;
      const isDanger = learned.acts[0]?.is === "danger";
      // Thanks may be a goodbye: a cheerful word to it does harm. So does the advice on a theft to who has pills at hand.
      const isGoodbye = doubt.kind === "selfHarm" && (feature.name === SMALL_TALK || isDanger);
      const isNear = isDanger && doubt.isNear;
      const isKnown = result.events?.includes(NOT_KNOWN_EVENT) !== true;
      // Nearly an alarm: what helps in that danger, not what one does about a wrong that is over.
      // What went to a report is said in any case: whoever told it must know.
      const isOwn = context.matter === "filed" || context.matter === "draft";
      const givesWay = isGoodbye || (!isOwn && isNear && (incident !== null || !isKnown));
      if (!givesWay && isKnown)
        return { ...result, replies: [{ ...first, blocks: [line, ...first.blocks] }, ...others] };
      if (!givesWay) return { ...result, replies: [{ blocks: [line, text(UNSURE)] }] };
      const { blocks, ...advice } = dangerReply(doubt);
      const { buttons = [] } = first;
      const offered = isNear && incident !== null && buttons.length > 0 && { buttons };
      return { ...result, replies: [{ ...advice, ...offered, blocks: [line, ...blocks.slice(1)] }] };
    },
  };
}
