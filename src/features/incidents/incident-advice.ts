import { withLaws } from "../../language/laws.ts";
import type { IncidentId } from "../../reader/names/incident.ts";
import json from "./incident-advice.json" with { type: "json" };

/** The source of advice. */
export interface AdviceSource {
  readonly text: string;
  readonly url?: string;
}

/** The advice for a person who reports an incident. */
export interface IncidentAdvice {
  /** The most useful thing to do, first. */
  readonly lead: string;
  readonly steps: readonly string[];
  /** Whom to tell, in this order. */
  readonly tell: string;
  /** What to have ready for that. */
  readonly note: string;
  readonly sources: readonly AdviceSource[];
  /** A complaint has its own procedure: the usual channels don't apply. */
  readonly ownWay?: boolean;
  /** Where the one who does it is of the teller's own family they look for help: the knowledge answers. */
  readonly kinIsHelped?: boolean;
}

/** A row of the data file: "{usual}" in `tell` is one of its `ways`, "{fireworks}" in a source is a law. */
type AdviceRow = Omit<IncidentAdvice, "sources"> & { readonly sources: readonly string[] };
/** Who tells of it, where that isn't the one who was wronged: whoever did it, or only saw it, needs other words. */
export type Teller = "doer" | "seen";
type AdviceRows = AdviceRow & Readonly<Partial<Record<Teller, Partial<AdviceRow>>>>;

const WAYS: Readonly<Record<string, string>> = json.ways;
const SOURCES: Readonly<Record<string, AdviceSource>> = json.sources;
const ROWS: Readonly<Record<IncidentId, AdviceRows>> = json.advice;

/** A step that is good to know besides: for whoever did it, and where somebody under eighteen is in it. */
export const BESIDES: Readonly<Record<"doer" | "child", string>> = json.besides;

/** The full text of a way of reporting, such as "usual". */
export const wayOf = (id: string): string => withWays(`{${id}}`);

const withWays = (text: string): string =>
  text.replace(/\{(\w+)\}/gu, (reference, id: string) => {
    if (WAYS[id] === undefined) throw new Error(`incident-advice.json has no way ${reference}`);
    return withWays(WAYS[id]);
  });

const readable = (row: AdviceRow): IncidentAdvice => ({
  ...row,
  tell: withWays(row.tell),
  sources: row.sources.map(sourceOf),
});

const ADVICE = new Map<string, IncidentAdvice & Readonly<Partial<Record<Teller, IncidentAdvice>>>>(
  Object.entries(ROWS).map(([id, { doer, seen, ...row }]) => [
    id,
    {
      ...readable(row),
      ...(doer !== undefined && { doer: readable({ ...row, ...doer }) }),
      ...(seen !== undefined && { seen: readable({ ...row, ...seen }) }),
    },
  ]),
);

function sourceOf(id: string): AdviceSource {
  const source = SOURCES[id];
  if (source === undefined) throw new Error(`incident-advice.json has no source ${id}`);
  return { ...source, text: withLaws(source.text) };
}

/** The advice on an incident, in the words for who tells of it where there are such. */
export function adviceOf(id: IncidentId, teller?: Teller): IncidentAdvice {
  const advice = ADVICE.get(id) as IncidentAdvice & Readonly<Partial<Record<Teller, IncidentAdvice>>>;
  return (teller === undefined ? undefined : advice[teller]) ?? advice;
}

/** True where the advice has words of its own for whoever did it. */
export const speaksToDoer = (id: IncidentId): boolean => ROWS[id].doer !== undefined;
