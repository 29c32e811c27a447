import { PatternBook, withoutSpans } from "../../language/pattern-book.ts";
import type { Utterance } from "../../language/utterance.ts";
import { hasClues, hintedNumbers } from "./clue-score.ts";
import type { Danger, DangerRule, EmergencyNumber } from "./danger.ts";
import { DANGER_CLASSES, DANGERS } from "./danger-lexicon.ts";
import { detectForeign } from "./detect-foreign.ts";
import { emojiKind } from "./emoji.ts";
import circumstances from "./lexicon/circumstances.json" with { type: "json" };
import { ENGLISH_SENTENCE } from "./lexicon/foreign.ts";
import unclear from "./lexicon/unclear.json" with { type: "json" };
import { likeness } from "./likeness/danger-likeness.ts";
import { respell } from "./spelling.ts";

const book = (patterns: readonly string[]) => new PatternBook(patterns, { classes: DANGER_CLASSES });

/** Lists that decide whether a danger phrase means a present danger; each list says what it means. */
const LISTS = { ...circumstances, ...unclear };
const BOOKS = Object.fromEntries(
  Object.entries(LISTS).map(([name, { patterns }]) => [name, book(patterns)]),
) as Readonly<Record<keyof typeof LISTS, PatternBook>>;

const RULES = DANGERS.map((rule) => ({ rule, now: book(rule.now), signs: book(rule.signs) }));

const KNOWN: ReadonlySet<string> = new Set([
  ...RULES.flatMap(({ now, signs }) => [...now.words, ...signs.words]),
  ...BOOKS.cries.words,
  ...BOOKS.urgent.words,
  ..."tôi em rồi ơi kìa lắm quá giúp với nhà to lớn".split(" "),
]);

const UNCLEAR_NUMBERS: readonly EmergencyNumber[] = ["113", "114", "115"];
const MAX_NUMBERS = 4;
/** Above this likeness (in hundredths of a logit, see `likeness`) a message is a danger without any danger phrase. */
const ALIKE = 340;
/** Below this a question is no danger, whatever phrases it has. */
const UNLIKE = -170;
/** Above this a message that is a danger by likeness gets the number 111 or 112 too. */
const SPECIAL_ALIKE = -60;
const QUESTION_END: ReadonlySet<string> = new Set(
  "gì không nào sao đâu mấy chưa gi khong nao sao chua".split(" "),
);
/** With fewer words a likeness is chance. */
const ENOUGH_TO_COMPARE = 5;
/** An urgent word without a danger counts only in a short message. */
const SHORT = 12;
const VERY_SHORT = 4;
/** These commands ask for something else, whatever words follow. */
const OTHER_COMMAND = /^\/(solieu|bieudo|tracuu|help|start|quyenriengtu)\b/iu;

/** What a message says about danger. */
export interface DangerReading {
  readonly danger: Danger | null;
  /** A danger is reported and in the same message called a joke or a test. */
  readonly isFalseAlarm: boolean;
}

/**
 * A present danger, found only from the words: no model, no store, never throws. Tried on the message as typed and as
 * it was probably meant (`respell`). In doubt it is a danger; a question about rules or figures is not a doubt.
 */
export function readDanger(utterance: Utterance): DangerReading {
  const readings = readingsOf(utterance);
  if (readings.some(isJoke)) return { danger: null, isFalseAlarm: findDanger(readings) !== null };
  const danger = OTHER_COMMAND.test(utterance.clean) ? null : anyDanger(utterance, readings);
  return { danger, isFalseAlarm: false };
}

const anyDanger = (utterance: Utterance, readings: readonly Utterance[]): Danger | null =>
  findDanger(readings) ?? detectForeign(utterance) ?? fromEmoji(utterance, readings) ?? likeDanger(readings);

/** No rule matches, but the message is much like earlier dangers: the kind is unclear, so the numbers come first. */
function likeDanger(readings: readonly Utterance[]): Danger | null {
  if ((readings[0]?.words.length ?? 0) < ENOUGH_TO_COMPARE) return null;
  const alike = readings.find(
    (said) =>
      Math.min(likeness(said, "danger"), likeness(visibleIn(said), "danger")) > ALIKE &&
      !BOOKS.about.has(said) &&
      !isSupposing(said) &&
      !BOOKS.settled.has(said) &&
      !BOOKS.harmless.has(said) &&
      !(BOOKS.past.has(said) && !BOOKS.present.has(said)),
  );
  if (alike === undefined || ENGLISH_SENTENCE.test(readings[0]?.clean ?? "")) return null;
  const special = (["111", "112"] as const).filter((number) => likeness(alike, number) > SPECIAL_ALIKE);
  return { kind: "unclear", numbers: [...UNCLEAR_NUMBERS, ...special], language: "vi" };
}

