import type { Hit, KnowledgeIndex, Passage } from "../../knowledge/knowledge-index.ts";
import { questionOf } from "../../language/question.ts";
import { type Button, type Reply, text } from "../../messaging/reply.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import { audienceOf, type IsOfficial } from "../officials/audience.ts";
import { AGAIN, DID_YOU_MEAN, NEAREST, NO_WORDS, NOT_KNOWN, WHOM_TO_ASK } from "./answering-wording.ts";
import { findPassages } from "./find-passages.ts";
import type { Found } from "./found.ts";
import { composeAnswer } from "./generative/compose.ts";
import { askLabel } from "./generative/label.ts";
import type { LabelledAct } from "./generative/labeller.ts";
import { type ModelService, ModelTurn } from "./generative/model-turn.ts";
import { withoutPersonal } from "./impersonal.ts";
import { KNOWLEDGE_THREAD, liveThread } from "./knowledge-thread.ts";
import { ANSWER_LENGTH, cite, citeDocument, excerpt, quote } from "./quote.ts";
import { isFarOff, rightDoor } from "./right-door.ts";
import { remembering, searchFor } from "./searches.ts";

/** A button's payload in UTF-8, in bytes: the messengers' limit. */
const PAYLOAD_BYTES = 60;
const MAX_BUTTONS = 3;

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
      const { search, seen } = remembering(searchFor(knowledge, await audienceOf(context, isOfficial)));
      const known = await findPassages(search, question, thread);
      // What is answered surely is answered, whosever matter it is.
      const isSure =
        known.kind === "particular" || known.kind === "again" || (known.kind === "answer" && known.sure);
      const door = isSure ? null : rightDoor(context.reading.learned, known.kind === "answer");
      if (door !== null) return onUnknown(context, question, { replies: [door], events: ["not_known"] });
      const seemsFar = !isSure && isFarOff(context.reading.learned);
      const turn = ModelTurn.open(model, context);
      const read: Found = seemsFar ? { kind: "none" } : known;
      const label = await askLabel(turn, { context, question, found: read, seen, acts: actsFor(services) });
      const told = label.act === "tell" ? onTold?.(context) : undefined;
      if (told !== undefined) return { replies: [told], session: turn?.spent ?? {}, events: label.events };
      const isFar = label.act === "chat" || label.act === "outside" || (seemsFar && label.found === read);
      const found: Found = isFar ? { kind: "none" } : label.found;
      const composed = await composeAnswer(turn, { context, question, search, found, seen, buttonsOf });
      const own = inOwnWords(found, question, context.now);
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
  /** What is said to somebody who tells of a wrong; absent = the model isn't asked whether one is told. */
  readonly onTold?: (context: TurnContext) => Reply;
}

const actsFor = ({ onTold }: AnsweringServices): readonly LabelledAct[] =>
  onTold === undefined ? ["ask", "chat", "outside"] : ["ask", "chat", "outside", "tell"];

/** The answer quoted from the knowledge. */
function inOwnWords(found: Found, question: string, at: number): FeatureResult {
  switch (found.kind) {
    case "none":
      return { replies: [NOT_KNOWN], events: ["not_known"] };
    case "near":
      return { replies: [askBack(found.hits)] };
    case "again":
      return { replies: [againOf(found, question)] };
    case "particular":
      return { replies: [{ blocks: [text(found.text), citeDocument(found.document)] }] };
    case "answer": {
      const [first] = found.passages;
      const topic = first.headings.at(-1) ?? first.document.title;
      const asked = found.nearest === undefined ? {} : { asked: found.nearest };
      return {
        replies: [answerFrom(found, question)],
        session: KNOWLEDGE_THREAD.with({ documentId: first.document.id, topic, ...asked, at }),
      };
    }
  }
}

function answerFrom(
  { passages, related, sure }: Extract<Found, { kind: "answer" }>,
  question: string,
): Reply {
  const room = Math.floor(ANSWER_LENGTH / passages.length);
  const lead = sure ? [] : [text(NEAREST(passages[0].headings.at(-1) ?? ""))];
  const blocks = [
    ...lead,
    ...passages.flatMap((passage) => quote(passage, question, room)),
    ...cite(passages),
  ];
  const buttons = buttonsOf(related);
  return buttons.length > 0 ? { blocks, buttons } : { blocks };
}

function askBack(hits: readonly Hit[]): Reply {
  const buttons = buttonsOf(hits.map(({ passage }) => passage));
  if (buttons.length === 0) return NOT_KNOWN;
  const choices = buttons.map(({ label }, i) => `${i + 1}. ${label}`).join("\n");
  return { blocks: [text(`${DID_YOU_MEAN}\n${choices}`), text(WHOM_TO_ASK)], buttons };
}

/** What of the passage shown just now is most to the point: never all of it once more. */
function againOf({ passage, related }: Extract<Found, { kind: "again" }>, question: string): Reply {
  const blocks = [text(AGAIN), text(excerpt(passage, question)), ...cite([passage])];
  const buttons = buttonsOf(related);
  return buttons.length > 0 ? { blocks, buttons } : { blocks };
}

const buttonsOf = (passages: readonly Passage[]): Button[] =>
  passages.flatMap(toButton).slice(0, MAX_BUTTONS);

/** The heading as a question to tap or to type; none where it is too long to be typed. */
function toButton(passage: Passage): Button[] {
  const heading = passage.headings.at(-1) ?? "";
  const fits = heading !== "" && new TextEncoder().encode(heading).length <= PAYLOAD_BYTES;
  return fits ? [{ label: heading, payload: heading }] : [];
}
