import { readUtterance, type Utterance } from "../../language/utterance.ts";
import { dangerAlone } from "../../reader/learned-reading.ts";
import { type Danger, NUMBERS_OF } from "../../reader/names/danger.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import policy from "./danger-policy.json" with { type: "json" };
import { CALM, type DangerReading, type Learn, MAX_NUMBERS, readDanger, readPart } from "./detect-danger.ts";

/** What else there is of a message than the whole of it. */
export interface Beside {
  /** Of several sentences the one that is most like a danger; null where there is only one. */
  readonly cry: string | null;
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
  { cry, alone }: Beside = { cry: null },
): DangerReading {
  const whole = readDanger(said, learn);
  if (whole.isFalseAlarm) return whole;
  const sentence = cry === null ? null : readUtterance(cry);
  const ofCry = sentence === null ? null : readDanger(sentence, learn, policy.cry).danger;
  if (whole.danger !== null) {
    // Among many words it may be clear that there is a danger, and which one only in its sentence.
    const isVague = whole.danger.kind === "unclear" || (whole.danger.isUnsure && ofCry?.isUnsure !== true);
    const danger = isVague ? (ofCry ?? whole.danger) : whole.danger;
    return { ...whole, danger: withSecond(danger, said, learn) };
  }
  if (sentence !== null && ofCry !== null) {
    const least = leastBeside(said, learn);
    const danger = least > policy.cry ? readDanger(sentence, learn, least).danger : ofCry;
    if (danger !== null) return { ...CALM, danger };
  }
  if (whole.doubt !== null && ofCry === null) return whole;
  const heard = ofCry ?? heardAlone(said, alone) ?? clauses(said, learn, policy.clause)[0];
  return heard === undefined
    ? whole
    : { ...CALM, doubt: { ...heard, isNear: whole.doubt?.isNear ?? false, isOfPart: true } };
}

/** The danger of the words by themselves; "thôi khỏi báo nữa, em chết cho xong" need not be sure. */
function heardAlone(said: Utterance, alone: Learn | undefined): Danger | undefined {
  if (alone === undefined || dangerAlone(said) < LIKE) return undefined;
  const { danger, doubt } = readDanger(said, alone);
  return danger ?? (doubt?.kind === "selfHarm" ? doubt : undefined);
}

/** How sure the sentence must be beside the whole: in a film or a game never, in a plain question or a wrong that is over nearly certain. */
function leastBeside(said: Utterance, learn: Learn): number {
  const { acts } = learn(said);
  if (chanceOf(acts, "outside", "chat") >= policy.beside.elsewhere) return Number.POSITIVE_INFINITY;
  const isSure =
    chanceOf(acts, "ask", "aid", "figures") >= policy.beside.asks ||
    chanceOf(acts, "tell") >= policy.beside.tells;
  return isSure ? policy.beside.cry : policy.cry;
}

const CLAUSE_END = /[,.;!?\n]+/u;
/** So many clauses are read, those most like a danger, and none that is hardly one. */
const CLAUSES = { most: 2, looked: 8, like: 0.5 } as const;
/** Less like a danger the words aren't read once more. */
const LIKE = 0.3;

/** The dangers of single clauses that are as sure as this; none where there is only one clause. */
function clauses({ clean }: Utterance, learn: Learn, least: number): readonly Danger[] {
  const parts = clean.split(CLAUSE_END).filter((part) => part.trim() !== "");
  if (parts.length < 2) return [];
  return parts
    .slice(0, CLAUSES.looked)
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
  const numbers = new Set([...danger.numbers, ...others.flatMap(({ kind }) => NUMBERS_OF[kind].slice(0, 1))]);
  return { ...danger, numbers: [...numbers].slice(0, MAX_NUMBERS) };
}
