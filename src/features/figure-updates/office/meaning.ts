import { fold } from "../../../language/fold.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { indicatorNamed, unitTypeOf } from "../../figure-files/office-columns.ts";
import type { Period } from "../../figures/figure-query.ts";
import { INDICATORS } from "../../figures/indicators.ts";
import { readQuestion } from "../../figures/parse/figure-reading.ts";
import { ASSESSED, UNIT_NAMES } from "../../figures/units.ts";

/** What a heading or a title says besides its role: read with the words that questions are read with. */
export interface Meaning {
  readonly unitType: string | undefined;
  readonly indicator: string | undefined;
  /** True where it speaks of what met the standard. */
  readonly isReached: boolean;
  /** The periods named, single days left out. */
  readonly periods: readonly Period[];
}

const ORDER: readonly string[] = [...ASSESSED, ...Object.keys(UNIT_NAMES)];
/** "1.", "II.", "a)", "-" before a name. */
const NUMBERING = /^(?:[-–+•*]\s*|\(?\d{1,3}[.)]\s*|[IVX]{1,4}[.)]\s*|[a-zđ][.)]\s+)+/u;

/** A name without the number before it and the signs behind it. */
export const bareName = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(NUMBERING, "")
    .replace(/[\s:;*.]+$/u, "");

/** Reads phrases, each once: a table repeats its own. */
export class Meanings {
  readonly #known = new Map<string, Meaning>();
  readonly #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  of(phrase: string): Meaning {
    const known = this.#known.get(phrase) ?? this.#read(phrase);
    this.#known.set(phrase, known);
    return known;
  }

  #read(phrase: string): Meaning {
    const name = bareName(phrase);
    const { tags, periods } = readQuestion(readUtterance(name.slice(0, LONGEST)), this.#now);
    const concepts = new Set(tags.flatMap(({ tag }) => (tag.startsWith("is:") ? [tag.slice(3)] : [])));
    const units = new Set(tags.flatMap(({ tag }) => (tag.startsWith("unit:") ? [tag.slice(5)] : [])));
    const counted = ORDER.filter((type) => units.has(type));
    if (counted.length > 0) concepts.add("unit");
    return {
      unitType: unitTypeOf(name) ?? (counted.length === 0 ? undefined : [...new Set(counted)].join("+")),
      indicator: indicatorNamed(name) ?? nearest(INDICATORS.spokenOf(concepts), name),
      isReached: concepts.has("standard") || concepts.has("met"),
      periods: periods.hits.map(({ period }) => period).filter(({ start, end }) => start !== end),
    };
  }
}

const LONGEST = 300;
/** The least part of a title's words that the phrase has to have where several are meant. */
const ALIKE = 0.6;

/** Of several indicators that a phrase may mean the one whose title is most like it; undefined where two are. */
function nearest(ids: readonly string[], phrase: string): string | undefined {
  if (ids.length <= 1) return ids[0];
  const said = new Set(fold(phrase).split(/[^\p{L}\d]+/u));
  const likeness = (id: string): number => {
    const words = fold(INDICATORS.get(id).title).split(/[^\p{L}\d]+/u);
    return words.filter((word) => said.has(word)).length / words.length;
  };
  const [first, second] = ids.map((id) => ({ id, like: likeness(id) })).toSorted((a, b) => b.like - a.like);
  return first !== undefined && first.like >= ALIKE && first.like > (second?.like ?? 0)
    ? first.id
    : undefined;
}

/** A period that a cell says: "2025", "năm 2025", "quý I/2026"; undefined where it says none. */
export function periodSaid(cell: string, meanings: Meanings): Period | undefined {
  const { periods } = meanings.of(/^\d{4}(?:[.,]0+)?$/u.test(cell) ? `năm ${cell.slice(0, 4)}` : fold(cell));
  return periods[0];
}
