import { normaliseTone, wordMatches } from "../../../../language/fold.ts";
import { PROVINCE } from "../../../../language/province.ts";
import { wordsOf } from "../../../../language/syllables.ts";
import type { KeyRing } from "../../../../platform/crypto/key-ring.ts";
import type { Place } from "../../report.ts";

/** Names of today first: where an old name is also one of today, today's counts. */
const NAMES = new Map<string, string>();
for (const { name } of PROVINCE.communes) NAMES.set(normaliseTone(name.toLowerCase()), name);
for (const { name, was } of PROVINCE.communes)
  for (const old of was) {
    const key = normaliseTone(old.toLowerCase());
    if (!NAMES.has(key)) NAMES.set(key, name);
  }

/** The words of each name, longer names first, and those of the kinds that stand before one. */
const BY_WORDS = [...NAMES]
  .map(([name, commune]) => ({ words: wordsOf(name), commune }))
  .sort((one, other) => other.words.length - one.words.length);
const KINDS = ["thị trấn", "đặc khu", "xã", "phường", "tt", "x", "p"].map(wordsOf);

/** The names of the communes of today, as in `province.json`. */
export const COMMUNES: readonly string[] = PROVINCE.communes.map(({ name }) => name);

interface Named {
  readonly commune: string;
  /** "xã", "phường" stands before it. */
  readonly isSaid: boolean;
}

/**
 * The commune in which a place lies, by its words; an old name is the commune of today. In an address the one behind
 * "xã" or "phường" counts, else the last.
 * @returns null where no commune of the province is named
 * @example communeOf({ words: "thôn Nà Pàn, xã Hồng Phong" }) // "Hồng Phong"
 */
export function communeOf(where: Place | undefined): string | null {
  const words = wordsOf((where?.words ?? "").normalize("NFC")).map((word) => ({ word }));
  const named: Named[] = [];
  for (let at = 0; at < words.length; ) {
    const found = nameAt(words, at);
    if (found !== null)
      named.push({ commune: found.name, isSaid: KINDS.some((kind) => endsAt(words, at, kind)) });
    at += found?.length ?? 1;
  }
  return (named.findLast(({ isSaid }) => isSaid) ?? named.at(-1))?.commune ?? null;
}

interface Word {
  /** Lower case, one tone position. */
  readonly word: string;
}

interface At {
  readonly name: string;
  /** How many words it takes. */
  readonly length: number;
}

/** The commune with which typed words go on; "xã" or "phường" may stand before. Null where none is named. */
export function communeAt(words: readonly Word[], at: number): At | null {
  const kind = KINDS.find((one) => isAt(words, at, one))?.length ?? 0;
  const found = nameAt(words, at + kind);
  return found === null ? null : { ...found, length: kind + found.length };
}

/** The longest name counts; of names that are the same without marks, the one with the marks that were typed. */
function nameAt(words: readonly Word[], at: number): At | null {
  const fitting = BY_WORDS.filter((one) => isAt(words, at, one.words));
  const [longest] = fitting;
  if (longest === undefined) return null;
  const same = fitting.filter((one) => one.words.length === longest.words.length);
  const { words: of, commune } =
    same.find((one) => one.words.every((word, i) => words[at + i]?.word === word)) ?? longest;
  return { name: commune, length: of.length };
}

/** Words without marks are those with any. */
const isAt = (words: readonly Word[], at: number, name: readonly string[]): boolean =>
  name.every((word, i) => wordMatches(words[at + i]?.word ?? "", word));

const endsAt = (words: readonly Word[], at: number, kind: readonly string[]): boolean =>
  at >= kind.length && isAt(words, at - kind.length, kind);

/** How a commune is stored beside a case: as a keyed hash, by every key of the ring, the present one first. */
export const communeHashes = (ring: KeyRing, commune: string): Promise<readonly string[]> =>
  ring.lookupHashes(`commune:${normaliseTone(commune.toLowerCase())}`);

/** The names behind the hashes that cases have. */
export async function communesByHash(ring: KeyRing): Promise<ReadonlyMap<string, string>> {
  const all = await Promise.all(
    COMMUNES.map(async (name) => (await communeHashes(ring, name)).map((hash) => [hash, name] as const)),
  );
  return new Map(all.flat());
}
