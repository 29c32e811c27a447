import { displayDate } from "../../../language/dates.ts";
import { fold } from "../../../language/fold.ts";
import type { SheetRow } from "../../../platform/workbook/sheet-cells.ts";
import { APPROXIMATE_NAMES, AUDIENCE_NAMES } from "../../figure-files/figure-files-wording.ts";
import { APPROXIMATIONS, type Fact } from "../../figures/fact.ts";
import { HOME, knownPlace } from "../../figures/places.ts";
import type { OfficeTable } from "./find-table.ts";
import type { ColumnKind } from "./header.ts";
import { type Meanings, periodSaid } from "./meaning.ts";
import { readOfficeDay } from "./office-day.ts";
import type { OfficeFigure, SaidPeriod } from "./office-figure.ts";
import { WHY } from "./office-wording.ts";

const TEXTS = [
  "unit",
  "asOf",
  "source",
  "url",
  "locator",
  "detail",
  "basis",
  "note",
] as const satisfies readonly (keyof Fact)[];
const FORMULA = /^\s*[=+\-@＝＋－＠](?!\d)/u;
/** Control, zero width, and what reverses the direction of reading; line breaks were taken out before. */
const HIDDEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** What a row says in words: its period, source, notes, who may see it. What can't be taken is refused with the cure. */
export class RowWords {
  readonly #table: OfficeTable;
  readonly #row: SheetRow;
  readonly #storedPeriods: ReadonlyMap<string, SaidPeriod>;
  readonly #meanings: Meanings;
  readonly #refuse: (why: string, column?: string) => void;

  constructor(
    table: OfficeTable,
    row: SheetRow,
    storedPeriods: ReadonlyMap<string, SaidPeriod>,
    meanings: Meanings,
    refuse: (why: string, column?: string) => void,
  ) {
    this.#table = table;
    this.#row = row;
    this.#storedPeriods = storedPeriods;
    this.#meanings = meanings;
    this.#refuse = refuse;
  }

  #cell(kind: ColumnKind): { text: string; title: string } | undefined {
    const column = this.#table.columns.find((one) => one.kind === kind);
    const text = column === undefined ? "" : (this.#row.cells[column.at] ?? "");
    return column === undefined || text.trim() === ""
      ? undefined
      : { text: text.trim(), title: column.title };
  }

  /** The period of the row's own columns. */
  period(): SaidPeriod | undefined {
    const said = this.#cell("period");
    const [start, end] = [this.#day("start"), this.#day("end")];
    if (said === undefined) return undefined;
    const stored = this.#storedPeriods.get(fold(said.text));
    const read = periodSaid(said.text, this.#meanings);
    const label = /\p{L}/u.test(said.text)
      ? said.text.charAt(0).toLocaleLowerCase("vi") + said.text.slice(1)
      : read?.label;
    if (start !== undefined && end !== undefined) return { start, end, label: label ?? said.text };
    if (stored !== undefined) return stored;
    if (read === undefined || label === undefined) {
      this.#refuse(WHY.badPeriod(said.text), said.title);
      return undefined;
    }
    return { start: read.start, end: read.end, label: read.label };
  }

  #day(kind: "start" | "end"): string | undefined {
    const said = this.#cell(kind);
    if (said === undefined) return undefined;
    const day = readOfficeDay(said.text);
    if (day === undefined) this.#refuse(WHY.badDay(said.text), said.title);
    return day;
  }

  spoken(): Pick<OfficeFigure, "approx" | "audience"> {
    const [said, seen] = [this.#cell("approx"), this.#cell("audience")];
    const approx = APPROXIMATIONS.find(
      (one) => said !== undefined && (fold(APPROXIMATE_NAMES[one]) === fold(said.text) || one === said.text),
    );
    const audience = (["public", "internal"] as const).find(
      (one) => seen !== undefined && (fold(AUDIENCE_NAMES[one]) === fold(seen.text) || one === seen.text),
    );
    if (said !== undefined && approx === undefined && fold(said.text) !== "chinh xac")
      this.#refuse(WHY.badApproximate(said.text), said.title);
    if (seen !== undefined && audience === undefined) this.#refuse(WHY.badAudience(seen.text), seen.title);
    return { ...(approx !== undefined && { approx }), ...(audience !== undefined && { audience }) };
  }

  /** The texts of the row, checked for what a spreadsheet would run and for letters that nobody sees. */
  all(): Partial<OfficeFigure> {
    const said: Record<string, string> = {};
    for (const kind of TEXTS) {
      const cell = this.#cell(kind);
      if (cell === undefined) continue;
      const text = cell.text.replace(/\s*\r?\n\s*/gu, " ").normalize("NFC");
      if (HIDDEN.test(text) || !text.isWellFormed()) this.#refuse(WHY.hidden, cell.title);
      else if (FORMULA.test(text)) this.#refuse(WHY.formula(text.charAt(0)), cell.title);
      else said[kind] = kind === "asOf" ? displayDate(readOfficeDay(text) ?? text) : text;
    }
    const province = this.#cell("province")?.text;
    const place = province === undefined ? undefined : this.#elsewhere(province);
    return { ...said, ...this.spoken(), ...(place !== undefined && { place }) };
  }

  /** A place of another province than the home one. */
  #elsewhere(province: string): OfficeFigure["place"] | undefined {
    if (fold(province) === fold(HOME.province)) return undefined;
    const area = this.#cell("area");
    const place = knownPlace({ province, area: area?.text ?? province });
    if (place === undefined) this.#refuse(WHY.noPlace(area?.text ?? province), area?.title);
    return place;
  }
}
