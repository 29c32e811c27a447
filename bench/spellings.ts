import { fold } from "../src/language/fold.ts";

const CHAT: Readonly<Record<string, string>> = { không: "ko", được: "dc", gì: "j", với: "vs", người: "ng" };

/** The three ways in which people write the same question. */
export const SPELLINGS: Readonly<Record<string, (text: string, seed: number) => string>> = {
  original: (text) => text,
  "không dấu": (text) => unmark(text),
  chat: (text, seed) => swapTwo(chatWords(text.toLowerCase()), seed),
};

function unmark(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const bare = fold(word);
    return word === word.toLowerCase() ? bare : bare[0]?.toUpperCase() + bare.slice(1);
  });
}

function chatWords(text: string): string {
  return text.replaceAll("bao nhiêu", "bn").replace(/[\p{L}\p{M}]+/gu, (word) => CHAT[word] ?? word);
}

/** Swaps two neighbouring letters in one word of four letters or more, the same one on every run. */
function swapTwo(text: string, seed: number): string {
  const words = text.split(" ");
  const long = words.flatMap((word, i) => (/^\p{L}{4,}$/u.test(word) ? [i] : []));
  if (long.length === 0) return text;
  const at = long[seed % long.length] as number;
  const word = words[at] as string;
  const from = 1 + (seed % (word.length - 2));
  words[at] = word.slice(0, from) + word[from + 1] + word[from] + word.slice(from + 2);
  return words.join(" ");
}
