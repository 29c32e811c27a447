import { readUtterance, type Utterance } from "../../language/utterance.ts";
import { type Danger, type DangerKind, type EmergencyNumber, NUMBERS_OF } from "../../reader/names/danger.ts";
import { chanceOf, oddsOf, weighed } from "../../reader/names/likely.ts";
import type { LearnedReading } from "../../reader/read-by.ts";
import {
  afterJoke,
  findDanger,
  isBareCry,
  isBareFire,
  isJoke,
  isYoung,
  readingsOf,
} from "./danger-phrases.ts";
import policy from "./danger-policy.json" with { type: "json" };
import { detectForeign, isForeignQuestion } from "./detect-foreign.ts";
import { emojiKind } from "./emoji.ts";

/** So many numbers are named at most. */
export const MAX_NUMBERS = 4;
/** Of a command but a report's only a danger phrase is heard: what commands look like was never learned. */
const COMMAND = /^\/(?!baocao)/iu;

/** A danger that may be none. */
export interface Doubt extends Danger {
  /** So near to an alarm that its steps may stand where nothing else is known. */
  readonly isNear: boolean;
  /** It stands in a part of the message, or only where what is open in the chat is left out. */
  readonly isOfPart?: true;
}

/** A number of a house or of a road, or a telephone. */
const CONTACT =
  /(?<![\p{L}\d])(?:số|so|ngõ|ngo|ngách|ngach|km|đt|dt|sđt|sdt|tel)[\s.:]*\d[\d/+]*|(?<!\d)(?:0|\+84)\d(?:[ .]?\d){7,9}(?!\d)/iu;
const LATIN = /\p{Script=Latin}/u;
/** Where a clause ends. */
export const CLAUSE_END = /[,.;!?\n]+/u;
/** More of them aren't looked at. */
export const MOST_PARTS = 8;
const LEAST_WORDS = 2;

/** What a message says about danger: an alarm, a doubt, or neither. */
export interface DangerReading {
  /** Somebody is in danger now: the numbers come first, and the advice. */
  readonly danger: Danger | null;
  /** Perhaps somebody is: the ordinary answer stands below one line with the numbers. Null beside an alarm. */
  readonly doubt: Doubt | null;
  /** A danger is told and in the same message called a joke or a test. */
  readonly isFalseAlarm: boolean;
}

/** How the learned reader reads some words. */
export type Learn = (said: Utterance) => LearnedReading;

/** Nothing of the kind. */
export const CALM: DangerReading = { danger: null, doubt: null, isFalseAlarm: false };

/**
 * Whether somebody is in danger: the learned probability, raised where a danger phrase stands in the message, decides by
 * the thresholds of `danger-policy.json`. A few cries always win. No model, no store, never throws. Read as typed and as
 * it was probably meant (`respell`).
 * @param least for a part of a message, chosen because it is like a danger: so sure it must be, and it raises no doubt
 */
export function readDanger(utterance: Utterance, learn: Learn, least?: number): DangerReading {
  if (utterance.words.length === 0) return fromEmoji(utterance);
  const readings = readingsOf(utterance);
  if (isCommand(utterance) && findDanger(readings).length === 0) return fromEmoji(utterance);
  const joking = readings.find(isJoke);
  if (joking !== undefined) return behindJoke(utterance, readings, joking, learn, least);
  const always = alwaysDanger(utterance, readings, learn);
  if (always !== null) return always;
  if (isForeign(utterance)) return CALM;
  const whole = probably(readings, learn, least);
  return whole.danger === null ? (besideContact(utterance, learn, least) ?? whole) : whole;
}

const isCommand = ({ clean }: Utterance): boolean => COMMAND.test(clean);

/** Of other letters, and of other languages, the learned reader knows nothing, and would guess. */
const isForeign = (utterance: Utterance): boolean =>
  !LATIN.test(utterance.clean) || isForeignQuestion(utterance);

/** True where only the whole is looked at: a part of a command or of a foreign question is no Vietnamese sentence. */
export const isReadWhole = (utterance: Utterance): boolean => isCommand(utterance) || isForeign(utterance);

/**
 * Words of a joke take back what stands before them, but for what is behind them, and for what nobody says for fun: "uống hết vỉ
 * thuốc rồi, nhắn cho vui thôi", "nó đâm em chảy máu, nó bảo đùa". Who says so may be ashamed, or not be alone.
 */
function behindJoke(
  utterance: Utterance,
  readings: readonly Utterance[],
  joking: Utterance,
  learn: Learn,
  least: number | undefined,
): DangerReading {
  const { danger } = readPart(afterJoke(joking), learn, least);
  if (danger !== null) return { ...CALM, danger };
  const whole = probably(readings, learn, least);
  const { kinds, voices } = likeliest(readings.map(learn));
  const kind = kinds[0]?.is;
  const isOwn = chanceOf(voices, "self", "kin") >= policy.noJoke.own;
  const isMeant = kind !== undefined && (NEVER_A_JOKE.has(kind) || (isOwn && NO_JOKE_OF_ONES_OWN.has(kind)));
  if (isMeant && (whole.danger !== null || whole.doubt !== null)) return whole;
  return { ...CALM, isFalseAlarm: tellsDanger(utterance, readings, learn) };
}

