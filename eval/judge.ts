import type { Assistant } from "./assistant.ts";
import { messagesOf, type Question } from "./question.ts";
import { brokenRules, type ShownReply, score } from "./score.ts";

/** One question asked and its reply judged. Right where there is no reason against it. */
export interface Verdict {
  readonly question: Question;
  readonly reply: string;
  readonly reasons: readonly string[];
}

/** Officials ask for figures in Telegram, citizens for everything else in Zalo. */
const channelOf = (kind: string) => (kind.startsWith("figure") ? "telegram" : "zalo");

/** Asks one question. A turn that throws is a wrong answer, not the end of the run. */
export async function judge(question: Question, assistant: Pick<Assistant, "converse">): Promise<Verdict> {
  try {
    const shown = await assistant.converse(messagesOf(question), channelOf(question.kind));
    return { question, reply: showing(shown.at(-1)), reasons: reasonsAgainst(question, shown) };
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { question, reply: "", reasons: [`the turn threw: ${why.split("\n").slice(0, 3).join(" ")}`] };
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

function showing(reply: ShownReply | undefined): string {
  if (reply === undefined) return "";
  return [
    reply.text,
    ...(reply.buttons.length === 0 ? [] : [reply.buttons.map((label) => `[${label}]`).join(" ")]),
  ].join("\n");
}
