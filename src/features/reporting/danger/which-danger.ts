import type { DangerKind } from "../../../reader/names/danger.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { MessageReading } from "../../../reading/read-message.ts";
import type { EventName } from "../../emergency/event/read-events.ts";
import { bodyKind } from "../../emergency/next/body-kind.ts";
import { groupOf } from "../../emergency/next/next-step.ts";
import type { OpenDanger } from "../../emergency/open-danger.ts";
import { situationIn, turnedBy } from "../../emergency/situation/situation.ts";

/** A danger to the body is spoken of from here on: no harm is done by saying what to do. */
const PERHAPS = 0.4;
/** They say what happened, not how somebody is. */
const CAUSES: ReadonlySet<DangerKind> = new Set([
  "snakebite",
  "stings",
  "animalBite",
  "poisoning",
  "childbirth",
]);
/** So probably a danger is told or asked of, and so probable its kind. */
const SURELY = 0.5;
/** So sure the kind must be that clears up which danger is open. */
const CLEAR = 0.7;

/** "Mẹ em ngã", then "gọi không dậy": now it is known which danger it is. Who wanted to jump and did is in the water. */
export function clearerIn(
  { learned: { acts, kinds }, doubt }: MessageReading,
  danger: OpenDanger,
  events: readonly EventName[],
): DangerKind | undefined {
  const [first] = kinds;
  const turned = turnedBy(situationIn({ ...danger, told: [...(danger.told ?? []), ...events] }));
  if (turned !== undefined) return turned;
  // Where it is known what has happened, its name isn't missed.
  if (situationIn(danger) !== undefined) return undefined;
  if (danger.kind !== "unclear" || first === undefined || first.is === "unclear" || first.p < CLEAR)
    return undefined;
  return chanceOf(acts, "danger", "aid") >= SURELY || doubt?.kind === first.is ? first.is : undefined;
}

/** A danger to the body told within another danger: who doesn't breathe needs that first. */
export function alsoIn(reading: MessageReading, danger: OpenDanger): DangerKind | undefined {
  const { acts, kinds, danger: sureness } = reading.learned;
  const { doubt } = reading;
  const [first] = kinds;
  if (first === undefined || first.is === danger.kind || first.p < SURELY || groupOf(first.is) !== "body")
    return undefined;
  // Who was stung by wasps and swells wasn't bitten by a snake.
  if (groupOf(danger.kind) === "body" && CAUSES.has(first.is)) return undefined;
  const isTold =
    chanceOf(acts, "danger", "aid") >= SURELY || (doubt?.kind === first.is && sureness >= PERHAPS);
  return isTold ? bodyKind(reading, first.is) : undefined;
}
