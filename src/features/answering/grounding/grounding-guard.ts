import type { Passage } from "../../../knowledge/knowledge-index.ts";
import { displayDate } from "../../../language/dates.ts";
import { isUnmarked } from "../../../language/fold.ts";
import { claimClasses, claims, denied, negatorsIn, type Word, wordsOf } from "./claim-words.ts";
import { KNOWN_NAMES } from "./grounding-lexicon.ts";
import { type Numeral, numeralsOf } from "./numerals.ts";
import { readable, sourceForm } from "./readable.ts";

/** A sentence as a model wrote it, with the ids of the passages that it cites. */
export interface DraftSentence {
  readonly text: string;
  readonly cites: readonly string[];
}

/** Why a sentence is dropped. */
export type Reason =
  /** It cites nothing, or an id that wasn't given. */
  | "uncited"
  /** It has hidden characters, other scripts, letters among digits, or is too long. */
  | "unreadable"
  | "markup"
  /** It is a question; an answer must be a statement. */
  | "question"
  | "not_vietnamese"
  /** Its source lacks the number, date, document number or telephone, or has it about something else. */
  | "number"
  | "number_elsewhere"
  | "name"
  | "quote"
  /** It negates what its source affirms, or the other way round. */
  | "negation"
  /** It has "phải", "chỉ", "miễn phí" … and its source has no such word. */
  | "claim"
  /** Too many of its words aren't in its source. */
  | "unsupported";

export interface Judged {
  readonly sentence: DraftSentence;
  readonly verdict: "kept" | Reason;
}

