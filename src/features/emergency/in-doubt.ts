import { z } from "zod";
import { plainText, type Reply, strong, text } from "../../messaging/reply.ts";
import { MINUTE } from "../../platform/time.ts";
import { EMERGENCY_NUMBERS } from "../../reader/names/danger.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import type { Doubt } from "../../reading/danger/detect-danger.ts";
import { NOT_KNOWN_EVENT } from "../../turn/events.ts";
import type { Feature, TurnContext } from "../../turn/feature.ts";
import { slice } from "../../turn/session.ts";
import { asTold, dangerReply } from "./emergency-feature.ts";
import { IN_DESPAIR, IN_DOUBT, named, UNSURE } from "./emergency-wording.ts";
import { hasSign } from "./situation/situation.ts";

/** The feature that answers greetings and thanks. */
const SMALL_TALK = "smalltalk";

/** So probably a wrong is told, and no more of a danger. */
const TOLD = { act: 0.5, danger: 0.6, led: 0.8 };

/**
 * A wrong is told, and its advice says itself when to call that number: in its first line, or where all of it speaks for no
 * danger anywhere. A line of numbers above it only frightens.
 */
function saysItself(
  { reading: { incident, learned } }: TurnContext,
  { numbers: [first], isNear, isOfPart }: Doubt,
  answer: Reply,
): boolean {
  if (incident === null || isNear || isOfPart === true || first === undefined) return false;
  const [lead = ""] = plainText(answer).split("\n");
  const isTold = learned.danger < TOLD.danger && chanceOf(learned.acts, "tell") >= TOLD.act;
  return (learned.danger < TOLD.led && lead.includes(first)) || (isTold && plainText(answer).includes(first));
}

/** The numbers of the last line of doubt. */
const DOUBTED = slice(
  "doubted",
  z.object({ numbers: z.array(z.enum(EMERGENCY_NUMBERS)).readonly(), at: z.number() }),
);
/** So long nobody is asked twice whether somebody is in danger, where nothing more speaks for it. */
const ASKED_FOR = 30 * MINUTE;

const wasAsked = ({ session, now }: TurnContext, { numbers: [first], isNear }: Doubt): boolean => {
  const before = DOUBTED.of(session);
  return (
    !isNear &&
    before !== undefined &&
    first !== undefined &&
    now - before.at < ASKED_FOR &&
    before.numbers.includes(first)
  );
};

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
      const { danger: told, situation, isTurned } = asTold(doubt, context.reading);
      const isTold = isTurned || hasSign(situation);
      if (!isTold && wasAsked(context, doubt)) return result;
      const session = { ...result.session, ...DOUBTED.with({ numbers: doubt.numbers, at: context.now }) };
      const whom = named(told.numbers);
      const line = strong(told.kind === "selfHarm" ? IN_DESPAIR(whom) : IN_DOUBT(whom));
      const { incident, learned } = context.reading;
      const isDanger = learned.acts[0]?.is === "danger";
      // Thanks may be a goodbye: a cheerful word to it does harm. So does the advice on a theft to who has pills at hand.
      const isGoodbye = doubt.kind === "selfHarm" && (feature.name === SMALL_TALK || isDanger);
      // Its own words tell which steps are due: "nằm ngủ giữa đường ray" is no noise at night.
      const isNear = isTold || (isDanger && doubt.isNear);
      const isKnown = result.events?.includes(NOT_KNOWN_EVENT) !== true;
      // Nearly an alarm: what helps in that danger, not what one does about a wrong that is over.
      // What went to a report is said in any case: whoever told it must know.
      const isOwn = context.matter === "filed" || context.matter === "draft";
      const givesWay = isGoodbye || (!isOwn && isNear && (incident !== null || !isKnown));
      if (!givesWay && isKnown)
        return { ...result, session, replies: [{ ...first, blocks: [line, ...first.blocks] }, ...others] };
      if (!givesWay) return { ...result, session, replies: [{ blocks: [line, text(UNSURE)] }] };
      const { blocks, ...advice } = dangerReply(told, situation);
      const { buttons = [] } = first;
      const offered = isNear && incident !== null && buttons.length > 0 && { buttons };
      return { ...result, session, replies: [{ ...advice, ...offered, blocks: [line, ...blocks.slice(1)] }] };
    },
  };
}
