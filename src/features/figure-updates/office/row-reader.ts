import type { SheetRow } from "../../../platform/workbook/sheet-cells.ts";
import type { Period } from "../../figures/figure-query.ts";
import { indicatorOf, STANDARD } from "../../figures/indicators.ts";
import { HOME } from "../../figures/places.ts";
import { COMMUNE_LEVEL } from "../../figures/units.ts";
import type { OfficeTable } from "./find-table.ts";
import { type ColumnKind, type HeaderColumn, NUMERIC } from "./header.ts";
import type { Meanings } from "./meaning.ts";
import type { OfficeFigure, SaidPeriod } from "./office-figure.ts";
import { readOfficeNumber } from "./office-number.ts";
import { WHY } from "./office-wording.ts";
import type { RowLabels } from "./row-labels.ts";
import { RowWords } from "./row-words.ts";

/** What the table as a whole says, for rows that don't say it. */
export interface Surroundings {
  readonly period: Period | undefined;
  readonly unitType: string | undefined;
  readonly indicator: string | undefined;
  /** True where its title speaks of what met the standard: then bare numbers of types are those that did. */
  readonly isReached: boolean;
  /** True where an indicator counts things, so that its numbers are whole. */
  readonly isCounted: (indicator: string) => boolean;
  /** Periods that are stored by their names, for those that have no days. */
  readonly storedPeriods: ReadonlyMap<string, SaidPeriod>;
}

const ROLES = ["numerator", "denominator", "notMet", "share", "value", "registered"] as const;
type Role = (typeof ROLES)[number];
/** "1.686/1.727": reached of assessed in one cell. */
const RATIO = /^\s*(\d[\d.,\s]*?)\s*\/\s*(\d[\d.,\s]*?)\s*$/u;
const REGISTERED = "safety_standard_registered";

/** True where something stands that was meant as a number. */
export const hasNumber = ({ cells, marks }: SheetRow, at: number): boolean =>
  /^[^\p{L}]*\d/u.test(cells[at] ?? "") || marks?.get(at) === "error";

/** One row: what it says in words, then a figure for each group of its numbers. */
export class RowReader {
  readonly #table: OfficeTable;
  readonly #row: SheetRow;
  readonly #labels: RowLabels;
  readonly #around: Surroundings;
  readonly #said: RowWords;
  readonly #refuse: (why: string, column?: string) => void;
  #isSound = true;

