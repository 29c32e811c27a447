import type { Hit, KnowledgeIndex } from "../../knowledge/knowledge-index.ts";
import { hasQuestion, requests } from "../../language/asks.ts";
import { questionOf } from "../../language/question.ts";
import { type Reply, text } from "../../messaging/reply.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import { NOT_KNOWN_EVENT } from "../../turn/events.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import { audienceOf, type IsOfficial } from "../officials/audience.ts";
import { heard, moodOf } from "../smalltalk/mood.ts";
import type { Mood } from "../smalltalk/smalltalk-wording.ts";
import {
  HEARD,
  NO_WORDS,
  NOT_KNOWN,
  NOT_KNOWN_OFFICIAL,
  NOT_OURS,
  STILL_ABOUT,
} from "./answering-wording.ts";
import { findPassages } from "./find-passages.ts";
import type { Found } from "./found.ts";
import { composeAnswer } from "./generative/compose.ts";
import { askLabel } from "./generative/label.ts";
import type { LabelledAct } from "./generative/labeller.ts";
import { type ModelService, ModelTurn } from "./generative/model-turn.ts";
import { withoutPersonal } from "./impersonal.ts";
import { KNOWLEDGE_THREAD, type KnowledgeThread, liveThread } from "./knowledge-thread.ts";
import { inOwnWords } from "./own-words.ts";
import { buttonsOf } from "./question-buttons.ts";
import { isFarOff, rightDoor } from "./right-door.ts";
import { remembering, searchFor } from "./searches.ts";
import { notAgain } from "./thread/not-again.ts";

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
      const door = isSure ? null : rightDoor(context.reading.learned, known);
      if (door !== null) return onUnknown(context, question, { replies: [door], events: [NOT_KNOWN_EVENT] });
      const seemsFar = !isSure && (isFarOff(context.reading.learned, known.kind) || isTalk(context));
      const turn = ModelTurn.open(model, context);
      const read: Found = seemsFar ? { kind: "none" } : known;
      const label = await askLabel(turn, { context, question, found: read, seen, acts: actsFor(services) });
      const isTold = label.act === "tell" || (isNothing(label.found) && isLikelyTold(context));
      const told = isTold ? onTold?.(context) : undefined;
      const isWeak = !isSure && label.found.kind !== "answer";
      if (thread !== null && (isWeak || addsOn(context)) && isPiece(context, label.found))
        return stillAbout(thread, await search(thread.topic, thread.documentId), context.now);
      if (told !== undefined)
        return { replies: [told], session: turn?.spent ?? {}, events: [...label.events, TOLD_EVENT] };
      const isFar = label.act === "chat" || label.act === "outside" || (seemsFar && label.found === read);
      const found: Found = isFar ? { kind: "none" } : orChoices(label.found, context);
      const composed = await composeAnswer(turn, { context, question, search, found, seen, buttonsOf });
      const quoted = inOwnWords(found, question, { at: context.now, thread });
      const no = audience === "internal" ? NOT_KNOWN_OFFICIAL : isFar ? toFarOff(context) : NOT_KNOWN;
      const own =
        quoted.replies[0] === NOT_KNOWN
          ? { ...quoted, ...(isFar && { session: {} }), replies: [no] }
          : quoted;
      if (no === HEARD && mayBeTold(context)) return { ...own, events: [...(own.events ?? []), TOLD_EVENT] };
      // What is nobody's matter is no question that officials should answer.
      const isUnknown = !isFar && ["none", "near", "beside"].includes(found.kind);
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
      const thread = liveThread(context.session, context.now);
      const [best] = least > 0 ? await search(question) : [];
      if (least > 0 && (best?.chance ?? 0) < least) {
        const followed = isSaidOn(context) ? await findPassages(search, question, thread) : null;
        const isMeant = followed?.kind === "again" || (followed?.kind === "answer" && followed.sure);
        return isMeant ? inOwnWords(followed, question, { at: context.now, thread }) : null;
      }
      const alone = await findPassages(search, question, null);
      const found = thread === null ? alone : await notAgain(search, question, thread, alone);
      const isSure = found.kind === "again" || (found.kind === "answer" && found.sure);
      return isSure ? inOwnWords(found, question, { at: context.now, thread }) : null;
    },
  };
}

/** True where a message asks for nothing and something was just answered: it goes on with that ("họ đọc đúng cả tên tôi"). */
export const isSaidOn = ({ session, now, utterance }: TurnContext): boolean =>
  liveThread(session, now) !== null && !hasQuestion(utterance) && !requests(utterance);

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

/** True where neither the knowledge nor the thread has anything to answer with. */
const isNothing = ({ kind }: Found): boolean => kind === "none" || kind === "beside";

/** What is said to what is nobody's matter. */
const toFarOff = ({ utterance }: TurnContext): Reply =>
  hasQuestion(utterance) ? NOT_OURS : heard(utterance, HEARD);

/** Told for joy: whatever lies near it, nothing is asked. */
const JOYFUL: ReadonlySet<Mood | null> = new Set(["dream", "drill", "memory", "selling", "glad"] as const);

/** Talk by its mood, its form, and what the reader makes of it: no question, and no wrong that is told. */
const isTalk = ({ utterance, reading: { learned } }: TurnContext): boolean =>
  !hasQuestion(utterance) &&
  JOYFUL.has(moodOf(utterance)) &&
  chanceOf(learned.acts, "tell", "danger") < MAYBE_TOLD;

/** So probably something to be reported may be in it, and more so than talk: the offer stands below. */
const PERHAPS_TOLD = 0.25;

const mayBeTold = ({ reading: { learned } }: TurnContext): boolean =>
  chanceOf(learned.acts, "tell") >= PERHAPS_TOLD &&
  chanceOf(learned.acts, "tell") > chanceOf(learned.acts, "outside", "chat");

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
const isPiece = ({ utterance, reading: { learned } }: TurnContext, { kind }: Found): boolean =>
  utterance.words.length <= PIECE_WORDS &&
  !hasQuestion(utterance) &&
  !(kind === "beside" && chanceOf(learned.acts, "ask") >= LIKELIER) &&
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
