import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";

/** A step's result, or null where it failed: the next step runs without it. */
export async function attempt<T>(name: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    logEvent("tend_failed", { step: name, code: errorCode(error) });
    return null;
  }
}
