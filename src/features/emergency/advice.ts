import { withLaws } from "../../language/laws.ts";
import type { CallNumber } from "../../messaging/reply.ts";
import { type DangerKind, type EmergencyNumber, NUMBERS_OF } from "../../reader/names/danger.ts";
import medical from "./advice/medical.json" with { type: "json" };
import people from "./advice/people.json" with { type: "json" };
import rescue from "./advice/rescue.json" with { type: "json" };
import sources from "./advice/sources.json" with { type: "json" };

/** What is said of one kind of danger. `advice-rules.test.ts` says what each must and must never say. */
export interface DangerAdvice {
  /** In the order in which to call; further numbers of the message follow them. */
  readonly numbers: readonly EmergencyNumber[];
  /** Replaces the usual first line, and must begin with whom to call. */
  readonly lead?: string;
  /** What saves a life first. Short words: it is read in fright, on a small screen, by whoever is near. */
  readonly steps: readonly string[];
  /** What will be asked on the phone. */
  readonly tell: string;
  /** Who can't do as the usual last line says: somebody hiding, or outside the country. */
  readonly closing?: "silent" | "abroad";
  /** Numbers besides those of emergencies that one tap calls. */
  readonly calls?: readonly CallNumber[];
  /** The names of the sources of the steps, in one line. */
  readonly source: string;
  /** The steps also answer "what to do when …", asked by somebody to whom nothing has happened. */
  readonly firstAid: boolean;
}

/** A row of the data files: its sources are names in `sources.json`. */
type AdviceRow = Omit<DangerAdvice, "source" | "firstAid" | "numbers"> & {
  readonly sources: readonly string[];
  readonly firstAid?: boolean;
};

const SOURCES: Readonly<Record<string, { readonly text: string }>> = sources;
const ROWS = { ...rescue, ...medical, ...people } as Readonly<Record<DangerKind, AdviceRow>>;

const ADVICE = new Map(
  Object.entries(ROWS).map(([kind, row]) => [kind, adviceFrom(kind as DangerKind, row)]),
);

function adviceFrom(kind: DangerKind, { sources: ids, firstAid = false, ...row }: AdviceRow): DangerAdvice {
  return { ...row, numbers: NUMBERS_OF[kind], firstAid, source: sourcesOf(ids) };
}

/** The sources of these names in `sources.json`, in one line. Throws where there is none of a name. */
export function sourcesOf(ids: readonly string[]): string {
  return ids.map(sourceOf).join("; ");
}

function sourceOf(id: string): string {
  const source = SOURCES[id];
  if (source === undefined) throw new Error(`advice/sources.json has no source ${id}`);
  return withLaws(source.text);
}

/** The advice on a kind of danger. */
export const adviceOn = (kind: DangerKind): DangerAdvice => ADVICE.get(kind) as DangerAdvice;
