import { type Block, source, strong, text } from "../../../messaging/reply.ts";
import { sourcesOf } from "../advice.ts";
import {
  type EventName,
  isCalmer,
  isDeed,
  isEased,
  isHarm,
  isLast,
  isOfQuestion,
  isWorse,
} from "../event/read-events.ts";
import { callLine, groupOf, wasSaid } from "../next/next-step.ts";
import type { OpenDanger } from "../open-danger.ts";
import { isApart, situationIn, tellsSituation } from "../situation/situation.ts";
import STEPS from "./steps.json" with { type: "json" };

/** A cell of the table: what is said of an event in such a danger. */
interface EventStep {
  readonly on: EventName;
  /** Kinds of danger, groups of them, situations; `other`: somebody else is in despair. */
  readonly of: readonly string[];
  readonly say: string;
  readonly sources?: readonly string[];
  /** The first line, where it isn't the usual one: a name in `leads.json`. */
  readonly lead?: string;
}

const ROWS = STEPS as readonly EventStep[];

/** What the table calls a danger by, and the one that was open before it. */
function namesOf(danger: OpenDanger): ReadonlySet<string> {
  const { kind, also, ofOther } = danger;
  const situation = situationIn(danger);
  const kinds = [kind, ...(also === undefined ? [] : [also])];
  return new Set([
    // The steps for a bottle of gas aren't those for the gas of coals.
    ...(isApart(situation) ? kinds.slice(1) : kinds),
    ...kinds.map(groupOf),
    ...(kind === "selfHarm" && ofOther === true ? ["other"] : []),
    ...(situation === undefined ? [] : [situation]),
  ]);
}

/**
 * A body in danger comes first, and of it who doesn't breathe, then what is asked whether to do; then what else was asked, what goes
 * on before what is over, and the order of the table.
 */
const rankOf = (on: EventName, isAsked: boolean): number => {
  if (on === "notBreathing") return 0;
  if (isHarm(on)) return isAsked && isDeed(on) ? 1 : 2;
  if (isAsked && isOfQuestion(on)) return 3;
  return isWorse([on]) ? 4 : 5;
};

/**
 * The events that something is said of in such a danger: "nó rút dao ra rồi" is nobody's coming out. Those that say that it goes on
 * stay.
 */
export function fittingEvents(danger: OpenDanger, events: readonly EventName[]): readonly EventName[] {
  const names = namesOf(danger);
  const fits = (event: EventName) =>
    ROWS.some(({ on, of }) => on === event && of.some((name) => names.has(name)));
  return events.filter(
    (event) => isWorse([event]) || HELP.has(event) || tellsSituation(event, danger.kind) || fits(event),
  );
}

/** Help came, whatever the danger: it has a row of its own. */
const HELP: ReadonlySet<EventName> = new Set(["helped"]);

/** Whoever breathes again, and is with those who help, isn't laid on the side by a layman any more. */
const dueOf = (events: readonly EventName[]): readonly EventName[] =>
  isEased(events) && events.some((event) => WITH_HELP.has(event))
    ? events.filter((event) => !isHarm(event))
    : events;
const WITH_HELP: ReadonlySet<EventName> = new Set(["helped", "taken"]);

/** The cell for what was told; undefined where none fits, which is better than one that doesn't. */
export function cellOn(
  danger: OpenDanger,
  events: readonly EventName[],
  isAsked: boolean,
): EventStep | undefined {
  const names = namesOf(danger);
  const first = events.filter((event) => !isLast(event));
  const due = dueOf(first.length > 0 ? first : events);
  return (
    ROWS.filter(({ on, of }) => due.includes(on) && of.some((name) => names.has(name)))
      .filter(({ on, say }) => isAsked || isHarm(on) || !wasSaid(danger, say))
      // Who is silent reads only what has changed, or what they ask.
      .filter(({ on }) => danger.silent !== true || isAsked || isHarm(on) || isWorse([on]) || isCalmer([on]))
      .sort((a, b) => rankOf(a.on, isAsked) - rankOf(b.on, isAsked))[0]
  );
}

/** The number and what a cell says. @param lead the first line, where the cell has no other */
export const cellBlocks = (
  danger: OpenDanger,
  { say, sources, lead: own }: EventStep,
  lead?: string,
): Block[] => [
  strong(callLine(danger, own ?? lead)),
  text(wasSaid(danger, say) ? `Vẫn vậy: ${say}` : say),
  ...(sources === undefined || danger.silent === true ? [] : [source(sourcesOf(sources))]),
];