const LONGEST = 500;
/** The share of claiming words that the source must have. */
const SUPPORTED = 0.75;
/** How much more similar another source sentence, with another number of that unit, must be to the claim. */
const CLEARLY_MORE = 0.15;
/** A clause this similar to a source clause says the same, or should. */
const AS_GOOD_AS = 0.9;
const SAME_STATEMENT = 0.75;
/** Source clauses within this difference may all be the one that the claim repeats. */
const ABOUT_AS_MUCH = 0.05;
/** Words before and after the repeated part that may belong to it. */
const NEARBY = 4;
const MARKUP =
  /[<>`{}[\]|\\^~]|\*\*|__|^\s*[#>*]|https?:|www\.|\b[\w-]+\.(?:vn|com|net|org|gov|info|top|xyz|io)\b/iu;
const QUESTION = /\?/u;
const QUOTED = /[“"]([^“”"]+)[”"]/gu;
const SENTENCE_END = /(?<=[.!?…])\s+|;\s*|\n+/u;
/** A part with fewer words says nothing by itself. */
const WORDS_OF_A_PART = 3;
/** A sentence with so many words and no diacritic isn't Vietnamese. */
const WORDS_WITHOUT_MARKS = 4;

/**
 * Judges each sentence against the passages that it cites. The same input always gives the same verdicts.
 * docs/grounding.md has the rules and what they can't detect.
 */
export function judgeSentences(
  sentences: readonly DraftSentence[],
  passages: readonly Passage[],
  _question: string,
): readonly Judged[] {
  const sources = new Map(passages.map((passage) => [passage.id, readSource(passage)]));
  return sentences.map((sentence) => ({ sentence, verdict: verdictOnAll(sentence, sources) }));
}

/** A passage in the form that the rules need. */
interface Source {
  /** Its text, sentence by sentence. */
  readonly sentences: readonly SourceSentence[];
  /** Everything that a claim may take its words and numbers from. */
  readonly whole: string;
  readonly numerals: readonly Numeral[];
  /** The documents named in its headings and its citation: they belong to the whole text. */
  readonly general: readonly Numeral[];
  readonly words: readonly Word[];
}

interface SourceSentence {
  readonly words: readonly Word[];
  readonly numerals: readonly Numeral[];
}

function readSource({ text, headings, citation, document }: Passage): Source {
  const dates = [document.issued, document.effective].flatMap((date) =>
    date === undefined ? [] : [displayDate(date)],
  );
  const about = [
    ...headings,
    citation,
    document.title,
    document.number ?? "",
    document.issuer ?? "",
    ...dates,
  ];
  const whole = sourceForm([text, ...about].join("\n"));
  const general = numeralsOf(sourceForm(about.join("\n")), true).filter((numeral) =>
    NAMES_DOCUMENTS.has(kindOf(numeral)),
  );
  const sentences = sourceForm(text)
    .split(SENTENCE_END)
    .filter((sentence) => sentence.trim() !== "")
    .map((sentence) => ({ words: wordsOf(sentence), numerals: numeralsOf(sentence, true) }));
  return { sentences, whole, numerals: numeralsOf(whole, true), general, words: wordsOf(whole) };
}

/** Checks the whole, then each sentence and clause by itself, so that nothing false hides among true parts. */
function verdictOnAll(sentence: DraftSentence, known: ReadonlyMap<string, Source>): Judged["verdict"] {
  const whole = verdictOn(sentence, known);
  const parts = sentence.text.split(SENTENCE_END).filter((part) => wordsOf(part).length >= WORDS_OF_A_PART);
  if (whole !== "kept" || parts.length < 2) return whole;
  return parts.map((text) => verdictOn({ ...sentence, text }, known)).find((one) => one !== "kept") ?? "kept";
}

function verdictOn({ text, cites }: DraftSentence, known: ReadonlyMap<string, Source>): Judged["verdict"] {
  const cited = cites.flatMap((id) => known.get(id) ?? []);
  if (cites.length === 0 || cited.length < cites.length) return "uncited";
  const plain = readable(text);
  if (plain === null || plain === "" || plain.length > LONGEST) return "unreadable";
  if (MARKUP.test(plain)) return "markup";
  if (QUESTION.test(plain)) return "question";
  const words = wordsOf(plain);
  if (words.length === 0 || isForeign(words)) return "not_vietnamese";
  const source: Source = {
    sentences: cited.flatMap(({ sentences }) => sentences),
    whole: cited.map(({ whole }) => whole).join("\n"),
    numerals: cited.flatMap(({ numerals }) => numerals),
    general: cited.flatMap(({ general }) => general),
    words: cited.flatMap((one) => one.words),
  };
  return RULES.find(([, breaks]) => breaks({ plain, words }, source))?.[0] ?? "kept";
}

interface Claim {
  readonly plain: string;
  readonly words: readonly Word[];
}

const RULES: readonly (readonly [Reason, (claim: Claim, source: Source) => boolean])[] = [
  ["quote", quotesWrongly],
  ["number", hasStrangeNumber],
  ["number_elsewhere", takesNumberFromElsewhere],
  ["name", hasStrangeName],
  ["claim", claimsMore],
  ["negation", negatesDifferently],
  ["unsupported", saysSomethingElse],
];

function isForeign(words: readonly Word[]): boolean {
  return words.length >= WORDS_WITHOUT_MARKS && words.every(({ text }) => isUnmarked(text));
}

const spaced = (text: string): string => text.replace(/\s+/gu, " ").trim().toLowerCase();

function quotesWrongly({ plain }: Claim, { whole }: Source): boolean {
  const said = spaced(whole);
  return [...plain.matchAll(QUOTED)].some(([, quoted = ""]) => !said.includes(spaced(quoted)));
}

function hasStrangeNumber({ plain }: Claim, { numerals }: Source): boolean {
  return numeralsOf(plain, false).some((numeral) => !numerals.some((other) => supports(other, numeral)));
}

/** True for the same value, the unit that the claim names, and the same bound ("at least" …). */
function supports(source: Numeral, claim: Numeral): boolean {
  return (
    source.key === claim.key &&
    (claim.unit === undefined || source.unit === claim.unit) &&
    source.bound === claim.bound
  );
}

/** A clause says one thing: its numbers belong to its words. */
const CLAUSE_END = /;\s*/u;

/**
 * True where the source has the number about something else: the clause is like a source clause with another number of
 * that kind and much less like any with this one; or it is nearly equal to a source clause with fewer of them.
 */
function takesNumberFromElsewhere({ plain }: Claim, { sentences, general }: Source): boolean {
  return plain.split(CLAUSE_END).some((clause) => {
    const claiming = claimingWords(wordsOf(clause));
    const numerals = numeralsOf(clause, false);
    const alike = (sentence: SourceSentence) => shareIn(claiming, sentence.words);
    const same = sentences.reduce<SourceSentence | null>(
      (best, other) => (best === null || alike(other) > alike(best) ? other : best),
      null,
    );
    if (same !== null && alike(same) >= AS_GOOD_AS && hasMore(numerals, same.numerals, general)) return true;
    return numerals.some((numeral) => {
      if (general.some(({ key }) => key === numeral.key)) return false;
      const own = sentences.filter((sentence) => sentence.numerals.some((other) => supports(other, numeral)));
      const others = sentences.filter(
        (sentence) => !own.includes(sentence) && sentence.numerals.some((other) => isOfKind(other, numeral)),
      );
      const most = (among: readonly SourceSentence[]) => Math.max(0, ...among.map(alike));
      return own.length > 0 && most(others) > most(own) + CLEARLY_MORE;
    });
  });
}

const isOfKind = (other: Numeral, numeral: Numeral): boolean =>
  kindOf(other) === kindOf(numeral) && other.unit === numeral.unit;

/** True where the claim repeats an exact value more often than the source clause. General ones don't count. */
function hasMore(
  claim: readonly Numeral[],
  clause: readonly Numeral[],
  general: readonly Numeral[],
): boolean {
  const count = (among: readonly Numeral[], wanted: Numeral) =>
    among.filter(({ key }) => key === wanted.key).length;
  return claim.some((numeral) => {
    const there = count(clause, numeral);
    const isGeneral = there === 0 && count(general, numeral) > 0;
    return count(claim, numeral) > there && !isGeneral;
  });
}

const NAMES_DOCUMENTS: ReadonlySet<string> = new Set(["code", "doc", "article"]);

const kindOf = ({ key }: Numeral): string => (key.includes(":") ? key.slice(0, key.indexOf(":")) : "number");

function claimingWords(words: readonly Word[]): string[] {
  const claiming = claims(words);
  return words.filter((_, i) => claiming[i]).map(({ text }) => text);
}

function shareIn(claiming: readonly string[], words: readonly Word[]): number {
  const there = new Set(words.map(({ text }) => text));
  return claiming.length === 0 ? 0 : claiming.filter((word) => there.has(word)).length / claiming.length;
}

const knownNames = KNOWN_NAMES.map((name) => name.toLowerCase());

/** True for capitalised words in a row that the source lacks. The first word of a sentence doesn't count. */
function hasStrangeName({ words }: Claim, source: Source): boolean {
  const line = ` ${source.words.map(({ text }) => text).join(" ")} `;
  const isKnown = (name: string) => line.includes(` ${name} `) || knownNames.includes(name);
  return capitalRuns(words).some(({ run, isFirst }) => {
    const whole = run.join(" ");
    if (isKnown(whole)) return false;
    return !isFirst || (run.length > 1 && !isKnown(run.slice(1).join(" ")));
  });
}

function capitalRuns(words: readonly Word[]): { run: string[]; isFirst: boolean }[] {
  const runs: { run: string[]; isFirst: boolean }[] = [];
  for (const [i, { text, isCapital, opens }] of words.entries()) {
    const goesOn = i > 0 && words[i - 1]?.isCapital === true && !opens;
    if (!isCapital) continue;
    if (goesOn) runs.at(-1)?.run.push(text);
    else runs.push({ run: [text], isFirst: i === 0 });
  }
  return runs;
}

function claimsMore({ words }: Claim, source: Source): boolean {
  const there = claimClasses(source.words);
  return [...claimClasses(words)].some((kind) => !there.has(kind));
}

/** True where the claim negates what its source affirms, or affirms what its source only negates. */
function negatesDifferently({ plain, words }: Claim, { sentences }: Source): boolean {
  return (
    deniesAnother(words, sentences) ||
    plain.split(CLAUSE_END).some((clause) => countsAnother(wordsOf(clause), sentences))
  );
}

function deniesAnother(words: readonly Word[], sentences: readonly SourceSentence[]): boolean {
  const source = { denied: new Set<string>(), affirmed: new Set<string>() };
  for (const sentence of sentences) {
    const isDenied = denied(sentence.words);
    for (const [i, { text }] of sentence.words.entries())
      (isDenied[i] ? source.denied : source.affirmed).add(text);
  }
  const claiming = claims(words);
  const isDenied = denied(words);
  return words.some(({ text }, i) => {
    if (claiming[i] !== true) return false;
    return isDenied[i]
      ? source.affirmed.has(text) && !source.denied.has(text)
      : source.denied.has(text) && !source.affirmed.has(text);
  });
}

/** A clause that repeats a source clause must have as many negators as the part that it repeats. */
function countsAnother(words: readonly Word[], sentences: readonly SourceSentence[]): boolean {
  const claiming = claimingWords(words);
  const shares = sentences.map((sentence) => shareIn(claiming, sentence.words));
  const least = Math.max(SAME_STATEMENT, Math.max(0, ...shares) - ABOUT_AS_MUCH);
  const alike = sentences.filter((_, i) => (shares[i] ?? 0) >= least);
  const wanted = negatorsIn(words);
  return (
    alike.length > 0 &&
    alike.every((sentence) => {
      const around = negatorsAround(sentence.words, new Set(claiming));
      return wanted < around.least || wanted > around.most;
    })
  );
}

/**
 * The fewest and the most negators of a claim that repeats these words. Fewest: those between the words, and those that
 * negate the first of them. Most: also those shortly before and after.
 */
function negatorsAround(words: readonly Word[], repeated: ReadonlySet<string>) {
  const places = words.flatMap(({ text }, i) => (repeated.has(text) ? [i] : []));
  const [first = 0, last = 0] = [places.at(0), places.at(-1)];
  const claiming = claims(words);
  let begin = first;
  while (begin > 0 && words[begin]?.opens !== true && claiming[begin - 1] !== true) begin--;
  return {
    least: negatorsIn(words.slice(begin, last + 1)),
    most: negatorsIn(words.slice(Math.max(0, Math.min(begin, first - NEARBY)), last + 1 + NEARBY)),
  };
}

/** True where the source has too few of its claiming words, or where two words side by side are unknown to it. */
function saysSomethingElse({ words }: Claim, source: Source): boolean {
  const there = new Set(source.words.map(({ text }) => text));
  const claiming = claims(words);
  const strange = words.map(({ text }, i) => claiming[i] === true && !there.has(text));
  const total = claiming.filter((claims) => claims).length;
  const missing = strange.filter((isStrange) => isStrange).length;
  const sideBySide = strange.some((isStrange, i) => isStrange && strange[i + 1] === true);
  return total === 0 || sideBySide || (total - missing) / total < SUPPORTED;
}
