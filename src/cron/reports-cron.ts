import { morningDigest, overdueEscalation } from "../features/reporting/duty/digest.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { localDay, localHour } from "../language/dates.ts";
import { type FindChat, tellOfficial, tellOfficials } from "../messaging/chats.ts";
import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";

/** The digest is sent in this hour of the local day; the key prevents a second one. */
const MORNING = 7;

/**
 * Delivers pending messages about reports, deletes reports after their retention time, sends the duty group its morning
 * digest and the supervisors the overdue cases. Can be repeated; no step stops another.
 */
export async function runReportsCron(
  chatOf: FindChat,
  reporting: ReportingServices,
  now: number,
): Promise<void> {
  const { dutyChat, book } = reporting;
  const day = localDay(now);
  await reporting.carry();
  await step("retention", () => eraseExpired(reporting, now));
  await step("rotation", async () => {
    const rotation = await reporting.rotate?.();
    if (rotation !== undefined && rotation.resealed + rotation.unreadable > 0)
      logEvent("keys_rotated", { ...rotation });
  });
  if (dutyChat !== undefined && localHour(now) === MORNING)
    await step("digest", async () => {
      const digest = await morningDigest(book, now);
      if (digest !== null) await tellOfficial(chatOf, dutyChat, `digest:${day}`, digest);
    });
  await step("escalation", async () => {
    const overdue = overdueEscalation(await book.open({ overdueAt: now }), now);
    if (overdue === null) return;
    const supervisors = (await reporting.identity?.supervisors()) ?? [];
    await tellOfficials(chatOf, supervisors, `overdue:${day}`, overdue);
  });
}

async function eraseExpired({ book, media, forget }: ReportingServices, now: number): Promise<void> {
  const { erased, mediaKeys } = await book.sweepRetention(now, forget);
  await media.delete(mediaKeys);
  await book.filesDeleted(mediaKeys);
  if (erased.length > 0) logEvent("reports_erased", { n: erased.length });
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logEvent("tend_failed", { step: name, code: errorCode(error) });
  }
}
