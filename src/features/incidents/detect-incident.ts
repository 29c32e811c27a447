import { PhraseBook } from "../../language/phrase-book.ts";
import { RuleMatcher } from "../../language/rule-matcher.ts";
import type { Utterance } from "../../language/utterance.ts";
import { CATEGORIES } from "./categories.ts";
import type { IncidentCategory } from "./category.ts";
import { RULE_QUESTION, TOLD, TOLD_OF_ONESELF, WHAT_TO_DO } from "./incidents-lexicon.ts";

const MATCHERS = CATEGORIES.map((category) => ({ category, matcher: new RuleMatcher(category.phrases) }));
const ruleQuestion = new PhraseBook(RULE_QUESTION);
const whatToDo = new PhraseBook(WHAT_TO_DO);
const told = new PhraseBook(TOLD);
const toldOfOneself = new PhraseBook(TOLD_OF_ONESELF);

/** The incident that the message tells of, or null where it asks about rules or names a mere topic. */
export function detectIncident(utterance: Utterance): IncidentCategory | null {
  if (ruleQuestion.has(utterance) || !told.has(utterance)) return null;
  if (whatToDo.has(utterance) && !toldOfOneself.has(utterance)) return null;
  return categoryOf(utterance);
}

/** The category whose words stand in the message, however it is put: for what follows "/baocao". */
export function categoryOf(utterance: Utterance): IncidentCategory | null {
  return MATCHERS.find(({ matcher }) => matcher.first(utterance) !== null)?.category ?? null;
}
