import { fold } from "../../../language/fold.ts";
import { PROVINCE } from "../../../language/province.ts";
import { NAME_SYLLABLES, PROVINCES } from "../places.ts";
import type { Tagged } from "./tagger.ts";

const UNIT = "[Xx]ã|[Pp]hường|[Tt]hị trấn|TT|[Tt]hôn|[Bb]ản|[Xx]óm|[Kk]hối|[Hh]uyện|[Tt]hành phố|TP|[Tt]ỉnh";
const CAPITAL = "\\p{Lu}[\\p{Ll}\\p{M}]+";
const AFTER_UNIT = new RegExp(`(?<![\\p{L}])((?:${UNIT})\\.? (${CAPITAL}(?: ${CAPITAL}){0,3}))`, "gu");
const AFTER_PREPOSITION = new RegExp(
  `(?<![\\p{L}])(?:ở|tại|của|o|tai|cua) ((${CAPITAL}(?: ${CAPITAL}){1,3}))`,
  "gu",
);
const NAMED_UNIT = /^unit:(?:commune|ward|township|residentialArea)$/u;
/** A name in lower case is only accepted where each of its syllables is one of these. */
const SYLLABLES = new Set(
  [...PROVINCE.communes.map(({ name }) => name), ...PROVINCES, ...NAME_SYLLABLES].flatMap((name) =>
    fold(name).split(" "),
  ),
);
/** Syllables of names that also occur in ordinary words after "xã", "phường". */
const ORDINARY = new Set("cong an ninh quan quoc toan nam tp ho chi minh ba ha le khe vu".split(" "));

/**
 * The name of an unknown place, as typed: "xã Bình An", "xa binh an". A figure of the province must not be given as if
 * it were of that place.
 * @param tags all tags of the words, also those of places
 * @param periodAt the words before which a period was said
 */
export function readUnknownName(
  clean: string,
  words: readonly string[],
  tags: readonly Tagged[],
  periodAt: readonly number[],
): string | undefined {
  return readCapitals(clean, words, tags) ?? readSmall(words, tags, periodAt);
}

function readCapitals(clean: string, words: readonly string[], tags: readonly Tagged[]): string | undefined {
  if (clean === clean.toLocaleUpperCase("vi")) return undefined;
  const folded = words.map(fold);
  for (const [, whole = "", name = ""] of [
    ...clean.matchAll(AFTER_UNIT),
    ...clean.matchAll(AFTER_PREPOSITION),
  ]) {
    const parts = fold(name.toLowerCase()).split(" ");
    const at = folded.findIndex((_, i) => parts.every((part, j) => folded[i + j] === part));
    if (at === -1) continue;
    const over = tags.filter((tag) => tag.at < at + parts.length && tag.end > at);
    const placed = over.some((tag) => isPlace(tag));
    const explained = parts.every((_, i) => over.some((tag) => tag.at <= at + i && tag.end > at + i));
    if (!placed && !explained) return whole;
  }
  return undefined;
}

/** "thị trấn năm 2022 đã cán": after a period no name goes on. */
function readSmall(
  words: readonly string[],
  tags: readonly Tagged[],
  periodAt: readonly number[],
): string | undefined {
  for (const unit of tags) {
    if (!NAMED_UNIT.test(unit.tag) || !unit.exact) continue;
    let end = unit.end;
    while (
      end < words.length &&
      end < unit.end + 4 &&
      !periodAt.includes(end) &&
      SYLLABLES.has(fold(words[end] as string)) &&
      !tags.some((tag) => tag.at <= end && tag.end > end)
    )
      end++;
    const run = words.slice(unit.end, end);
    if (run.length >= 2 && !run.every((word) => ORDINARY.has(fold(word))))
      return words.slice(unit.at, end).join(" ");
  }
  return undefined;
}

const isPlace = ({ tag }: Tagged) => /^(?:place|named):/.test(tag);
