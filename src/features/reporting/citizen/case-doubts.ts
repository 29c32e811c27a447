import { PatternBook } from "../../../language/pattern-book.ts";
import type { Act } from "../../../reader/names/act.ts";
import type { IncidentId } from "../../../reader/names/incident.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { areApart } from "../../incidents/incident-kin.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { offerWords } from "./case-offer.ts";
import { isAsked } from "./draft-questions.ts";
import { saysMore } from "./reporter-asks.ts";
import type { WhichCase } from "./which-case.ts";

/** So sure the reader must be that words are more of a report before they go to it without a tap. */
const SURELY_MORE = 0.8;

/** True where the words surely add to the report that was sent. */
export const isSurely = ({ reading, utterance }: TurnContext): boolean =>
  saysMore(utterance) ||
  (!(utterance.words.length <= FORGOTTEN && FORGOT.has(utterance)) &&
    chanceOf(reading.learned.acts, "more", "edit", "tell", "danger", "aid") >= SURELY_MORE);
/** "Quên mất rồi" alone adds nothing; "à quên, có cả biển số" does. */
const FORGOTTEN = 4;
const FORGOT = new PatternBook(["(quên/không nhớ/chẳng nhớ) (/mất/khuấy/béng) (/rồi/thôi/luôn/ra/nữa)"]);

/** A question is answered by the others. Its words are kept for a tap, where they may be more of the report too. */
export async function thenAnswer(
  reporting: ReportingServices,
  context: TurnContext,
  which: Extract<WhichCase, { kind: "own" | "several" }>,
): Promise<FeatureResult | null> {
  const { content } = context.inbound;
  if (content.kind !== "text" || isShort(context)) return null;
  const codes = codesOf(which);
  const { session } = await offerWords(reporting, context, { codes, words: content.text, lead: "" });
  return { replies: [], goesOn: true, ...(session !== undefined && { session }) };
}
/** With fewer words a question tells nothing. */
const TELLS = 6;
/** True where a question is nothing but one. */
export const isShort = ({ utterance }: TurnContext): boolean => utterance.words.length < TELLS;

/** True where the wrong that is told can't well be more of the report. */
export async function isOfAnotherKind(
  { book }: Pick<ReportingServices, "book">,
  { reading: { incident, learned } }: TurnContext,
  which: WhichCase,
): Promise<boolean> {
  if (which.kind !== "own" || incident === null) return false;
  const kind = learned.incidents[0]?.p ?? 0;
  const [, least] = TOLD_AT.find(([sure]) => kind >= sure) ?? [0, MOSTLY];
  if (chanceOf(learned.acts, "tell") < least) return false;
  const report = await book.get(which.code);
  return report !== null && areApart(incident, report.category as IncidentId);
}
/** The surer another kind is, the more words may be a new story though they sound like more of the last one: its chance, and theirs. */
const TOLD_AT = [
  [0.99, 0.04],
  [0.9, 0.2],
] as const;
/** More likely than all else together. */
const MOSTLY = 0.5;

/** What is done to a report that was sent, where it isn't sure which of it. */
const OF_CASE: readonly Act[] = ["more", "edit", "cancel", "tell", "danger", "settled"];

/** True where it is something of the report, whichever: no question, and no wrong with advice of its own. */
export const isOfCase = (context: TurnContext): boolean => {
  const { incident, learned } = context.reading;
  return incident === null && !isAsked(context) && chanceOf(learned.acts, ...OF_CASE) >= MOSTLY;
};

/** One report, or those that are equally likely meant. */
export const codesOf = (which: Extract<WhichCase, { kind: "own" | "several" }>): readonly string[] =>
  which.kind === "own" ? [which.code] : which.own.map(({ code }) => code);
