import { absolute } from "./arithmetic.ts";
import type { Fact } from "./fact.ts";
import { formatNumber, formatPercent, formatPlaces, formatRatio, formatRounded } from "./numbers.ts";
import type { Rational } from "./rational.ts";

/** Everything that the digits of a reply may come from. */
export interface Provenance {
  readonly facts: readonly Fact[];
  /** Numbers that the arithmetic produced, as written. */
  readonly computed: readonly string[];
  /** The person's own words, and fixed wording with numbers in it. */
  readonly texts: readonly string[];
}

/** Writes the numbers of one answer and remembers them: the digit guard refuses all others. */
export interface ProvenanceWriter {
  number(value: Rational): string;
  percent(value: Rational): string;
  points(value: Rational): string;
  /** A share with exactly so many decimals. */
  rounded(value: Rational, places: number): string;
  ratio(part: Rational, whole: Rational): string;
  /** Marks facts as used: the reply may contain their numbers and words. */
  use(facts: readonly Fact[]): void;
  /** Fixed wording, or the question's own words. */
  quote(text: string): string;
  provenance(): Provenance;
}

export function createProvenanceWriter(question: string): ProvenanceWriter {
  const facts = new Set<Fact>();
  const computed: string[] = [];
  const texts: string[] = [question];
  const note = (text: string) => {
    computed.push(text);
    return text;
  };
  return {
    number: (value) => note(formatNumber(value)),
    percent: (value) => note(formatPercent(value)),
    points: (value) => note(formatRounded(absolute(value))),
    rounded: (value, places) => note(`${formatPlaces(value, places)}%`),
    ratio: (part, whole) => note(formatRatio(part, whole)),
    use: (used) =>
      used.forEach((fact) => {
        facts.add(fact);
      }),
    quote: (text) => {
      texts.push(text);
      return text;
    },
    provenance: () => ({ facts: [...facts], computed, texts }),
  };
}
