import { fold } from "../../../language/fold.ts";
import type { KnowledgeThread } from "../knowledge-thread.ts";

/** A number that a question supposes: "13 tuổi", "ở 10 ngày". */
export type Condition = NonNullable<KnowledgeThread["supposed"]>;

/** What is counted in conditions of a rule, as people type it without marks. */
const UNITS = ["tuoi", "ngay", "thang", "nam", "nguoi", "lan", "gio", "lit", "kg", "met"] as const;
const UNIT = UNITS.join("|");
const SUPPOSED = new RegExp(String.raw`(?<![\d.,])(\d{1,3})\s*(${UNIT}|t)(?![a-z])`, "u");

/** The only number with its unit that is supposed; null where none is, or several. */
export function conditionOf(question: string): Condition | null {
  const folded = fold(question.toLowerCase());
  const match = SUPPOSED.exec(folded);
  if (match === null || folded.replace(match[0], "").match(/\d/u) !== null) return null;
  return { number: Number(match[1]), unit: match[2] === "t" ? "tuoi" : (match[2] ?? "") };
}

const N = String.raw`(\d{1,3})(?![\d.,]*\d)(?:\s*(?:${UNIT}))?`;
/** No number of money or share: "từ 2 triệu", "trên 100%". */
const NO_SUM = String.raw`(?!\s*(?:trieu|nghin|dong|ty|%))`;
/** How rules write where something holds, with the bounds that each names; the longest forms first. */
const RANGES: readonly (readonly [RegExp, (numbers: readonly number[]) => readonly [number, number]])[] = [
  [
    new RegExp(String.raw`${N}\s*(?:den|toi|-|–)\s*(?:duoi )?${N}${NO_SUM}`, "gu"),
    ([from = 0, to = 0]) => [from, to],
  ],
  [new RegExp(`(?:duoi|chua den|chua du) ${N}${NO_SUM}`, "gu"), ([to = 0]) => [0, to]],
  [
    new RegExp(String.raw`(?:tu|tren|qua|du)(?: du)? ${N}${NO_SUM}(?!\s*(?:den|toi|-|–))`, "gu"),
    ([from = 0]) => [from, Number.POSITIVE_INFINITY],
  ],
];

/**
 * The lines of a rule that hold for what the question supposes: of "Dưới 14 tuổi: nhắc nhở. Từ đủ 16: phạt tiền." the first for
 * "13 tuổi". None where the rule doesn't count in that unit.
 */
export function holdingFor(lines: readonly string[], { number, unit }: Condition): readonly string[] {
  const folded = lines.map((line) => fold(line.toLowerCase()));
  if (!folded.some((line) => new RegExp(String.raw`\b${unit}\b`, "u").test(line))) return [];
  return lines.filter((_, at) =>
    boundsIn(folded[at] ?? "", unit).some(([from, to]) => from <= number && number < to),
  );
}

/**
 * Whether a heading holds for what is supposed; null where it names no bounds in that unit.
 * @example holdsIn("Trẻ dưới 6 tuổi làm căn cước được không?", { number: 6, unit: "tuoi" }) // false
 */
export function holdsIn(heading: string, { number, unit }: Condition): boolean | null {
  const folded = fold(heading.toLowerCase());
  if (!new RegExp(String.raw`\b${unit}\b`, "u").test(folded)) return null;
  const bounds = boundsIn(folded, unit);
  if (bounds.length > 0) return bounds.some(([from, to]) => from <= number && number < to);
  const only = conditionOf(heading);
  return only?.unit === unit ? only.number === number : null;
}

function boundsIn(line: string, unit: string): (readonly [number, number])[] {
  const bounds: (readonly [number, number])[] = [];
  let rest = line;
  for (const [range, read] of RANGES) {
    for (const match of rest.matchAll(range)) {
      const other = UNITS.some((one) => one !== unit && match[0].includes(` ${one}`));
      if (!other) bounds.push(read(match.slice(1).map(Number)));
    }
    rest = rest.replace(range, " ");
  }
  return bounds;
}
