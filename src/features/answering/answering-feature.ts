import type { Hit, KnowledgeIndex, Passage } from "../../knowledge/knowledge-index.ts";
import { hasQuestion } from "../../language/asks.ts";
import { questionOf } from "../../language/question.ts";
import { type Block, plainText, type Reply, strong, text } from "../../messaging/reply.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import { NOT_KNOWN_EVENT } from "../../turn/events.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import { audienceOf, type IsOfficial } from "../officials/audience.ts";
import {
  AGAIN,
  DID_YOU_MEAN,
  HEARD,
  NEAREST,
  NO_WORDS,
  NOT_KNOWN,
  NOT_KNOWN_OFFICIAL,
  NOT_OURS,
  STILL_ABOUT,
  WHOM_TO_ASK,
} from "./answering-wording.ts";
import { cited } from "./cited.ts";
import { findPassages } from "./find-passages.ts";
import type { Found } from "./found.ts";
import { composeAnswer } from "./generative/compose.ts";
import { askLabel } from "./generative/label.ts";
import type { LabelledAct } from "./generative/labeller.ts";
import { type ModelService, ModelTurn } from "./generative/model-turn.ts";
import { withoutPersonal } from "./impersonal.ts";
import { KNOWLEDGE_THREAD, type KnowledgeThread, liveThread } from "./knowledge-thread.ts";
import { buttonsOf } from "./question-buttons.ts";
import { ANSWER_LENGTH, citeDocument, excerpt, hasList, opening, quote } from "./quote.ts";
import { isFarOff, rightDoor } from "./right-door.ts";
import { remembering, searchFor } from "./searches.ts";

/**
 * Answers from the knowledge and names the source, or says that it doesn't know. Uses a model's words where one is
 * configured and every sentence passes the guard, else the knowledge's own words. Takes every message.
 */
export function answering(services: AnsweringServices): Feature {
  const { knowledge, isOfficial, model, onUnknown, onTold } = services;
  return {
    name: "answering",
    async take(context) {
      const question = questionOf(withoutPersonal(context.utterance.clean));
      if (context.utterance.words.length === 0) return { replies: [NO_WORDS] };
      const thread = liveThread(context.session, context.now);
      const audience = await audienceOf(context, isOfficial);
      const { search, seen } = remembering(searchFor(knowledge, audience));
      const known = await findPassages(search, question, thread);
      // What is answered surely is answered, whosever matter it is.
      const isSure =
        known.kind === "particular" || known.kind === "again" || (known.kind === "answer" && known.sure);
      const door = isSure ? null : rightDoor(context.reading.learned, known.kind);
      if (door !== null) return onUnknown(context, question, { replies: [door], events: [NOT_KNOWN_EVENT] });
      const seemsFar = !isSure && isFarOff(context.reading.learned, known.kind);
      const turn = ModelTurn.open(model, context);
      const read: Found = seemsFar ? { kind: "none" } : known;
      const label = await askLabel(turn, { context, question, found: read, seen, acts: actsFor(services) });
      const isTold = label.act === "tell" || (label.found.kind === "none" && isLikelyTold(context));
      const told = isTold ? onTold?.(context) : undefined;
      const isWeak = !isSure && label.found.kind !== "answer";
      if (thread !== null && (isWeak || addsOn(context)) && isPiece(context))
        return stillAbout(thread, await search(thread.topic, thread.documentId), context.now);
      if (told !== undefined)
        return { replies: [told], session: turn?.spent ?? {}, events: [...label.events, TOLD_EVENT] };
      const isFar = label.act === "chat" || label.act === "outside" || (seemsFar && label.found === read);
      const found: Found = isFar ? { kind: "none" } : orChoices(label.found, context);
      const composed = await composeAnswer(turn, { context, question, search, found, seen, buttonsOf });
      const quoted = inOwnWords(found, question, context.now);
      const no = audience === "internal" ? NOT_KNOWN_OFFICIAL : isFar ? toFarOff(context) : NOT_KNOWN;
      const own = quoted.replies[0] === NOT_KNOWN ? { ...quoted, replies: [no] } : quoted;
      if (no === HEARD && mayBeTold(context)) return { ...own, events: [...(own.events ?? []), TOLD_EVENT] };
      // What is nobody's matter is no question that officials should answer.
      const isUnknown = !isFar && (found.kind === "none" || found.kind === "near");
      const answer: FeatureResult =
        composed?.answer ?? (isUnknown ? await onUnknown(context, question, own) : own);
      if (turn === null) return answer;
      const events = [...(answer.events ?? []), ...label.events, ...(composed?.events ?? [])];
      return { ...answer, session: { ...answer.session, ...turn.spent }, events };
    },
  };
}

