import { PLACE } from "./place-words.ts";
import type { Reading } from "./reading.ts";

/** Most words between "em là" and where they live. */
const INTRO = 7;

/** "em tên là Lan ở …": in one breath with the name, before any time is told. */
export function isIntroduced({ typed, isTime }: Reading, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - INTRO); before--) {
    if (isTime(before) || /^[.;!?]$/.test(typed[before]?.typed ?? "")) return false;
    // "Bên kia đường nhà tôi là quán …" introduces nobody.
    if (PLACE.intros.lengthAt(typed, before) > 0) return !PLACE.house.endsBefore(typed, before);
  }
  return false;
}

/** Most words between somebody and what they have: "thằng cầm đầu tên Cường, có tiệm …". */
const OWNER_WORDS = 6;

/** "thằng Lực có nhà ở xã …": what somebody else has isn't where it happened. */
export function isSomebodys({ typed }: Reading, at: number): boolean {
  let has = at;
  while (has > 0 && at - has <= OWNER_WORDS && !PLACE.has.endsBefore(typed, has)) {
    if (/^[,.;!?]$/.test(typed[has - 1]?.typed ?? "")) return false;
    has -= 1;
  }
  if (!PLACE.has.endsBefore(typed, has)) return false;
  for (let before = has - 2; before >= Math.max(0, has - OWNER_WORDS); before--) {
    if (/^[.;!?]$/.test(typed[before]?.typed ?? "")) return false;
    if (PLACE.others.lengthAt(typed, before) > 0) return true;
  }
  return false;
}