function readingsOf(utterance: Utterance): Utterance[] {
  const meant = respell(utterance, KNOWN);
  return meant === null ? [utterance] : [utterance, meant];
}

function isJoke(utterance: Utterance): boolean {
  return BOOKS.joke.has(utterance) && !BOOKS.noJoke.has(utterance);
}

function findDanger(readings: readonly Utterance[]): Danger | null {
  if (readings.some((said) => isAbout(said) && !isClose(said))) return null;
  if (readings.every(isUnlike)) return null;
  for (const said of readings) {
    const met = dangersIn(said);
    const [first] = met;
    if (first === undefined) continue;
    const forTheYoung = isYoungVictim(said, met) ? (["111"] as const) : [];
    const numbers = [
      ...new Set([...met.flatMap((rule) => rule.numbers), ...forTheYoung, ...hintedNumbers(visibleIn(said))]),
    ];
    return { kind: first.kind, numbers: numbers.slice(0, MAX_NUMBERS), language: "vi" };
  }
  return readings.some(isUnclearCry) ? { kind: "unclear", numbers: UNCLEAR_NUMBERS, language: "vi" } : null;
}

/** True for a question at the end that is unlike the collected dangers and has no cry for help. */
const isUnlike = (said: Utterance): boolean =>
  QUESTION_END.has(said.words.at(-1) ?? "") &&
  likeness(said, "danger") < UNLIKE &&
  !BOOKS.cries.has(visibleIn(said)) &&
  !BOOKS.whichNumber.has(said);

const isAbout = (said: Utterance): boolean => BOOKS.about.has(withoutSpans(said, BOOKS.adultFilm.all(said)));

function isClose(said: Utterance): boolean {
  const visible = visibleIn(said);
  return (BOOKS.close.has(visible) || BOOKS.cries.has(visible)) && !isSupposing(said);
}

const visibleIn = (said: Utterance): Utterance => withoutSpans(said, BOOKS.harmless.all(said));

const isSupposing = (said: Utterance): boolean =>
  BOOKS.supposed.has(withoutSpans(said, BOOKS.orElse.all(said)));

const isNews = (said: Utterance): boolean => BOOKS.news.has(withoutSpans(said, BOOKS.metOnline.all(said)));

const isQuestion = (said: Utterance): boolean => BOOKS.asked.has(withoutSpans(said, BOOKS.unknown.all(said)));

function dangersIn(said: Utterance): DangerRule[] {
  const visible = visibleIn(said);
  const isPast = BOOKS.past.has(said) && !BOOKS.present.has(visible) && !BOOKS.cries.has(visible);
  const isSupposed = isSupposing(said) && !BOOKS.cries.has(visible);
  const isPersonal = BOOKS.close.has(said) || BOOKS.present.has(visible) || BOOKS.cries.has(visible);
  const isAsked =
    (BOOKS.how.has(said) && !isPersonal && !BOOKS.own.has(visible)) ||
    isNews(said) ||
    BOOKS.anyCase.has(said) ||
    ((isQuestion(said) || isSupposed) && !BOOKS.whichNumber.has(said));
  const isHabit = BOOKS.habit.has(visible) && !BOOKS.happening.has(visible);
  const isLoss = BOOKS.loss.has(said);
  const isReport = BOOKS.reports.has(said);
  const isSettled = BOOKS.past.has(said) && BOOKS.settled.has(said);
  const isLongAgo = isPast && BOOKS.longAgo.has(said);
  const isBare = isBareFire(visible);
  const isYoung = AGE_UNDER_18.test(said.clean) && BOOKS.doneToTheYoung.has(visible);
  const isGrownUp = BOOKS.grownUp.has(said) && !BOOKS.childNamed.has(said);
  return RULES.filter(({ rule, now, signs }) => {
    if (rule.kind === "fire" && isBare) return true;
    if (isSettled || (isLongAgo && OVER_IN_A_YEAR.has(rule.kind))) return false;
    if (isPast && (rule.lasting !== true || (isReport && !now.has(visible)))) return false;
    if (rule.kind === "childAbuse" && isYoung) return true;
    if (rule.kind === "childAbuse" && isGrownUp) return false;
    if (rule.kind === "domesticViolence" && isHabit && !now.has(visible)) return false;
    if (rule.kind === "breakIn" && isLoss && !now.has(visible)) return false;
    if (now.has(visible) && (!isAsked || isPersonal)) return true;
    if (isAsked || (isHabit && HABITUAL.has(rule.kind))) return false;
    return signs.has(visible);
  }).map(({ rule }) => rule);
}

