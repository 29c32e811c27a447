import { asksPlainly, opensAsking } from "../../../language/asks.ts";
import { isUnmarked } from "../../../language/fold.ts";
import { partsOf } from "../../../language/pattern-book.ts";
import { readUtterance } from "../../../language/utterance.ts";
import type { Act } from "../../../reader/names/act.ts";
import { POINTS_OF_REPORT, type Point } from "../../../reader/names/labels.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import { CHOICES, type Session } from "../../../turn/session.ts";
import { INTENT_WORDS, type Intent } from "../dialogue/intents.ts";
import { readReporterAsk } from "./reporter-asks.ts";

/** Our questions about an open report that a plain yes or no answers: known by the button that says yes. */
const QUESTIONS = ["delete", "restart", "join", "resume"] as const satisfies readonly Intent[];
export type Question = (typeof QUESTIONS)[number];

/** What was asked with the last answer; once something else was said, it is asked no more. */
export const questionIn = (session: Session): Question | undefined =>
  QUESTIONS.find((intent) => CHOICES.of(session)?.includes(INTENT_WORDS[intent][0] ?? ""));

/** The points that are parts of a report. The others belong to a danger. */
const OF_REPORT: ReadonlySet<Point> = new Set(POINTS_OF_REPORT);
/** Less sure than this the reader doesn't count: then only what parses fills a part. */
const LEAST = 0.5;

/** Which part of the report the message is about, where the reader is sure enough. */
export function aboutOf({ reading }: Pick<TurnContext, "reading">): Point | undefined {
  const points = reading.learned.points.filter(({ is }) => OF_REPORT.has(is));
  const all = points.reduce((sum, { p }) => sum + p, 0);
  const [first] = points;
  return first !== undefined && first.p >= LEAST * all ? first.is : undefined;
}

/** The same of what is added: a danger, a wrong or a question is no answer to what was asked. */
export function addedPart(context: Pick<TurnContext, "reading">): Point | undefined {
  const [act] = context.reading.learned.acts;
  return act?.is === "more" && context.reading.danger === null ? aboutOf(context) : undefined;
}

const LIKELY = 0.5;
/** True where the message most probably does one of these. */
export const does = ({ reading }: Pick<TurnContext, "reading">, ...acts: readonly Act[]): boolean =>
  chanceOf(reading.learned.acts, ...acts) >= LIKELY;

const ASKING: readonly Act[] = ["ask", "figures", "aid", "decline", "outside", "chat", "track", "human"];
const MAY_ASK = 0.2;
/** True where it is plainly asked, by its form and to the reader. */
export const isAsked = (context: Pick<TurnContext, "reading" | "utterance">): boolean =>
  asksPlainly(context.utterance) && mayAsk(context);
/** True where a question's form is one: with its marks, or where the reader doesn't rule one out. Without them "đèn đầu" looks like "đến đâu". */
export const mayAsk = ({ reading, utterance }: Pick<TurnContext, "reading" | "utterance">): boolean =>
  utterance.clean.includes("?") ||
  !isUnmarked(utterance.clean) ||
  chanceOf(reading.learned.acts, ...ASKING) >= MAY_ASK;

/**
 * True where something is surely asked: by the form of a part of the message, and to the reader. All else in a story that is being
 * told is a piece of it.
 */
export const asksSurely = (context: Pick<TurnContext, "reading" | "utterance">): boolean =>
  opensAsking(context.utterance) ||
  readReporterAsk(context.utterance) !== null ||
  (does(context, ...ASKING) &&
    partsOf(context.utterance.clean).some((part) => asksPlainly(readUtterance(part)))) ||
  (context.utterance.clean.includes("?") && mayAsk(context));
