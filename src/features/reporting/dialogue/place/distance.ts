import { properAt } from "./name.ts";
import { kindAt, PLACE } from "./place-words.ts";
import type { Reading } from "./reading.ts";

/** Most words that say about how far it is: "cách đó khoảng". */
const ABOUT = 2;

/**
 * Where "khoảng 300m về phía Na Sầm" behind a place ends, which is a part of it; `at` where nothing of the sort follows.
 * A direction alone is one too: ", hướng Hà Nội đi Lạng Sơn".
 */
export function distanceAfter(reading: Reading, at: number): number {
  const { typed } = reading;
  const start = at + (/^[,;(–-]$/.test(typed[at]?.typed ?? "") ? 1 : 0);
  let number = start;
  for (let count = 0; count < ABOUT; count++) number += PLACE.about.lengthAt(typed, number);
  const unit = typed[number]?.kind === "number" ? PLACE.distances.lengthAt(typed, number + 1) : 0;
  const far = unit > 0 ? number + 1 + unit : start;
  const towards = directionAfter(reading, far);
  if (towards > far) return towards;
  return unit > 0 ? far : at;
}

/** "về phía Na Sầm", "chiều Hà Nội đi Lạng Sơn"; `at` where no direction with a name stands. */
function directionAfter(reading: Reading, at: number): number {
  const { typed } = reading;
  const lead = PLACE.towards.lengthAt(typed, at);
  const end = lead === 0 ? at : nameEnd(reading, at + lead);
  if (lead === 0 || end === at + lead) return at;
  const on = PLACE.on.lengthAt(typed, end);
  return on === 0 ? end : Math.max(end, nameEnd(reading, end + on, end));
}

/** Where a place's name that begins here ends, with its kind: "chợ Kỳ Lừa", "Na Sầm"; `none` where none does. */
function nameEnd(reading: Reading, at: number, none = at): number {
  const { typed } = reading;
  const start = at + (kindAt(typed, at)?.length ?? 0);
  const known = PLACE.known.lengthAt(typed, start) || PLACE.province.lengthAt(typed, start);
  const end = known > 0 ? start + known : properAt(reading, start);
  return end > start ? end : none;
}
