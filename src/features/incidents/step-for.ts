import { fold } from "../../language/fold.ts";
import { wordsOf } from "../../language/syllables.ts";
import type { IncidentId } from "../../reader/names/incident.ts";
import { adviceOf } from "./incident-advice.ts";

/** So many words a step must have in common with a piece of a story to be the one that is due, and with a question to answer it. */
const IN_COMMON = { told: 2, asked: 3 } as const;
/** Shorter words say little. */
const SAYS = 4;

const sayingWords = (words: string): ReadonlySet<string> =>
  new Set(wordsOf(fold(words.toLowerCase())).filter(({ length }) => length >= SAYS));

/**
 * The sentence of the advice on a wrong that speaks of what somebody says or asks; undefined where none does.
 * @param category what was told; the general advice on what has no kind speaks of nothing
 * @example stepFor("theft", "có cần giữ nguyên hiện trường không", "asked")
 */
export function stepFor(category: string, words: string, as: keyof typeof IN_COMMON): string | undefined {
  if (category === "other") return undefined;
  const { lead, steps } = adviceOf(category as IncidentId);
  const said = sayingWords(words);
  const [best] = [...(as === "asked" ? [lead] : []), ...steps]
    .map((step) => ({ step, n: [...sayingWords(step)].filter((word) => said.has(word)).length }))
    .toSorted((a, b) => b.n - a.n);
  return best !== undefined && best.n >= IN_COMMON[as] ? best.step : undefined;
}
