import { takeWords } from "./dialogue.ts";
import type { Draft } from "./draft.ts";
import { stay } from "./steps.ts";

/** The draft with what waited beside it in its story: told of another wrong, and said to belong here. */
export function joined({ pending, ...draft }: Draft, now: number): Draft {
  if (pending === undefined) return draft;
  return stay({ ...takeWords({ ...draft, step: "summary" }, pending, now).draft, step: draft.step });
}
