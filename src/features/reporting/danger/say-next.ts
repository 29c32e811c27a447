import type { Reply } from "../../../messaging/reply.ts";
import { type Block, type Button, text } from "../../../messaging/reply.ts";
import type { FeatureResult } from "../../../turn/feature.ts";
import { afterAnswer, ERASE_CHAT, nextStep, questionOn, YES_NO } from "../../emergency/next/next-step.ts";
import { OPEN_DANGER, type OpenDanger } from "../../emergency/open-danger.ts";
import { ASK_TO_PASS, DONT_PASS, NO, PASS_ON, PASSED_MORE, YES } from "./danger-wording.ts";
import type { Heard } from "./hear.ts";

/** What is said instead of the next step: the whole advice on a new danger. */
export type Advice = Pick<Reply, "blocks" | "calls">;

/** What decides how a message is answered, besides the message. */
export interface Saying {
  readonly asked: OpenDanger["asked"];
  readonly advice: Advice | undefined;
  /** There is something that a tap can still pass on. */
  readonly canPass: boolean;
  readonly isPassed?: boolean;
}

/** The rows after which the state of things is asked, once. */
const ASKS_AFTER: ReadonlySet<string> = new Set(["details", "place", "people"]);

/** The number, the next step, and at most one question. */
export function replied(
  danger: OpenDanger,
  { row, answer }: Heard,
  { asked, advice, canPass, isPassed = false }: Saying,
): FeatureResult {
  const isAnswered = answer !== undefined && asked === "state";
  const step = advice?.blocks ?? (isAnswered ? afterAnswer(danger, answer) : nextStep(danger, row));
  const question = advice === undefined && !isAnswered ? questionFor(danger, row, canPass) : null;
  const [lead, ...others] = isPassed ? withMore(step) : step;
  const blocks = [...(lead === undefined ? [] : [lead]), ...withQuestion(others, question?.words)];
  const buttons: readonly Button[] = question?.buttons ?? (canPass ? [PASS_ON] : []);
  return {
    replies: [
      {
        blocks,
        ...(buttons.length > 0 && { buttons }),
        ...(advice?.calls !== undefined && { calls: advice.calls }),
      },
    ],
    session: OPEN_DANGER.with({ ...danger, ...question?.changes }),
  };
}

interface Question {
  readonly words: string;
  readonly buttons: readonly Button[];
  readonly changes: Partial<OpenDanger>;
}

/** Somebody who is silent is first asked whether it is passed on: one digit is enough. */
function questionFor(danger: OpenDanger, row: string, canPass: boolean): Question | null {
  const { silent, hasAsked, helped, held, offered, language, kind } = danger;
  if (language !== undefined) return null;
  const digits = silent === true ? ` ${YES_NO}` : "";
  if (silent === true && canPass && held !== true && offered !== true)
    return {
      words: `${ASK_TO_PASS}${digits}`,
      buttons: [PASS_ON, DONT_PASS],
      changes: { asked: "pass", offered: true },
    };
  if (silent === true && helped !== true)
    return { words: ERASE_CHAT, buttons: canPass ? [PASS_ON] : [], changes: { helped: true } };
  if (hasAsked === true || (silent !== true && !ASKS_AFTER.has(row))) return null;
  return {
    words: `${questionOn(kind)}${digits}`,
    buttons: [YES, NO, ...(canPass ? [PASS_ON] : [])],
    changes: { asked: "state", hasAsked: true },
  };
}

const isWords = (block: Block | undefined): block is Extract<Block, { kind: "text" }> =>
  block?.kind === "text";

/** Before the step: that the desk has it. */
function withMore([lead, step, ...others]: readonly Block[]): Block[] {
  const first = lead === undefined ? [] : [lead];
  if (isWords(step)) return [...first, text(`${PASSED_MORE} ${step.text}`), ...others];
  return [...first, text(PASSED_MORE), ...(step === undefined ? [] : [step]), ...others];
}

/** Behind the step, in the same line: a question stands alone where there is no step. */
function withQuestion([step, ...others]: readonly Block[], question: string | undefined): Block[] {
  if (question === undefined) return [...(step === undefined ? [] : [step]), ...others];
  return isWords(step)
    ? [text(`${step.text} ${question}`), ...others]
    : [...(step === undefined ? [] : [step]), ...others, text(question)];
}
