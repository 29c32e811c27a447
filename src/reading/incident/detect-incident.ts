import { PatternBook } from "../../language/pattern-book.ts";
import type { Utterance } from "../../language/utterance.ts";
import type { IncidentId } from "./incident.ts";
import { COMMUNITY } from "./phrases/community-incidents.ts";
import { FAMILY } from "./phrases/family-incidents.ts";
import { MONEY } from "./phrases/money-incidents.ts";
import { PROPERTY } from "./phrases/property-incidents.ts";
import { RULE_QUESTION, TOLD, TOLD_OF_ONESELF, WHAT_TO_DO } from "./told-lexicon.ts";

/** Less than a danger bridges: what stands farther apart is another matter. */
const NARROW = { gap: 4 };

/** The first category whose words are met leads: the more particular ones stand first. */
const MATCHERS = [...MONEY, ...FAMILY, ...COMMUNITY, ...PROPERTY].map(({ id, phrases }) => ({
  id,
  book: new PatternBook(phrases, NARROW),
}));
const ruleQuestion = new PatternBook(RULE_QUESTION, NARROW);
const whatToDo = new PatternBook(WHAT_TO_DO, NARROW);
const told = new PatternBook(TOLD, NARROW);
const toldOfOneself = new PatternBook(TOLD_OF_ONESELF, NARROW);

/** True where the message tells that something happened; false where it asks about rules or names a mere topic. */
export function tellsOfIncident(utterance: Utterance): boolean {
  if (ruleQuestion.has(utterance) || !told.has(utterance)) return false;
  return !whatToDo.has(utterance) || toldOfOneself.has(utterance);
}

/** The category whose words stand in the message, however it is put: for what follows "/baocao". */
export function categoryOf(utterance: Utterance): IncidentId | null {
  return MATCHERS.find(({ book }) => book.has(utterance))?.id ?? null;
}