  constructor(
    table: OfficeTable,
    row: SheetRow,
    labels: RowLabels,
    around: Surroundings,
    meanings: Meanings,
    refuse: (why: string, column?: string) => void,
  ) {
    this.#table = table;
    this.#row = row;
    this.#labels = labels;
    this.#around = around;
    this.#refuse = (why, column) => {
      this.#isSound = false;
      refuse(why, column);
    };
    this.#said = new RowWords(table, row, around.storedPeriods, meanings, this.#refuse);
  }

  figures(): Omit<OfficeFigure, "where" | "line">[] {
    const words = this.#said.all();
    const own = this.#said.period();
    if (!this.#isSound) return [];
    const numbers = this.#table.columns.filter(({ kind }) => NUMERIC.has(kind));
    const groups = Map.groupBy(numbers, ({ unitType = "", indicator = "", period, kind }) =>
      [unitType, kind === "registered" ? REGISTERED : indicator, period?.label ?? ""].join("|"),
    );
    const filled = [...groups.values()].filter((group) =>
      group.some(({ at, kind }) => this.#roleOf(kind, group) !== "share" && hasNumber(this.#row, at)),
    );
    if (filled.length === 0) {
      const share = numbers.find(({ kind, at }) => kind === "share" && hasNumber(this.#row, at));
      if (share !== undefined) this.#refuse(WHY.onlyShare, share.title);
      else this.#refuse(WHY.empty, numbers.find(({ kind }) => kind !== "share")?.title);
      return [];
    }
    return filled.flatMap((group) => {
      this.#isSound = true;
      const figure = this.#figure(group, own);
      return figure === undefined || !this.#isSound ? [] : [{ ...figure, ...words }];
    });
  }

  #figure(group: readonly HeaderColumn[], own: SaidPeriod | undefined) {
    const [head] = group;
    const roles = group.map(({ kind }) => this.#roleOf(kind, group));
    const isRegistered = roles[0] === "registered";
    const isOfStandard = roles.some((role) => ["numerator", "denominator", "notMet", "share"].includes(role));
    const named = isRegistered ? REGISTERED : (this.#labels.indicator ?? head?.indicator);
    const wide = this.#around.indicator;
    const indicator =
      named !== undefined &&
      (!isOfStandard || indicatorOf(named).byUnit === true || this.#labels.indicator !== undefined)
        ? named
        : isOfStandard
          ? wide !== undefined && indicatorOf(wide).byUnit === true
            ? wide
            : STANDARD
          : wide;
    if (indicator === undefined) return this.#refuse(WHY.whichIndicator);
    const numbers = this.#numbers(group, indicator);
    const period = head?.period ?? own ?? this.#around.period;
    if (period === undefined) return this.#refuse(WHY.whichPeriod);
    const place = this.#labels.place ?? HOME;
    const unitType = this.#labels.unitType ?? head?.unitType ?? this.#typeAround(indicator, place.area);
    if (indicatorOf(indicator).byUnit === true && unitType === undefined) return this.#refuse(WHY.whichUnits);
    if (!this.#isSound) return undefined;
    return { place, indicator, period, unitType, ...numbers };
  }

  /** A bare number is what the row's name says: "Số xã đạt". */
  #roleOf(kind: ColumnKind, group: readonly HeaderColumn[]): Role {
    const { role, indicator = group[0]?.indicator, unitType = group[0]?.unitType } = this.#labels;
    const isRate = indicator !== undefined && indicatorOf(indicator).kind === "rate";
    if (kind === "share" && isRate) return "value";
    if (kind !== "value") return kind as Role;
    if (role !== undefined && NUMERIC.has(role)) return role as Role;
    const has = (one: ColumnKind) => group.some((column) => column.kind === one);
    if (has("numerator") && !has("denominator") && indicator === undefined) return "denominator";
    const isBare = indicator === undefined && unitType !== undefined;
    return isBare && (this.#around.isReached || this.#isRatio(group)) ? "numerator" : "value";
  }

  #isRatio = (group: readonly HeaderColumn[]): boolean =>
    group.some(({ at }) => RATIO.test(this.#row.cells[at] ?? ""));

  /** The type of the title; of a table of communes the communes aren't what is counted. */
  #typeAround(indicator: string, area: string): string | undefined {
    if (indicatorOf(indicator).byUnit !== true) return undefined;
    const types = this.#around.unitType?.split("+") ?? [];
    const counted =
      area === HOME.area
        ? types
        : types.filter((type) => !COMMUNE_LEVEL.includes(type) && type !== "communeLevel");
    return counted.length === 0 ? undefined : counted.join("+");
  }

  #numbers(
    group: readonly HeaderColumn[],
    indicator: string,
  ): Partial<Pick<OfficeFigure, "numerator" | "denominator" | "value" | "share">> {
    const read = new Map<Role, { readonly value: string; readonly title: string }>();
    const { approx } = this.#said.spoken();
    for (const { kind, at, title } of group) {
      const role = this.#roleOf(kind, group);
      const cell = this.#row.cells[at] ?? "";
      if (read.has(role) || (cell === "" && this.#row.marks?.get(at) !== "formula")) continue;
      if (this.#table.spread.has(`${this.#row.line}:${at}`)) {
        this.#refuse(WHY.merged, title);
        continue;
      }
      const [, met, all] = role === "numerator" ? (RATIO.exec(cell) ?? []) : [];
      if (met !== undefined && all !== undefined) {
        for (const [part, raw] of [
          ["numerator", met],
          ["denominator", all],
        ] as const) {
          const number = readOfficeNumber(raw, undefined, true);
          if (number.value === undefined) this.#refuse(number.why, title);
          else read.set(part, { value: number.value, title });
        }
        continue;
      }
      const isWhole = role !== "share" && (role !== "value" || this.#around.isCounted(indicator));
      const number = readOfficeNumber(cell, this.#row.marks?.get(at), isWhole);
      // A share is only compared, so one that can't be read does no harm.
      if (number.value !== undefined) read.set(role, { value: number.value, title });
      else if (role !== "share") this.#refuse(number.why, title);
    }
    const at = (role: Role) => read.get(role)?.value;
    const registered = at("registered");
    if (registered !== undefined) return { value: registered };
    if (at("value") !== undefined && at("numerator") === undefined) return { value: at("value") };
    return this.#standard(at, read.get("denominator")?.title, approx !== undefined);
  }

  /** Reached and assessed, of which two of three numbers are enough. */
  #standard(at: (role: Role) => string | undefined, title: string | undefined, isApproximate: boolean) {
    const [met, all, missing] = [at("numerator"), at("denominator"), at("notMet")];
    const reached =
      met ?? (all !== undefined && missing !== undefined ? String(BigInt(all) - BigInt(missing)) : undefined);
    const assessed =
      all ?? (met !== undefined && missing !== undefined ? String(BigInt(met) + BigInt(missing)) : undefined);
    if (reached === undefined && this.#labels.role === "denominator" && all !== undefined)
      return { denominator: all };
    if (reached === undefined) {
      if (this.#isSound && !isApproximate) this.#refuse(all === undefined ? WHY.onlyShare : WHY.empty, title);
      return {};
    }
    if (assessed !== undefined && BigInt(reached) > BigInt(assessed))
      this.#refuse(WHY.moreThanAll(reached, assessed), title);
    if (
      met !== undefined &&
      all !== undefined &&
      missing !== undefined &&
      BigInt(met) + BigInt(missing) !== BigInt(all)
    )
      this.#refuse(WHY.partsDiffer(met, missing, all), title);
    return {
      numerator: reached,
      ...(assessed !== undefined && { denominator: assessed }),
      ...(at("share") !== undefined && { share: at("share") }),
    };
  }
}
