import { PatternBook, withoutSpans } from "../../language/pattern-book.ts";
import type { Utterance } from "../../language/utterance.ts";
import type { DangerKind, DangerRule } from "../../reader/names/danger.ts";
import { hasClues } from "./clue-score.ts";
import { DANGER_CLASSES, DANGERS } from "./danger-lexicon.ts";
import circumstances from "./lexicon/circumstances.json" with { type: "json" };
import unclear from "./lexicon/unclear.json" with { type: "json" };
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

/** An urgent word without a danger counts only in a short message. */
const SHORT = 12;
const VERY_SHORT = 4;

/** The message as typed and, where its spelling is broken, as it was probably meant. */
export function readingsOf(utterance: Utterance): Utterance[] {
  const meant = respell(utterance, KNOWN);
  return meant === null ? [utterance] : [utterance, meant];
}

/** The writer says that it was a joke or a trial. */
export function isJoke(utterance: Utterance): boolean {
  return BOOKS.joke.has(utterance) && !BOOKS.noJoke.has(utterance);
}

/** The kinds of danger whose phrases are met; one sign among others (`readDanger`). */
export function findDanger(readings: readonly Utterance[]): readonly DangerKind[] {
  if (readings.some((said) => isAbout(said) && !isClose(said))) return [];
  const met = readings.map(dangersIn).find((rules) => rules.length > 0);
  if (met !== undefined) return met.map(({ kind }) => kind);
  return readings.some(isUnclearCry) ? ["unclear"] : [];
}

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

/** Somebody under eighteen is the victim. */
export const isYoung = (said: Utterance): boolean => BOOKS.young.has(said) || AGE_UNDER_18.test(said.clean);

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
export function isBareFire(said: Utterance): boolean {
  const { words, folded } = visibleIn(said);
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
export function isBareCry(said: Utterance): boolean {
  const { words } = visibleIn(said);
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
