import type { Fact } from "../figures/fact.ts";
import { COLUMNS, contradicts, parseFigureRows, type RefusedRow } from "../figures/load.ts";
import { COMMUNES, PROVINCES, WARDS } from "../figures/places.ts";
import type { SheetRow } from "./read-file.ts";

/** One figure that the file would add or change. `before` is what people are told now. */
export interface Change {
  readonly before: Fact | null;
  readonly after: Fact;
}

export interface Preview {
  readonly fresh: readonly Fact[];
  readonly changed: readonly Change[];
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
}

export type Columns =
  | { readonly kind: "ok"; readonly rows: readonly SheetRow[] }
  | { readonly kind: "wrong"; readonly missing: readonly string[]; readonly unknown: readonly string[] };

const OPTIONAL: ReadonlySet<string> = new Set([
  "start",
  "end",
  "unit_type",
  "detail",
  "basis",
  "numerator",
  "denominator",
  "value",
  "approx",
  "locator",
  "note",
]);

/** Brings the columns into the store's order; those that may be empty may be missing. */
export function arrange([header, ...body]: readonly SheetRow[]): Columns {
  const names = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const wanted = COLUMNS.map(([column]) => column);
  const missing = wanted.filter((column) => !names.includes(column) && !OPTIONAL.has(column));
  const unknown = names.filter((name) => !wanted.includes(name));
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  if (missing.length > 0 || unknown.length > 0 || twice.length > 0)
    return { kind: "wrong", missing, unknown: [...unknown, ...twice] };
  const places = wanted.map((column) => names.indexOf(column));
  const rows = body.map(({ line, cells }) => ({
    line,
    cells: places.map((place) => (place === -1 ? "" : (cells[place] ?? ""))),
  }));
  return { kind: "ok", rows };
}

/** What a file's rows would do to the figures that are told now. Nothing is ever deleted by a file. */
export function preview(name: string, rows: readonly SheetRow[], now: readonly Fact[]): Preview {
  const { placed, refused: bad } = parseFigureRows(rows.map((row) => ({ file: name, ...row })));
  const refused: RefusedRow[] = [...bad];
  const known = new Map(now.map((fact) => [fact.id, fact]));
  const fresh: Fact[] = [];
  const changed: Change[] = [];
  let unchanged = 0;
  for (const { fact, line } of placed) {
    const why = unknownPlace(fact) ?? rivalOf(fact, now);
    const before = known.get(fact.id);
    if (why !== null) refused.push({ file: name, line, ...why });
    else if (before === undefined) fresh.push(fact);
    else if (sameFact(before, fact)) unchanged += 1;
    else changed.push({ before, after: fact });
  }
  return { fresh, changed, unchanged, refused: refused.sort((a, b) => a.line - b.line) };
}

type Why = Pick<RefusedRow, "column" | "why"> | null;

/** A province of Vietnam, and in Lạng Sơn of today one of its communes and wards. */
function unknownPlace({ province, area, level, territory }: Fact): Why {
  if (level === "nation") return null;
  if (!PROVINCES.includes(province))
    return { column: "province", why: `không có tỉnh “${province}” trong danh sách` };
  const mustBeKnown = level === "commune" && territory === "after" && province === "Lạng Sơn";
  const bare = area.replace(/^(?:xã|phường) /iu, "");
  const isKnown = COMMUNES.includes(bare) || WARDS.includes(bare);
  return mustBeKnown && !isKnown
    ? { column: "area", why: `“${area}” không có trong 65 xã, phường của Lạng Sơn từ 01/07/2025` }
    : null;
}

/** Another row of the same source that says otherwise, or the same under another id. */
function rivalOf(fact: Fact, now: readonly Fact[]): Why {
  for (const other of now) {
    if (other.id === fact.id) continue;
    const verdict = contradicts(fact, other);
    if (verdict === "same") return { column: "id", why: `đã có số này với mã ${other.id}` };
    if (verdict === "contradiction")
      return { why: `mâu thuẫn với ${other.id} đang dùng: cùng nguồn mà khác số` };
  }
  return null;
}

const sameFact = (a: Fact, b: Fact): boolean => canonical(a) === canonical(b);
const canonical = (fact: Fact): string =>
  JSON.stringify(Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1)));
