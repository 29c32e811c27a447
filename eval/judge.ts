import type { Assistant } from "./assistant.ts";
import { ungrounded } from "./evidence.ts";
import type { Exchange } from "./exchange.ts";
import { type Marks, markReply, NO_MARKS } from "./marks.ts";
import { messagesOf, type Question } from "./question.ts";
import { brokenRules, type ShownReply, score } from "./score.ts";

/** One question asked and its reply judged. Right where there is no reason against it. */
export interface Verdict {
  readonly question: Question;
  readonly reply: string;
  readonly reasons: readonly string[];
  readonly marks: Marks;
  /** What in the answer doesn't stand in its sources: shown, and counted in the marks. */
  readonly strange: readonly string[];
  /** What the last turn took, counted and cost; absent where it threw. */
  readonly last?: Pick<Exchange, "ms" | "tokens" | "calls" | "events">;
}

/** Officials ask for figures in Telegram, citizens for everything else in Zalo. */
const channelOf = (kind: string) => (kind.startsWith("figure") ? "telegram" : "zalo");

/** Asks one question. A turn that throws is a wrong answer, not the end of the run. */
export async function judge(question: Question, assistant: Pick<Assistant, "converse">): Promise<Verdict> {
  try {
    const shown = await assistant.converse(messagesOf(question), channelOf(question.kind));
    const last = shown.at(-1);
    const reasons = reasonsAgainst(question, shown);
    if (last === undefined) return { question, reply: "", reasons, marks: NO_MARKS, strange: [] };
    const marks = markReply(question, last, reasons.length === 0);
    return { question, reply: showing(last), reasons, marks, strange: ungrounded(last) ?? [], last };
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const reasons = [`the turn threw: ${why.split("\n").slice(0, 3).join(" ")}`];
    return { question, reply: "", reasons, marks: NO_MARKS, strange: [] };
  }
}

/** The last reply is scored against the check; those before it only keep the rules for every reply. */
function reasonsAgainst({ check }: Question, shown: readonly ShownReply[]): string[] {
  const last = shown.at(-1) ?? { text: "", buttons: [] };
  const before = shown
    .slice(0, -1)
    .flatMap(({ text }, i) => brokenRules(text).map((why) => `reply ${i + 1}: ${why}`));
  return [...before, ...score(check, last)];
}

function showing(reply: ShownReply): string {
  return [
    reply.text,
    ...(reply.buttons.length === 0 ? [] : [reply.buttons.map((label) => `[${label}]`).join(" ")]),
  ].join("\n");
}
