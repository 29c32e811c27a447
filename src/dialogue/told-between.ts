import { asksPlainly, opensAsking } from "../language/asks.ts";
import { readUtterance } from "../language/utterance.ts";
import { readLearned } from "../reader/learned-reading.ts";
import { chanceOf } from "../reader/names/likely.ts";
import type { TurnContext } from "../turn/feature.ts";

/** Fewer words of a part tell nothing by themselves: "em sợ lắm". */
const LEAST_WORDS = 4;
/** More parts aren't looked at. */
const MOST_PARTS = 6;
const MOSTLY = 0.5;

/**
 * What a message tells of what is open though others answer it: all of it where the reader takes it for told, else its parts that
 * ask nothing. What is refused, or sounds an alarm, tells nothing here.
 * @example toldBetween(context) // "chị ấy không dám nói" of "chị ấy không dám nói, em báo thay được không"
 */
export function toldBetween({ inbound, matter, reading, utterance }: TurnContext): string | null {
  if (inbound.content.kind !== "text" || (matter !== "incident" && matter !== "draft")) return null;
  const { boundary, danger, learned } = reading;
  if (boundary !== null || danger !== null || utterance.clean.startsWith("/")) return null;
  const tells = (acts: typeof learned.acts): boolean => chanceOf(acts, "tell", "more", "edit") >= MOSTLY;
  if (tells(learned.acts)) return utterance.clean;
  const parts = utterance.clean.split(/(?<=[,;.!?\n])/u).slice(0, MOST_PARTS);
  const asksNothing = parts.map(readUtterance).map((said) => !asksPlainly(said) && !opensAsking(said));
  const told = parts.filter((_, at) => asksNothing[at]);
  const isTold = told.map(readUtterance).some((said) => {
    return said.words.length >= LEAST_WORDS && tells(readLearned(said, matter).acts);
  });
  return isTold ? told.join("").replace(/[\s,;]+$/u, "") : null;
}
