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

const WAYS: Readonly<Record<string, string>> = json.ways;
const SOURCES: Readonly<Record<string, AdviceSource>> = json.sources;
const ROWS: Readonly<Record<IncidentId, AdviceRow>> = json.advice;

/** A step that is good to know besides: for whoever did it, and where somebody under eighteen is in it. */
export const BESIDES: Readonly<Record<"doer" | "child", string>> = json.besides;

/** The full text of a way of reporting, such as "usual". */
export const wayOf = (id: string): string => withWays(`{${id}}`);

const withWays = (text: string): string =>
  text.replace(/\{(\w+)\}/gu, (reference, id: string) => {
    if (WAYS[id] === undefined) throw new Error(`incident-advice.json has no way ${reference}`);
    return withWays(WAYS[id]);
  });

const ADVICE = new Map<string, IncidentAdvice>(
  Object.entries(ROWS).map(([id, row]) => [
    id,
    { ...row, tell: withWays(row.tell), sources: row.sources.map(sourceOf) },
  ]),
);

function sourceOf(id: string): AdviceSource {
  const source = SOURCES[id];
  if (source === undefined) throw new Error(`incident-advice.json has no source ${id}`);
  return { ...source, text: withLaws(source.text) };
}

/** The advice on an incident. */
export const adviceOf = (id: IncidentId): IncidentAdvice => ADVICE.get(id) as IncidentAdvice;
