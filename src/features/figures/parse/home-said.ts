import type { FigureThread } from "../figure-thread.ts";
import { HOME } from "../places.ts";
import type { Reading } from "./figure-reading.ts";

/** "còn tỉnh thì sao" after one of its communes: the home province, which isn't named otherwise. */
export function withHome(reading: Reading, thread: FigureThread | undefined): Reading {
  const { words, tags, places } = reading;
  const isBelow = thread?.query.places.some(
    ({ area, province }) => province === HOME.province && area !== province,
  );
  const at = words.findIndex(
    (word, i) => /^(?:tỉnh|tinh)$/u.test(word) && !tags.some((tag) => tag.at <= i && i < tag.end),
  );
  return isBelow !== true || places.length > 0 || at < 0
    ? reading
    : { ...reading, places: [{ place: HOME, at, end: at + 1 }] };
}
