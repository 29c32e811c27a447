import { fold } from "../../../language/fold.ts";
import type { Occurrence, Place } from "../report.ts";
import type { Draft, Step } from "./draft.ts";
import type { Slots } from "./slots.ts";
import { namesTime } from "./when.ts";
import { placeTells } from "./where.ts";

/**
 * A part that was empty or vague takes what was told; another one, only what was plainly told as such.
 * @param isPlace the reader takes the message for a place
 */
export function withSlots(draft: Draft, slots: Slots, isPlain: boolean, isPlace = false): Draft {
  const { step } = draft;
  const mayReplace = (slot: Step): boolean => isPlain || step === slot || saysMore(draft, slots, slot);
  const { where = known(draft.where), when = draft.when } = {
    ...(slots.where !== undefined &&
      (known(draft.where) === undefined || mayReplace("where")) && { where: slots.where }),
    ...(slots.when !== undefined && (draft.when === undefined || mayReplace("when")) && { when: slots.when }),
  };
  return putWhen(putWhere(draft, namedToo(draft, slots, isPlace) ?? where ?? draft.where), when);
}

/** Longest place that grows by pieces, in UTF-16 units. */
const LONGEST_PLACE = 400;

/** "Trong rừng phòng hộ", and what it is called: both stand. */
function namedToo({ where, step }: Draft, told: Slots, isPlace: boolean): Place | null {
  const [before, now] = [where?.words, told.where?.words];
  if (!isPlace || step === "where" || before === undefined || now === undefined || !told.tellsMore)
    return null;
  if (placeTells(before) !== "kind" || placeTells(now) !== "name") return null;
  return { ...where, words: `${before}; ${now}`.slice(0, LONGEST_PLACE) };
}

/** "Cạnh nhà" and then "khu 2 …", "lúc nãy" and then "tối qua tầm 8h": the fuller one stands. */
function saysMore({ where, when }: Draft, told: Slots, slot: Step): boolean {
  if (slot === "where") {
    const [before, now] = [where?.words, told.where?.words];
    return (
      before !== undefined &&
      now !== undefined &&
      placeTells(before) === "little" &&
      placeTells(now) !== "little"
    );
  }
  const [before, now] = [when?.words, told.when?.words];
  return before !== undefined && now !== undefined && !namesTime(before) && namesTime(now);
}

/** Another place. The words of the one before stay in the story, unless they are being put right. */
export function putWhere(draft: Draft, where: Place | undefined): Draft {
  if (where === undefined || where === draft.where) return draft;
  const { fixing, where: before } = draft;
  const isFixed = fixing === true && draft.step === "where";
  const { lat, lng } = before ?? {};
  const point = isFixed || lat === undefined || lng === undefined ? {} : { lat, lng };
  return {
    ...(isFixed ? draft : keepInStory(draft, before?.words, where.words)),
    where: { ...point, ...where },
  };
}

/** Another time, as `putWhere`. */
export function putWhen(draft: Draft, when: Occurrence | undefined): Draft {
  if (when === undefined || when === draft.when) return draft;
  const isFixed = draft.fixing === true && draft.step === "when";
  return { ...(isFixed ? draft : keepInStory(draft, draft.when?.words, when.words)), when };
}

/** Nobody knows where. What was told before is put right by that, or stays in the story. */
export const putUnknown = (draft: Draft): Draft => ({
  ...(draft.fixing === true ? draft : keepInStory(draft, draft.where?.words, undefined)),
  where: { unknown: true },
});

const keepInStory = (draft: Draft, before: string | undefined, now: string | undefined): Draft =>
  before === undefined || before === now || (draft.what ?? "").includes(before)
    ? draft
    : { ...draft, ...keep("what", appended(draft.what, before)) };

export const keep = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);

export const known = (where: Draft["where"]): Draft["where"] => (where?.unknown === true ? undefined : where);

/** The story with a new line; the same line twice is written once. */
export function appended(before: string | undefined, more: string): string {
  if (before === undefined || before === "") return more;
  const isThere = before.split("\n").some((line) => fold(line) === fold(more));
  return isThere || before.includes(more) ? before : `${before}\n${more}`;
}
