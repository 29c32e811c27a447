import { fold } from "../../../language/fold.ts";
import type { FigureThread } from "../figure-thread.ts";
import { HOME } from "../places.ts";
import { dated } from "./asked-together.ts";
import type { Reading } from "./figure-reading.ts";
import type { FigureRequest } from "./figure-request.ts";

const ASKS = /(?:^| )(?:la|cua) (?:cai |so |con so )?(?:gi|nao)(?: |$)/u;
/** More words ask for something else. */
const SHORT = 8;

/** "thế 66 là gì" in a chat about a year: what has that number; null where no number of a known period is asked about. */
export function readWhichNumber(
  { numbers, words, tags, periods, places, documents }: Reading,
  thread: FigureThread | undefined,
): FigureRequest | null {
  const [number, ...others] = numbers;
  const before = thread === undefined ? undefined : dated(thread.query, thread.told);
  const about = periods.hits.length > 0 ? periods.hits.map(({ period }) => period) : (before?.periods ?? []);
  const names = tags.some(({ tag }) => /^(?:is|unit|by|op):/u.test(tag));
  const isOne = number !== undefined && others.length === 0 && !names && documents.length === 0;
  if (!isOne || about.length === 0 || words.length > SHORT || !ASKS.test(fold(words.join(" ")))) return null;
  return {
    kind: "numberOf",
    value: number.value,
    periods: about,
    place: places[0]?.place ?? before?.places[0] ?? HOME,
  };
}

/** "lấy lại con số đầu tiên": the question with which the chat began; null where that isn't asked for. */
export function readFirstAgain(
  { words, tags }: Reading,
  thread: FigureThread | undefined,
): FigureRequest | null {
  const names = tags.some(({ tag }) => /^(?:is|unit|by|op):/u.test(tag));
  const query = thread?.shown[0] ?? thread?.query;
  return names || query === undefined || !FIRST.test(fold(words.join(" "))) ? null : { kind: "query", query };
}
const FIRST = /(?:^| )(?:con so|so|so lieu|bang|ket qua|cau) (?:dau tien|ban dau|luc dau|hoi dau)(?: |$)/u;