/**
 * Answers only what the knowledge surely answers, in its own words. For what is told and asked in one message: the answer to the
 * question is better than the general advice on what is told.
 * @param least how probable the best section must be besides
 */
export function answeringSurely({
  knowledge,
  isOfficial,
  least = 0,
}: Pick<AnsweringServices, "knowledge" | "isOfficial"> & { readonly least?: number }): Feature {
  return {
    name: "answering-surely",
    async take(context) {
      const question = questionOf(withoutPersonal(context.utterance.clean));
      const search = searchFor(knowledge, await audienceOf(context, isOfficial));
      const [best] = least > 0 ? await search(question) : [];
      if (least > 0 && (best?.chance ?? 0) < least) return null;
      const found = await findPassages(search, question, null);
      return found.kind === "answer" && found.sure ? inOwnWords(found, question, context.now) : null;
    },
  };
}

export interface AnsweringServices {
  readonly knowledge: Pick<KnowledgeIndex, "search">;
  readonly isOfficial: IsOfficial;
  /** Absent where none is configured: answers are quoted. */
  readonly model?: ModelService | undefined;
  /** Handles a question that the knowledge can't answer; returns what to say. */
  readonly onUnknown: (
    context: TurnContext,
    question: string,
    answer: FeatureResult,
  ) => Promise<FeatureResult>;
  /**
   * What is said to somebody who tells of a wrong of no known kind; undefined where the words ask. Absent = the model isn't
   * asked whether one is told.
   */
  readonly onTold?: (context: TurnContext) => Reply | undefined;
}

/** The event of a turn that met a message as the telling of a wrong though no kind of wrong was sure. */
export const TOLD_EVENT = "told_of_no_known_kind";

/** So probably it tells of something, and nothing answers it: it is met with advice, never with "chưa có thông tin". */
const MAYBE_TOLD = 0.5;

const isLikelyTold = ({ reading: { learned } }: TurnContext): boolean =>
  chanceOf(learned.acts, "tell", "danger") >= MAYBE_TOLD;

/** What is said to what is nobody's matter. */
const toFarOff = ({ utterance }: TurnContext): Reply => (hasQuestion(utterance) ? NOT_OURS : HEARD);

/** So probably something to be reported may be in it, and the offer stands below. */
const PERHAPS_TOLD = 0.25;

const mayBeTold = ({ reading: { learned } }: TurnContext): boolean =>
  chanceOf(learned.acts, "tell") >= PERHAPS_TOLD;

/** So surely something of the field is asked. */
const ASKS = 0.8;
/** Less probable than this what comes nearest is beside every question. */
const AT_ALL = 0.06;

/** Who surely asks is shown what comes nearest, to choose from, before a plain no. */
function orChoices(found: Found, { reading: { learned } }: TurnContext): Found {
  if (found.kind !== "none" || found.hits === undefined) return found;
  const isOffered =
    chanceOf(learned.acts, "ask") >= ASKS && found.hits.some(({ chance = 0 }) => chance >= AT_ALL);
  return isOffered ? { kind: "near", hits: found.hits } : found;
}

/** So surely it is something else than a piece of what the thread is about. */
const ELSE = 0.7;

/** More words tell a story. */
const PIECE_WORDS = 6;

/** "Nó 20 tuổi": said on, and nothing is asked by it yet. */
const isPiece = ({ utterance, reading: { learned } }: TurnContext): boolean =>
  utterance.words.length <= PIECE_WORDS &&
  !hasQuestion(utterance) &&
  chanceOf(learned.acts, "outside", "decline", "figures", "human") < ELSE;

/** So probably it adds to what was said. */
const LIKELIER = 0.5;

/** Said on, more likely than asked: what is found by its few words alone is about something else. */
const addsOn = ({ reading: { learned } }: TurnContext): boolean => chanceOf(learned.acts, "more") >= LIKELIER;

/** What the thread is about is said, and what else can be asked of it. */
function stillAbout(thread: KnowledgeThread, hits: readonly Hit[], now: number): FeatureResult {
  const others = hits.filter(({ passage }) => passage.headings.at(-1) !== thread.topic);
  const buttons = buttonsOf(others.map(({ passage }) => passage));
  return {
    replies: [{ blocks: [text(STILL_ABOUT(thread.topic))], ...(buttons.length > 0 && { buttons }) }],
    session: KNOWLEDGE_THREAD.with({ ...thread, at: now }),
  };
}

