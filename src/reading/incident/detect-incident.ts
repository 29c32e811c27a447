import { PhraseBook } from "../../language/phrase-book.ts";
import { RuleMatcher } from "../../language/rule-matcher.ts";
import type { Utterance } from "../../language/utterance.ts";
import type { IncidentId } from "./incident.ts";
import { COMMUNITY } from "./phrases/community-incidents.ts";
import { FAMILY } from "./phrases/family-incidents.ts";
import { MONEY } from "./phrases/money-incidents.ts";
import { PROPERTY } from "./phrases/property-incidents.ts";
import { RULE_QUESTION, TOLD, TOLD_OF_ONESELF, WHAT_TO_DO } from "./told-lexicon.ts";

/** The first category whose words are met leads: the more particular ones stand first. */
const MATCHERS = [...MONEY, ...FAMILY, ...COMMUNITY, ...PROPERTY].map(({ id, phrases }) => ({
  id,
  matcher: new RuleMatcher(phrases),
}));
const ruleQuestion = new PhraseBook(RULE_QUESTION);
const whatToDo = new PhraseBook(WHAT_TO_DO);
const told = new PhraseBook(TOLD);
const toldOfOneself = new PhraseBook(TOLD_OF_ONESELF);

/** True where the message tells that something happened; false where it asks about rules or names a mere topic. */
export function tellsOfIncident(utterance: Utterance): boolean {
  if (ruleQuestion.has(utterance) || !told.has(utterance)) return false;
  return !whatToDo.has(utterance) || toldOfOneself.has(utterance);
}

/** The category whose words stand in the message, however it is put: for what follows "/baocao". */
export function categoryOf(utterance: Utterance): IncidentId | null {
  return MATCHERS.find(({ matcher }) => matcher.first(utterance) !== null)?.id ?? null;
}
