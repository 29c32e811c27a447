import type { Labelled } from "./examples.ts";
import { numbersFrom } from "./network.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const ALL = `${LETTERS}0123456789`;
/** Alone, or beside a word or two that people send with such a thing. */
const BESIDE = ["", "", "", "mã", "ma", "code", "đây", "day", "alo", "ạ", "test", "nhé", "gì đây", "cái này"];

/**
 * Keys hit at random, passwords, plates, pieces of a code: their letters fall on rows of the table where they mean nothing,
 * and by nature look like no word. Learned as nothing of ours, so that such rows don't add up to a danger.
 */
export function noise(count: number, seed: number): Labelled[] {
  const random = numbersFrom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const some = (letters: string, length: number) =>
    Array.from({ length }, () => letters[below(letters.length)]).join("");
  return Array.from({ length: count }, (_, i) => {
    const junk = Array.from({ length: 1 + below(3) }, () =>
      some(random() < 0.6 ? LETTERS : ALL, 3 + below(i % 4 === 0 ? 14 : 6)),
    ).join(random() < 0.5 ? " " : "-");
    const beside = BESIDE[below(BESIDE.length)] as string;
    return {
      text: `${beside} ${junk}`.trim(),
      batch: "noise",
      isDanger: false,
      act: "outside",
      door: "none",
      matter: "none",
    };
  });
}
