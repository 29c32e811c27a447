import { fold } from "../../../language/fold.ts";
import { readUtterance, type Utterance } from "../../../language/utterance.ts";
import type { Block } from "../../../messaging/reply.ts";
import type { DangerKind } from "../../../reader/names/danger.ts";
import { adviceOn, type DangerAdvice } from "../advice.ts";
import type { OpenDanger } from "../open-danger.ts";
import { adviceIn } from "../situation/situation.ts";
import { groupOf, oneStep } from "./next-step.ts";
import QUESTION_WORDS from "./question-words.json" with { type: "json" };

const COMMON = new Set(QUESTION_WORDS);
/** "Không", as it is typed. */
const NOT: ReadonlySet<string> = new Set(["k", "ko", "kg", "kh", "hong", "hem"]);
/** So much must be shared before a step answers what wasn't asked, what was asked, or what is told of the danger before. */
const TELLING = 2;
const ASKED = 1.5;
const OF_BEFORE = 0.25;

/**
 * The number and the one step of the open danger's advice, or of another's that the message tells of, that speaks of the same
 * things; null where none does. To despair nothing is said so: the steps may be for somebody else.
 * @param isAsked a question needs less of it: a word that no other step has, and something besides
 * @param also a danger to the body that the message tells of besides: it is answered in any case
 */
export function nearestStep(
  danger: OpenDanger,
  said: Utterance,
  { isAsked, also }: { readonly isAsked: boolean; readonly also?: DangerKind | undefined },
): Block[] | null {
  const isDespair = groupOf(danger.kind) === "despair";
  const ofBefore = danger.also === undefined || isDespair ? null : nearest(adviceOn(danger.also), said);
  const ofThis = isDespair ? null : nearest(adviceIn(danger), said);
  const own = (ofBefore?.shared ?? 0) > (ofThis?.shared ?? 0) ? ofBefore : ofThis;
  const other = also === undefined ? null : nearestOf(also, said, isDespair);
  // Whoever names a thing of the danger before says that it isn't over.
  const least = own === ofBefore ? OF_BEFORE : isAsked ? ASKED : TELLING;
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
  const advice = adviceOn(kind);
  const near = nearest(advice, said, isFirst);
  return near.shared < TELLING ? { ...nearest(advice, said, true), shared: near.shared } : near;
}

/** The step that shares most with a message. @param isFirst the first step, whatever it shares */
function nearest({ steps, source: from }: DangerAdvice, said: Utterance, isFirst = false) {
  const shared = sharedWords(said, steps);
  const [step = ""] = isFirst ? steps : [...steps].sort((a, b) => shared(b) - shared(a));
  return { step, from, shared: shared(step) };
}

const wordsIn = ({ words, folded }: Utterance, isMarked: boolean): string =>
  ` ${(isMarked ? words : folded).join(" ")} `;

/**
 * How much a step and a message share: a word of its own counts one, "không thở" side by side twice more, and each the less the
 * more steps have it: "tay" stands in all of them. Who writes marks means no other word: "bắt" isn't "bật".
 */
function sharedWords(said: Utterance, steps: readonly string[]): (step: string) => number {
  const { folded, clean } = said;
  // Short forms are written out with marks, whoever types none.
  const hasMarks = fold(clean.toLowerCase()) !== clean.toLowerCase();
  const typed = hasMarks ? said.words : folded;
  const isCommon = (at: number): boolean => COMMON.has(folded[at] ?? "") || NOT.has(folded[at] ?? "");
  const meant = typed.map((word, at) => (NOT.has(folded[at] ?? "") ? (hasMarks ? "không" : "khong") : word));
  const pairs = meant.flatMap((word, at) => {
    const next = meant[at + 1];
    return next === undefined || (isCommon(at) && isCommon(at + 1)) ? [] : [`${word} ${next}`];
  });
  const telling = [...meant.filter((_, at) => !isCommon(at)), ...pairs, ...pairs];
  const spoken = new Map(steps.map((step) => [step, wordsIn(readUtterance(step), hasMarks)]));
  const weightOf = (word: string): number =>
    1 / Math.max(1, [...spoken.values()].filter((words) => words.includes(` ${word} `)).length);
  return (step) =>
    telling
      .filter((word) => spoken.get(step)?.includes(` ${word} `) === true)
      .reduce((sum, word) => sum + weightOf(word), 0);
}
