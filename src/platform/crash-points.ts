import { logEvent } from "./log.ts";

/**
 * The durable steps of a message and a report, each with a place where a test can stop the process: before it, and after
 * it with its result on disk. docs/crash-points.md says what follows from a death at each.
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

/** Stops everything here, for good, where this is the point that the settings name; otherwise does nothing. */
export function crashPoint(point: CrashPoint): void {
  if (armed === point) freeze(point);
}

/**
 * The same for a step that is written but perhaps not on disk yet.
 * @param sync resolves when it is; asked only where this is the point
 */
export function crashPointOnDisk(point: CrashPoint, sync: () => Promise<void>): Promise<void> | undefined {
  return armed === point ? sync().then(() => freeze(point)) : undefined;
}

/**
 * A promise that never ends would hold up one chat and let timers, other chats and responses go on; a thread that turns
 * on the spot holds up all of them, as the death that the test then brings does.
 */
function freeze(point: CrashPoint): never {
  logEvent("crash_point_reached", { point });
  for (;;);
}