/** Dangers between people: where a child is the victim, the children's line is added. */
const DONE_BY_PEOPLE: ReadonlySet<string> = new Set([
  "sexualViolence",
  "domesticViolence",
  "violence",
  "threat",
  "kidnapping",
  "hostage",
  "humanTrafficking",
  "missingPerson",
  "selfHarm",
]);

const isYoungVictim = (said: Utterance, met: readonly DangerRule[]): boolean =>
  met.some(({ kind }) => DONE_BY_PEOPLE.has(kind)) &&
  (BOOKS.young.has(said) || AGE_UNDER_18.test(said.clean));

/** "15 tuổi", "15t". */
const AGE_UNDER_18 =
  /(?<!\d)(?:[1-9]|1[0-7])\s?(?:tuổi|tuoi|t)(?![\p{L}\d])|(?:em|con|cháu|chau|bé|be|nó|no) (?:mới|moi)(?: có| co)? (?:[1-9]|1[0-7])\s*(?:$|[,.!;])/iu;

/** Dangers that last for days, but not for a year. */
const OVER_IN_A_YEAR: ReadonlySet<string> = new Set(["flood", "lost", "poisoning"]);

/** Repeated events: people report them to get advice, unless a child is concerned. */
const HABITUAL: ReadonlySet<string> = new Set([
  "violence",
  "domesticViolence",
  "weapon",
  "breakIn",
  "threat",
]);

const FIRE_WORDS: ReadonlySet<string> = new Set(
  "chay nha roi oi kia voi lua to troi ba con lang nuoc cuu".split(" "),
);

/** "Cháy!", "cháy cháy", "chay roi": unlikely to be another word. */
function isBareFire({ words, folded }: Utterance): boolean {
  const saysFire = words.some((word) => word === "cháy" || word === "chay");
  return saysFire && folded.length <= VERY_SHORT && folded.every((word) => FIRE_WORDS.has(word));
}

/** Fear or a cry for help that doesn't say what happens. */
function isUnclearCry(said: Utterance): boolean {
  const visible = visibleIn(said);
  if (BOOKS.past.has(said) && !BOOKS.present.has(visible)) return false;
  if (BOOKS.past.has(said) && BOOKS.settled.has(said)) return false;
  if (BOOKS.cries.has(visible)) return !isSupposing(said);
  if (isBareCry(visible)) return true;
  if (isAfraid(said, visible) || isTold(said, visible)) return true;
  const isShort = visible.words.length <= SHORT;
  return isShort && BOOKS.urgent.has(visible) && !BOOKS.notUrgent.has(said) && !BOOKS.asked.has(said);
}

const HELP: ReadonlySet<string> = new Set(["cứu", "cuu", "help", "sos"]);
/** A short message of only these words, one of them a word for help, is a cry for help. */
const CRY: ReadonlySet<string> = new Set([
  ...HELP,
  ..."tôi em mình con cháu với vs ơi ad bot me pls plz please us toi minh chau voi oi giúp giup gấp gap".split(
    " ",
  ),
]);

/** "Cứu" among few words of any kind; "help", which is also a menu word, only among words of a cry. */
function isBareCry({ words }: Utterance): boolean {
  if (words.length > VERY_SHORT) return false;
  if (words.some((word) => word === "cứu" || word === "cuu")) return true;
  return words.some((word) => HELP.has(word)) && words.every((word) => CRY.has(word));
}

/** Clues without a danger phrase, and nothing is asked, supposed, read, lost or told as a habit. */
function isTold(said: Utterance, visible: Utterance): boolean {
  return hasClues(visible) && isUnasked(said);
}

function isUnasked(said: Utterance): boolean {
  if (isQuestion(said) || isSupposing(said) || isNews(said)) return false;
  const asksHow = BOOKS.how.has(said) && !BOOKS.own.has(visibleIn(said));
  return !asksHow && ![BOOKS.about, BOOKS.anyCase, BOOKS.loss].some((book) => book.has(said));
}

function isAfraid(said: Utterance, visible: Utterance): boolean {
  if (!BOOKS.afraid.has(visible) || !BOOKS.harmWords.has(visible)) return false;
  return (
    !isSupposing(said) &&
    ![BOOKS.asked, BOOKS.anyCase].some((question) => question.has(said)) &&
    !isNews(said)
  );
}

function fromEmoji(utterance: Utterance, readings: readonly Utterance[]): Danger | null {
  const kind = emojiKind(utterance.clean);
  if (kind === null || readings.some((said) => BOOKS.about.has(said))) return null;
  if (kind === "unclear") return { kind, numbers: UNCLEAR_NUMBERS, language: "vi" };
  const rule = DANGERS.find((danger) => danger.kind === kind);
  return rule === undefined ? null : { kind, numbers: rule.numbers, language: "vi" };
}
