import { type Block, strong, text } from "../../messaging/reply.ts";
import type { Point } from "../../reader/names/labels.ts";
import { named } from "./emergency-wording.ts";
import NEXT_STEPS from "./next-steps.json" with { type: "json" };
import type { OpenDanger } from "./open-danger.ts";

type NextPoint = keyof typeof NEXT_STEPS;

const isNext = (point: Point): point is NextPoint & Point => point in NEXT_STEPS;

/** What to do next in an open danger: the number again, and the step that fits what was said. */
export function nextStep({ numbers }: OpenDanger, point: Point): Block[] {
  const { say } = NEXT_STEPS[isNext(point) ? point : "details"];
  return [strong(`Gọi ngay ${named(numbers)}.`), text(say)];
}
