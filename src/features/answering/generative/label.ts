import { confidenceOf } from "../../../knowledge/confidence.ts";
import type { Hit, Passage } from "../../../knowledge/knowledge-index.ts";
import { errorCode } from "../../../platform/errors.ts";
import { logEvent } from "../../../platform/log.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { LearnedReading } from "../../../reader/read-by.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import { type Found, relatedTo } from "../found.ts";
import { liveThread } from "../knowledge-thread.ts";
import { ordersTheMachine } from "./generator.ts";
import type { LabelledAct } from "./labeller.ts";
import type { ModelTurn } from "./model-turn.ts";

/** The reader must hold an act possible before the model may choose it. */
const POSSIBLE = 0.1;
/** Two acts so near each other are nearly as likely. */
const NEARLY_AS_LIKELY = 0.2;
/** A section with less than this chance is no choice, whatever its heading sounds like. */
const LEAST_CHANCE = 0.05;
/** So many headings are offered. */
const MOST_TOPICS = 6;

export interface Unsure {
  readonly context: TurnContext;
  readonly question: string;
  readonly found: Found;
  /** All hits on the way. */
  readonly seen: readonly Hit[];
  /** The acts that the answer can make use of. */
  readonly acts: readonly LabelledAct[];
}

/** What the model made of a message that we weren't sure of. */
export interface Labelled {
  /** Null where it chose nothing that changes the answer. */
  readonly act: Exclude<LabelledAct, "ask"> | null;
  readonly found: Found;
  readonly events: readonly string[];
}

/**
 * Asks the model what a message does and which section it wants, where the knowledge found nothing or only something
 * near, or two acts are nearly as likely. It chooses among what we offer and writes no word of an answer, and it is never
 * asked where there may be danger. Whatever goes wrong, the answer is as without it.
 */
export async function askLabel(turn: ModelTurn | null, unsure: Unsure): Promise<Labelled> {
  const { context, question, found } = unsure;
  const unchanged = { act: null, found, events: [] };
  const label = turn?.generator.label;
  const choice = label !== undefined && isUnsure(unsure) ? choiceOf(unsure) : null;
  if (turn === null || label === undefined || choice === null) return unchanged;
  const thread = liveThread(context.session, context.now);
  const earlier = thread?.asked ?? thread?.topic;
  try {
    const { act, topic } = await label(
      { message: question, ...choice, ...(earlier !== undefined && { earlier }) },
      turn.signal(),
    );
    const events = ["model_labelled"];
    if (act !== "ask") return { act, found, events };
    return { act: null, found: topic === null ? found : sectionFound(topic, unsure), events };
  } catch (error) {
    logEvent("model_not_used", { code: errorCode(error) });
    return { ...unchanged, events: [errorCode(error)] };
  }
}

function isUnsure({ context: { inbound, reading }, found }: Unsure): boolean {
  const tapped = inbound.content.kind === "text" && inbound.content.tapped === true;
  if (tapped || reading.danger !== null || reading.doubt !== null) return false;
  const isClose = actsAreClose(reading.learned);
  if (found.kind === "none" || found.kind === "near" || found.kind === "beside")
    return isClose || chanceOf(reading.learned.acts, "ask", "tell") >= POSSIBLE;
  return found.kind === "answer" && !found.sure && isClose;
}

function actsAreClose({ acts: [first, second] }: Pick<LearnedReading, "acts">): boolean {
  return first !== undefined && second !== undefined && first.p - second.p < NEARLY_AS_LIKELY;
}

/** Null where there is nothing to choose between. */
function choiceOf({ context, seen, acts }: Unsure) {
  const possible = acts.filter((act) => chanceOf(context.reading.learned.acts, act) >= POSSIBLE);
  const topics = possible.includes("ask") ? topicsOf(seen) : [];
  return possible.length + topics.length < 2 ? null : { acts: possible, topics };
}

function topicsOf(seen: readonly Hit[]): Passage[] {
  const best = [...seen]
    .filter((hit) => confidenceOf(hit) >= LEAST_CHANCE)
    .sort((a, b) => confidenceOf(b) - confidenceOf(a))
    .map(({ passage }) => passage)
    .filter((passage) => passage.document.audience === "public" && !ordersTheMachine(passage));
  return [...new Map(best.map((passage) => [passage.id, passage])).values()].slice(0, MOST_TOPICS);
}

/** The person sees which question is answered: the model chose it. */
function sectionFound(topic: Passage, { found, seen }: Unsure): Found {
  if (found.kind === "answer" && found.passages[0].id === topic.id) return found;
  const nearest = seen.find(({ passage }) => passage.id === topic.id)?.nearest;
  return {
    kind: "answer",
    passages: [topic],
    related: relatedTo([topic], seen),
    sure: false,
    ...(nearest !== undefined && { nearest }),
  };
}
