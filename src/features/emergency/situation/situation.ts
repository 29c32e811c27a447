import type { Voice } from "../../../reader/names/act.ts";
import { type DangerKind, type EmergencyNumber, NUMBERS_OF } from "../../../reader/names/danger.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { LearnedReading } from "../../../reader/read-by.ts";
import { adviceOn, type DangerAdvice, sourcesOf } from "../advice.ts";
import type { EventName } from "../event/read-events.ts";
import DATA from "./situations.json" with { type: "json" };

/** A danger in which the first steps of its kind would mislead: a name in `situations.json`. */
export type SituationName = keyof typeof DATA.situations;

/** A row of `situations.json`; its page says what the fields mean. */
interface SituationRow {
  readonly of: readonly DangerKind[];
  readonly on?: readonly EventName[];
  readonly not?: readonly EventName[];
  readonly voices?: readonly Voice[];
  readonly numbers?: readonly EmergencyNumber[];
  readonly apart?: true;
  readonly like?: DangerKind;
  readonly steps?: readonly string[];
  readonly tell?: string;
  readonly sources?: readonly string[];
}

const ROWS = DATA.situations as unknown as Readonly<Record<SituationName, SituationRow>>;
export const SITUATION_NAMES = Object.keys(ROWS) as [SituationName, ...SituationName[]];
/** So surely it is told by, or of, somebody. */
const SURE_OF_VOICE = 0.8;

/** True where an event tells in which situation such a danger is: it is remembered, whatever else is said of it. */
export const tellsSituation = (event: EventName, kind: DangerKind): boolean =>
  Object.values(ROWS).some(
    ({ of, on = [], not = [] }) => of.includes(kind) && [...on, ...not].includes(event),
  );

/** What is known of a danger. */
interface Known {
  readonly kind: DangerKind;
  readonly told?: readonly EventName[] | undefined;
  /** The situation that was told first. */
  readonly situation?: SituationName | undefined;
}

/**
 * The situation of a danger, as far as it was told. One that was told stays until something speaks against it.
 * @param voices who tells it, and of whom, where that is known: of a first alarm
 * @example situationIn({ kind: "buried", told: ["slope"] }) // "slope": nothing has fallen yet
 */
export function situationIn(
  { kind, told = [], situation }: Known,
  voices: LearnedReading["voices"] = [],
): SituationName | undefined {
  const isOpen = ({ of, not = [] }: SituationRow) =>
    of.includes(kind) && !not.some((event) => told.includes(event));
  const found = SITUATION_NAMES.find((name) => {
    const { on, voices: by } = ROWS[name];
    const isTold = on === undefined || on.some((event) => told.includes(event));
    const isBy = by === undefined || chanceOf(voices, ...by) >= SURE_OF_VOICE;
    return isOpen(ROWS[name]) && isTold && isBy;
  });
  return found ?? (situation !== undefined && isOpen(ROWS[situation]) ? situation : undefined);
}

/** True where words tell it, not only who tells it. */
export const hasSign = (situation: SituationName | undefined): boolean =>
  situation !== undefined && ROWS[situation].on !== undefined;

/** The kind as which a danger goes on in this situation: who has jumped from the bridge is in the water. */
export const turnedBy = (situation: SituationName | undefined): DangerKind | undefined =>
  situation && ROWS[situation].like;

/** True where what is said of an event in such a kind of danger doesn't fit. */
export const isApart = (situation: SituationName | undefined): boolean =>
  situation !== undefined && ROWS[situation].apart === true;

/** True where a situation may be told in a danger of this kind, too. */
export const isOf = (situation: SituationName | undefined, kind: DangerKind): boolean =>
  situation !== undefined && ROWS[situation].of.includes(kind);

/** The advice on a danger as it was told. */
export function adviceIn(danger: Known): DangerAdvice {
  const situation = situationIn(danger);
  const usual = adviceOn(danger.kind);
  if (situation === undefined) return usual;
  const { like, numbers, steps, tell, sources } = ROWS[situation];
  if (like !== undefined) return adviceOn(like);
  const { lead: _, ...rest } = usual;
  return {
    ...rest,
    ...(numbers !== undefined && { numbers }),
    ...(steps !== undefined && { steps }),
    ...(tell !== undefined && { tell }),
    ...(sources !== undefined && { source: sourcesOf(sources) }),
  };
}

/** Whom to call: the situation's own numbers instead of the kind's, then what else was told of. */
export function numbersIn(
  kind: DangerKind,
  numbers: readonly EmergencyNumber[],
  situation: SituationName | undefined,
): readonly EmergencyNumber[] {
  const { numbers: named, like } = situation === undefined ? {} : ROWS[situation];
  const own = named ?? (like === undefined ? undefined : NUMBERS_OF[like]);
  if (own === undefined) return numbers;
  return [...new Set([...own, ...numbers.filter((number) => !NUMBERS_OF[kind].includes(number))])];
}
