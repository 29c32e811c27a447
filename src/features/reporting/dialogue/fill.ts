import { fold } from "../../../language/fold.ts";
import type { Occurrence, Place } from "../report.ts";
import type { Draft, Step } from "./draft.ts";
import { isWithin } from "./join-times.ts";
import { namesDay } from "./leftover.ts";
import { saysHome } from "./own-place.ts";
import { isInner, oneAddress } from "./place/levels.ts";
import { namesHome, withoutHomes } from "./screen.ts";
import type { Slots } from "./slots.ts";
import { namesTime } from "./when.ts";
import { isElsewhere, isOnline, isWay, placeTells } from "./where.ts";

/**
 * A part that was empty or vague takes what was told; another one, only what was plainly told as such.
 * @param isPlace the reader takes the message for a place
 */
export function withSlots(told: Draft, slots: Slots, isPlain: boolean, isPlace = false): Draft {
  const { step } = told;
  // Where they only live gives way to where it happened.
  const { where: _, ...others } = told;
  const draft: Draft =
    slots.where !== undefined && isOnlyHome(told) && !tellsLess(slots.where, told) ? others : told;
  const mayReplace = (slot: Step): boolean => isPlain || step === slot || saysMore(draft, slots, slot);
  const { where = known(draft.where), when = draft.when } = {
    ...(slots.where !== undefined &&
      (known(draft.where) === undefined || mayReplace("where")) && { where: slots.where }),
    ...(slots.when !== undefined && (draft.when === undefined || mayReplace("when")) && { when: slots.when }),
  };
  const whole = draft.fixing === true ? null : wholePlace(draft, slots, isPlain || isPlace);
  const place = whole ?? namedToo(draft, slots, isPlace) ?? where ?? draft.where;
  return putWhen(putWhere(draft, place), when);
}

/** A place with its name isn't given up for one without. */
const tellsLess = ({ words }: Place, { where }: Draft): boolean =>
  words !== undefined &&
  where?.words !== undefined &&
  placeTells(where.words) === "name" &&
  placeTells(words) !== "name";

/** True where the place that is known is only where the reporter lives, or where the accused has something. */
function isOnlyHome({ what = "", where }: Draft): boolean {
  const words = where?.words;
  if (words === undefined || where?.lat !== undefined || namesHome(words)) return false;
  const line = what.split("\n").find((one) => one.includes(words));
  return line !== undefined && (isElsewhere(line) || !withoutHomes(line).includes(words));
}

/** "Quán Hương Lan", and later "xã Bắc Sơn": one place. @param isTold nothing else is told, or the reader takes it for a place */
function wholePlace({ where }: Draft, { where: told }: Slots, isTold: boolean): Place | null {
  const [before, now] = [where?.words, told?.words];
  if (before === undefined || now === undefined) return null;
  if (placeTells(now) === "little" && !isInner(now)) return null;
  // "Ngoài sân", "xóm em", and then the address: that stands alone. "Bìa rừng sau nhà" stands beside the home.
  if (isOnline(before) && saysHome(now)) return null;
  const isBesideHome = saysHome(now) && !saysHome(before);
  if (!isBesideHome && placeTells(before) === "little" && placeTells(now) === "name") return null;
  // A yard or a floor belongs to the place that is known; and what has no name, to the one that is told with its name.
  const isPart = isBesideHome || isInner(now) || isInner(before) || placeTells(before) === "kind";
  if (!isTold && !isPart) return null;
  const words = oneAddress(before, now) ?? (isBesideHome ? `${before}, ${now}` : null);
  return words === null || words.length > LONGEST_PLACE ? null : { ...where, words };
}

/** Longest place that grows by pieces, in UTF-16 units. */
export const LONGEST_PLACE = 400;

