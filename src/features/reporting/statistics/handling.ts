import type { CaseFigure } from "../book/case-figures.ts";
import { LANES } from "../deadlines/deadlines.ts";
import type { ReportState } from "../report.ts";

/**
 * A row of a commune with fewer reports isn't shown by itself: who lives there could guess who reported. Such communes are
 * put together until they are at least so many.
 */
export const FEWEST = 5;

/** As handlers know them: the urgent first. */
const LANE_ORDER = Object.keys(LANES);

/** So many cases of so many. */
export interface Share {
  readonly n: number;
  readonly of: number;
}

/** How some cases were handled. */
export interface Handling {
  readonly received: number;
  readonly open: number;
  /** Taken on in time, of those where that is known. */
  readonly accepted: Share;
  /** Closed in time, of those that were closed; a merged one is handled with the other. */
  readonly handled: Share;
  /** Minutes from receipt to closing; null where too few were closed to show it. */
  readonly median: number | null;
}

export interface Group extends Handling {
  readonly name: string;
}

/** How the cases of a period were handled, in all and by what they have in common. */
export interface HandlingReport {
  readonly all: Handling;
  readonly byMonth: readonly Group[];
  /** Names are lanes. */
  readonly byLane: readonly Group[];
  /** Names are communes, then `SMALL` and `NOWHERE`. */
  readonly byCommune: readonly Group[];
  readonly byOutcome: readonly { readonly outcome: ReportState | "open"; readonly n: number }[];
}

/** The communes that were put together, and the cases without one. */
export const SMALL = "các xã, phường ít tin (gộp)";
export const NOWHERE = "không rõ xã, phường";

export function handlingReport(figures: readonly CaseFigure[]): HandlingReport {
  return {
    all: handlingOf(figures),
    byMonth: groups(figures, ({ month }) => month).sort((a, b) => a.name.localeCompare(b.name)),
    byLane: groups(figures, ({ lane }) => lane).sort(
      (a, b) => LANE_ORDER.indexOf(a.name) - LANE_ORDER.indexOf(b.name),
    ),
    byCommune: byCommune(figures),
    byOutcome: [...Map.groupBy(figures, ({ outcome }) => outcome ?? "open")].map(([outcome, some]) => ({
      outcome,
      n: some.length,
    })),
  };
}

function handlingOf(figures: readonly CaseFigure[]): Handling {
  const taken = figures.filter(({ acceptedInTime }) => acceptedInTime !== null);
  const closed = figures.filter(({ outcome }) => outcome !== null && outcome !== "duplicate");
  const minutes = closed.flatMap(({ handledMinutes }) => handledMinutes ?? []);
  return {
    received: figures.length,
    open: figures.filter(({ outcome }) => outcome === null).length,
    accepted: { n: taken.filter(({ acceptedInTime }) => acceptedInTime).length, of: taken.length },
    handled: { n: closed.filter(({ handledInTime }) => handledInTime).length, of: closed.length },
    median: minutes.length < FEWEST ? null : medianOf(minutes),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = sorted.slice(Math.ceil(sorted.length / 2) - 1, middle + 1);
  return sorted.length % 2 === 1 ? low : (low + high) / 2;
}

const groups = (figures: readonly CaseFigure[], nameOf: (figure: CaseFigure) => string): Group[] =>
  [...Map.groupBy(figures, nameOf)].map(([name, some]) => ({ name, ...handlingOf(some) }));

/** Most reports first. A group of small ones that is too small takes the next smallest: no difference gives one away. */
function byCommune(figures: readonly CaseFigure[]): Group[] {
  const named = [
    ...Map.groupBy(
      figures.filter(({ commune }) => commune !== null),
      ({ commune }) => commune ?? "",
    ),
  ].sort(([a, one], [b, other]) => other.length - one.length || a.localeCompare(b, "vi"));
  const small: CaseFigure[] = [];
  while (named.length > 0) {
    const count = named.at(-1)?.[1].length ?? 0;
    if (count >= FEWEST && (small.length === 0 || small.length >= FEWEST)) break;
    small.push(...(named.pop()?.[1] ?? []));
  }
  const nowhere = figures.filter(({ commune }) => commune === null);
  // Still too few: they go with those of which nobody knows where.
  const isTooFew = small.length > 0 && small.length < FEWEST;
  const rest = isTooFew ? [...small, ...nowhere] : nowhere;
  return [
    ...named.map(([name, some]) => ({ name, ...handlingOf(some) })),
    ...(small.length === 0 || isTooFew ? [] : [{ name: SMALL, ...handlingOf(small) }]),
    ...(rest.length === 0
      ? []
      : [{ name: isTooFew ? `${SMALL}, ${NOWHERE}` : NOWHERE, ...handlingOf(rest) }]),
  ];
}
