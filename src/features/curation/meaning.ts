import { ConceptBook, type Mention } from "../../knowledge/concept-book.ts";
import { telling } from "../../knowledge/reduced-question.ts";
import type { Vocabulary } from "../../knowledge/search-vocabulary.ts";
import { guessMeant, respell } from "../../knowledge/slips.ts";
import { readWords } from "../../knowledge/terms.ts";
import { DIRECTIVE_NAMES } from "../../language/document-kinds.ts";
import { fold, isUnmarked } from "../../language/fold.ts";
import { PROVINCE } from "../../language/province.ts";
import asked from "./lexicon/asked.json" with { type: "json" };
import modals from "./lexicon/modals.json" with { type: "json" };
import same from "./lexicon/same.json" with { type: "json" };
import soft from "./lexicon/soft.json" with { type: "json" };

/** A word of a question, or a phrase for one thing. */
export interface Token {
  /** The same key for all names of one thing. */
  readonly key: string;
  /** Folded, as typed. */
  readonly surface: string;
  readonly isUnmarked: boolean;
  /** Without marks it may be just a question word. */
  readonly isDoubtful: boolean;
}

/** The parts of a question: two questions are the same where all of these are equal. */
export interface Meaning {
  /** What it is about, in order. */
  readonly content: readonly Token[];
  /** What is asked of it: where, when, how much … */
  readonly asked: ReadonlySet<string>;
  /** Modal words: must, may, done to someone … */
  readonly modals: ReadonlySet<string>;
  /** It is a yes-or-no question. */
  readonly isYesNo: boolean;
  readonly negations: number;
  /** Every number in it, without leading zeros; of a document only its number, not its year. */
  readonly numbers: ReadonlySet<string>;
  /** The years of the documents that it names, by their number. */
  readonly years: ReadonlyMap<string, string>;
}

/** The home province: naming it adds nothing. */
const HOME = [
  ...[PROVINCE.name.toLowerCase(), ...PROVINCE.aliases].flatMap((name) => [name, `ở ${name}`, `tại ${name}`]),
  `${PROVINCE.kind} ${PROVINCE.name.toLowerCase()}`,
];

const BOOK = new ConceptBook({
  ...named("asked", asked),
  ...named("modal", modals),
  plain: [...asked["-"], ...modals["-"]],
  ...Object.fromEntries(same.map((group) => [`same:${group[0]}`, group])),
  soft: [...soft, ...HOME],
});

function named(kind: string, table: Readonly<Record<string, readonly string[]>>) {
  const meant = Object.entries(table).filter(([name]) => name !== "-");
  return Object.fromEntries(meant.map(([name, phrases]) => [`${kind}:${name}`, phrases]));
}

