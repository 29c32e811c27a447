import type { Place } from "../../report.ts";

/** Latitude and longitude in degrees with at least four decimals, which sums of money haven't: "21.8537, 106.7610". */
const PAIR = /(?<![\d.])([+-]?\d{1,2}\.\d{4,})\s*[,; ]\s*([+-]?\d{1,3}\.\d{4,})(?![\d.])/;
/** A link of a map service. */
const MAP =
  /https?:\/\/(?:maps\.app\.goo\.gl|goo\.gl\/maps|maps\.google\.[a-z.]+|(?:www\.)?google\.[a-z.]+\/maps|maps\.apple\.com|(?:www\.)?openstreetmap\.org)\S*/i;

/** A point in a text, as coordinates or as a link of a map; the point itself where the link has it. */
export function pointIn(text: string): Place | null {
  const link = MAP.exec(text)?.[0].replace(/[),.;]+$/, "");
  const pair = PAIR.exec(link === undefined ? text : decoded(link));
  const words = link ?? pair?.[0];
  if (words === undefined) return null;
  const [lat, lng] = [Number(pair?.[1]), Number(pair?.[2])];
  const isPoint = pair !== null && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
  if (isPoint) return { words, lat, lng };
  return link === undefined ? null : { words };
}

const decoded = (link: string): string => link.replace(/%2C/giu, ",");
