import { wordsOf } from "../../../language/syllables.ts";
import type { Draft } from "./draft.ts";

type Said = NonNullable<Draft["said"]>[number];

/** As many messages back an edit is understood. */
const KEPT = 20;
/** Longest message whose edit is understood, in UTF-16 units. */
const LONGEST = 2_000;
/** Of the words of an edited message at least so many are in the one that it was. */
const ALIKE = 0.5;

/** The last messages with this one. */
export const saying = (draft: Draft, text: string, id: string | undefined): Said[] => {
  const others = (draft.said ?? []).filter((one) => id === undefined || one.id !== id);
  if (text.length > LONGEST) return others;
  return [...others, { text, at: draft.step, ...(id !== undefined && { id }) }].slice(-KEPT);
};

/** The message that an edit has changed: by its id, else the last one that is most like it; undefined where none is. */
export function editedOne({ said = [] }: Draft, text: string, id: string | undefined): Said | undefined {
  const named = said.find((one) => one.id !== undefined && one.id === id);
  if (named !== undefined) return named;
  const words = new Set(wordsOf(text));
  const alike = said.map((one) => ({ one, share: shareOf(new Set(wordsOf(one.text)), words) }));
  const best = alike.reduce((a, b) => (b.share >= a.share ? b : a), {
    one: undefined as Said | undefined,
    share: ALIKE,
  });
  return best.one;
}

function shareOf(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const common = [...some].filter((word) => others.has(word)).length;
  return common / Math.max(1, Math.min(some.size, others.size));
}