/**
 * A cry beside an address and a telephone: "cháy nhà rồi, nhà tôi số 5, gọi tôi 09…". Such details are those of a parcel or of an
 * advertisement as well, and outweigh three words; so where they stand the words between them are read by themselves.
 */
function besideContact({ clean }: Utterance, learn: Learn, least = 0): DangerReading | null {
  const [first = "", ...others] = clean.split(CONTACT);
  if (others.length === 0) return null;
  return (
    [first, ...others]
      .flatMap((part) => part.split(CLAUSE_END))
      .slice(0, MOST_PARTS)
      .map((part) => readUtterance(part))
      .map((part) => readPart(part, learn, Math.max(policy.cry, least)))
      .find(({ danger }) => danger !== null) ?? null
  );
}

const NEVER_A_JOKE: ReadonlySet<DangerKind> = new Set(policy.noJoke.ever as DangerKind[]);
/** Done to the writer or to their own. */
const NO_JOKE_OF_ONES_OWN: ReadonlySet<DangerKind> = new Set([
  ...policy.doneByPeople,
  ...policy.noJoke.ofOnesOwn,
] as DangerKind[]);

/** What is taken back need not be sure. */
function tellsDanger(utterance: Utterance, readings: readonly Utterance[], learn: Learn): boolean {
  const { danger, doubt } = alwaysDanger(utterance, readings, learn) ?? probably(readings, learn);
  return danger !== null || doubt !== null || findDanger(readings).length > 0;
}

const fromEmoji = ({ clean }: Utterance): DangerReading => {
  const kind = emojiKind(clean);
  return kind === null ? CALM : { ...CALM, danger: dangerOf([kind]) };
};

/** What needs no probability: cries in other languages, signs of distress, a bare "cháy!" or "cứu!". */
function alwaysDanger(
  utterance: Utterance,
  readings: readonly Utterance[],
  learn: Learn,
): DangerReading | null {
  const foreign = detectForeign(utterance);
  if (foreign !== null) return { ...CALM, danger: foreign };
  if (readings.some(isBareFire)) return { ...CALM, danger: dangerOf(["fire"]) };
  const cry = readings.find(isBareCry);
  if (cry !== undefined) return { ...CALM, danger: dangerOf(kindsOf(learn(cry), [])) };
  const emoji = fromEmoji(utterance);
  return emoji.danger === null ? null : emoji;
}

/** A few words by themselves, as they were typed. */
export const readPart = (part: Utterance, learn: Learn, least?: number): DangerReading =>
  part.words.length < LEAST_WORDS ? CALM : probably([part], learn, least);

function probably(readings: readonly Utterance[], learn: Learn, least?: number): DangerReading {
  const told = findDanger(readings);
  const learned = likeliest(readings.map(learn));
  const chance = chanceOfDanger(learned, false);
  // A phrase stands in games and old stories as well: where the rest speaks for no alarm it only raises a doubt.
  const raised = chanceOfDanger(learned, told.length > 0);
  const sounds = isBorneOut(learned, told) || readings.some(isDisguised) ? raised : chance;
  const [alarm, doubt] = [least ?? policy.alarm, least ?? policy.doubt];
  const heard = least === undefined ? raised : chance;
  if (heard < doubt && (least !== undefined || !mayDespair(learned))) return CALM;
  const kinds = kindsOf(learned, told);
  const named = dangerOf(kinds, readings.some(isYoung), likelyOf(kinds, learned, told));
  const danger: Danger = {
    ...named,
    ...(isKindUnsure(learned, told) && { kind: familyOf(learned) ?? "unclear" }),
    ...(chance < policy.sure && { isUnsure: true }),
  };
  if (sounds >= alarm) return { ...CALM, danger };
  return isElsewhere(learned, told) && !mayDespair(learned)
    ? CALM
    : { ...CALM, doubt: { ...danger, isNear: raised >= policy.near } };
}

/** The phrase is of the same help as what the reader takes the message for. */
const isBorneOut = ({ danger, kinds: [likeliest] }: LearnedReading, told: readonly DangerKind[]): boolean =>
  likeliest !== undefined &&
  danger >= policy.borneOut &&
  told.some((kind) => NUMBERS_OF[kind][0] === NUMBERS_OF[likeliest.is][0]);

/** "D@ng d@nh em": who hides words means them, and the reader sees only their pieces. */
const isDisguised = ({ clean }: Utterance): boolean =>
  /\p{L}[@$!|01345]\p{L}|[@$]\p{L}|\p{L}[@$]/u.test(clean);

/** A game, a film, a dish: the words of a danger stand there, and nobody is in one. */
function isElsewhere({ acts, danger, kinds }: LearnedReading, told: readonly DangerKind[]): boolean {
  const { elsewhere, unnamed } = policy;
  const other = chanceOf(acts, "outside", "chat");
  if (other >= elsewhere.acts && danger < elsewhere.danger) return true;
  return (
    told.length === 0 && other >= unnamed.acts && danger < unnamed.danger && (kinds[0]?.p ?? 0) < unnamed.kind
  );
}

