import type { Turn } from "../assistant/turn.ts";
import { AppError } from "../platform/errors.ts";
import { TURN_TIMEOUT } from "./retry-schedule.ts";

/** A turn that hangs counts as failed: the messages behind it must not wait for ever. @throws AppError "turn_timeout" */
export async function inTime(turn: Promise<Turn>): Promise<Turn> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("turn_timeout", "the turn took too long")), TURN_TIMEOUT);
  });
  return Promise.race([turn, late]).finally(() => clearTimeout(timer));
}
