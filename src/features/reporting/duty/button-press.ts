import { fold } from "../../../language/fold.ts";
import { readReportCode } from "../../../language/report-code.ts";
import { type Button, type Reply, text } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { LikelyDuplicate } from "../book/duplicates.ts";
import type { MoveOutcome } from "../book/report-book.ts";
import type { OfficialActor } from "../case.ts";
import { type MayName, mayNameIn, namable } from "../group/may-name.ts";
import { messageKey } from "../message-key.ts";
import { asksForIdentity } from "../personal-questions.ts";
import type { Report, ReportMedia } from "../report.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { isClosed, type Needs, WORKFLOW } from "../workflow/workflow.ts";
import { cardReply, factsOf } from "./card.ts";
import { noteCaseAct } from "./case-log.ts";
import { ASSIGN } from "./desk/desk-wording.ts";
import {
  DESTINATIONS,
  outpaced,
  QUESTIONS,
  question,
  REASONS,
  RESULTS,
  TAKE_BACK_LABEL,
  WITHDRAWING,
  WORDING,
} from "./duty-wording.ts";
import { type ButtonPress, encodePress, type PressExtra, readPress } from "./payload.ts";

/** A button of a card or of a question was pressed in the duty group. */
export async function takePress(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  payload: string,
): Promise<FeatureResult> {
  const press = readPress(payload);
  if (press === null) return { replies: [WORDING.badButton] };
  return makeMove(reporting, context, handler, press, press.extra?.kind === "copy" ? "new_line" : "in_place");
}

/**
 * A reply to a question: the reason, the destination, the result or the code.
 * @param asked what the question is about: the payload of the press that caused it
 * @param media photos of a result
 */
export async function takeAnswer(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  asked: string,
  words: string,
  media: readonly ReportMedia[] = [],
): Promise<FeatureResult> {
  const press = readPress(asked);
  if (press === null) return { replies: [WORDING.badButton] };
  if (WITHDRAWING.has(fold(words).replace(/[.!\s]+$/u, "")))
    return { replies: [WORDING.withdrawn(press.code)] };
  const extra = press.to === "duplicate" ? originalIn(words) : ({ kind: "note", text: words } as const);
  if (extra === null) return { replies: [WORDING.typo] };
  if (press.to !== "duplicate" && asksForIdentity(words))
    await noteCaseAct(reporting, context, "personal_question", press.code);
  return makeMove(reporting, context, handler, { ...press, extra }, "new_line", media);
}

function originalIn(words: string): PressExtra | null {
  const reading = readReportCode(words, { bare: true });
  return reading.kind === "code" ? { kind: "original", code: reading.code } : null;
}

/**
 * Makes the move, if the workflow allows it to this person from the state that they saw.
 * @param show true where a card that changes in place isn't answer enough
 */
async function makeMove(
  reporting: ReportingServices,
  context: TurnContext,
  actor: OfficialActor,
  press: ButtonPress,
  show: "in_place" | "new_line",
  media: readonly ReportMedia[] = [],
): Promise<FeatureResult> {
  const { book, carry, tell } = reporting;
  const { inbound, now: at } = context;
  const { code, to, version, extra } = press;

  const outcome = await book.move({
    code,
    to,
    actor,
    expectedVersion: version,
    key: messageKey(inbound),
    at,
    ...(extra?.kind === "note" && { note: extra.text }),
    ...(extra?.kind === "original" && { duplicateOf: extra.code }),
    ...(media.length > 0 && { media }),
    ...((await isElsewhere(reporting, inbound.chat, code)) && { elsewhere: true as const }),
  });
  if (outcome.kind !== "moved") await reporting.media.drop(media, at);
  if (outcome.kind === "unknown") return { replies: [WORDING.unknown(code)] };
  if (outcome.kind === "incomplete")
    return {
      replies: [
        extra?.kind === "original"
          ? { ...WORDING.notAnOriginal(code), about: questionOf(press) }
          : await ask(reporting, mayNameIn(reporting, inbound.chat), press, outcome.needs, actor),
      ],
    };
  await carry();
  const owner = outcome.report.desk?.owner;
  if (
    outcome.kind === "moved" &&
    isClosed(outcome.report.state) &&
    owner !== undefined &&
    owner.id !== actor.id
  )
    await tell(
      owner.id,
      `closed:${messageKey(inbound)}`,
      ASSIGN.closed(code, outcome.report.state, actor.label),
    );
  const card = cardReply(
    outcome.report,
    await factsOf(book, outcome.report, at, mayNameIn(reporting, inbound.chat)),
  );
  return { replies: [...answers(press, outcome, wordOf(outcome, press, actor.label), show), card] };
}

