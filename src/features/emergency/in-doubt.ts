import { strong } from "../../messaging/reply.ts";
import type { Feature } from "../../turn/feature.ts";
import { IN_DOUBT, named } from "./emergency-wording.ts";

/**
 * A feature whose answer gets a first line with the numbers where perhaps somebody is in danger: doubt hides no answer,
 * and no answer hides the numbers.
 */
export function inDoubt(feature: Feature): Feature {
  return {
    name: feature.name,
    async take(context) {
      const result = await feature.take(context);
      const { doubt } = context.reading;
      const [first, ...others] = result?.replies ?? [];
      if (result === null || doubt === null || first === undefined) return result;
      const line = strong(IN_DOUBT(named(doubt.numbers)));
      return { ...result, replies: [{ ...first, blocks: [line, ...first.blocks] }, ...others] };
    },
  };
}
