import { MAX_TEXT } from "../dialogue/dialogue.ts";
import type { Draft } from "../dialogue/draft.ts";
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
  const what = [first.what, otherPoint(first, second), second.what].filter((words) => words !== undefined);
  const where = first.where === undefined || second.where === undefined ? undefined : first.where;
  const place = where === undefined ? (first.where ?? second.where) : { ...second.where, ...where };
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
    ...(Object.keys(choices).length > 0 && { choices }),
  };
}

/** A report has one point on the map: the other one goes into the words. */
export const otherPoint = (kept: Pick<Draft, "where">, other: Pick<Draft, "where">): string | undefined => {
  const { lat, lng } = other.where ?? {};
  if (lat === undefined || lng === undefined || kept.where?.lat === undefined) return undefined;
  return lat === kept.where.lat && lng === kept.where.lng ? undefined : `Vị trí khác: ${lat}, ${lng}`;
};
