import { strong, text } from "../../messaging/reply.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import { NOT_KNOWN_EVENT } from "../../turn/events.ts";
import type { Feature, TurnContext } from "../../turn/feature.ts";
import { dangerReply } from "./emergency-feature.ts";
import { IN_DOUBT, named, UNSURE } from "./emergency-wording.ts";

/** So surely a wrong is told, and so little of a danger, that numbers for one only frighten: its advice says when to call. */
const PLAIN = { told: 0.9, kind: 0.9, danger: 0.5, near: 0.3 };

const isPlainWrong = ({ reading: { incident, learned, doubt } }: TurnContext): boolean =>
  incident !== null &&
  doubt?.isOfPart !== true &&
  learned.danger < (doubt?.isNear === true ? PLAIN.near : PLAIN.danger) &&
  chanceOf(learned.acts, "tell") >= PLAIN.told &&
  (learned.incidents[0]?.p ?? 0) >= PLAIN.kind;

/**
 * A feature whose answer gets a first line with the numbers where perhaps somebody is in danger: doubt hides no answer,
 * and no answer hides the numbers. Where there is no answer and the message is nearly an alarm, the steps for that
 * kind of danger stand there instead.
 */
export function inDoubt(feature: Feature): Feature {
  return {
    name: feature.name,
    async take(context) {
      const result = await feature.take(context);
      const { doubt } = context.reading;
      const [first, ...others] = result?.replies ?? [];
      if (result === null || doubt === null || first === undefined || isPlainWrong(context)) return result;
      const line = strong(IN_DOUBT(named(doubt.numbers)));
      if (result.events?.includes(NOT_KNOWN_EVENT) !== true)
        return { ...result, replies: [{ ...first, blocks: [line, ...first.blocks] }, ...others] };
      const [act] = context.reading.learned.acts;
      if (act?.is !== "danger" || !doubt.isNear)
        return { ...result, replies: [{ blocks: [line, text(UNSURE)] }] };
      const { blocks, ...advice } = dangerReply(doubt);
      return { ...result, replies: [{ ...advice, blocks: [line, ...blocks.slice(1)] }] };
    },
  };
}
