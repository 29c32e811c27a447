import { fold } from "../../../language/fold.ts";
import { readUtterance, type Utterance } from "../../../language/utterance.ts";
import { type Block, source, strong, text } from "../../../messaging/reply.ts";
import type { DangerKind } from "../../../reader/names/danger.ts";
import FOR_OTHER from "../advice/for-other.json" with { type: "json" };
import { adviceOn, type DangerAdvice } from "../advice.ts";
import type { OpenDanger } from "../open-danger.ts";
import { adviceIn } from "../situation/situation.ts";
import HELPERS_FIRST from "./helpers-first.json" with { type: "json" };
import { callLine, groupOf, linesFor, oneStep, type Sourced, wasSaid } from "./next-step.ts";
import QUESTION_WORDS from "./question-words.json" with { type: "json" };

const COMMON = new Set(QUESTION_WORDS.common.split(" "));
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
  const before = kindBefore(danger);
  const ofBefore = before === undefined ? null : nearest(adviceOn(before), said);
  const ofThis = isDespair ? null : nearest(adviceIn(danger), said);
  const own = (ofBefore?.shared ?? 0) > (ofThis?.shared ?? 0) ? ofBefore : ofThis;
  const other = also === undefined ? null : nearestOf(also, said, isDespair);
  // Whoever names a thing of the danger before says that it isn't over.
  const least = own === ofBefore ? OF_BEFORE : isAsked ? ASKED : TELLING;
  const isOwn = own !== null && own.shared >= (other === null ? least : other.shared);
  const found = isOwn && own.shared > 0 ? own : other;
  // A question that shares nothing with it tells of no other danger, whatever it is read for.
  const isEmpty = isAsked && found?.shared === 0;
  return found === null || isEmpty ? null : oneStep(danger, found.step, found.from);
}

/** The danger before, where its steps may still be due. What is said to despair isn't for those who pull somebody out of the water. */
const kindBefore = ({ kind, also }: OpenDanger): DangerKind | undefined =>
  also === undefined || [kind, also].some((one) => groupOf(one) === "despair") ? undefined : also;

/** Dangers that take the helper too: they come before what they did. */
const HAZARDS: readonly string[] = HELPERS_FIRST;
/** So long both steps may be together, for a small screen. */
const LONGEST_PAIR = 340;

/**
 * What a question within a danger is answered by where nothing answers it better: the number, and the two steps of the danger's
 * own block that speak most of the same things; of those that don't, the first and those that weren't said yet. An order that was
 * given before is given again. To despair only its lines are said: the steps may be for somebody else.
 */
export function ownSteps(danger: OpenDanger, said: Utterance): Block[] {
  const { kind, also, ofOther } = danger;
  const isDespair = groupOf(kind) === "despair";
  const usual = adviceIn(danger);
  const earlier = kindBefore(danger);
  const before = earlier === undefined ? undefined : adviceOn(earlier);
  const steps = isDespair ? (ofOther === true ? FOR_OTHER.steps : []) : usual.steps;
  const own: Sourced[] = [...linesFor(danger), ...sourced(steps, usual.source)];
  const others = before === undefined ? [] : sourced(before.steps, before.source);
  // Whoever lies at a live wire is first freed of it.
  const all = also !== undefined && HAZARDS.includes(also) ? [...others, ...own] : [...own, ...others];
  const share = sharedWords(
    said,
    all.map(({ step }) => step),
  );
  const byShare = (a: Sourced, b: Sourced) => share(b.step) - share(a.step);
  const [first, ...left] = all.toSorted(byShare) as [Sourced, ...Sourced[]];
  const isOld = ({ step }: Sourced) => Number(wasSaid(danger, step));
  const [second] = left
    .filter(({ step }) => !isAlike(first.step, step))
    .toSorted((a, b) => byShare(a, b) || isOld(a) - isOld(b));
  const isPair = second !== undefined && first.step.length + second.step.length <= LONGEST_PAIR;
  const told = isPair ? [first, second] : [first];
  return [
    strong(callLine(danger)),
    ...told.map(({ step }) => text(step)),
    source([...new Set(told.map(({ from }) => from))].join("; ")),
  ];
}

/** So much of a line stands in another that it says the same. */
const ALIKE = 0.5;
const isAlike = (line: string, other: string): boolean => {
  const words = new Set(readUtterance(line).folded);
  const { folded } = readUtterance(other);
  return folded.filter((word) => words.has(word)).length >= ALIKE * folded.length;
};

const sourced = (steps: readonly string[], from: string): Sourced[] => steps.map((step) => ({ step, from }));

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
  // "đứa" three times is one word still.
  const telling = [...new Set(meant.filter((_, at) => !isCommon(at))), ...new Set(pairs), ...new Set(pairs)];
  const spoken = new Map(steps.map((step) => [step, wordsIn(readUtterance(step), hasMarks)]));
  const weightOf = (word: string): number =>
    1 / Math.max(1, [...spoken.values()].filter((words) => words.includes(` ${word} `)).length);
  return (step) =>
    telling
      .filter((word) => spoken.get(step)?.includes(` ${word} `) === true)
      .reduce((sum, word) => sum + weightOf(word), 0);
}
