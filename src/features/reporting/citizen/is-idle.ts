import { PatternBook } from "../../../language/pattern-book.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import { readMessage } from "../../../reading/read-message.ts";
import type { Draft } from "../dialogue/draft.ts";
import { NOISE } from "../noise/noise-rules.ts";

const JOKES = new PatternBook(NOISE.jokes);
const NOBODYS_LOSS = new PatternBook(NOISE.nobodysLoss);

/**
 * True where a report tells of nothing: a joke, abuse, a try. A danger, a photo and what has a time, a plate or an amount are
 * always meant; a known wrong too, but for a stolen heart that smiles.
 * @example isIdle({ ...EMPTY_DRAFT, what: "báo công an bắt crush tội làm tim em lỡ nhịp =))" }) // true
 */
export function isIdle({ what, danger, media, when, details }: Draft): boolean {
  if (what === undefined || danger || media.length > 0 || when !== undefined) return false;
  if (Object.keys(details).length > 0) return false;
  const reading = readMessage(what);
  if (reading.danger !== null) return false;
  if (reading.boundary === "abuse" || reading.boundary === "crude" || reading.boundary === "falseAlarm")
    return true;
  const { meant, idle, abuse, smileys } = NOISE;
  const smiles = smileys.some((sign) => what.includes(sign));
  if (smiles && NOBODYS_LOSS.has(reading.utterance)) return true;
  if (reading.incident !== null) return false;
  const { acts, boundaries } = reading.learned;
  const isTalk = chanceOf(acts, ...meant.acts) < meant.below && chanceOf(acts, ...idle.acts) >= idle.from;
  const isAbuse = chanceOf(boundaries, ...abuse.boundaries) >= abuse.from;
  const isJoke = JOKES.has(reading.utterance) || smiles;
  return isTalk && (isAbuse || isJoke);
}
