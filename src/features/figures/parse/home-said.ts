import type { FigureThread } from "../figure-thread.ts";
import { HOME } from "../places.ts";
import type { Reading } from "./figure-reading.ts";

/**
 * "còn tỉnh thì sao" after one of its communes, "hơn kém mình mấy" after another province: the home province, which isn't named
 * otherwise.
 */
export function withHome(reading: Reading, thread: FigureThread | undefined): Reading {
  const { words, tags, places } = reading;
  const others = thread?.query.places.filter(({ area }) => area !== HOME.area) ?? [];
  const isBelow = others.some(({ province }) => province === HOME.province);
  const compares = others.length > 0 && tags.some(({ tag }) => tag === "op:difference" || tag === "op:times");
  const home = compares ? /^(?:tỉnh|tinh|mình|minh|nhà|ta)$/u : /^(?:tỉnh|tinh)$/u;
  const at = words.findIndex((word, i) => home.test(word) && !tags.some((tag) => tag.at <= i && i < tag.end));
  return !(isBelow || compares) || places.length > 0 || at < 0
    ? reading
    : { ...reading, places: [{ place: HOME, at, end: at + 1 }] };
}
