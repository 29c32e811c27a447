import { type Block, strong } from "../../messaging/reply.ts";
import { absolute, compare, subtract } from "./arithmetic.ts";
import { writeMeasure } from "./describe.ts";
import { type FigureQuery, ranks } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { type Measure, shareOf } from "./measure.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import type { Rational } from "./rational.ts";
import { unitName } from "./units.ts";

/** One type in both periods, and by how many points its share changed. */
interface Change {
  readonly earlier: Measure;
  readonly later: Measure;
  readonly by: Rational;
}

/**
 * "loại nào tăng nhiều nhất so với 2022": the types by the change of their shares between two periods, which also holds
 * where the units were cut anew. Empty where the question isn't of that kind.
 */
export function changeBlocks(
  query: FigureQuery,
  main: readonly Measure[],
  writer: ProvenanceWriter,
): Block[] {
  if (!ranks(query.operation) || query.choice !== undefined || query.notMet || query.periods.length !== 2)
    return [];
  const byType = Map.groupBy(
    main,
    ({ unitType, indicator, place }) => `${unitType}|${indicator}|${place.area}`,
  );
  const changes = [...byType.values()].flatMap((own) => changeOf(own));
  if (changes.length < 2) return [];
  const isUp = query.operation !== "lowest";
  const sorted = changes.toSorted((a, b) => compare(b.by, a.by) * (isUp ? 1 : -1));
  const points = ({ by }: Change) =>
    by.num === 0n
      ? WORDING.unchanged
      : `${WORDING.change(writer.points(absolute(by)), by.num > 0n)} ${WORDING.points}`;
  const most = sorted.filter((one) => sorted[0] !== undefined && compare(one.by, sorted[0].by) === 0);
  const isSo = sorted[0] !== undefined && (isUp ? sorted[0].by.num > 0n : sorted[0].by.num < 0n);
  const names = most.map(({ later }) => unitName(later.unitType)).join(", ");
  const [said, none] = isUp ? [WORDING.roseMost, WORDING.noneRose] : [WORDING.fellMost, WORDING.noneFell];
  const top = sorted[0];
  return [
    strong(
      isSo && top !== undefined
        ? said(names, writer.quote(`${writer.points(absolute(top.by))} ${WORDING.points}`))
        : none,
    ),
    {
      kind: "table",
      header: [WORDING.headers.unit, WORDING.headers.value],
      rows: sorted.map((one) => [
        upperFirst(unitName(one.later.unitType)),
        WORDING.fromTo(points(one), writeMeasure(one.earlier, writer), writeMeasure(one.later, writer)),
      ]),
    },
  ];
}

function changeOf(own: readonly Measure[]): Change[] {
  const [earlier, later] = own.toSorted((a, b) =>
    (a.facts[0]?.start ?? "").localeCompare(b.facts[0]?.start ?? ""),
  );
  if (own.length !== 2 || earlier === undefined || later === undefined) return [];
  const [from, to] = [shareOf(earlier), shareOf(later)];
  return from === undefined || to === undefined ? [] : [{ earlier, later, by: subtract(to, from) }];
}
