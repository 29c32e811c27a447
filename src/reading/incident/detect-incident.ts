import type { Act } from "../../reader/names/act.ts";
import type { DangerKind } from "../../reader/names/danger.ts";
import type { IncidentId } from "../../reader/names/incident.ts";
import { chanceOf, type Likely, oddsOf, weighed } from "../../reader/names/likely.ts";
import ofDangers from "./of-dangers.json" with { type: "json" };

/** What the learned reading must say before an incident is looked for. */
interface Learned {
  readonly acts: readonly Likely<Act>[];
  readonly incidents: readonly Likely<IncidentId>[];
  readonly danger: number;
  readonly kinds: readonly Likely<DangerKind>[];
}

type Telling = Pick<Learned, "acts" | "incidents">;

/** From here on something is told: on batches that the reader hadn't seen, of ten such messages eight tell. */
const TOLD = 0.42;
/** A bare topic is no telling, however sure its kind is. */
const LEAST_TELL = 0.22;
/** Beyond these odds a kind says no more of whether it is told. */
const MOST_OF_KIND = 4;
/** From here on it may be: enough to keep the words out of what officials read. */
const MAYBE_TOLD = 0.15;
/** Below this the general advice is better than that on one kind: of those above, seven of ten are right. */
const KNOWN = 0.5;

/** The incident that comes closest to a danger. */
const OF_DANGERS: Readonly<Partial<Record<DangerKind, IncidentId>>> = ofDangers as Partial<
  Record<DangerKind, IncidentId>
>;

/** The kind of wrong that a danger may be; null where it is none, as a stroke. */
export const incidentOf = (kind: DangerKind): IncidentId | null => OF_DANGERS[kind] ?? null;

/** True where the message reports an event; false where it asks about rules or only names a topic. */
export const tellsOfIncident = (learned: Telling): boolean =>
  chanceOfTelling(learned) >= TOLD && chanceOf(learned.acts, "tell", "danger") >= LEAST_TELL;

/** True where the message may be about an event here and to someone. */
export const mayTell = (learned: Telling): boolean => chanceOfTelling(learned) >= MAYBE_TOLD;

/** A danger that sounds no alarm is told too. */
const chanceOfTelling = ({ acts, incidents }: Telling): number =>
  weighed(
    -0.32,
    [0.46, oddsOf(chanceOf(acts, "tell"))],
    [0.09, oddsOf(chanceOf(acts, "tell", "danger"))],
    [0.29, oddsOf(incidents[0]?.p ?? 0, MOST_OF_KIND)],
  );

/** The incident that the words name, in any form: for the text after "/baocao"; null where that isn't clear. */
export function categoryOf({ incidents, danger, kinds }: Learned): IncidentId | null {
  const chances = new Map(incidents.map(({ is, p }) => [is, p * (1 - danger)] as const));
  // A stroke or a flood is no wrong: what they are read for counts against every kind of one.
  const ofNone = kinds.reduce((sum, { is, p }) => (OF_DANGERS[is] === undefined ? sum + p * danger : sum), 0);
  for (const { is, p } of kinds) {
    const incident = OF_DANGERS[is];
    if (incident !== undefined) chances.set(incident, (chances.get(incident) ?? 0) + p * danger);
  }
  const all = [...chances.values()].reduce((sum, chance) => sum + chance, ofNone);
  const [likeliest] = [...chances].sort((one, other) => other[1] - one[1]);
  return likeliest !== undefined && likeliest[1] >= KNOWN * all ? likeliest[0] : null;
}
