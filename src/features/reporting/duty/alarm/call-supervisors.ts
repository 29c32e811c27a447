import { errorCode } from "../../../../platform/errors.ts";
import { logEvent } from "../../../../platform/log.ts";
import { MINUTE } from "../../../../platform/time.ts";
import type { ReportingServices } from "../../reporting-services.ts";
import { privateAlarm } from "./alarm-wording.ts";

/**
 * Calls all supervisors for an urgent case that waits, before its clock does: the group, or who was called, can't be reached.
 * Once for each wait of a case, however much can't be delivered. Never throws.
 * @param now milliseconds since the epoch
 */
export async function callSupervisors(
  { book, tellSupervisors }: Pick<ReportingServices, "book" | "tellSupervisors">,
  code: string,
  now: number,
): Promise<void> {
  try {
    const one = (await book.urgentWaiting()).find((waiting) => waiting.code === code);
    if (one === undefined) return;
    const chain = one.state === "received" ? "accept" : "begin";
    const minutes = Math.max(0, Math.floor((now - one.changedAt) / MINUTE));
    await tellSupervisors(`unheard:${code}:${one.version}`, privateAlarm(chain, one, minutes));
  } catch (error) {
    logEvent("alarm_failed", { step: "unheard", code: errorCode(error) });
  }
}
