import { MAX_TEXT } from "../dialogue/dialogue.ts";
import type { Draft } from "../dialogue/draft.ts";
import { isWithin } from "../dialogue/join-times.ts";
import { oneAddress } from "../dialogue/place/levels.ts";
import { FILE_LIMITS } from "../report.ts";

/**
 * Two things told, as one: the words one below the other, the fields of the first where both have them. Nothing is lost but
 * what is beyond the limits of a report.
 */
export function joinDrafts(first: Draft, second: Draft): Draft {
  const files = [
    ...first.media,
    ...second.media.filter(({ key }) => first.media.every((f) => f.key !== key)),
  ];
  const beyond = files.slice(FILE_LIMITS.files).map(({ kind }) => ({ kind, why: "too_many" as const }));
  const told = [first.what, otherPoint(first, second), second.what].filter((words) => words !== undefined);
  const place = placeOf(first, second);
  const when = timeOf(first, second);
  // What the fields have no room for stands in the story.
  const left = [second.where?.words, first.when?.words, second.when?.words].filter(
    (words) =>
      words !== undefined &&
      ![place?.words, when?.words, ...told].some((one) => one?.includes(words) === true),
  );
  const what = [...told, ...left];
  const ahead = [first.ahead, second.ahead].filter((words) => words !== undefined);
  const choices = { ...second.choices, ...first.choices };
  return {
    ...second,
    ...first,
    category: first.category === "other" ? second.category : first.category,
    danger: first.danger || second.danger,
    details: { ...second.details, ...first.details },
    media: files.slice(0, FILE_LIMITS.files),
    lostMedia: [...first.lostMedia, ...second.lostMedia, ...beyond].slice(0, FILE_LIMITS.files),
    ...(what.length > 0 && { what: what.join("\n").slice(0, MAX_TEXT).toWellFormed() }),
    ...(place !== undefined && { where: place }),
    ...(when !== undefined && { when }),
    ...(ahead.length > 0 && { ahead: [...new Set(ahead)].join("; ") }),
    ...(Object.keys(choices).length > 0 && { choices }),
  };
}

/** "Thôn Nà Pàn", and "xã Tri Lễ": one address. */
function placeOf({ where: first }: Draft, { where: second }: Draft): Draft["where"] {
  if (first?.words === undefined || second?.words === undefined)
    return first === undefined ? second : { ...second, ...first };
  return { ...second, ...first, words: oneAddress(first.words, second.words) ?? first.words };
}

/** The more exact one. */
function timeOf({ when: first }: Draft, { when: second }: Draft): Draft["when"] {
  if (first === undefined || second === undefined) return first ?? second;
  return isWithin(second, first) ? second : first;
}

/** A report has one point on the map: the other one goes into the words. */
export const otherPoint = (kept: Pick<Draft, "where">, other: Pick<Draft, "where">): string | undefined => {
  const { lat, lng } = other.where ?? {};
  if (lat === undefined || lng === undefined || kept.where?.lat === undefined) return undefined;
  return lat === kept.where.lat && lng === kept.where.lng ? undefined : `Vị trí khác: ${lat}, ${lng}`;
};