/** True where another group has the card: it has to be told. */
const isElsewhere = async (
  { routes, book }: ReportingServices,
  chat: string,
  code: string,
): Promise<boolean> =>
  routes !== undefined &&
  routes.others.length > 0 &&
  (await routes.groupFor(await book.communeOf(code))) !== chat;

type Decided = Exclude<MoveOutcome, { kind: "unknown" | "incomplete" }>;

function wordOf(outcome: Decided, { code, to }: ButtonPress, by: string): Reply {
  const { state } = outcome.report;
  switch (outcome.kind) {
    case "moved":
      return { ...WORDING.moved(code, state, by), buttons: takeBack(outcome.report) };
    case "stale":
      return outpaced(code, outcome.last);
    case "not_allowed":
      return WORKFLOW[state].some((move) => move.to === to && move.by.includes("supervisor"))
        ? WORDING.supervisorOnly(code)
        : WORDING.notAllowed(code, state);
  }
}

/** A press on the wrong card at night: one tap opens the case again, while nobody relies on it yet. */
const takeBack = ({ code, state, version }: Report): Button[] =>
  isClosed(state)
    ? [
        {
          label: TAKE_BACK_LABEL,
          payload: encodePress({ code, to: "in_progress", version, extra: { kind: "copy" } }),
        },
      ]
    : [];

/** An answered question is replaced by its answer; a press on the card itself needs no words. */
function answers(press: ButtonPress, { kind }: Decided, word: Reply, show: "in_place" | "new_line"): Reply[] {
  const wasAsked = press.extra?.kind === "note" || press.extra?.kind === "original";
  const isSeen = show === "in_place" && (wasAsked || kind === "moved");
  const buttons = isSeen ? word.buttons : [];
  const settled = wasAsked
    ? [{ ...word, ...(buttons !== undefined && { buttons }), slot: slotOf(press) }]
    : [];
  return isSeen ? settled : [...settled, word];
}

/** A reason, a destination or the other case is missing: asks with buttons, or for a reply. */
async function ask(
  { book }: ReportingServices,
  mayName: MayName,
  press: ButtonPress,
  needs: Needs,
  { id }: OfficialActor,
): Promise<Reply> {
  const owner = (await book.get(press.code))?.desk?.owner;
  const alike = needs === "duplicate_of" ? await book.likelyDuplicates(press.code) : [];
  const offered = await namable(alike, mayName);
  return {
    blocks: [
      ...question(press.code, QUESTIONS[needs]),
      ...(owner === undefined || owner.id === id ? [] : [text(ASSIGN.another(owner.label))]),
    ],
    buttons: choices(press, needs, offered),
    about: questionOf(press),
    slot: slotOf(press),
  };
}

function choices(
  { code, to, version }: ButtonPress,
  needs: Needs,
  offered: readonly LikelyDuplicate[],
): Button[] {
  const button = (label: string, extra: PressExtra): Button => ({
    label,
    payload: encodePress({ code, to, version, extra }),
  });
  if (needs === "duplicate_of")
    return offered.map((other) => button(other.code, { kind: "original", code: other.code }));
  const texts = { reason: REASONS, destination: DESTINATIONS, result: RESULTS }[needs];
  return texts.map((text) => button(text, { kind: "note", text }));
}

/**
 * What a question is about: the requested move, not only the case. So its answer differs from a reply to the card,
 * which is a message to the reporter.
 */
const questionOf = ({ code, to, version }: ButtonPress): string => encodePress({ code, to, version });

/** One question for one requested move at one version. */
const slotOf = ({ code, to, version }: ButtonPress): string => `ask:${code}:${to}:${version}`;