/** Who wants to die says it in passing, or to have somebody listen: so surely of that kind, little else has to speak for it. */
const mayDespair = ({ danger, kinds: [likeliest] }: LearnedReading): boolean =>
  likeliest?.is === "selfHarm" && likeliest.p >= policy.despair.kind && danger >= policy.despair.danger;

/** Who is sure of the kind and of the act is surer of the danger; the weights were fitted on unseen batches. */
export function chanceOfDanger({ danger, acts, kinds }: LearnedReading, isTold: boolean): number {
  const { offset, weights } = policy;
  return weighed(
    offset + (isTold ? weights.phrase : 0),
    [weights.danger, oddsOf(danger)],
    [weights.act, oddsOf(chanceOf(acts, "danger"))],
    [weights.kind, oddsOf(kinds[0]?.p ?? 0, policy.mostOfKind)],
  );
}

/** As it was meant where that may be a danger; else as it is more of one. */
export function likeliest(read: readonly LearnedReading[]): LearnedReading {
  const [typed, meant] = read as readonly [LearnedReading, LearnedReading?];
  if (meant === undefined) return typed;
  return meant.danger >= policy.doubt || meant.danger >= typed.danger ? meant : typed;
}

/** The likely kinds, the likeliest first; where none is, those whose phrases stand in the message. */
function kindsOf({ kinds }: LearnedReading, told: readonly DangerKind[]): readonly DangerKind[] {
  const rest = 1 - (kinds[0]?.p ?? 0);
  const least = (kind: DangerKind, p: number, i: number) => {
    if (told.includes(kind)) return policy.toldKind;
    if (i === 0) return policy.kind;
    return i === 1 && p >= policy.restKind.share * rest ? policy.restKind.least : policy.secondKind;
  };
  const likely = kinds.filter(({ is, p }, i) => p >= least(is, p, i)).map(({ is }) => is);
  if (likely.length > 0) return YIELDS.has(likely[0] as DangerKind) ? leadBy(kinds[1], likely) : likely;
  return told.length > 0 ? told : ["unclear"];
}

/** "Cháy nhà, hai người kẹt tầng trên": who is trapped is helped as in a fire. */
const YIELDS: ReadonlySet<DangerKind> = new Set(policy.yields.kinds as DangerKind[]);

const leadBy = (
  second: LearnedReading["kinds"][number] | undefined,
  kinds: readonly DangerKind[],
): readonly DangerKind[] =>
  second === undefined || second.p < policy.yields.least || !LEADS.has(second.is)
    ? kinds
    : [...new Set([second.is, ...kinds])];

const LEADS: ReadonlySet<DangerKind> = new Set(policy.yields.to as DangerKind[]);

/** Whom to call is likely, what to do isn't: another kind's steps may harm. */
const isKindUnsure = ({ kinds: [likeliest] }: LearnedReading, told: readonly DangerKind[]): boolean =>
  told.length === 0 && (likeliest?.p ?? 0) < policy.unsureKind;

/** Which of two kinds it is may not matter for what to do first. */
function familyOf({ kinds }: LearnedReading): DangerKind | undefined {
  const found = FAMILIES.find(
    (family) =>
      kinds[0] !== undefined &&
      family.kinds.includes(kinds[0].is) &&
      chanceOf(kinds, ...family.kinds) >= policy.unsureKind,
  );
  return found === undefined ? undefined : (found.as ?? kinds[0]?.is);
}
const FAMILIES = policy.families as readonly {
  readonly kinds: readonly DangerKind[];
  readonly as?: DangerKind;
}[];

/** The kinds that are likely by themselves: the first, those whose phrases stand there, and those as probable as this. */
const likelyOf = (
  kinds: readonly DangerKind[],
  { kinds: learned }: LearnedReading,
  told: readonly DangerKind[],
): readonly DangerKind[] =>
  kinds.filter(
    (kind, i) =>
      i === 0 || told.includes(kind) || learned.some(({ is, p }) => is === kind && p >= policy.childrensKind),
  );

/** @param likely of these kinds the children's line is named: a mob that beats a man isn't for it */
function dangerOf(kinds: readonly DangerKind[], isOfChild = false, likely = kinds): Danger {
  const [kind = "unclear"] = kinds;
  const isChilds =
    likely.some((one) => NUMBERS_OF[one].includes(CHILDREN)) ||
    (isOfChild && likely.some((one) => DONE_BY_PEOPLE.has(one)));
  const own = new Set(kinds.flatMap((one) => NUMBERS_OF[one]));
  const numbers = [...own].filter((number) => number !== CHILDREN || isChilds);
  const named = isChilds && !own.has(CHILDREN) ? [...numbers, CHILDREN] : numbers;
  return { kind, numbers: named.slice(0, MAX_NUMBERS), language: "vi" };
}

const CHILDREN: EmergencyNumber = "111";

/** Dangers between people: where a child is the victim, the children's line is added. */
const DONE_BY_PEOPLE: ReadonlySet<DangerKind> = new Set(policy.doneByPeople as DangerKind[]);
