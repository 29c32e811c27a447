import { fold } from "../language/fold.ts";
import { wordsOf } from "../language/syllables.ts";
import { ConceptBook, type Mention } from "./concept-book.ts";
import aspects from "./lexicon/aspects.json" with { type: "json" };
import matters from "./lexicon/matters.json" with { type: "json" };
import subjects from "./lexicon/subjects.json" with { type: "json" };
import synonyms from "./lexicon/synonyms.json" with { type: "json" };
import topics from "./lexicon/topics.json" with { type: "json" };

/** What is asked about a thing: why, when, how much, by whom … */
export const ASPECTS = new ConceptBook(aspects);

/** Whom or what the question is about: a neighbourhood, a commune, a company … */
export const SUBJECTS = new ConceptBook(subjects);

/** Which of several easily confused things is meant. */
export const TOPICS = new ConceptBook(topics);

const MATTERS = new ConceptBook(Object.fromEntries(matters.map((matter) => [matter, [matter]])));

const GROUPS = new ConceptBook(Object.fromEntries(synonyms.map((group, i) => [String(i), group])));
const FOLDED_GROUPS = synonyms.map((group) => group.map(foldedWords));

function foldedWords(phrase: string): string[] {
  return wordsOf(phrase).map(fold);
}

/** Words of a question and their synonyms: the folded syllables of each other phrase. */
export interface Alternative {
  readonly start: number;
  readonly end: number;
  readonly others: readonly (readonly string[])[];
}

/** The phrases with synonyms. */
export function alternativesOf(words: readonly string[]): Alternative[] {
  return GROUPS.mentions(words).map(({ concept, start, end }: Mention) => {
    const own = words.slice(start, end).map(fold).join(" ");
    const group = FOLDED_GROUPS[Number(concept)] ?? [];
    return { start, end, others: group.filter((phrase) => phrase.join(" ") !== own) };
  });
}

/** Things that a passage must mention to be an answer, as folded syllables. */
export function mattersOf(words: readonly string[]): (readonly string[])[] {
  return [...MATTERS.concepts(words)].map(foldedWords);
}

const PAIRS: ReadonlySet<string> = new Set(
  [aspects, subjects, topics, { synonyms: synonyms.flat() }]
    .flatMap((table) => Object.values(table).flat())
    .flatMap((phrase) => phrase.split("…"))
    .map(foldedWords)
    .flatMap((words) => words.slice(1).map((second, i) => `${words[i]} ${second}`)),
);

/** True where two folded syllables are neighbours in a phrase of the lexicon. */
export function isLexiconPair(first: string, second: string): boolean {
  return PAIRS.has(`${first} ${second}`);
}