const actsFor = ({ onTold }: AnsweringServices): readonly LabelledAct[] =>
  onTold === undefined ? ["ask", "chat", "outside"] : ["ask", "chat", "outside", "tell"];

/** The answer quoted from the knowledge. */
function inOwnWords(found: Found, question: string, at: number): FeatureResult {
  switch (found.kind) {
    case "none":
      return { replies: [NOT_KNOWN], events: [NOT_KNOWN_EVENT] };
    case "near":
      return { replies: [askBack(found.hits)], events: ["answer_unsure"] };
    case "again":
      return { replies: [againOf(found, question, at)] };
    case "particular":
      return { replies: [{ blocks: [text(found.text), citeDocument(found.document)] }] };
    case "answer": {
      const [first] = found.passages;
      const topic = first.headings.at(-1) ?? first.document.title;
      const asked = found.nearest === undefined ? {} : { asked: found.nearest };
      return {
        replies: [answerFrom(found, question, at)],
        session: KNOWLEDGE_THREAD.with({ documentId: first.document.id, topic, ...asked, at }),
        ...(found.sure ? {} : { events: ["answer_unsure"] }),
      };
    }
  }
}

/** So much is told of a section that may be meant too; one with a list is told whole up to the other length. */
const ALSO_LENGTH = { words: 220, withList: 400 } as const;

/** A list isn't cut: a longer section is told up to it, or not at all. */
function wordsOf(also: Passage, question: string): Block[] {
  if (!hasList(also)) return quote(also, question, ALSO_LENGTH.words);
  if (also.text.length <= ALSO_LENGTH.withList) return quote(also, question, ALSO_LENGTH.withList);
  const first = opening(also, ALSO_LENGTH.words);
  return first === null ? [] : [text(first)];
}

/** More than this, sources counted and addresses not, nobody reads on a phone: then the first stands alone. */
const BOTH_LENGTH = 850;

const lengthOf = (blocks: readonly Block[]): number =>
  plainText({ blocks }).replace(/https?:\/\/\S+/gu, "").length;

function answerFrom(
  { passages, also, related, sure }: Extract<Found, { kind: "answer" }>,
  question: string,
  at: number,
): Reply {
  const room = Math.floor(ANSWER_LENGTH / passages.length);
  const words = passages.flatMap((passage) => [...titleOf(passage, sure), ...quote(passage, question, room)]);
  const alone = cited(words, passages, at);
  const beside = also === undefined ? [] : wordsOf(also, question);
  const withBoth =
    also === undefined || beside.length === 0
      ? alone
      : cited([...words, ...titleOf(also, true), ...beside], [...passages, also], at);
  const isBoth = withBoth !== alone && lengthOf(withBoth) <= BOTH_LENGTH;
  const blocks = isBoth ? withBoth : alone;
  const buttons = buttonsOf(also === undefined || isBoth ? related : [also, ...related]);
  return buttons.length > 0 ? { blocks, buttons } : { blocks };
}

/** A number to call at the beginning of an answer. */
const CALL_FIRST = /^[^.!?\n]*gọi ngay[^.!?\n]*\b11[1-5]\b/iu;

/**
 * The question that is answered stands above its answer: who asked another one sees it at once. Only a number to call is never pushed
 * down by it.
 */
function titleOf({ headings, text: words }: Passage, sure: boolean): Block[] {
  const heading = headings.at(-1) ?? "";
  if (!sure) return [text(NEAREST(heading))];
  return CALL_FIRST.test(words) ? [] : [strong(heading)];
}

function askBack(hits: readonly Hit[]): Reply {
  const buttons = buttonsOf(hits.map(({ passage }) => passage));
  if (buttons.length === 0) return NOT_KNOWN;
  const choices = buttons.map(({ label }, i) => `${i + 1}. ${label}`).join("\n");
  return { blocks: [text(`${DID_YOU_MEAN}\n${choices}`), text(WHOM_TO_ASK)], buttons };
}

/** What of the passage shown just now is most to the point: never all of it once more. */
function againOf(
  { passage, related }: Extract<Found, { kind: "again" }>,
  question: string,
  at: number,
): Reply {
  const blocks = cited([text(AGAIN), text(excerpt(passage, question))], [passage], at);
  const buttons = buttonsOf(related);
  return buttons.length > 0 ? { blocks, buttons } : { blocks };
}
