import { RULE_WORDS } from "../../language/document-kinds.ts";
import { PatternBook } from "../../language/pattern-book.ts";
import type { PatternClasses } from "../../language/pattern-classes.ts";
import type { Utterance } from "../../language/utterance.ts";
import { ANY_YEAR } from "../../language/years.ts";
import type { IncidentId, IncidentPhrases } from "./incident.ts";
import classes from "./phrases/classes.json" with { type: "json" };
import community from "./phrases/community.json" with { type: "json" };
import family from "./phrases/family.json" with { type: "json" };
import money from "./phrases/money.json" with { type: "json" };
import property from "./phrases/property.json" with { type: "json" };
import telling from "./phrases/telling.json" with { type: "json" };

/** The word classes that incident patterns name in angle brackets. */
export const INCIDENT_CLASSES: PatternClasses = {
  ...classes,
  ANY_YEAR,
  RULE_WORDS,
};

/** A smaller gap than for dangers: words farther apart don't belong together. */
const book = (patterns: readonly string[]) =>
  new PatternBook(patterns, { gap: 4, classes: INCIDENT_CLASSES });

/** The more specific categories come first: the first match leads. `lexicon.test.ts` checks the tables. */
export const INCIDENTS = [...money, ...family, ...community, ...property] as readonly IncidentPhrases[];

const BOOKS = INCIDENTS.map(({ id, phrases }) => ({ id, book: book(phrases) }));
const ruleQuestion = book(telling.ruleQuestion.patterns);
const whatToDo = book(telling.whatToDo.patterns);
const told = book(telling.told.patterns);
const toldOfOneself = book(telling.toldOfOneself.patterns);

/** True where the message reports an event; false where it asks about rules or only names a topic. */
export function tellsOfIncident(utterance: Utterance): boolean {
  if (ruleQuestion.has(utterance) || !told.has(utterance)) return false;
  return !whatToDo.has(utterance) || toldOfOneself.has(utterance);
}

/** True where the message is about an event here and to someone. */
export const speaksOfEvent = (utterance: Utterance): boolean => told.has(utterance);

/** The category whose words are in the message, in any form: for the text after "/baocao". */
export function categoryOf(utterance: Utterance): IncidentId | null {
  return BOOKS.find(({ book }) => book.has(utterance))?.id ?? null;
}
