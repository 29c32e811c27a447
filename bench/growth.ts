import type { Library } from "../src/knowledge/document.ts";
import type { Passage } from "../src/knowledge/knowledge-index.ts";
import { BenchWorker } from "./retrieval/bench-worker.ts";

/** What one size of the knowledge costs. */
export interface GrowthStep {
  readonly passages: number;
  /** Milliseconds to write the index. */
  readonly ingestMs: number;
  /** Milliseconds for one question: the mean, and the slowest of the groups asked together. */
  readonly ms: number;
  readonly slowestMs: number;
}

export const GROWTH_SIZES: readonly number[] = [100, 1_000, 10_000, 60_000];

const QUESTIONS = 60;
const GROUP = 10;
/** Words that stay together: pairs of neighbours must stay real ones. */
const RUN = { least: 4, most: 12 } as const;
const QUESTION = { least: 6, most: 14 } as const;
const DOCUMENT = { id: "growth", title: "", asOf: "1970-01-01", audience: "public" } as const;

/**
 * The production index on workerd's D1 with more and more passages, made of the words of `source`. Each size begins
 * with an empty database. A size is left out if the one before it lets expect more than `patience` milliseconds for
 * writing its index. Throws what the database throws.
 */
export async function measureGrowth(
  source: readonly Passage[],
  sizes: readonly number[],
  patience: number,
): Promise<GrowthStep[]> {
  const steps: GrowthStep[] = [];
  for (const passages of sizes) {
    const last = steps.at(-1);
    if (last !== undefined && (last.ingestMs / last.passages) * passages > patience) break;
    const library = synthesise(source, passages);
    const worker = await BenchWorker.start();
    try {
      const ingestMs = Math.round(await worker.fill(library, false));
      const questions = questionsOf(library);
      await worker.ask("ours", questions.slice(0, GROUP));
      const times: number[] = [];
      for (let i = 0; i < questions.length; i += GROUP) {
        const group = questions.slice(i, i + GROUP);
        times.push((await worker.ask("ours", group)).ms / group.length);
      }
      const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
      steps.push({ passages, ingestMs, ms: round(mean), slowestMs: round(Math.max(...times)) });
    } finally {
      await worker.stop();
    }
  }
  return steps;
}

/** Passages as long as those of `source` and of their words, runs of neighbours from anywhere: the same on every run. */
export function synthesise(source: readonly Passage[], passages: number): Library {
  const random = generator(passages);
  const texts = source.map(({ text }) => text.split(/\s+/u)).filter((words) => words.length > 0);
  const titles = source.map(({ headings }) => headings.at(-1) ?? "");
  const made = Array.from({ length: passages }, (_, i): Passage => {
    const length = pick(texts, random).length;
    const words: string[] = [];
    while (words.length < length) words.push(...runOf(pick(texts, random), RUN, random));
    return {
      id: `growth#${i}`,
      document: DOCUMENT,
      headings: [pick(titles, random)],
      text: words.slice(0, length).join(" "),
      asks: [],
      citation: "",
      sources: [],
    };
  });
  return { documents: [DOCUMENT], passages: made, refused: [] };
}

function questionsOf({ passages }: Library): string[] {
  const random = generator(QUESTIONS);
  return Array.from({ length: QUESTIONS }, () =>
    runOf(pick(passages, random).text.split(" "), QUESTION, random).join(" "),
  );
}

type Random = () => number;

function runOf(words: readonly string[], { least, most }: typeof RUN | typeof QUESTION, random: Random) {
  const length = least + Math.floor(random() * (most - least + 1));
  const from = Math.floor(random() * Math.max(1, words.length - length));
  return words.slice(from, from + length);
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** Numbers from 0 to below 1, the same for the same seed: a linear congruential generator. */
function generator(seed: number): Random {
  let state = (seed >>> 0) + 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
