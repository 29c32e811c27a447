import type { Point } from "../../../reader/names/labels.ts";
import { findDetails, findsOf, withoutFinds } from "./details.ts";
import { type Progress, takeWords } from "./dialogue.ts";
import type { Draft } from "./draft.ts";
import { editedOne } from "./said.ts";
import { stay } from "./steps.ts";

/**
 * An edit of an earlier message: its parts are read anew, and its words take the place of the old ones.
 * @returns null where nothing changed; an edit of what isn't remembered is added, marked as such
 */
export function takeEdit(
  draft: Draft,
  text: string,
  now: number,
  about?: Point,
  id?: string,
): Progress | null {
  const words = text.trim().normalize("NFC");
  const before = editedOne(draft, words, id);
  if (before === undefined) return takeWords({ ...draft, step: "summary" }, `(sửa lại) ${words}`, now, about);
  if (before.text === words) return null;
  const left = withoutPiece(draft, before.text);
  const { draft: next, notes } = takeWords({ ...left, step: before.at }, words, now, about, id ?? before.id);
  const { fixing: _, again: __, ...rest } = next;
  const again = draft.again === undefined ? {} : { again: draft.again };
  return { draft: stay({ ...rest, ...again, step: draft.step, done: draft.done }), notes };
}

/** The draft without what one message told. */
function withoutPiece(draft: Draft, old: string): Draft {
  const { what, where, when, fixing: _, said = [], ...rest } = draft;
  const lines = what === old ? undefined : what?.replace(`${old}\n`, "").replace(`\n${old}`, "");
  const inOld = (words: string | undefined): boolean => words !== undefined && old.includes(words);
  const found = findDetails(old);
  const details = withoutFinds(
    draft.details,
    (find, name, all) => all === old || find === old || findsOf(found[name] ?? "").includes(find),
  );
  return {
    ...rest,
    said: said.filter(({ text }) => text !== old),
    details,
    ...(lines !== undefined && { what: lines }),
    ...(where !== undefined && !inOld(where.words) && { where }),
    ...(when !== undefined && !inOld(when.words) && { when }),
  };
}
