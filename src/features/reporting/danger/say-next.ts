import type { Reply } from "../../../messaging/reply.ts";
import { type Block, type Button, beforeSources, text } from "../../../messaging/reply.ts";
import type { FeatureResult } from "../../../turn/feature.ts";
import { isCalmer } from "../../emergency/event/read-events.ts";
import {
  afterAnswer,
  ERASE_CHAT,
  groupOf,
  isQuestionDue,
  type NextPoint,
  nextStep,
  questionOn,
  withSaid,
  YES_NO,
} from "../../emergency/next/next-step.ts";
import { OPEN_DANGER, type OpenDanger } from "../../emergency/open-danger.ts";
import { ASK_TO_PASS, DONT_PASS, IS_IT_OVER, KEPT, NO, PASS_ON, YES } from "./danger-wording.ts";
import type { Heard } from "./hear.ts";

/** What is said instead of the next step: the whole advice on a new danger. */
export type Advice = Pick<Reply, "blocks" | "calls">;

/** What decides how a message is answered, besides the message. */
export interface Saying {
  readonly asked: OpenDanger["asked"];
  readonly advice: Advice | undefined;
  /** There is something that a tap can still pass on. */
  readonly canPass: boolean;
  /** It was over for now before, and still is: the number doesn't lead any more, nor is it asked again whether it is over. */
  readonly isSettling: boolean;
  /** What became of the message: the desk has it, or it waits for a tap. */
  readonly kept?: keyof typeof KEPT;
}

/** The rows after which the state of things is asked, once. */
const ASKS_AFTER: ReadonlySet<string> = new Set(["details", "place", "landmark", "people"]);

/** The number, the next step, and at most one question. */
export function replied(
  before: OpenDanger,
  heard: Heard,
  { asked, advice, canPass, isSettling, kept }: Saying,
): FeatureResult {
  const { answer } = heard;
  const { row, danger } = fitting(isCalmer(heard.events) ? aloud(before) : before, heard);
  const isAnswered = answer !== undefined && asked === "state";
  const of = heard.kind === undefined ? danger : { ...danger, kind: heard.kind };
  const step = advice?.blocks ?? (isAnswered ? afterAnswer(danger, answer) : nextStep(of, row));
  const question = advice === undefined && !isAnswered ? questionFor(danger, row, canPass) : null;
  const note = danger.language === undefined ? noteOn(danger, kept, advice) : undefined;
  const ends =
    isCalmer(heard.events) && !isSettling && danger.silent !== true && danger.language === undefined;
  const [lead, ...others] = note === undefined ? step : withNote(step, note);
  const said = [
    ...(lead === undefined || isSettling ? [] : [lead]),
    ...withQuestion(others, question?.words),
  ];
  const blocks = ends ? beforeSources(said, IS_IT_OVER) : said;
  const buttons: readonly Button[] = question?.buttons ?? (canPass ? [PASS_ON] : []);
  return {
    replies: [
      {
        blocks,
        ...(buttons.length > 0 && { buttons }),
        ...(advice?.calls !== undefined && { calls: advice.calls }),
      },
    ],
    session: OPEN_DANGER.with({
      ...withSaid(danger, step),
      ...question?.changes,
      ...(before.silent === true && { silent: true }),
    }),
  };
}

/** Whoever hid is told in plain words how it ends, once help is there; the danger itself stays a silent one. */
function aloud({ silent: _, ...danger }: OpenDanger): OpenDanger {
  return danger;
}

/** The rows whose steps look for a safe place. */
const MOVES_ON: ReadonlySet<NextPoint> = new Set(["inside", "details", "people"]);

/** The rows that only add to what is known. */
const ADDS: ReadonlySet<NextPoint> = new Set(["details", "people", "files", "chat"]);

/** The row that fits: of what is over for now no step leads back into it. */
function fitting(before: OpenDanger, heard: Heard): ReturnType<typeof marked> {
  const found = marked(before, heard);
  return before.calmer === true && ADDS.has(found.row) ? { ...found, row: "calm" } : found;
}

/** A landmark is asked for once, and not where one was told. */
function marked(
  before: OpenDanger,
  { row, isMarked }: Heard,
): { readonly row: NextPoint; readonly danger: OpenDanger } {
  const isInside = row === "inside" || before.inside === true;
  if (isInside && groupOf(before.kind) === "people" && MOVES_ON.has(row))
    return { row: "inside", danger: { ...before, inside: true } };
  if (row !== "place" && !isMarked) return { row, danger: before };
  const isDue = row === "place" && !isMarked && before.marked !== true;
  return { row: isDue ? "landmark" : row, danger: { ...before, marked: true } };
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
  if (hasAsked === true || !isQuestionDue(danger) || (silent !== true && !ASKS_AFTER.has(row))) return null;
  return {
    words: `${questionOn(kind)}${digits}`,
    buttons: [YES, NO, ...(canPass ? [PASS_ON] : [])],
    changes: { asked: "state", hasAsked: true },
  };
}

const isWords = (block: Block | undefined): block is Extract<Block, { kind: "text" }> =>
  block?.kind === "text";

/** What is said of the message before the step. In an alarm the whole advice says it, and who is silent reads little. */
function noteOn(danger: OpenDanger, kept: Saying["kept"], advice: Advice | undefined): string | undefined {
  if (kept === undefined || kept === "passed") return kept && KEPT.passed;
  if (danger.silent === true || (advice?.blocks.length ?? 0) > SHORT_ADVICE) return undefined;
  return KEPT[kept];
}

/** More blocks are a whole advice. */
const SHORT_ADVICE = 3;

function withNote([lead, step, ...others]: readonly Block[], note: string): Block[] {
  const first = lead === undefined ? [] : [lead];
  if (isWords(step)) return [...first, text(`${note} ${step.text}`), ...others];
  return [...first, text(note), ...(step === undefined ? [] : [step]), ...others];
}

/** Behind the step, in the same line: a question stands alone where there is no step. */
function withQuestion([step, ...others]: readonly Block[], question: string | undefined): Block[] {
  if (question === undefined) return [...(step === undefined ? [] : [step]), ...others];
  return isWords(step)
    ? [text(`${step.text} ${question}`), ...others]
    : [...(step === undefined ? [] : [step]), ...others, text(question)];
}