/** "Trong rừng phòng hộ", and what it is called: both stand. */
function namedToo({ where, step }: Draft, told: Slots, isPlace: boolean): Place | null {
  const [before, now] = [where?.words, told.where?.words];
  if (!isPlace || step === "where" || before === undefined || now === undefined || !told.tellsMore)
    return null;
  if (placeTells(before) !== "kind" || placeTells(now) !== "name") return null;
  return { ...where, words: `${before}${BETWEEN_PLACES}${now}`.slice(0, LONGEST_PLACE) };
}

/** "Cạnh nhà" and then "khu 2 …", "lúc nãy" and then "tối qua tầm 8h": the fuller one stands. */
function saysMore({ what = "", where, when }: Draft, told: Slots, slot: Step): boolean {
  if (slot === "where") {
    const [before, now] = [where?.words, told.where?.words];
    if (before === undefined || now === undefined) return false;
    const [tells, more] = [placeTells(before), placeTells(now)];
    // What was only read out of the story gives way to a place with its name.
    const isChance = tells === "kind" && more === "name" && (what.includes(before) || isWay(before));
    return isChance || (tells === "little" && more !== "little");
  }
  const [before, now] = [when, told.when];
  if (before === undefined || now === undefined) return false;
  // What holds all that was told before, says more; so does the hour of the same day.
  if (now.words.includes(before.words) || isWithin(now, before)) return true;
  return !namesTime(before.words) && namesTime(now.words);
}

/** Another place. The words of the one before stay in the story, unless they are being put right. */
export function putWhere(draft: Draft, where: Place | undefined): Draft {
  if (where === undefined || where === draft.where) return draft;
  const { fixing, where: before } = draft;
  const isFixed = fixing === true && draft.step === "where";
  const { lat, lng } = before ?? {};
  const point = isFixed || lat === undefined || lng === undefined ? {} : { lat, lng };
  return {
    ...(isFixed
      ? rightInStory(draft, before?.words, where.words)
      : keepInStory(draft, before?.words, where.words)),
    where: { ...point, ...where },
  };
}

/** Another time, as `putWhere`. */
export function putWhen(draft: Draft, when: Occurrence | undefined): Draft {
  if (when === undefined || when === draft.when) return draft;
  const isFixed = draft.fixing === true && draft.step === "when";
  const [before, now] = [draft.when?.words, when.words];
  return { ...(isFixed ? rightInStory(draft, before, now) : keepInStory(draft, before, now)), when };
}

/** Where a part is put right, the story is too: else its handlers read both. */
export function rightInStory(draft: Draft, before: string | undefined, now: string | undefined): Draft {
  const { what } = draft;
  if (what === undefined || before === undefined || now === undefined) return draft;
  if (!what.includes(before) || before.trim() === "") return draft;
  // An hour takes the place of a day only beside it.
  const right = namesDay(before) && !namesDay(now) && namesTime(before) ? `${before} (sửa: ${now})` : now;
  return { ...draft, what: what.replace(before, right) };
}

/** Nobody knows where. What was told before is put right by that, or stays in the story. */
export const putUnknown = (draft: Draft): Draft => ({
  ...(draft.fixing === true ? draft : keepInStory(draft, draft.where?.words, undefined)),
  where: { unknown: true },
});

function keepInStory(draft: Draft, before: string | undefined, now: string | undefined): Draft {
  if (before === undefined || now?.includes(before) === true) return draft;
  const isThere = before.split(BETWEEN).every((part) => (draft.what ?? "").includes(part));
  return isThere ? draft : { ...draft, ...keep("what", appended(draft.what, before)) };
}
/** Between two places that both stand. */
const BETWEEN_PLACES = "; ";
/** The same, and between the pieces of one place or time that were told apart. */
const BETWEEN = /[,;] /u;

export const keep = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);

export const known = (where: Draft["where"]): Draft["where"] => (where?.unknown === true ? undefined : where);

/** The story with a new line; the same line twice is written once. */
export function appended(before: string | undefined, more: string): string {
  if (before === undefined || before === "") return more;
  const isThere = before.split("\n").some((line) => fold(line) === fold(more));
  return isThere || before.includes(more) ? before : `${before}\n${more}`;
}
