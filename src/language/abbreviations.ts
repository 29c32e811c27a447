import table from "./abbreviations.json" with { type: "json" };
import byNeighbour from "./abbreviations-by-neighbour.json" with { type: "json" };
import { PROVINCE } from "./province.ts";

/** One meaning of an abbreviation with several; the first one that its neighbours allow is taken. */
interface Reading {
  /** Words before it that require this meaning; "#" is any number. */
  readonly after?: readonly string[];
  /** Words after it that require this meaning. */
  readonly before?: readonly string[];
  readonly means: string;
}

const ABBREVIATIONS: Readonly<Record<string, string>> = { ...table, ...PROVINCE.abbreviations };
const READINGS: Readonly<Record<string, readonly Reading[]>> = byNeighbour;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Writes out abbreviations and teencode word by word: "ko dc" → "không được". Its neighbours decide between two
 * meanings: "ca xã" is the police, "tất ca" and "ca sĩ" aren't. Document numbers are kept: in "124/2021/TT-BCA" a
 * neighbour of "/" or "-" is not changed.
 * @param text lower case
 */
export function expandAbbreviations(text: string): string {
  const words = [...text.matchAll(WORD)].map(([word]) => word);
  let at = -1;
  return text.replace(WORD, (word, offset: number) => {
    at++;
    const before = text[offset - 1];
    const after = text[offset + word.length];
    if (before === "/" || before === "-" || after === "/" || after === "-") return word;
    if (Object.hasOwn(READINGS, word)) return readingOf(word, words[at - 1], words[at + 1]);
    return Object.hasOwn(ABBREVIATIONS, word) ? (ABBREVIATIONS[word] as string) : expandMoney(word);
  });
}

function readingOf(word: string, previous = "", next = ""): string {
  const reading = READINGS[word]?.find(
    ({ before, after }) =>
      (before === undefined && after === undefined) ||
      before?.includes(next) === true ||
      after?.includes(/^\d+$/u.test(previous) ? "#" : previous) === true,
  );
  return reading?.means ?? word;
}

/** "15tr" → "15 triệu", "500k" → "500 nghìn", "2ty" → "2 tỷ". */
function expandMoney(word: string): string {
  const match = /^(\d+)(tr|trieu|k|ty|tỷ|tỉ|củ)$/u.exec(word);
  if (match === null) return word;
  const unit =
    match[2] === "k" ? "nghìn" : match[2] === "ty" || match[2] === "tỷ" || match[2] === "tỉ" ? "tỷ" : "triệu";
  return `${match[1]} ${unit}`;
}
