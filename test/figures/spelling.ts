import { fold } from "../../src/language/fold.ts";

/** A small seeded generator (mulberry32): the same questions on every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SHORT: readonly (readonly [string, string])[] = [
  ["khu dân cư", "KDC"],
  ["cơ sở giáo dục", "CSGD"],
  ["doanh nghiệp", "DN"],
  ["công ty", "cty"],
  ["cơ quan", "CQ"],
  ["an ninh trật tự", "ANTT"],
  ["bao nhiêu", "bn"],
  ["không", "ko"],
  ["Lạng Sơn", "LS"],
  ["với", "vs"],
];

export const SPELLINGS = ["marked", "unmarked", "short", "slip", "shouted"] as const;
export type Spelling = (typeof SPELLINGS)[number];

/** The question as different people would type it. */
export function spell(question: string, spelling: Spelling, random: () => number): string {
  switch (spelling) {
    case "marked":
      return question;
    case "unmarked":
      return fold(question);
    case "short":
      return SHORT.reduce((text, [long, short]) => text.replaceAll(long, short), question);
    case "slip":
      return slip(fold(question), random);
    case "shouted":
      return `${question.toUpperCase()}???`;
  }
}

const SLIPPED = new Set("phuong doanh nghiep truong".split(" "));

/** Swaps two neighbouring letters inside one of the longer words for what is counted. */
function slip(text: string, random: () => number): string {
  let done = false;
  return text
    .split(" ")
    .map((word) => {
      if (done || !SLIPPED.has(word)) return word;
      done = true;
      const at = 1 + Math.floor(random() * (word.length - 2));
      return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    })
    .join(" ");
}
