import { confidenceOf } from "../../../knowledge/confidence.ts";
import type { Hit, Passage } from "../../../knowledge/knowledge-index.ts";
import { type Button, type Reply, text } from "../../../messaging/reply.ts";
import { errorCode } from "../../../platform/errors.ts";
import { logEvent } from "../../../platform/log.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { COMPOSED } from "../answering-wording.ts";
import { cited as citing } from "../cited.ts";
import { findPassages } from "../find-passages.ts";
import type { Found, Search } from "../found.ts";
import { KNOWLEDGE_THREAD, liveThread, spokenOf } from "../knowledge-thread.ts";
import { ANSWER_LENGTH } from "../quote.ts";
import type { Generated, Generator } from "./generator.ts";
import type { ModelTurn } from "./model-turn.ts";

/** How many passages the model gets, and how long they may be. */
const MOST_PASSAGES = 6;
const MOST_CHARACTERS = 7_000;

export type { ModelService } from "./model-turn.ts";

export interface Composing {
  readonly context: TurnContext;
  readonly question: string;
  readonly search: Search;
  /** What the knowledge found without a model, with all hits on the way. */
  readonly found: Found;
  readonly seen: readonly Hit[];
  readonly buttonsOf: (passages: readonly Passage[]) => Button[];
}

/** What came of asking the model. */
export interface Composed {
  /** Null where the knowledge's own words must be used. */
  readonly answer: Pick<FeatureResult, "replies" | "session"> | null;
  readonly events: readonly string[];
}

/**
 * An answer in the model's words, from the passages, sentence by sentence through the guard. Null where the model isn't
 * asked: there is none for this turn, or nothing similar was found, neither by words nor by meaning. A failing model never
 * makes it throw, and it keeps to its time limit.
 */
export async function composeAnswer(turn: ModelTurn | null, composing: Composing): Promise<Composed | null> {
  const { context, found, seen } = composing;
  if (turn === null || found.kind === "particular") return null;
  const tapped = context.inbound.content.kind === "text" && context.inbound.content.tapped === true;
  // A tapped heading is our own question: its passage is the answer.
  if (tapped && found.kind === "answer") return null;
  if (found.kind === "none" && !seen.some((hit) => hit.byMeaning === true)) return null;
  try {
    const { passages, generated } = await generate(composing, turn.generator, turn.signal());
    const composed = replyOf(generated, passages, composing);
    if (composed === null) return { answer: null, events: [eventOf(generated)] };
    const events = generated.dropped > 0 ? ["model_answered", "model_sentence_dropped"] : ["model_answered"];
    return {
      answer: {
        replies: [composed.reply],
        session: KNOWLEDGE_THREAD.with({ ...threadOf(composed.cited[0], found), at: context.now }),
      },
      events,
    };
  } catch (error) {
    logEvent("model_not_used", { code: errorCode(error) });
    return { answer: null, events: [errorCode(error)] };
  }
}

function threadOf(passage: Passage, found: Found) {
  return {
    ...spokenOf(passage),
    ...(found.kind === "answer" && found.nearest !== undefined && { asked: found.nearest }),
  };
}

const eventOf = ({ dropped }: Generated): string => (dropped > 0 ? "model_all_dropped" : "model_no_answer");

async function generate(
  { context, question, search, found, seen }: Composing,
  generator: Generator,
  signal: AbortSignal,
) {
  const thread = liveThread(context.session, context.now);
  const earlier = thread?.asked ?? thread?.topic;
  const passages = [...chosen(found), ...byScore(seen)];
  if (found.kind !== "answer" && earlier !== undefined) {
    const rewritten = await generator.standalone(question, earlier, signal);
    if (rewritten !== null) passages.unshift(...(await searchAgain(search, rewritten)));
  }
  const room = fitting(passages);
  const asked = { question, passages: room, ...(earlier !== undefined && { earlier }) };
  return { passages: room, generated: await generator.answer(asked, signal) };
}

async function searchAgain(search: Search, rewritten: string): Promise<Passage[]> {
  const again = await findPassages(search, rewritten, null);
  return chosen(again);
}

const chosen = (found: Found): Passage[] => {
  if (found.kind === "answer") return [...found.passages, ...found.related];
  return found.kind === "near" ? found.hits.map(({ passage }) => passage) : [];
};

/** A passage that answers with less than this chance is of another matter: a true sentence of it beside this question misleads. */
const LEAST_CHANCE = 0.1;

const byScore = (hits: readonly Hit[]): Passage[] =>
  hits
    .filter((hit) => confidenceOf(hit) >= LEAST_CHANCE)
    .toSorted((a, b) => b.score - a.score)
    .map(({ passage }) => passage);

/** The first few passages, each once, within the size of a call. Internal passages are never sent. */
function fitting(passages: readonly Passage[]): Passage[] {
  const room: Passage[] = [];
  let size = 0;
  for (const passage of passages) {
    if (passage.document.audience !== "public" || room.some(({ id }) => id === passage.id)) continue;
    if (room.length === MOST_PASSAGES || size + passage.text.length > MOST_CHARACTERS) break;
    room.push(passage);
    size += passage.text.length;
  }
  return room;
}

function replyOf(
  { sentences }: Generated,
  passages: readonly Passage[],
  { buttonsOf, context, found }: Composing,
): { readonly reply: Reply; readonly cited: readonly [Passage, ...Passage[]] } | null {
  const shown = withinLength(sentences);
  const ids = new Set(shown.flatMap(({ cites }) => cites));
  const [first, ...others] = passages.filter(({ id }) => ids.has(id));
  if (first === undefined) return null;
  const cited: [Passage, ...Passage[]] = [first, ...others];
  const related = found.kind === "answer" ? found.related : [];
  const buttons = buttonsOf(related.filter(({ id }) => !ids.has(id)));
  const words = [text(shown.map(({ text: sentence }) => sentence).join(" ")), text(COMPOSED)];
  const blocks = citing(words, cited, context.now);
  return { cited, reply: buttons.length > 0 ? { blocks, buttons } : { blocks } };
}

/** As many sentences as fit on a phone screen, at least one. */
function withinLength(sentences: Generated["sentences"]): Generated["sentences"] {
  let length = 0;
  return sentences.filter(({ text: words }, i) => {
    length += words.length + 1;
    return i === 0 || length <= ANSWER_LENGTH;
  });
}