const CLAUSE_END = /[?!.,;:…\n()“”"]+(?=\s|$)/u;
const DOCUMENT = new RegExp(
  [
    String.raw`(\d{1,4})\/((?:19|20)\d{2})(?:\/[\p{L}\d-]+)*`,
    String.raw`(?<=(?:${DIRECTIVE_NAMES})\s+(?:số\s+|so\s+)?)(\d{1,4})\s+(?:năm|nam)\s+((?:19|20)\d{2})`,
    String.raw`(\d{1,4})\/[\p{L}][\p{L}\d-]*`,
  ].join("|"),
  "giu",
);
const ENDINGS: ReadonlySet<string> = new Set(
  "a ah ak vay the nhi ha ho nhe voi nua day anh chi em ad admin bot chau bac co chu ban oi c e hen".split(
    " ",
  ),
);
const NOT: ReadonlySet<string> = new Set(["không", "chưa", "chẳng", "đừng", "khong", "chua", "chang"]);
const MAX_WORDS = 80;

/** Splits a question into its parts. Never throws; without words all parts are empty. */
export function readMeaning(text: string, vocabulary: Vocabulary): Meaning {
  const years = new Map<string, string>();
  const plain = text
    .normalize("NFC")
    .replace(
      DOCUMENT,
      (_, slashed?: string, year?: string, said?: string, saidYear?: string, bare?: string) => {
        const number = withoutZeros(slashed ?? said ?? bare ?? "");
        const of = year ?? saidYear;
        if (of !== undefined) years.set(number, of);
        return ` ${number} `;
      },
    );
  // A question typed without marks is read without marks, also where an abbreviation stands for words with marks.
  const isBare = isUnmarked(plain);
  const clauses = plain
    .split(CLAUSE_END)
    .map((clause) => readWords(clause).map((word) => withY(isBare ? fold(word) : word)))
    .map((words) => readClause(words, vocabulary));
  const content = clauses.flatMap((clause) => clause.content);
  return {
    content,
    asked: new Set(clauses.flatMap((clause) => clause.asked)),
    modals: new Set(clauses.flatMap((clause) => clause.modals)),
    isYesNo: clauses.some((clause) => clause.isYesNo),
    negations: clauses.reduce((sum, clause) => sum + clause.negations, 0),
    numbers: new Set(clauses.flatMap((clause) => clause.numbers)),
    years,
  };
}

function readClause(read: readonly string[], vocabulary: Vocabulary) {
  const typed = read.flatMap((word) => respell(word, vocabulary)).slice(0, MAX_WORDS);
  const tells = telling(
    typed,
    typed.some((word) => !isUnmarked(word)),
  );
  const all = typed.map((written, at) => {
    const [meant = fold(written)] = guessMeant(fold(written), vocabulary);
    const word = meant === fold(written) ? written : meant;
    return { word, isTelling: tells[at] === 1, isSilent: tells[at] === 0 };
  });
  const { end, isYesNo } = withoutQuestionTag(all.map(({ word }) => word));
  const words = all.slice(0, end);
  const spans = spansOf(words.map(({ word }) => word));
  const content: Token[] = [];
  const found = { asked: [] as string[], modals: [] as string[], numbers: [] as string[] };
  let negations = 0;
  for (let at = 0; at < words.length; ) {
    const { length, concepts } = spans.get(at) ?? { length: 1, concepts: [] };
    const phrase = words.slice(at, at + length);
    const said = phrase.map(({ word }) => word);
    const kinds = concepts.map((concept) => concept.split(":") as [string, string?]);
    found.asked.push(...namesOf(kinds, "asked"));
    found.modals.push(...namesOf(kinds, "modal"));
    const things = concepts.filter((concept) => concept.startsWith("same:"));
    content.push(...things.map((thing) => tokenOf(thing, said, false)));
    if (concepts.length === 0 || concepts.includes("plain")) {
      for (const { word, isTelling, isSilent } of phrase) {
        if (/^\d+$/u.test(word)) found.numbers.push(withoutZeros(word));
        else if (isNegation(word)) negations += 1;
        else if (!isSilent) content.push(tokenOf(`word:${spelling(word)}`, [word], !isTelling));
      }
    } else if (things.length === 0 && length === 1 && said.every(isUnmarked)) {
      // "day" may be "đấy" or "dây", "dau" "đâu" or "đấu": the word is optional.
      content.push(tokenOf(`word:${said[0]}`, said, true));
    }
    at += length;
  }
  return { content, ...found, negations, isYesNo };
}

/** Where the question tag begins: "… không ạ", "… hay chưa anh ơi". */
function withoutQuestionTag(words: readonly string[]): { end: number; isYesNo: boolean } {
  let end = words.length;
  while (end > 0 && ENDINGS.has(fold(words[end - 1] as string))) end -= 1;
  if (end === 0 || !isNegation(words[end - 1] as string)) return { end: words.length, isYesNo: false };
  end -= 1;
  while (end > 0 && ["hay", "hoac"].includes(fold(words[end - 1] as string))) end -= 1;
  return { end, isYesNo: true };
}

const isNegation = (word: string): boolean => NOT.has(word);

const namesOf = (kinds: readonly (readonly [string, string?])[], wanted: string): string[] =>
  kinds.flatMap(([kind, name]) => (kind === wanted && name !== undefined ? [name] : []));

interface Phrase {
  readonly length: number;
  readonly concepts: readonly string[];
}

/**
 * The phrases of the lexicon in these words, by the word that they begin with. They don't overlap: the longest is taken
 * first; of equal length the one that names a thing ("làm | hộ chiếu", not "làm hộ | chiếu"), then the leftmost.
 */
function spansOf(words: readonly string[]): ReadonlyMap<number, Phrase> {
  const spans = new Map<number, Phrase>();
  const taken = new Set<number>();
  const isThing = ({ concept }: Mention) => (concept.startsWith("same:") ? 1 : 0);
  const mentions = BOOK.mentions(words);
  const ordered = mentions.toSorted((a, b) => b.end - b.start - (a.end - a.start) || isThing(b) - isThing(a));
  for (const { start, end } of ordered) {
    const places = Array.from({ length: end - start }, (_, i) => start + i);
    if (places.some((place) => taken.has(place))) continue;
    const concepts = mentions.filter((other) => other.start === start && other.end === end);
    spans.set(start, { length: end - start, concepts: concepts.map(({ concept }) => concept) });
    for (const place of places) taken.add(place);
  }
  return spans;
}

function tokenOf(key: string, words: readonly string[], isDoubtful: boolean): Token {
  return {
    key,
    surface: words.map(fold).join(" "),
    isUnmarked: words.every(isUnmarked),
    isDoubtful,
  };
}

/** Many dialects merge hỏi and ngã, so people write one for the other. */
const spelling = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/\u0303/gu, "\u0309")
    .normalize("NFC");

/** "Đăng kí" and "đăng ký", "lí lịch" and "lý lịch" are one spelling. */
const withY = (word: string): string =>
  /^(?:[klmtsh]|qu)[iíìỉĩị]$/u.test(word)
    ? word.slice(0, -1) + (Y_OF_I[word.at(-1) as keyof typeof Y_OF_I] ?? "y")
    : word;
const Y_OF_I = { í: "ý", ì: "ỳ", ỉ: "ỷ", ĩ: "ỹ", ị: "ỵ" } as const;

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/u, "");
