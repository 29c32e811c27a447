import { isMadeOf, PatternBook, partsOf } from "../../../language/pattern-book.ts";
import { readUtterance, type Utterance } from "../../../language/utterance.ts";
import WORDS from "./over.json" with { type: "json" };

const OVER = new PatternBook(WORDS.over);
const HELPERS = new PatternBook(WORDS.helpers);
const THANKS = new PatternBook(WORDS.thanks);
const TURNS_BACK = new PatternBook(WORDS.turnsBack);
const GOES_ON = new PatternBook([...WORDS.goesOn, ...WORDS.turnsBack]);
const KNOWN = new PatternBook([...WORDS.over, ...WORDS.helpers, ...WORDS.thanks]);
const FILLERS = new PatternBook(WORDS.fillers.split(" "));

/** True where something of it may still go on: "ổn rồi sao được", "vẫn còn khói". */
export const goesOn = (utterance: Utterance): boolean =>
  utterance.clean.includes("?") || GOES_ON.has(utterance);

/** Thanks or gladness, and nothing of it that goes on: who was looked for is back well. */
export const isGlad = (utterance: Utterance): boolean =>
  (THANKS.has(utterance) || OVER.has(utterance)) && !goesOn(utterance);

/** True where what seemed over is not, whatever the reader makes of it: "tưởng tắt rồi ai ngờ bùng lại". */
export const turnsBack = (utterance: Utterance): boolean => TURNS_BACK.has(utterance);

/** True where words for an end stand somewhere in it, and none that it goes on: enough where the reader is sure of an end too. */
export const namesEnd = (utterance: Utterance): boolean => OVER.has(utterance) && !goesOn(utterance);

const NOT_URGENT = new PatternBook(WORDS.notUrgent);
const ANIMALS = new PatternBook(WORDS.animals);
const PERSONS = new PatternBook(WORDS.persons);

/** True where an animal is named, in its own words. */
export const namesAnimal = (utterance: Utterance): boolean => ANIMALS.has(utterance);
/** True where somebody is named to whom it may be done. */
export const namesPerson = (utterance: Utterance): boolean => PERSONS.has(utterance);

const POLITELY = new PatternBook(WORDS.politely.split(" "));

/**
 * True where a message says that nobody is in danger, and nothing else.
 * @example isNotUrgent(readUtterance("khong ai gap nguy dau a")) // true
 */
export const isNotUrgent = (utterance: Utterance): boolean =>
  !goesOn(utterance) && isMadeOf(utterance, NOT_URGENT, POLITELY);

/**
 * True where somebody says in plain words that a danger is over: we ask for these words ourselves. "Nó đâm xong rồi chạy" tells, so
 * a part must hold nothing else. Whoever thanks for help that has come needs no more steps.
 * @example isPlainlyOver(readUtterance("công an tới rồi, cảm ơn nhé")) // true
 */
export function isPlainlyOver(utterance: Utterance): boolean {
  if (goesOn(utterance)) return false;
  const parts = partsOf(utterance.clean).map(readUtterance);
  const said = parts.filter((part) => part.words.length > 0 && isMadeOf(part, KNOWN, FILLERS));
  const isSaid = (book: PatternBook): boolean => said.some((part) => book.has(part));
  return isSaid(OVER) || (isSaid(HELPERS) && isSaid(THANKS));
}
