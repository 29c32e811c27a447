import { isKnownPlace } from "../../known-places.ts";
import { isHouseWord, LISTS } from "../lexicon.ts";
import { isPublicHouse } from "../open-places.ts";
import type { OwnDetail } from "../own-detail.ts";
import { spanOf } from "../own-numbers.ts";
import { type OwnReading, readOwn } from "../own-reading.ts";
import { knownNames, type TokenSpan } from "./known-names.ts";
import { nameDetail, nameFrom } from "./name-span.ts";

/**
 * Names of persons in what is written on a shared place: "Nhà Nguyễn Văn An", "Hoa, 12 Lê Lợi". Nobody says there whose
 * home it is, and it is most often the sender's.
 * @param text as `readable` gives it
 */
export function householders(text: string): readonly OwnDetail[] {
  const reading = readOwn(text);
  return [...ofHouses(reading), ...bareGiven(reading)].map(([from, to]) =>
    nameDetail(reading, [from, to], "unclear"),
  );
}

function ofHouses(reading: OwnReading): TokenSpan[] {
  const known = knownNames(reading);
  return reading.tokens.flatMap(({ word }, at): TokenSpan[] => {
    const isHome = isHouseWord(word) && !isPublicHouse(reading.tokens, at);
    // Unmarked, "của" is "cửa", too ("cua hang …"), but not behind a house.
    if (!isHome && word !== "của") return [];
    const isOf = isHome && reading.tokens[at + 1]?.word === "cua";
    const span = nameFrom(reading, at + (isOf ? 2 : 1), known, false);
    return span === null ? [] : [span];
  });
}

/** The parts between commas that are nothing but usual given names. */
function bareGiven(reading: OwnReading): TokenSpan[] {
  const { tokens } = reading;
  const ends = [...tokens.flatMap(({ is }, at) => (is === "sign" ? [at] : [])), tokens.length];
  return ends.flatMap((end, i): TokenSpan[] => {
    const from = i === 0 ? 0 : (ends[i - 1] ?? 0) + 1;
    const isName = end > from && tokens.slice(from, end).every(({ word }) => LISTS.given.has(word));
    return isName && !isKnownPlace(spanOf(reading, from, end).words) ? [[from, end]] : [];
  });
}
