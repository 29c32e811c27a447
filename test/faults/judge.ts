import { QUESTIONS, type Question, questionOf } from "./plan.ts";

/** What became of the messages of all chats. */
export interface Verdict {
  readonly answered: number;
  /** Chats and what they lack. */
  readonly lost: readonly string[];
  readonly answeredTwice: number;
  /** Chats whose answers came in another order than their questions. */
  readonly outOfOrder: readonly string[];
}

/** Which question a reply answers: the number that it names first; null where it names none. */
export function answeredBy(text: string): Question | null {
  const found = QUESTIONS.map((question) => ({ question, at: text.indexOf(question) })).filter(
    ({ at }) => at !== -1,
  );
  found.sort((a, b) => a.at - b.at);
  return found[0]?.question ?? null;
}

/**
 * Compares what each chat was told with what it asked.
 * @param told for each chat the replies in the order in which they arrived
 */
export function judge(told: ReadonlyMap<string, readonly string[]>, messagesPerChat: number): Verdict {
  const lost: string[] = [];
  const outOfOrder: string[] = [];
  let answered = 0;
  let answeredTwice = 0;
  const asked = Array.from({ length: messagesPerChat }, (_, n) => questionOf(n));
  for (const [chat, texts] of told) {
    const all = texts.map((text) => answeredBy(text) ?? "?");
    const once = withoutRepeats(all);
    answeredTwice += all.length - once.length;
    answered += Math.min(once.length, asked.length);
    if (once.length < asked.length) lost.push(`${chat}: ${once.length} of ${asked.length}`);
    else if (once.join() !== asked.join())
      outOfOrder.push(`${chat}: ${texts.map((text, i) => `${all[i]} (${firstLine(text)})`).join(", ")}`);
  }
  return { answered, lost, answeredTwice, outOfOrder };
}

/** What a reply says first: why it isn't the answer that was due. */
const firstLine = (text: string): string => text.split("\n", 1)[0] ?? "";

/** Neighbours are never the same question, so two alike in a row are one answer that went out twice. */
function withoutRepeats(answers: readonly string[]): string[] {
  return answers.filter((answer, i) => answer !== answers[i - 1]);
}
