import { logEvent } from "./log.ts";

/**
 * The durable steps of a message and a report. At each a test can stop the process: before the step, or after it with
 * its result on disk. docs/crash-points.md says what follows from a death at each.
 */
export const CRASH_POINTS = [
  "before_journal",
  "journaled",
  "before_turn",
  "after_turn",
  "committed",
  "before_send",
  "after_send",
  "recorded",
  "before_mark",
  "marked",
  "before_parked_row",
  "parked_row",
  "before_media",
  "media_put",
  "before_vault",
  "vault_written",
  "before_delivery",
  "delivery_written",
  "delivered",
] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number];

let armed: CrashPoint | undefined;

/** Sets the one point of this isolate. Comes from the settings alone, see `configOf`. */
export function armCrashPoint(point: CrashPoint | undefined): void {
  armed = point;
  if (point !== undefined) logEvent("crash_point_armed", { point });
}

/** Stops everything here for good where the settings name this point; else does nothing. */
export function crashPoint(point: CrashPoint): void {
  if (armed === point) freeze(point);
}

/**
 * The same for a step that is written but may not be on disk yet.
 * @param sync resolves when it is; called only where this is the point
 */
export function crashPointOnDisk(point: CrashPoint, sync: () => Promise<void>): Promise<void> | undefined {
  return armed === point ? sync().then(() => freeze(point)) : undefined;
}

/**
 * A promise that never resolves would stop only one chat; timers, other chats and responses would go on. A busy loop
 * stops them all, as the death that the test then causes does.
 */
function freeze(point: CrashPoint): never {
  logEvent("crash_point_reached", { point });
  for (;;);
}
