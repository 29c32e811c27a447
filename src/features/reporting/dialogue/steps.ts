import type { IncidentId } from "../../../reader/names/incident.ts";
import { decided } from "../media/telling-files.ts";
import { DETAIL_QUESTIONS, tellsDetail } from "./details.ts";
import { type Draft, STEPS, type Step } from "./draft.ts";
import { isHardToFind } from "./where.ts";

/** True where there is enough to submit: words, or files that may go. */
export const canSubmit = (draft: Draft): boolean =>
  draft.what !== undefined || decided(draft.media).length > 0;

/** True where nothing was told or shown yet: there is nothing to lose. */
export const isEmpty = ({ what, where, when, media, pending }: Draft): boolean =>
  what === undefined &&
  where === undefined &&
  when === undefined &&
  media.length === 0 &&
  pending === undefined;

/** Goes to the first question that is neither answered nor skipped; the one that stands counts as answered. */
export function proceed(draft: Draft): Draft {
  const { fixing: _, ...rest } = draft;
  // Without words and files this question can't be skipped.
  if (!canSubmit(draft)) return { ...rest, step: "what" };
  // Whoever has seen what will go is asked for nothing more.
  if (draft.step === "summary" && draft.shown === true) return rest;
  const done = [...new Set([...draft.done, ...(draft.step === "summary" ? [] : [draft.step])])];
  return { ...rest, done, step: firstOpen(rest, done) };
}

/** The question that stands wasn't answered: it is asked once more, then given up. */
export function askAgain(draft: Draft): Draft {
  const { step, again = [] } = draft;
  if (again.includes(step)) return proceed(draft);
  return { ...draft, again: [...again, step] };
}

/** After something else was changed: the question that stands stays, unless that answered it. */
export const stay = (draft: Draft): Draft =>
  canSubmit(draft) && (draft.step === "summary" || isOpen(draft, draft.step)) ? draft : proceed(draft);

/** Asks for one part again. What it held stays until there is something better. */
export function reopen(draft: Draft, step: Exclude<Step, "summary">): Draft {
  if (!canSubmit(draft)) return { ...draft, step: "what" };
  const done = draft.done.filter((one) => one !== step);
  const again = (draft.again ?? []).filter((one) => one !== step);
  return { ...draft, step, done, again, fixing: true };
}

/** One step back: what was filled last before the question that stands. */
export function stepBack(draft: Draft): Draft {
  const before = STEPS.slice(0, STEPS.indexOf(draft.step));
  const filled = before.filter((step) => step !== "summary" && !isOpen(draft, step) && holds(draft, step));
  const last = filled.at(-1) as Exclude<Step, "summary"> | undefined;
  return last === undefined ? draft : reopen(draft, last);
}

const firstOpen = (draft: Draft, done: readonly Step[]): Step =>
  STEPS.find((step) => step === "summary" || (!done.includes(step) && isOpen(draft, step))) ?? "summary";

function holds(draft: Draft, step: Step): boolean {
  if (step === "details") return draft.details.told !== undefined;
  return step !== "summary" && draft[step] !== undefined;
}

function isOpen(draft: Draft, step: Step): boolean {
  switch (step) {
    case "what":
      return draft.what === undefined;
    case "where":
      return (
        draft.where === undefined ||
        (draft.where.words !== undefined && draft.where.lat === undefined && isHardToFind(draft.where.words))
      );
    case "when":
      return draft.when === undefined && draft.ahead === undefined;
    case "details":
      return (
        Object.hasOwn(DETAIL_QUESTIONS, draft.category) &&
        DETAIL_QUESTIONS[draft.category as IncidentId] !== undefined &&
        // A photo shows it.
        draft.media.length === 0 &&
        Object.keys(draft.details).length === 0 &&
        !tellsDetail(draft.category, draft.what ?? "")
      );
    case "summary":
      return true;
  }
}
