import { fold } from "../../../language/fold.ts";
import HEDGES from "./claim-words.json" with { type: "json" };
import WORDS from "./fraction-words.json" with { type: "json" };
import { DIGITS } from "./spelled-numbers.ts";

/** A fraction that is meant as a share, in percent. */
export interface FractionSaid {
  readonly value: string;
  readonly index: number;
}

const either = (words: readonly string[]) => `(?:${words.map((word) => fold(word)).join("|")})`;
const NUMBER = `(\\d{1,2}|${Object.keys(DIGITS).join("|")})`;
const HEDGE = `\\b(?<hedge>${either(Object.values(HEDGES).flat())} )?`;
const HALF = new RegExp(
  `${HEDGE}\\b(?:${either(WORDS.half)}|(?<bare>${fold(WORDS.halfAfterHedge)}))(?= )`,
  "g",
);
const FRACTION = new RegExp(`${HEDGE}\\b${NUMBER}(?:/| (phan) )${NUMBER}(?= (${either(WORDS.of)} )?)`, "g");

const MORE = "nữa";

/** Larger denominators are numbers of units: "44/57 doanh nghiệp". */
const LARGEST = 10;

/**
 * "hơn 3/4 doanh nghiệp", "hai phần ba số xã", "quá nửa": shares in other words. "4/5 phường" without a word before it
 * stays two counts. Returns the rest of the folded text with as many spaces in their place.
 * @param text the same with its marks: "hơn nữa" is no half
 */
export function readFractions(
  folded: string,
  text: string,
): { readonly fractions: FractionSaid[]; readonly rest: string } {
  const fractions: FractionSaid[] = [];
  const take = (whole: string, hedge: string | undefined, index: number, percent: number): string => {
    const before = hedge?.length ?? 0;
    fractions.push({ value: String(Number(percent.toFixed(4))), index: index + before });
    return `${hedge ?? ""}${" ".repeat(whole.length - before)}`;
  };
  const rest = folded
    .replace(HALF, (whole, ...tail) => {
      const { hedge, bare } = tail.at(-1) as Partial<Record<"hedge" | "bare", string>>;
      const index = tail.at(-3) as number;
      const isHalf = !text.slice(index, index + whole.length).includes(MORE);
      return isHalf && (bare === undefined || hedge !== undefined) ? take(whole, hedge, index, 50) : whole;
    })
    .replace(FRACTION, (whole, hedge, a: string, spelled, b: string, of, index: number) => {
      const [part, all] = [a, b].map((n) => DIGITS[n] ?? Number(n)) as [number, number];
      const isShare = part < all && all <= LARGEST && (hedge ?? spelled ?? of) !== undefined;
      return isShare ? take(whole, hedge, index, (100 * part) / all) : whole;
    });
  return { fractions, rest };
}
