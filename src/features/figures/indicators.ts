import type { z } from "zod";
import stored from "#indicators" with { type: "json" };
import { fold } from "../../language/fold.ts";
import { type IndicatorFile, indicatorFileSchema, type indicatorSchema } from "./indicator-file.ts";

interface Asked {
  readonly all: readonly string[];
  readonly not?: readonly string[] | undefined;
}

export type Indicator = Readonly<Omit<z.infer<typeof indicatorSchema>, "words" | "not" | "asked">> & {
  readonly asked: readonly Asked[];
};

/** Indicators that the code refers to: the safety standard, and the number of units. */
export const STANDARD = "safety_standard_met";
export const RECOGNISED = "safety_standard_met_by_province_decision";
export const UNITS = "commune_level_units";
export const DISTRICT_UNITS = "district_level_units";
export const BLOCKS = "residential_blocks";

/** The concepts that may name an indicator, in any way of asking for it. */
export const needsOf = ({ asked }: Indicator): ReadonlySet<string> =>
  new Set(asked.flatMap(({ all }) => all.flatMap((need) => need.split("|"))));

/** The indicators of a file; finds those that a question names. */
export class IndicatorBook {
  readonly all: readonly Indicator[];
  /** The phrases of each concept and awarder, by tag ("is:model", "by:minister"). */
  readonly phrases: Readonly<Record<string, readonly string[]>>;
  /** "19.2" of a criterion is a name, not a number. */
  readonly numbersInNames: RegExp;
  readonly despiteVeto: IndicatorFile["despiteVeto"];
  /** Places below the provinces in figures, and names that are easily confused. */
  readonly places: IndicatorFile["places"];
  readonly lookalikes: IndicatorFile["lookalikes"];
  readonly awarders: IndicatorFile["awarders"];
  /** Periods that are known by a name. */
  readonly periods: IndicatorFile["periods"];
  readonly #byId: ReadonlyMap<string, Indicator>;

  /** @throws ZodError where the file is not of the form above */
  constructor(file: unknown) {
    const { concepts, indicators, despiteVeto, places, lookalikes, awarders, uncounted, periods } =
      indicatorFileSchema.parse(file);
    const named = indicators.flatMap(({ id, words }) => (words === undefined ? [] : [[id, words] as const]));
    this.phrases = Object.fromEntries([
      ...[...Object.entries(concepts), ...named].map(([concept, words]) => [`is:${concept}`, words]),
      ["no:figure", uncounted],
      ...Object.entries(awarders).map(([id, { words }]) => [`by:${id}`, words]),
    ]);
    const numbers = Object.values(this.phrases).flatMap((words) => words.join().match(/\d+[.]\d+/gu) ?? []);
    this.numbersInNames = new RegExp(
      `\\b(?:${[...new Set(numbers)].join("|").replaceAll(".", "[.,]") || "(?!)"})\\b`,
      "g",
    );
    this.all = indicators.map(({ words, not, asked = [], ...indicator }) => ({
      ...indicator,
      asked: [...(words === undefined ? [] : [{ all: [indicator.id], not }]), ...asked],
    }));
    this.#byId = new Map(this.all.map((indicator) => [indicator.id, indicator]));
    this.despiteVeto = despiteVeto;
    this.places = places;
    this.lookalikes = lookalikes;
    this.awarders = awarders;
    this.periods = periods;
  }

  /** The indicator with that id; an undescribed one has its id as its name. */
  get(id: string): Indicator {
    return this.#byId.get(id) ?? { id, title: id, asked: [] };
  }

  /** False for an id that no question can name; a part's rows are stored under the id that it is `of`. */
  describes(id: string): boolean {
    return this.all.some((one) => one.id === id || one.of === id);
  }

  /**
   * The indicators that a question's concepts name. Of two with nested concepts ("mô hình", "mô hình xây mới") the one
   * that explains more is meant; unrelated ones are all meant. The first of a group, alone, means the group.
   * @example INDICATORS.spokenOf(new Set(["model", "new"])) // ["models_new"], not "models_total" as well
   */
  spokenOf(concepts: ReadonlySet<string>): string[] {
    const candidates = this.all.flatMap(({ id, asked }) =>
      asked.flatMap((way) => {
        const used = explained(way, concepts);
        return used === undefined ? [] : [{ id, used }];
      }),
    );
    const kept = candidates.filter(
      ({ used }) =>
        !candidates.some(
          (other) => [...used].every((concept) => other.used.has(concept)) && other.used.size > used.size,
        ),
    );
    const ids = [...new Set(kept.map(({ id }) => id))];
    const { group } = this.get(ids[0] ?? "");
    const members = group === undefined ? [] : this.ofGroup(group);
    return ids.length === 1 && ids[0] === members[0] ? members : ids;
  }

  /** The indicators with that common title. */
  ofGroup(group: string): string[] {
    return this.all.filter((one) => one.group === group).map(({ id }) => id);
  }

  /** The indicators that count in this unit, those that count all of something first. */
  withUnit(unit: string): string[] {
    const own = this.all.filter((one) => fold(one.unit ?? "") === fold(unit));
    const isAll = ({ id }: Indicator) => own.some(({ partOf }) => partOf === id);
    const rank = (one: Indicator) =>
      isAll(one) ? 0 : one.partOf !== undefined || one.outOf !== undefined ? 1 : 2;
    return own.toSorted((a, b) => rank(a) - rank(b)).map(({ id }) => id);
  }

  /** The share in percent that is told along with this one. */
  rateOf(id: string): string | undefined {
    return this.all.find(({ kind, with: also }) => kind === "rate" && also?.includes(id))?.id;
  }

  /** The fewest concepts that name an indicator. */
  conceptsOf(id: string): readonly string[] {
    return this.get(id).asked.at(-1)?.all ?? [];
  }

  /** The indicators of the same kind that need fewer of the concepts than this one: this one is a part of them. */
  widerThan(id: string, concepts: ReadonlySet<string>): string[] {
    const { kind } = this.get(id);
    const needs = this.conceptsOf(id);
    return this.all
      .filter(
        (other) =>
          other.kind === kind &&
          other.asked.some(
            (way) =>
              way.all.length < needs.length &&
              way.all.every((need) => needs.includes(need)) &&
              explained(way, concepts) !== undefined,
          ),
      )
      .map((other) => other.id);
  }
}

/** The question's concepts that one form of asking uses; undefined where the question doesn't have that form. */
function explained({ all, not }: Asked, concepts: ReadonlySet<string>): Set<string> | undefined {
  if (not?.some((concept) => concepts.has(concept)) === true) return undefined;
  const used = all.map((need) => need.split("|").filter((concept) => concepts.has(concept)));
  return used.some((found) => found.length === 0) ? undefined : new Set(used.flat());
}

/** The indicators of `knowledge/figures/indicators.json`. */
export const INDICATORS = new IndicatorBook(stored);
export const indicatorOf = (id: string): Indicator => INDICATORS.get(id);
