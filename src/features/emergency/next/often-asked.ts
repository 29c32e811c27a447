import { fold } from "../../../language/fold.ts";
import type { Utterance } from "../../../language/utterance.ts";
import { type Block, source, text } from "../../../messaging/reply.ts";
import type { DangerKind } from "../../../reader/names/danger.ts";
import { adviceOn, sourcesOf } from "../advice.ts";
import type { OpenDanger } from "../open-danger.ts";
import { groupOf, oneStep } from "./next-step.ts";
import OFTEN_ASKED from "./often-asked.json" with { type: "json" };
import QUESTION_WORDS from "./question-words.json" with { type: "json" };

/** An answer that the steps of a kind don't have; without kinds it holds for all. */
interface OftenAsked {
  /** Words of the question, one form of which must be in it, in any spelling. */
  readonly asks: readonly string[];
  readonly kinds: readonly string[];
  readonly say: string;
  readonly sources: readonly string[];
}

const ROWS: readonly OftenAsked[] = OFTEN_ASKED;
const COMMON = new Set(QUESTION_WORDS);
/** "Không", as it is typed. */
const NOT: ReadonlySet<string> = new Set(["k", "ko", "kg", "kh", "hong", "hem"]);
/** So many words of their own a step and a message must share before the step answers what wasn't asked. */
const TELLING = 2;

const folded = (words: string): string =>
  ` ${fold(words)
    .replace(/[^a-z0-9]+/gu, " ")
    .trim()} `;

/**
 * A prepared answer to what people often ask while such a danger is open; null where there is none.
 * @example preparedAnswer("bleeding", readUtterance("có nên garô không")) // "Đừng garô: ép chặt khăn sạch …"
 */
export function preparedAnswer(kind: DangerKind, question: Utterance): Block[] | null {
  const asked = ` ${question.folded.join(" ")} `;
  const row = ROWS.find(
    ({ asks, kinds }) =>
      (kinds.length === 0 || kinds.includes(kind)) && asks.some((words) => asked.includes(folded(words))),
  );
  if (row === undefined) return null;
  return [text(row.say), ...(row.sources.length === 0 ? [] : [source(sourcesOf(row.sources))])];
}

/**
 * The number and the one step of the open danger's advice, or of another's that the message tells of, that speaks of the same
 * things; null where none does. To despair only prepared words are said: the steps may be for somebody else.
 * @param isAsked a question is answered by a step that shares one word with it
 * @param also a danger to the body that the message tells of besides: it is answered in any case
 */
export function stepOn(
  danger: OpenDanger,
  said: Utterance,
  { isAsked, also }: { readonly isAsked: boolean; readonly also?: DangerKind | undefined },
): Block[] | null {
  const isDespair = groupOf(danger.kind) === "despair";
  // Somebody else who no longer answers needs what any body does.
  const kind = isDespair && danger.ofOther === true ? "unconscious" : danger.kind;
  const prepared = danger.silent === true ? null : preparedAnswer(kind, said);
  if (prepared !== null) return [...oneStep(danger, "", "").slice(0, 1), ...prepared];
  const ofBefore = danger.also === undefined || isDespair ? null : nearest(danger.also, said);
  const ofThis = isDespair ? null : nearest(danger.kind, said);
  const own = (ofBefore?.shared ?? 0) > (ofThis?.shared ?? 0) ? ofBefore : ofThis;
  const other = also === undefined ? null : nearestOf(also, said, isDespair);
  // Whoever names a thing of the danger before says that it isn't over.
  const least = isAsked || own === ofBefore ? 1 : TELLING;
  const isOwn = own !== null && own.shared >= (other === null ? least : other.shared);
  const found = isOwn && own.shared > 0 ? own : other;
  // "làm thế nào bây giờ" tells of no other danger, whatever it is read for.
  const isEmpty = isAsked && found?.shared === 0 && tellsNothing(said);
  return found === null || isEmpty ? null : oneStep(danger, found.step, found.from);
}

/** "giờ làm gì nữa": nothing but words that any question has; the first step answers it. */
export const tellsNothing = ({ folded }: Utterance): boolean =>
  folded.every((word) => COMMON.has(word) || NOT.has(word));

/** Of another kind one shared word is no sign: what saves a life first is said then. */
function nearestOf(kind: DangerKind, said: Utterance, isFirst: boolean) {
  const near = nearest(kind, said, isFirst);
  return near.shared < TELLING ? { ...nearest(kind, said, true), shared: near.shared } : near;
}

/** The step of a kind that shares most words with a message. @param isFirst the first step, whatever it shares */
function nearest(kind: DangerKind, said: Utterance, isFirst = false) {
  const { steps, source: from } = adviceOn(kind);
  const shared = sharedWords(said);
  const [step = ""] = isFirst ? steps : [...steps].sort((a, b) => shared(b) - shared(a));
  return { step, from, shared: shared(step) };
}

/** How many words of their own a step and a message share; two in a row, as "không thở", count twice more. */
function sharedWords({ folded: typed }: Utterance): (step: string) => number {
  const words = typed.map((word) => (NOT.has(word) ? "khong" : word));
  const pairs = words.flatMap((word, at) => {
    const next = words[at + 1];
    return next === undefined || (COMMON.has(word) && COMMON.has(next)) ? [] : [`${word} ${next}`];
  });
  const telling = [...words.filter((word) => !COMMON.has(word)), ...pairs, ...pairs];
  return (step) => {
    const said = folded(step);
    return telling.filter((word) => said.includes(` ${word} `)).length;
  };
}
