import { PatternBook } from "../../../language/pattern-book.ts";
import type { Utterance } from "../../../language/utterance.ts";
import type { LearnedReading } from "../../../reader/read-by.ts";
import { readingsOf } from "../../../reading/danger/danger-phrases.ts";
import DATA from "./events.json" with { type: "json" };

/** What was told or asked while a danger is open: a name in `events.json`. */
export type EventName = keyof typeof DATA.events;

/** A row of `events.json`; its page says what the fields mean. */
interface EventRow {
  readonly says?: readonly string[];
  readonly not?: readonly string[];
  /** A part that the reader finds: a `Point`. */
  readonly point?: string;
  readonly asked?: boolean;
  readonly deed?: boolean;
  readonly harm?: boolean;
  readonly calmer?: boolean;
  readonly worse?: boolean;
  readonly unplaced?: boolean;
  readonly last?: boolean;
}

const ROWS: Readonly<Record<EventName, EventRow>> = DATA.events;
export const EVENT_NAMES = Object.keys(ROWS) as EventName[];
const { they: THEY, helper: HELPER, hospital: HOSPITAL } = DATA;
const bookOf = (patterns: readonly string[] = []) =>
  new PatternBook(patterns, { classes: { THEY, HELPER, HOSPITAL } });
const BOOKS = EVENT_NAMES.map((name) => ({
  name,
  row: ROWS[name],
  says: bookOf(ROWS[name].says),
  not: bookOf(ROWS[name].not),
}));
/** So sure the reader must be of a part, where no word stands for it. */
const SURE_OF_POINT = 0.8;

/**
 * What a message in an open danger tells, by its words and by what the reader takes it for; often nothing.
 * @param isAsked only a question asks whether something should be done
 * @example readEvents(readUtterance("ra dc roi, ba bi bong tay"), { points: [] }, false) // ["burnt", "out"]
 */
export const readEvents = (
  said: Utterance,
  { points }: Pick<LearnedReading, "points">,
  isAsked: boolean,
): readonly EventName[] => {
  // As typed, and as it was meant: "nó nhảy rồiiii".
  const readings = readingsOf(said);
  return BOOKS.filter(({ row, says, not }) => {
    if (row.asked === true && !isAsked) return false;
    const [first] = points;
    if (row.point !== undefined) return first?.is === row.point && first.p >= SURE_OF_POINT;
    return readings.some((reading) => says.has(reading)) && !readings.some((reading) => not.has(reading));
  }).map(({ name }) => name);
};

const some = (
  field: "deed" | "harm" | "calmer" | "worse" | "unplaced",
  events: readonly EventName[],
): boolean => events.some((name) => ROWS[name][field] === true);

/** Something to be done to a body: a question about it is answered before how the body is. */
export const isDeed = (name: EventName): boolean => some("deed", [name]);
/** It is of somebody's body: said before all else. */
export const isHarm = (name: EventName): boolean => some("harm", [name]);
/** Asks whether something should be done. */
export const isOfQuestion = (name: EventName): boolean => ROWS[name].asked === true;
/** Said only where nothing else fits. */
export const isLast = (name: EventName): boolean => ROWS[name].last === true;
/** It is over for now: nothing ends by it, but no step leads back into it. */
export const isCalmer = (events: readonly EventName[]): boolean =>
  some("calmer", events) && !isWorse(events) && !some("harm", events);
/** The worst of it has passed, though a body may still need a step. */
export const isEased = (events: readonly EventName[]): boolean =>
  some("calmer", events) &&
  !isWorse(events) &&
  events.every((name) => ROWS[name].harm !== true || ROWS[name].calmer === true);
/** It goes on, or is more than was known. */
export const isWorse = (events: readonly EventName[]): boolean => some("worse", events);
/** A place in these words is where somebody went or was seen, not where help must come. */
export const isUnplaced = (events: readonly EventName[]): boolean => some("unplaced", events);
