import { fold } from "../../../language/fold.ts";
import type { Reading } from "./figure-reading.ts";
import { DIGITS } from "./spelled-numbers.ts";

/** "làm tròn 1 số lẻ", "lấy hai số sau dấu phẩy": how many decimals a share should have. */
export function readRounding({ words }: Reading): { round?: number } {
  const said = fold(words.join(" "));
  const [, n = ""] =
    /(?:lam tron|lay)(?: [a-z]+){0,3} (\d|mot|hai|ba|khong) (?:so|chu so)(?: [a-z]+)* ?(?:le|thap phan|sau dau phay)/u.exec(
      said,
    ) ?? [];
  const places = DIGITS[n] ?? (n === "" ? undefined : Number(n));
  if (places !== undefined) return { round: Math.min(places, 4) };
  if (/^lam tron(?: di| giup| a| lai)?$/u.test(said)) return { round: 1 };
  return /lam tron (?:den|toi|ve|thanh)? ?(?:phan tram|so nguyen|%|qqpct|hang don vi)/u.test(said)
    ? { round: 0 }
    : {};
}
