import { DIGIT_OF, LISTS } from "./lexicon.ts";
import type { OwnDetail } from "./own-detail.ts";
import { readable, readOwn } from "./own-reading.ts";

/** Digits that a message consists of, or that end it: a part of a number that is told bit by bit. */
export interface Piece {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

const MOST = 7;
/** Together a telephone's, a paper's or an account's number. */
const [SHORTEST_WHOLE, LONGEST_WHOLE] = [8, 16];

/**
 * The lines of a text that are nothing but two to seven digits, with words such as "số em" or "rồi".
 * @example piecesOf("số em 091\n2345678"); // "091" and "2345678"
 */
export function piecesOf(text: string): readonly Piece[] {
  let start = 0;
  return text.split("\n").flatMap((line): Piece[] => {
    const piece = pieceIn(line, start);
    start += line.length + 1;
    return piece === null ? [] : [piece];
  });
}

function pieceIn(line: string, offset: number): Piece | null {
  if (line.length > LONGEST_LINE) return null;
  const { tokens } = readOwn(line);
  const isDigit = ({ is, word }: (typeof tokens)[number]) => is === "digits" || DIGIT_OF.has(word);
  const said = tokens.filter(isDigit);
  const digits = said.map(({ is, typed, word }) => (is === "digits" ? typed : DIGIT_OF.get(word))).join("");
  const [first, last] = [said[0], said.at(-1)];
  const isAlone = tokens.every(
    (token) => isDigit(token) || (token.is === "sign" ? !/[/:%]/u.test(token.typed) : isFiller(token.word)),
  );
  if (!isAlone || first === undefined || last === undefined) return null;
  if (digits.length < 2 || digits.length > MOST) return null;
  return { digits, start: offset + first.start, end: offset + last.end };
}

const LONGEST_LINE = 60;

const isFiller = (word: string): boolean =>
  LISTS.frame.has(word) || LISTS.digitGaps.has(word) || LISTS.pieceWords.has(word);

/** True where the last line of a text is a part of a number. */
export const endsInPiece = (text: string): boolean => {
  const last = readable(text.trimEnd().split("\n").at(-1) ?? "");
  return piecesOf(last).length > 0;
};

/**
 * Pieces that together are a number, as one detail in each text; none where they are too few digits.
 * @param texts in the order in which they were said, as `readable` gives them
 */
export function dripped(texts: readonly string[]): readonly (readonly OwnDetail[])[] {
  const pieces = texts.map(piecesOf);
  const all = pieces.flat();
  const digits = all.map((piece) => piece.digits).join("");
  const isNumber = all.length > 1 && digits.length >= SHORTEST_WHOLE && digits.length <= LONGEST_WHOLE;
  if (!isNumber) return texts.map(() => []);
  return pieces.map((some, i) =>
    some.map(({ start, end }): OwnDetail => {
      const words = texts[i]?.slice(start, end) ?? "";
      return { kind: "phone", whose: "unclear", start, end, words, key: digits };
    }),
  );
}
