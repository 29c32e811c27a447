import { spokenIn } from "../language/spoken.ts";
import { readUtterance, type Utterance } from "../language/utterance.ts";
import { readLearned, VECTOR_LENGTH, WEIGHTS_NAME } from "../reader/learned-reading.ts";
import { ASKED_ASPECTS } from "../reader/names/labels.ts";
import type { LearnedReading } from "../reader/read-by.ts";

/** What is learned of a wording, whether of a question or of a section. */
export interface Encoded {
  /** Of length 1; wordings of one section are near each other. */
  readonly vector: Float32Array;
  /** How probable it is that it asks for each of `ASKED_ASPECTS`, in their order; the sum is 1. */
  readonly aspects: Float32Array;
  /** How probable it is that it asks about the field at all, 0..1. */
  readonly asks: number;
  /** How probable it is that it is small talk or nothing of ours, 0..1. */
  readonly isOutside: number;
  /** How probable it is that another office's matter is meant, 0..1. */
  readonly isElsewhere: number;
  /** How many words it has, 0..1: thirty and more are a whole story, of which no section has most words. */
  readonly length: number;
}

const STORY = 30;

/** Says where wordings lie. What encoders of another name made isn't comparable. */
export interface Encoder {
  readonly name: string;
  /** Numbers in one vector. */
  readonly dims: number;
  encode(text: string): Encoded;
}

type Read = (said: Pick<Utterance, "words" | "folded">) => LearnedReading;

export const encoderOf = (name: string, dims: number, read: Read): Encoder => ({
  name,
  dims,
  encode(text) {
    const said = readUtterance(spokenIn(text));
    const { vector, aspects, acts, doors } = read(said);
    const ofAspect = new Map(aspects.map(({ is, p }) => [is, p]));
    const ofAct = new Map(acts.map(({ is, p }) => [is, p]));
    return {
      vector,
      aspects: Float32Array.from(ASKED_ASPECTS, (aspect) => ofAspect.get(aspect) ?? 0),
      asks: ofAct.get("ask") ?? 0,
      isOutside: (ofAct.get("outside") ?? 0) + (ofAct.get("chat") ?? 0),
      length: Math.min(1, said.words.length / STORY),
      isElsewhere: 1 - (doors.find(({ is }) => is === "none")?.p ?? 1),
    };
  },
});

/** By the weights that the messages are read by. */
export const LEARNED_ENCODER: Encoder = encoderOf(WEIGHTS_NAME, VECTOR_LENGTH, readLearned);
