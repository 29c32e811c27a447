import { fold, isUnmarked, normaliseTone } from "../../../language/fold.ts";
import type { NumberSaid, Reading } from "./figure-reading.ts";
import { isPointedAt } from "./pointed-at.ts";
import WORDS from "./slot-words.json" with { type: "json" };
import type { Tagged } from "./tagger.ts";

/** A part of a message that fills a slot, in its words, and what it may mean: one meaning used is enough. */
export interface Named {
  readonly words: string;
  readonly means: readonly string[];
}

/** Words that narrow nothing. */
export const isLittle = (word: string): boolean =>
  isUnmarked(word) ? LITTLE.folded.has(word) : LITTLE.marked.has(word);
const LITTLE_WORDS = WORDS.little.flatMap((words) => words.split(" ")).map(normaliseTone);
const LITTLE = { marked: new Set(LITTLE_WORDS), folded: new Set(LITTLE_WORDS.map(fold)) };

/** The words of a message with tags of one kind; those at one place are one thing with several meanings. */
export function spans(
  { tags, words }: Reading,
  kind: string,
  keep: (tag: Tagged) => boolean = () => true,
): Named[] {
  const own = tags.filter((tag) => tag.tag.startsWith(kind) && keep(tag));
  return [...Map.groupBy(own, ({ at, end }) => `${at} ${end}`).values()].map((here) => ({
    words: words.slice(here[0]?.at, here[0]?.end).join(" ").replaceAll("qqpct", "%"),
    means: here.map(({ tag }) => tag.slice(kind.length)),
  }));
}

/** "mấy cuộc": what is to be counted, where nothing else explains the word. */
export function counted({ tags, words, unknown, breaks }: Reading): Named[] {
  return tags.flatMap(({ tag, end }) => {
    const word = words[end] ?? "";
    const isOpen =
      unknown.includes(word) &&
      !isLittle(word) &&
      !breaks.includes(end) &&
      !tags.some((one) => one.at === end);
    return tag === "cue:quantity" && isOpen ? [{ words: word, means: [word] }] : [];
  });
}

/** "65 xã": a plain number right before what it counts. */
export function isCounted({ tags, words }: Reading, { at, share, under }: NumberSaid): boolean {
  const next = /^\d/u.test(words[at] ?? "") ? at + 1 : at;
  const isPart = next > at && tags.some((tag) => tag.at <= at && at < tag.end);
  return (
    !share &&
    !under &&
    !isPart &&
    tags.some(({ tag, at: from }) => from === next && /^(?:unit|is):/u.test(tag))
  );
}

/** "xã vùng cao", "vụ cướp giật": words right after what is counted that nothing explains narrow it. */
export function qualifiers({ tags, words, breaks, places }: Reading): Named[] {
  const covered = (i: number) =>
    tags.some(({ at, end }) => at <= i && i < end) || places.some(({ at, end }) => at <= i && i < end);
  const strange = (i: number) =>
    i < words.length &&
    !covered(i) &&
    !breaks.includes(i) &&
    !/^\d+$/u.test(words[i] ?? "") &&
    !isLittle(words[i] ?? "");
  const counted = tags.filter(({ tag }) => /^(?:unit|is):/u.test(tag));
  return counted.flatMap(({ tag, end }) => {
    let to = end;
    while (strange(to)) to++;
    // One strange word after a type is a part of them ("công ty tnhh"); after an indicator it may be anything.
    return to - end < (tag.startsWith("unit:") ? 1 : 2)
      ? []
      : [{ words: words.slice(end, to).join(" "), means: [""] }];
  });
}

/** "trừ thị trấn", "bỏ loại đó": a type that is named to be left out; in "trừ xã còn mấy đơn vị" units are counted. */
export const isLeftOut = (reading: Reading, unit: Tagged): boolean =>
  reading.tags.some(({ tag, end }) => tag === "op:except" && end <= unit.at) &&
  (unit.tag !== "unit:any" || isPointedAt(reading, unit));
