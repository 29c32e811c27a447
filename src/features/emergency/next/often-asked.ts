import { fold } from "../../../language/fold.ts";
import type { Utterance } from "../../../language/utterance.ts";
import { type Block, list, source, text } from "../../../messaging/reply.ts";
import type { DangerKind } from "../../../reader/names/danger.ts";
import { adviceOn, sourcesOf } from "../advice.ts";
import OFTEN_ASKED from "./often-asked.json" with { type: "json" };
import QUESTION_WORDS from "./question-words.json" with { type: "json" };

/** An answer that the steps of a kind don't have; without kinds it holds for all. */
interface OftenAsked {
  /** Words of the question, one form of which must be in it, in any spelling. */
  readonly asks: readonly string[];
  readonly kinds: readonly string[];
  readonly say: string;
  readonly sources: readonly string[];
}

const ROWS: readonly OftenAsked[] = OFTEN_ASKED;
const COMMON = new Set(QUESTION_WORDS);
/** How many steps answer a question. */
const STEPS_TOLD = 2;

const folded = (words: string): string =>
  ` ${fold(words)
    .replace(/[^a-z0-9]+/gu, " ")
    .trim()} `;

/**
 * A prepared answer to what people often ask while such a danger is open; null where there is none.
 * @example preparedAnswer("bleeding", readUtterance("có nên garô không")) // "Đừng garô: ép chặt khăn sạch …"
 */
export function preparedAnswer(kind: DangerKind, question: Utterance): Block[] | null {
  const asked = ` ${question.folded.join(" ")} `;
  const row = ROWS.find(
    ({ asks, kinds }) =>
      (kinds.length === 0 || kinds.includes(kind)) && asks.some((words) => asked.includes(folded(words))),
  );
  if (row === undefined) return null;
  return [text(row.say), ...(row.sources.length === 0 ? [] : [source(sourcesOf(row.sources))])];
}

/** What answers a question on an open danger though it doesn't name it: the steps of its kind that share most words with it. */
export function answerWithin(kind: DangerKind, question: Utterance): Block[] {
  const advice = adviceOn(kind);
  return [list(...stepsFor(question, advice.steps)), source(advice.source)];
}

/** The steps that share most words with the question, in their own order. */
function stepsFor({ folded: words }: Utterance, steps: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !COMMON.has(word));
  const shared = (step: string): number => {
    const said = folded(step);
    return telling.filter((word) => said.includes(` ${word} `)).length;
  };
  return [...steps]
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, STEPS_TOLD)
    .sort((a, b) => steps.indexOf(a) - steps.indexOf(b));
}
