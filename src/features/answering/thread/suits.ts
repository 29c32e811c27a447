import { confidenceOf } from "../../../knowledge/confidence.ts";
import type { Hit, Passage } from "../../../knowledge/knowledge-index.ts";
import { shareOf, type ToldWords, wholeOf } from "./told-words.ts";

/** A section that may answer what is asked on. */
export interface Candidate {
  readonly hit: Hit;
  /** How it was found by the few words themselves. */
  readonly alone: Hit | undefined;
  /** How probably it answers them asked of the thread's subject, 0..1. */
  readonly joined: number;
  /** The share of the words that it has, 0..1. */
  readonly words: number;
  /** The share of the subject's words that it has, 0..1. */
  readonly subject: number;
  /** True where it is of a document that is spoken of. */
  readonly isHere: boolean;
  /** How well it is meant: higher is better; see `BARS`. */
  readonly suits: number;
}

/**
 * What speaks for a section after another. The two probabilities are multiplied, as those of witnesses who know nothing of each
 * other: the words alone fit many subjects, the subject alone fits each of its sections. Tried on 98 pairs of a section and what
 * people ask next; near these values nothing changes.
 */
const WEIGHTS = {
  alone: 0.4,
  joined: 0.6,
  /** Added, so that one witness never forbids. */
  floor: 0.01,
  /** So much at least the words alone are taken to find of each section, where they name nothing. */
  unheard: 0.08,
  /** The next question is mostly of the same document. */
  sameDocument: 0.5,
  /** For what is asked (who, where, what fine), where the section answers that. */
  aspect: 1.2,
  aspectEnough: 0.5,
  /** For the share of the words that the section has, and of the subject's words. */
  words: 0.5,
  subject: 0.3,
} as const;

/** From here on the best section answers; between, it is told as the nearest; below, nothing of the thread fits. */
export const BARS = { answer: -0.2, probable: -0.55 } as const;

/** With so much of the subject's words a section of another document is of the same subject. */
const SAME_SUBJECT = 0.6;

/** True where a section is about what is spoken of. */
export const isOfSubject = ({ isHere, subject }: Candidate): boolean => isHere || subject >= SAME_SUBJECT;

/** How probable the section shown just now is taken to be of its own subject: the search would always find it first. */
const SHOWN_JOINED = 0.5;

export interface Asked {
  /** What the words alone find. */
  readonly own: readonly Hit[];
  /** What the words of the subject and they find together, without the section shown just now. */
  readonly joined: readonly Hit[];
  readonly told: ToldWords;
  /** What is spoken of, last and first. */
  readonly subjects: readonly ToldWords[];
  /** The documents spoken of. */
  readonly documents: readonly string[];
  /** True where the words alone name nothing. */
  readonly isBare: boolean;
}

/** All sections that were found, best first. */
export function candidatesOf({
  own,
  joined,
  told,
  subjects,
  documents,
  isBare,
}: Asked): readonly Candidate[] {
  const found = new Map([...own, ...joined].map((hit) => [hit.passage.id, hit]));
  return [...found.values()]
    .map(({ passage }): Candidate => {
      const alone = likeliest(own, passage);
      const beside = likeliest(joined, passage);
      const whole = wholeOf(passage);
      const words = shareOf(told, whole);
      const subject = Math.max(...subjects.map((one) => shareOf(one, whole)));
      const likely = chanceOf(beside);
      const aspect = Math.max(askedOf(alone), askedOf(beside));
      const isHere = documents.includes(passage.document.id);
      const suits = suitsOf({
        alone: heardAlone(alone, isBare),
        joined: likely,
        aspect,
        words,
        subject,
        isHere,
      });
      return { hit: beside ?? (alone as Hit), alone, joined: likely, words, subject, isHere, suits };
    })
    .toSorted((a, b) => b.suits - a.suits);
}

/** How well the section shown just now is meant again: by a line that has the words, whatever the section was found by where these name nothing. */
export function shownSuits(shown: Passage, lines: number, { own, documents, isBare }: Asked): number {
  const alone = likeliest(own, shown);
  return suitsOf({
    alone: heardAlone(alone, isBare),
    joined: SHOWN_JOINED,
    aspect: isBare ? WEIGHTS.aspectEnough : askedOf(alone),
    words: lines,
    subject: 1,
    isHere: documents.includes(shown.document.id),
  });
}

const heardAlone = (hit: Hit | undefined, isBare: boolean): number =>
  Math.max(chanceOf(hit), isBare ? WEIGHTS.unheard : 0);

interface Witnesses {
  readonly alone: number;
  readonly joined: number;
  readonly aspect: number;
  readonly words: number;
  readonly subject: number;
  readonly isHere: boolean;
}

function suitsOf({ alone, joined, aspect, words, subject, isHere }: Witnesses): number {
  return (
    WEIGHTS.alone * Math.log(alone + WEIGHTS.floor) +
    WEIGHTS.joined * Math.log(joined + WEIGHTS.floor) +
    WEIGHTS.aspect * Math.min(aspect, WEIGHTS.aspectEnough) +
    WEIGHTS.words * words +
    WEIGHTS.subject * subject +
    (isHere ? WEIGHTS.sameDocument : 0)
  );
}

const chanceOf = (hit: Hit | undefined): number => (hit === undefined ? 0 : confidenceOf(hit));

/** Where nothing is learned of what is asked, half of it is taken for answered. */
const askedOf = (hit: Hit | undefined): number => (hit === undefined ? 0 : (hit.signals?.asked ?? 0.5));

const likeliest = (hits: readonly Hit[], { id }: Passage): Hit | undefined =>
  hits
    .filter(({ passage }) => passage.id === id)
    .reduce<Hit | undefined>(
      (best, hit) => (best === undefined || confidenceOf(hit) > confidenceOf(best) ? hit : best),
      undefined,
    );
