import { confidenceOf, judge } from "../../../knowledge/confidence.ts";
import type { Hit } from "../../../knowledge/knowledge-index.ts";
import { type AskedOn, WORDS } from "./asked-on.ts";

/**
 * A section asked for by itself: so probable, with so much of its own topic named by so many words, or some of it by more, or by many.
 * Then another thing is asked, whatever was spoken of.
 */
const ALONE = { chance: 0.6, topic: 0.5, words: 2, named: 0.35, many: 6 } as const;

/** True where another thing is asked for, word for word or by its name; what points back never is. */
export function standsAlone(best: Hit | undefined, { words, reference, isBare }: AskedOn): boolean {
  if (isBare) return false;
  if (best?.likeness === 1 && words >= ALONE.words) return true;
  if (best === undefined || reference === "sure" || confidenceOf(best) < ALONE.chance) return false;
  if (words > WORDS.little && (words > ALONE.many || topicOf(best) >= ALONE.named)) return true;
  return words >= ALONE.words && isOwnMatter(best);
}

/** Where nothing of the thread fits, less is enough to be asked for by itself. */
export const namesAnother = (best: Hit | undefined, { words, reference, isBare }: AskedOn): boolean =>
  best !== undefined &&
  !isBare &&
  reference !== "sure" &&
  judge(best) === "answer" &&
  topicOf(best) >= ALONE.topic &&
  (words >= ALONE.words || (words >= 1 && isOwnMatter(best)));

/** True where the question names most of what a section is about. */
export const isOwnMatter = (hit: Hit): boolean =>
  confidenceOf(hit) >= ALONE.chance && topicOf(hit) >= ALONE.topic;

const topicOf = (hit: Hit | undefined): number => hit?.signals?.topic ?? hit?.likeness ?? 0;
