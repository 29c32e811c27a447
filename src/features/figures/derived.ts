import type { Reply } from "../../messaging/reply.ts";
import { source, strong, text } from "../../messaging/reply.ts";
import {
  absolute,
  ceiling,
  compare,
  isZero,
  multiply,
  percent,
  percentChange,
  subtract,
} from "./arithmetic.ts";
import {
  caveatBlocks,
  caveatsOf,
  missingOf,
  placeName,
  sources,
  writeMeasure,
  writeNamed,
} from "./describe.ts";
import type { Fact } from "./fact.ts";
import type { FigureQuery } from "./figure-query.ts";
import { WORDING } from "./figures-wording.ts";
import { indicatorOf } from "./indicators.ts";
import { measureCells, measureFact } from "./measure.ts";
import type { FigureRequest } from "./parse/figure-request.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { parseRational, rational } from "./rational.ts";
import { OLD_RULE } from "./safety-standard.ts";

/** A figure that must be computed, because the source gives only the result and the higher value: 52 − 37 = 15. */
export function differenceReply(
  query: FigureQuery,
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): Reply | undefined {
  const [asked = ""] = query.indicators;
  const { difference, title } = indicatorOf(asked);
  if (difference === undefined || query.indicators.length > 1) return undefined;
  const pick = (indicator: string) =>
    measureCells({ ...query, indicators: [indicator], operation: "figure" }, facts)
      .flatMap((cell) => cell.measures)
      .at(0);
  const [over, share] = [pick(difference.minus), pick(difference.share)];
  const reachedFact = facts.find(
    (f) =>
      over !== undefined &&
      f.indicator === difference.from &&
      f.url === over.facts[0]?.url &&
      f.period === over.period,
  );
  if (over?.count === undefined || share?.count === undefined || reachedFact === undefined) return undefined;
  const reached = measureFact(reachedFact, "exact");
  if (reached.count === undefined) return undefined;
  const used = [reached, over, share];
  const sum = `${writer.number(reached.count)} − ${writer.number(over.count)}`;
  return {
    blocks: [
      strong(WORDING.target(`${writer.number(subtract(reached.count, over.count))} ${over.unit}`, sum)),
      text(WORDING.isAbout(title, placeName(over.place), over.period)),
      text(
        WORDING.targetHow(
          writeMeasure(over, writer),
          writeMeasure(reached, writer),
          writeMeasure(share, writer),
        ),
      ),
      ...caveatBlocks(caveatsOf([reached], writer).first),
      ...sources(used, writer),
    ],
  };
}

/** Of which periods the figures of a source are. */
export function periodReply(facts: readonly Fact[], writer: ProvenanceWriter): Reply {
  const told = facts.map((fact) => measureFact(fact, "exact"));
  const periods = new Set(facts.map(({ period }) => writer.quote(period)));
  return { blocks: [strong(WORDING.periodOf([...periods].join("; "))), ...sources(told, writer)] };
}

/** What has a number that the person met with: as it is stored, of those reached, assessed or missing. */
export function numberReply(
  { value, periods, place }: Extract<FigureRequest, { kind: "numberOf" }>,
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): { reply: Reply; empty?: true } {
  const number = parseRational(value);
  const isIn = ({ area, start = "", end = "" }: Fact) =>
    area === place.area && periods.some((period) => start <= period.end && end >= period.start);
  const found = facts.filter(isIn).flatMap((fact) => {
    const measure = measureFact(fact, "exact");
    const { count, whole } = measure;
    const parts = [count, whole, missingOf(measure)].flatMap((part) => part ?? []);
    return count !== undefined && parts.some((part) => compare(part, number) === 0) ? [measure] : [];
  });
  const written = writer.number(number);
  if (found.length === 0) {
    const when = writer.quote(periods.map(({ label }) => label).join(", "));
    return { reply: { blocks: [strong(WORDING.noSuchNumber(written, when))] }, empty: true };
  }
  return {
    reply: {
      blocks: [
        strong(WORDING.numberIs(written, found.map((measure) => writeNamed(measure, writer)).join("\n"))),
        ...caveatBlocks(caveatsOf(found, writer).first),
        ...sources(found, writer),
      ],
    },
  };
}

/** How far apart two numbers of the person's own are: arithmetic, no figure. */
export function ownNumbersReply(from: string, to: string, writer: ProvenanceWriter): Reply {
  const [a, b] = [parseRational(from), parseRational(to)];
  const by = writer.number(absolute(subtract(b, a)));
  const change = isZero(a) ? undefined : writer.percent(absolute(percentChange(a, b)));
  const head = WORDING.ownChange(writer.number(a), writer.number(b), by, compare(b, a) > 0, change);
  return { blocks: [strong(head), text(WORDING.ownNumbers)] };
}

export function oldRuleReply(total: number, met: number | undefined, writer: ProvenanceWriter): Reply {
  for (const words of [WORDING.oldRuleEnded, WORDING.oldRuleSource, WORDING.oldRuleHow("", "", "")])
    writer.quote(words);
  const exact = multiply(rational(OLD_RULE.share, 100), rational(total));
  const least = writer.number(rational(ceiling(exact)));
  const written = writer.number(rational(total));
  const share = met === undefined ? undefined : percent(rational(met), rational(total));
  const check =
    met === undefined || share === undefined
      ? []
      : [
          strong(
            WORDING.oldRuleCheck(
              writer.number(rational(met)),
              written,
              writer.percent(share),
              compare(share, rational(OLD_RULE.share)) >= 0,
            ),
          ),
        ];
  writer.ratio(rational(met ?? total), rational(total));
  return {
    blocks: [
      ...check,
      strong(WORDING.oldRuleNeed(written, least)),
      text(WORDING.oldRuleHow(written, writer.number(exact), least)),
      text(WORDING.oldRuleEnded),
      source(WORDING.oldRuleSource),
    ],
  };
}
