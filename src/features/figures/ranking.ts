import { type Block, strong, text } from "../../messaging/reply.ts";
import { compare, subtract } from "./arithmetic.ts";
import { distinction } from "./compare.ts";
import { missingAlso, writeMeasure } from "./describe.ts";
import type { FigureQuery } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { type Measure, shareOf } from "./measure.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import type { Rational } from "./rational.ts";
import { unitName } from "./units.ts";

/** The measures in the order of their share (or count), the highest and lowest named first. */
export function rankingBlocks(
  measures: readonly Measure[],
  order: "lowest" | "highest" | "ranking",
  { wants, missingToo }: Pick<FigureQuery, "wants" | "missingToo">,
  writer: ProvenanceWriter,
): Block[] {
  const shares = wants !== "count" && measures.every((m) => shareOf(m) !== undefined);
  const key = (m: Measure) => (shares ? shareOf(m) : m.count);
  const sorted = measures
    .filter((m) => key(m) !== undefined)
    .toSorted((a, b) => compare(key(b) as Rational, key(a) as Rational));
  const end = order === "lowest" ? sorted.at(-1) : sorted[0];
  if (end === undefined) return [];
  const tell = (last: Measure, words: (name: string, value: string) => string) => {
    const tied = sorted.filter((m) => compare(key(m) as Rational, key(last) as Rational) === 0);
    return words(tied.map((m) => distinction(m, measures)).join(", "), writeMeasure(last, writer));
  };
  const bottom = sorted.at(-1) ?? end;
  const head =
    order === "ranking"
      ? `${tell(end, WORDING.highest)}\n${tell(bottom, WORDING.lowest)}`
      : tell(end, order === "lowest" ? WORDING.lowest : WORDING.highest);
  const alike = new Set(sorted.map((m) => m.unitType)).size === 1;
  const shown = order === "lowest" ? sorted.toReversed() : sorted;
  const [top, low] = [key(end), key(bottom)];
  const span =
    order === "ranking" && shares && top !== undefined && low !== undefined
      ? [text(WORDING.apart(writer.points(subtract(top, low))))]
      : [];
  return [
    strong(head),
    ...span,
    {
      kind: "table",
      header: [WORDING.headers.unit, WORDING.headers.value],
      rows: shown.map((m) => [
        upperFirst(alike || m.unitType === "" ? distinction(m, measures) : unitName(m.unitType)),
        `${writeMeasure(m, writer)}${missingToo === true ? missingAlso(m, writer) : ""}`,
      ]),
    },
  ];
}
