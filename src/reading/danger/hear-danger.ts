import { readUtterance, type Utterance } from "../../language/utterance.ts";
import { dangerAlone } from "../../reader/learned-reading.ts";
import { type Danger, NUMBERS_OF } from "../../reader/names/danger.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import policy from "./danger-policy.json" with { type: "json" };
import {
  CALM,
  CLAUSE_END,
  type DangerReading,
  isReadWhole,
  type Learn,
  MAX_NUMBERS,
  MOST_PARTS,
  readDanger,
  readPart,
} from "./detect-danger.ts";

/** What else there is of a message than the whole of it. */
export interface Beside {
  /** Of several sentences those that are most like a danger; none where there is only one. */
  readonly cries: () => readonly string[];
  /** Reads words as if nothing were open in the chat; absent where nothing is. */
  readonly alone?: Learn | undefined;
}

/**
 * A danger wherever it stands in a message. First the whole of it; then its sentence that is most like one, which sounds an
 * alarm too; then its words without what is open in the chat, and its clauses, which only raise a doubt: the like stands in
 * much that is calm.
 */
export function hearDanger(
  said: Utterance,
  learn: Learn,
  { cries, alone }: Beside = { cries: () => [] },
): DangerReading {
  const whole = readDanger(said, learn);
  if (whole.isFalseAlarm || isReadWhole(said)) return whole;
  // An alarm that is sure and says which danger needs no other look.
  if (whole.danger !== null && whole.danger.kind !== "unclear" && whole.danger.isUnsure === undefined)
    return { ...whole, danger: withSecond(whole.danger, said, learn) };
  const { sentence, danger: ofCry } = loudest(cries(), learn);
  if (whole.danger !== null) {
    // Among many words it may be clear that there is a danger, and which one only in its sentence.
    const isVague = whole.danger.kind === "unclear" || ofCry?.isUnsure === undefined;
    const danger = isVague && ofCry !== null ? joined(ofCry, whole.danger) : whole.danger;
    return { ...whole, danger: withSecond(danger, said, learn) };
  }
  if (sentence !== null && ofCry !== null && isAlarm(said, sentence, learn))
    return { ...CALM, danger: withSecond(ofCry, said, learn) };
  if (whole.doubt !== null && ofCry === null) return whole;
  const heard = ofCry ?? heardAlone(said, alone) ?? clauses(said, learn, policy.clause)[0];
  if (heard === undefined) return whole;
  const { isNear = false } = whole.doubt ?? {};
  return { ...CALM, doubt: { ...joined(heard, whole.doubt), isNear, isOfPart: true } };
}

/** The first of these sentences that is a danger by itself, the surest before others; none where none is. */
function loudest(cries: readonly string[], learn: Learn) {
  const read = cries.map((cry) => {
    const sentence = readUtterance(cry);
    return { sentence, danger: readDanger(sentence, learn, policy.cry).danger };
  });
  const heard = read.filter(({ danger }) => danger !== null);
  return (
    heard.find(({ danger }) => danger?.isUnsure === undefined) ?? heard[0] ?? { sentence: null, danger: null }
  );
}

/** The numbers of the one, then those of the other where its kind is known. */
const joined = (danger: Danger, other: Danger | null): Danger =>
  other === null || other.kind === "unclear" ? danger : withNumbers(danger, other.numbers);

const withNumbers = (danger: Danger, more: Danger["numbers"]): Danger => ({
  ...danger,
  numbers: [...new Set([...danger.numbers, ...more])].slice(0, MAX_NUMBERS),
});

/** The danger of the words by themselves; "thôi khỏi báo nữa, em chết cho xong" need not be sure. */
function heardAlone(said: Utterance, alone: Learn | undefined): Danger | undefined {
  if (alone === undefined || dangerAlone(said) < policy.like) return undefined;
  const { danger, doubt } = readDanger(said, alone);
  return danger ?? (doubt?.kind === "selfHarm" ? doubt : undefined);
}

/**
 * Whether the sentence sounds an alarm: in a film or a game never, in a plain question or a wrong that is over where it is nearly
 * certain.
 */
function isAlarm(said: Utterance, sentence: Utterance, learn: Learn): boolean {
  const { acts } = learn(said);
  const { elsewhere, asks, tells, cry } = policy.beside;
  if (chanceOf(acts, "outside", "chat") >= elsewhere) return false;
  const isSure = chanceOf(acts, "ask", "aid", "figures") >= asks || chanceOf(acts, "tell") >= tells;
  return !isSure || readDanger(sentence, learn, cry).danger !== null;
}

/** So many clauses are read, those most like a danger, and none that is hardly one. */
const CLAUSES = { most: 2, like: 0.5 } as const;

/** The dangers of single clauses that are as sure as this; none where there is only one clause. */
function clauses({ clean }: Utterance, learn: Learn, least: number): readonly Danger[] {
  const parts = clean.split(CLAUSE_END).filter((part) => part.trim() !== "");
  if (parts.length < 2) return [];
  return parts
    .slice(0, MOST_PARTS)
    .map((part) => readUtterance(part))
    .map((part) => ({ part, like: dangerAlone(part) }))
    .filter(({ like }) => like >= CLAUSES.like)
    .toSorted((a, b) => b.like - a.like)
    .slice(0, CLAUSES.most)
    .flatMap(({ part }) => readPart(part, learn, least).danger ?? []);
}

/** "Rò gas, vợ tôi ngất trong bếp": the whole names the surer kind only; the other clause's number is added. */
function withSecond(danger: Danger, said: Utterance, learn: Learn): Danger {
  if (danger.language !== "vi") return danger;
  const others = clauses(said, learn, policy.second).filter(({ kind }) => kind !== "unclear");
  return withNumbers(
    danger,
    others.flatMap(({ kind }) => NUMBERS_OF[kind].slice(0, 1)),
  );
}
