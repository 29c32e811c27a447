import type { Hit, Passage } from "../../knowledge/knowledge-index.ts";
import { type Block, plainText, type Reply, strong, text } from "../../messaging/reply.ts";
import { NOT_KNOWN_EVENT } from "../../turn/events.ts";
import type { FeatureResult } from "../../turn/feature.ts";
import type { Session } from "../../turn/session.ts";
import { NEAREST, NOT_KNOWN } from "./answering-wording.ts";
import { againOf, askBack, besideOf } from "./choices.ts";
import { cited } from "./cited.ts";
import type { Found } from "./found.ts";
import { KNOWLEDGE_THREAD, type KnowledgeThread, spokenOf } from "./knowledge-thread.ts";
import { buttonsOf } from "./question-buttons.ts";
import { ANSWER_LENGTH, citeDocument, hasList, opening, quote } from "./quote.ts";
import { conditionOf } from "./thread/condition.ts";

/** The answer quoted from the knowledge. */
export function inOwnWords(
  found: Found,
  question: string,
  { at, thread }: { readonly at: number; readonly thread: KnowledgeThread | null },
): FeatureResult {
  switch (found.kind) {
    case "none":
      // What was spoken of before may still be asked on.
      return { replies: [NOT_KNOWN], events: [NOT_KNOWN_EVENT] };
    case "near":
      return { replies: [askBack(found.hits)], session: offered(found.hits, at), events: ["answer_unsure"] };
    case "again":
      return { replies: [againOf(found, at)] };
    case "beside":
      return { replies: [besideOf(found)], events: [NOT_KNOWN_EVENT] };
    case "particular":
      return { replies: [{ blocks: [text(found.text), citeDocument(found.document)] }] };
    case "answer": {
      const [first] = found.passages;
      const asked = found.nearest === undefined ? {} : { asked: found.nearest };
      const { reply, beside } = answerFrom(found, question, at);
      return {
        replies: [reply],
        session: KNOWLEDGE_THREAD.with({
          ...spokenOf(first),
          ...asked,
          ...(beside !== undefined && { also: spokenOf(beside) }),
          ...rootOf(found, thread),
          ...supposedIn(found, question, thread),
          at,
        }),
        ...(found.sure ? {} : { events: ["answer_unsure"] }),
      };
    }
  }
}

/** What the thread began with, where the answer was asked on of it. */
function rootOf(
  { follows }: Found & { kind: "answer" },
  thread: KnowledgeThread | null,
): Partial<KnowledgeThread> {
  if (follows !== true || thread === null) return {};
  return { root: thread.root ?? { documentId: thread.documentId, topic: thread.topic } };
}

/** What is supposed stays so while it is asked on. */
function supposedIn(
  { follows }: Found & { kind: "answer" },
  question: string,
  thread: KnowledgeThread | null,
): Partial<KnowledgeThread> {
  const supposed = conditionOf(question) ?? (follows === true ? thread?.supposed : undefined);
  return supposed === undefined ? {} : { supposed };
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

/** What is said, and the section that is told beside the first. */
function answerFrom(
  { passages, also, related, sure }: Extract<Found, { kind: "answer" }>,
  question: string,
  at: number,
): { readonly reply: Reply; readonly beside: Passage | undefined } {
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
  const reply = buttons.length > 0 ? { blocks, buttons } : { blocks };
  return { reply, beside: isBoth ? also : passages[1] };
}

/** So many are offered at most. */
const MOST_OFFERED = 3;

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

/**
 * What is offered of one document is what is spoken of from now on, though nothing of it was shown yet. Where it may be of several,
 * nobody knows of what: the thread stays what it was.
 */
export function offered(hits: readonly Hit[], at: number): Session {
  const [first, ...others] = hits.slice(0, MOST_OFFERED).map(({ passage }) => passage);
  const isOneMatter = others.every(({ document }) => document.id === first?.document.id);
  return first === undefined || !isOneMatter
    ? {}
    : KNOWLEDGE_THREAD.with({
        ...spokenOf(first),
        isOffered: true,
        at,
      });
}
