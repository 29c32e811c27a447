import { readUtterance } from "../language/utterance.ts";
import { dangerAlone } from "../reader/learned-reading.ts";
import policy from "./danger/danger-policy.json" with { type: "json" };
import { READ, READ_WHOLE } from "./page.ts";

/** Up to the end of a sentence. */
const SENTENCE = /[^.!?\n]+/gu;
/** Shorter ones that follow each other are read together; of longer ones a part is read at a time, so that each word stands in the middle of one. */
const LENGTH = { least: 30, most: 160, step: 70 } as const;

/** Of a part of a sentence without an end what is most like a danger is read: the talk around it would say of the cry that it is none. */
const CLOSER = { most: 60, step: 15 } as const;

/** So many pieces are looked at: more than a messenger's longest message has. */
const MOST_PIECES = 200;

export interface Excerpt {
  /** The message; of a long one its beginning, what is most like a danger, and its end. */
  readonly text: string;
  /**
   * Of several sentences those that are most like a danger, to be read by themselves too: two calm ones beside it are enough to
   * make a question or a story of one. None where there is only one, or none is like a danger.
   */
  readonly cries: () => readonly string[];
}

/** What is read of a message: the longest one costs no more than a page. */
export function excerptOf(message: string): Excerpt {
  if (message.length <= READ_WHOLE) return { text: message, cries: () => criesOf(mostDangerous(message)) };
  const most = mostDangerous(message);
  const [first] = most;
  const middle = message.slice(READ.head, -READ.tail);
  const at = (first?.at ?? 0) - READ.head - READ.telling / 2;
  const from = Math.max(0, Math.min(at, middle.length - READ.telling));
  const parts = [
    message.slice(0, READ.head),
    middle.slice(from, from + READ.telling),
    message.slice(-READ.tail),
  ];
  return { text: parts.join("\n").toWellFormed(), cries: () => criesOf(most) };
}

interface Piece {
  readonly text: string;
  readonly at: number;
}

/** So many are read by themselves: the words alone, by which they are chosen, know little of what a sentence means. */
const MOST_CRIES = 3;

const criesOf = (most: readonly Likest[]): readonly string[] =>
  most
    .filter(({ like }) => like >= policy.like)
    .slice(0, MOST_CRIES)
    .map((piece) => (piece.text.length < LENGTH.most ? piece : likest(windowsOf(piece, CLOSER))))
    .map(({ text }) => text);

type Likest = Piece & { readonly like: number };

/** The sentences, the most like a danger first, and where their middles stand; none where there is only one. */
function mostDangerous(message: string): readonly Likest[] {
  const pieces = sentencesOf(message).flatMap((sentence) => windowsOf(sentence));
  if (pieces.length < 2) return [];
  const step = Math.ceil(pieces.length / MOST_PIECES);
  const some = pieces.filter((_, i) => i % step === 0);
  return some.map(likenessOf).toSorted((a, b) => b.like - a.like);
}

function likenessOf({ text, at }: Piece): Likest {
  const whole = text.toWellFormed();
  return { text: whole, at: at + text.length / 2, like: dangerAlone(readUtterance(whole)) };
}

const likest = (pieces: readonly Piece[]): Likest =>
  pieces.map(likenessOf).reduce((most, piece) => (piece.like > most.like ? piece : most));

/** The sentences, and short ones that follow each other together as well. */
function sentencesOf(message: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let before: Piece | undefined;
  for (const { 0: text, index: at } of message.matchAll(SENTENCE)) {
    if (text.trim() === "") continue;
    pieces.push({ text, at });
    const from =
      text.length < LENGTH.least && (before?.text.length ?? 0) < LENGTH.least ? before?.at : undefined;
    before = from === undefined ? { text, at } : { text: message.slice(from, at + text.length), at: from };
    if (from !== undefined) pieces.push(before);
  }
  return pieces;
}

/** A sentence without an end, in parts that lie over each other. */
function windowsOf({ text, at }: Piece, { most, step }: Readonly<Record<"most" | "step", number>> = LENGTH) {
  if (text.length <= most) return [{ text, at }];
  return Array.from({ length: Math.ceil((text.length - most) / step) + 1 }, (_, i) => ({
    text: text.slice(i * step, i * step + most),
    at: at + i * step,
  }));
}
