import { tellOverdue } from "../features/reporting/duty/alarm/tell-overdue.ts";
import { morningDigest } from "../features/reporting/duty/digest.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { localDay, localHour } from "../language/dates.ts";
import { OperationsState } from "../ledger/operations-state.ts";
import { type FindChat, tellOfficial } from "../messaging/chats.ts";
import { logEvent } from "../platform/log.ts";
import { attempt } from "./attempt.ts";

/** The digest is sent in this hour of the local day; the key prevents a second one. */
const MORNING = 7;

/** Cases whose words one run reads anew: after an update, a change of keys, a restore. */
const INDEXED_AT_ONCE = 300;

/** The name under which cron stores where the comparing of files goes on. */
const FILES_STATE = "files_compared";

/**
 * Delivers pending messages about reports, deletes reports after their retention time and files that nobody owns, sends
 * the duty group its morning digest and the supervisors the overdue cases. Can be repeated; no step stops another.
 */
export async function runReportsCron(
  { chatOf, ledger }: { readonly chatOf: FindChat; readonly ledger: D1Database },
  reporting: ReportingServices,
  now: number,
): Promise<void> {
  const { dutyChat, book } = reporting;
  const day = localDay(now);
  await reporting.carry();
  await attempt("retention", () => eraseExpired(reporting, now));
  await attempt("desk", async () => {
    await book.catchUp(INDEXED_AT_ONCE);
    if ((await book.wake(now)) > 0) await reporting.carry();
  });
  await attempt("unsent replies", () => reporting.drafts.sweep(now));
  await attempt("group members", async () => reporting.members?.tend());
  await attempt("files", () => sweepFiles(reporting, ledger, now));
  await attempt("rotation", async () => {
    const rotation = await reporting.rotate?.();
    if (rotation !== undefined && rotation.resealed + rotation.unreadable > 0)
      logEvent("keys_rotated", { ...rotation });
  });
  if (dutyChat !== undefined && localHour(now) === MORNING)
    await attempt("digest", async () => {
      const digest = await morningDigest(book, now);
      if (digest !== null) await tellOfficial(chatOf, dutyChat, `digest:${day}`, digest);
    });
  await attempt("identity", async () => reporting.identity?.disclosures.tellOpened(now));
  await attempt("escalation", () => tellOverdue(reporting, now));
  await attempt("alarms of closed cases", () => reporting.alarms.sweep(now));
}

async function eraseExpired({ book, forget }: ReportingServices, now: number): Promise<void> {
  const { erased } = await book.sweepRetention(now, forget);
  if (erased.length > 0) logEvent("reports_erased", { n: erased.length });
}

async function sweepFiles({ media }: ReportingServices, ledger: D1Database, now: number): Promise<void> {
  const state = new OperationsState(ledger);
  const { next, ownerless, missing } = await media.sweep(now, (await state.get(FILES_STATE))?.value ?? "");
  await state.set(FILES_STATE, next, now);
  if (ownerless + missing > 0) logEvent("files_put_right", { ownerless, missing });
}
