import { fold } from "../../fold.ts";
import { CLASS_WORDS, HOME_WORDS, LISTS } from "./lexicon.ts";
import type { OwnDetail } from "./own-detail.ts";
import { spanOf } from "./own-numbers.ts";
import { endsSentence, foundBetween, type OwnReading, surroundings } from "./own-reading.ts";

const LONGEST = 22;

/**
 * Addresses said to be the writer's home: "nhà em ở …", "trú tại …". A place without such words is where it happened.
 * Where it happened at home the commune stays, so that the report finds its way, and the rest is `unclear`.
 * @param own what else was found: "tôi là Lan, ở thôn …" speaks of the writer's home too
 */
export function ownHomes(reading: OwnReading, own: readonly OwnDetail[]): readonly OwnDetail[] {
  const found: OwnDetail[] = [];
  let until = 0;
  const told = HOME_WORDS.own.all(reading.utterance).filter(({ start }) => !isOfAnother(reading, start));
  const next = HOME_WORDS.next
    .all(reading.utterance)
    .filter(({ start, end }) => followsOwn(reading, start, own) && !happensThere(reading, start, end));
  for (const { start, end } of [...told, ...next].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < until) continue;
    const from = skipSigns(reading, end);
    const to = homeEnd(reading, from);
    if (to === from) continue;
    const happens = LISTS.happens.has(reading.tokens[to]?.word ?? "");
    const last = happens ? communeIn(reading, from, to) : to;
    if (last > from) {
      const span = spanOf(reading, from, last);
      const key = fold(span.words).replace(/[^\p{L}\p{Nd}]/gu, "");
      found.push({ ...span, kind: "address", whose: happens ? "unclear" : "reporter", key });
    }
    until = to;
  }
  return found;
}

/** Before "nhà" or within the sentence somebody else is spoken of: "đối tượng nhà ở …". */
function isOfAnother(reading: OwnReading, at: number): boolean {
  const [first] = surroundings(reading, at, at, "part", 8);
  const self = foundBetween(reading, CLASS_WORDS.self, at, Math.min(at + 4, reading.tokens.length));
  if (self.length > 0 && at === first) return false;
  const before = reading.tokens[at - 1];
  if (before?.is === "word" && /^(?:tại|tai|ở|o|trong|vào|trước|số|so)$/u.test(before.word)) return true;
  return foundBetween(reading, CLASS_WORDS.they, first, at).length > 0;
}

/** Right after the writer's own name or number, with two words between at most: "Lan người Tày ở bản …". */
function followsOwn({ tokens }: OwnReading, at: number, own: readonly OwnDetail[]): boolean {
  const start = tokens[at]?.start ?? 0;
  const nearest = tokens[Math.max(0, at - 4)]?.start ?? 0;
  return own.some(({ whose, end }) => whose !== "other" && end <= start && end > nearest);
}

/** "Tôi là Lan, ở chợ có đánh nhau": nothing but "ở", and the place goes on with what happens there. */
function happensThere(reading: OwnReading, start: number, end: number): boolean {
  const { tokens } = reading;
  const to = homeEnd(reading, skipSigns(reading, end));
  const happens = LISTS.happens.has(tokens[to]?.word ?? "") && !LISTS.errand.has(tokens[to + 1]?.word ?? "");
  return happens && end - start === 1 && /^(?:ở|o)$/u.test(tokens[start]?.word ?? "");
}

function skipSigns({ tokens }: OwnReading, at: number): number {
  let from = at;
  while (/^[:\-–]$/u.test(tokens[from]?.typed ?? "")) from += 1;
  return from;
}

/** Where the address ends that begins here; `from` where none does: it has a kind of place or a number. */
function homeEnd(reading: OwnReading, from: number): number {
  const { tokens } = reading;
  const isPlace = (at: number) => {
    const token = tokens[at];
    return token !== undefined && (token.is === "digits" || LISTS.homeKinds.has(token.word));
  };
  if (!isPlace(from)) return from;
  let at = from;
  while (at < tokens.length && at - from < LONGEST) {
    const token = tokens[at];
    if (token === undefined || endsSentence(reading, at)) break;
    if (token.is === "sign") {
      const goesOn =
        /^[/.\-–]$/u.test(token.typed) ||
        (token.typed === "," && (isPlace(at + 1) || isNamePlace(reading, at + 1)));
      if (!goesOn) break;
    } else if (!isPlace(at) && LISTS.homeEnds.has(token.word) && !(reading.capitalsTell && token.isCapital))
      break;
    at += 1;
  }
  // A kind alone, as in "nhà em ở xã", is no address.
  return tokens.slice(from, at).some(({ is, word }) => is === "digits" || !LISTS.homeKinds.has(word))
    ? at
    : from;
}

/** ", Tam Thanh" goes on with the address; ", em thấy" doesn't. */
const isNamePlace = ({ tokens, capitalsTell }: OwnReading, at: number): boolean =>
  capitalsTell && tokens[at]?.isCapital === true && tokens[at + 1]?.isCapital === true;

/** Where the commune begins within an address; its end where none is named. */
function communeIn({ tokens }: OwnReading, from: number, to: number): number {
  for (let at = from; at < to; at++)
    if (LISTS.communes.has(tokens[at]?.word ?? "")) return tokens[at - 1]?.typed === "," ? at - 1 : at;
  return to;
}
