import { fold, foldedAlternatives } from "../../../language/fold.ts";
import { CORRECTING, tellingWords } from "./leftover.ts";
import json from "./small-words.json" with { type: "json" };
import { takesBack } from "./time/items.ts";
import { TIME } from "./time/time-words.ts";
import { typedWords } from "./typed-words.ts";
import { readWhen } from "./when.ts";

const { denials, leads, ends, changes, into, wrong } = json.correcting;

/** Fewer words than these besides "sửa", "nhầm" tell nothing new. */
export const TELLS = 2;

/** What was called wrong: "không phải …", or the one of "sửa … thành". */
export function deniedOf(text: string): string {
  const typed = text.normalize("NFC");
  const change = fold([...typed.matchAll(CHANGE)].at(-1)?.[1] ?? "").trim();
  return change || DENIED.exec(fold(typed))?.[0] || "";
}

/** The longest run of the denied words that stands in what was told. In NFC folding doesn't move letters. */
export function deniedIn(told: string, text: string): string | undefined {
  const denied = deniedOf(text);
  const words = denied.split(/[\s,]+/u).filter(Boolean);
  const story = ` ${fold(told.normalize("NFC")).replace(/[^a-z0-9]/gu, " ")} `;
  for (let length = words.length; length >= TELLS; length -= 1)
    for (let from = 0; from + length <= words.length; from += 1) {
      const phrase = words.slice(from, from + length).join(" ");
      const at = story.indexOf(` ${phrase} `);
      if (at >= 0) return told.slice(at, at + phrase.length);
    }
  return undefined;
}

/** As they are written, with marks or without: a name like "Tam Thanh" is none of our words. */
const written = (phrases: readonly string[]): string => [...phrases, ...phrases.map(fold)].join("|");
const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
const isWrong = `(?<![a-z])(?:${foldedAlternatives(wrong.split(" "))})`;
/** "Nhầm xã", and up to the right one: "nhầm xã rồi, xã …". */
export const UNIT_WRONG = new RegExp(`^.*${isWrong} ([a-z]+)(?: roi)?, *(?=\\1 )`, "u");
/** "Sửa … thành": what stands between is wrong. */
const CHANGE = new RegExp(
  `(?<!\\p{L})(?:${written([...changes, ...changes.map(capital)])})(?!\\p{L})([^,.;\\n]*?)(?<!\\p{L})(?:${written(into)})(?!\\p{L})`,
  "gu",
);
const DENIALS = foldedAlternatives(denials);
const LEAD = new RegExp(`(?<![a-z])(?:${foldedAlternatives(leads)})(?![a-z])`, "gu");
const DENIED = new RegExp(
  `(?<![a-z])(?:${DENIALS})(?![a-z]) *(?:(?:o|tai|la|luc)(?![a-z]))?.*?(?=[,.;\\n]|(?<![a-z])(?:${foldedAlternatives(ends)})(?![a-z])|$)`,
  "u",
);

/** True where a message begins by denying what was told: "không phải, …". */
export const deniesFirst = (text: string): boolean => OPENS_DENYING.test(fold(text.normalize("NFC").trim()));
const OPENS_DENYING = new RegExp(`^(?:a|o|u|da|vang|khong)?[ ,]*(?:${DENIALS})(?![a-z])`, "u");

/** "Không phải 5h", "đâu phải lúc 9 giờ". */
export const DENIED_HOUR = new RegExp(
  `(?<![a-z])(?:${DENIALS}) *(?:(?:la|luc|tam) )?\\d{1,2} *(?:h|gio|g|ruoi)(?![a-z])`,
  "u",
);

/** The words for what is right: without what is denied, or from "ý tôi là" on. In NFC folding doesn't move letters. */
export function wanted(text: string, now: number): string {
  // "t2 à không phải, t3": reading the time sees to that.
  const typed = typedWords(text);
  if (takesBack(typed)) return text;
  // "À không, mốc 1099": what it takes back was told before.
  const repair = TIME.repairs.lengthAt(typed, 0);
  if (repair > 1 && typed[repair]?.kind === "sign") return wanted(text.slice(typed[repair]?.end).trim(), now);
  const lead = [...text.matchAll(CHANGE), ...fold(text).matchAll(LEAD)].at(-1);
  if (lead !== undefined) return text.slice(lead.index + lead[0].length);
  const denied = DENIED.exec(fold(text));
  if (denied === null) return text;
  const kept = `${text.slice(0, denied.index)} ${text.slice(denied.index + denied[0].length)}`;
  // "không phải" alone denies all that was said before.
  const isTold = tellingWords(kept, CORRECTING).length > 0 || readWhen(kept, now) !== null;
  return isTold ? kept : text.slice(denied.index);
}
