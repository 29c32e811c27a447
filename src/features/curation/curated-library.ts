import type { Audience } from "../../knowledge/knowledge-index.ts";
import type { Vocabulary } from "../../knowledge/search-vocabulary.ts";
import { errorCode } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";
import { MINUTE } from "../../platform/time.ts";
import { vocabularyOf } from "./asking-words.ts";
import type { CuratedAnswer, CuratedAnswers } from "./curated-answers.ts";
import { type Meaning, readMeaning } from "./meaning.ts";
import { affinity, isSame, mayMeanTheSame, sameNumbers } from "./same-question.ts";

/** One vector for each text, in order; personal data is removed first. @throws where the server fails */
export type Embed = (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;

/** The least similarity of two questions that count as equal: the cosine, and the share of common words. */
const SAME_DIRECTION = 0.92;
const SHARED_WORDS = 0.5;
/** From this value on, we ask the person whether that was meant. */
const WORTH_OFFERING = 0.5;
const MOST_OFFERS = 2;
/** Pause after a failure of the embedding server, in milliseconds: nobody waits for it in vain again. */
const SILENCE = MINUTE;

interface Read {
  readonly answer: CuratedAnswer;
  readonly asks: readonly { readonly text: string; readonly meaning: Meaning }[];
}

interface LoadedAnswers {
  readonly version: number;
  readonly vocabulary: Vocabulary;
  readonly read: readonly Read[];
}

/** The approved answers, prepared for comparison; in memory until one is added or withdrawn. */
export class CuratedLibrary {
  readonly #answers: CuratedAnswers;
  readonly #embed: Embed | undefined;
  readonly #vectors = new Map<string, readonly number[]>();
  #loaded: LoadedAnswers | null = null;
  #silentUntil = 0;

  /** @param embed absent = by words alone */
  constructor(answers: CuratedAnswers, embed?: Embed) {
    this.#answers = answers;
    this.#embed = embed;
  }

  /** The newest approved answer to exactly this question; null where there is none. @throws what D1 throws */
  async find(question: string, audience: Audience): Promise<CuratedAnswer | null> {
    const loaded = await this.#current();
    if (loaded.read.length === 0) return null;
    const asked = readMeaning(question, loaded.vocabulary);
    const open = loaded.read.filter(({ answer }) => isFor(answer, audience));
    const found = open.find(({ asks }) => asks.some(({ meaning }) => isSame(asked, meaning)));
    return found?.answer ?? (await this.#byDirection(question, asked, open));
  }

  /** Approved answers to similar questions, for the person to choose from, the most similar first. */
  async near(question: string, audience: Audience): Promise<readonly CuratedAnswer[]> {
    const { read, vocabulary } = await this.#current();
    const asked = readMeaning(question, vocabulary);
    return read
      .filter(({ answer }) => isFor(answer, audience))
      .map(({ answer, asks }) => ({
        answer,
        share: Math.max(
          ...asks.map(({ meaning }) => (sameNumbers(asked, meaning) ? affinity(asked, meaning) : 0)),
        ),
      }))
      .filter(({ share }) => share >= WORTH_OFFERING)
      .sort((a, b) => b.share - a.share)
      .slice(0, MOST_OFFERS)
      .map(({ answer }) => answer);
  }

  async byNumber(number: number, audience: Audience): Promise<CuratedAnswer | null> {
    const answer = await this.#answers.byNumber(number);
    return answer !== null && isFor(answer, audience) ? answer : null;
  }

  async #current(): Promise<LoadedAnswers> {
    const version = await this.#answers.version();
    if (this.#loaded?.version === version) return this.#loaded;
    const answers = version === 0 ? [] : await this.#answers.live();
    const vocabulary = vocabularyOf(answers.flatMap(questionsOf));
    // An answer never changes: those that were read before needn't be read again.
    const known = new Map(this.#loaded?.read.map((one) => [one.answer.number, one]));
    const read = answers.map(
      (answer): Read =>
        known.get(answer.number) ?? {
          answer,
          asks: questionsOf(answer).map((text) => ({ text, meaning: readMeaning(text, vocabulary) })),
        },
    );
    this.#loaded = { version, vocabulary, read };
    return this.#loaded;
  }

  /** Compares meanings; an answer whose question asks something else or names another known thing is never taken. */
  async #byDirection(question: string, asked: Meaning, read: readonly Read[]): Promise<CuratedAnswer | null> {
    if (this.#embed === undefined || Date.now() < this.#silentUntil) return null;
    const candidates = read.flatMap(({ answer, asks }) =>
      asks
        .filter(({ meaning }) => mayMeanTheSame(asked, meaning, SHARED_WORDS))
        .map(({ text }) => ({ answer, text })),
    );
    if (candidates.length === 0) return null;
    try {
      const missing = candidates.map(({ text }) => text).filter((text) => !this.#vectors.has(text));
      const [own, ...others] = await this.#embed([question, ...missing]);
      for (const [i, vector] of others.entries()) this.#vectors.set(missing[i] as string, vector);
      const best = candidates
        .map(({ answer, text }) => ({ answer, cosine: cosine(own ?? [], this.#vectors.get(text) ?? []) }))
        .reduce((a, b) => (b.cosine > a.cosine ? b : a));
      return best.cosine >= SAME_DIRECTION ? best.answer : null;
    } catch (error) {
      this.#silentUntil = Date.now() + SILENCE;
      logEvent("curated_by_words_only", { code: errorCode(error) });
      return null;
    }
  }
}

export const questionsOf = ({
  question,
  asks,
}: Pick<CuratedAnswer, "question" | "asks">): readonly string[] => [question, ...asks];

const isFor = (answer: CuratedAnswer, audience: Audience): boolean =>
  answer.audience === "public" || audience === "internal";

/** 0 for vectors of different sizes and for zero vectors. */
function cosine(some: readonly number[], others: readonly number[]): number {
  if (some.length !== others.length) return 0;
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  const lengths = Math.sqrt(dot(some, some) * dot(others, others));
  return lengths > 0 ? dot(some, others) / lengths : 0;
}
