import { PatternBook } from "../../language/pattern-book.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import type { MessageReading } from "../../reading/read-message.ts";
import CHILDREN from "./children.json" with { type: "json" };
import type { Teller } from "./incident-advice.ts";

/** So sure the reader must be before a teller hears that they may have done it themselves: most are victims. */
const DID_IT = 0.9;
const GROWN_UP = 18;
const AGE = /(?<!\d)(\d{1,2})\s*(?:t|tuổi|tuoi)(?![\p{L}\p{N}])/giu;

const children = new PatternBook(CHILDREN.words);

/** So sure, that it was only seen. */
const ONLY_SAW = 0.8;

/** Who surely tells of it, if not the one who was wronged: whoever did it themselves, or saw it. */
export function tellerIn({ learned }: Pick<MessageReading, "learned">): Teller | undefined {
  if (chanceOf(learned.voices, "doer") >= DID_IT) return "doer";
  return chanceOf(learned.voices, "seen") >= ONLY_SAW ? "seen" : undefined;
}

/** So sure the reader must be that it happens in the teller's own family. */
const OF_THE_FAMILY = 0.8;

/** True where what is told concerns somebody of the teller's own family. */
export const isOfKin = ({ learned }: Pick<MessageReading, "learned">): boolean =>
  chanceOf(learned.voices, "kin") >= OF_THE_FAMILY;

/**
 * True where somebody under eighteen is in what is told, by an age or a word.
 * @example isOfChild(readMessage("con em lop 8 bi doa")) // true
 */
export const isOfChild = ({ utterance }: Pick<MessageReading, "utterance">): boolean =>
  children.has(utterance) || [...utterance.clean.matchAll(AGE)].some(([, age]) => Number(age) < GROWN_UP);
