import type { Config } from "../config.ts";
import type { Bindings } from "../env.ts";
import { errorCode } from "../errors.ts";
import { logEvent } from "../log.ts";
import type { ReportingServices } from "../reporting/services.ts";

/** What cron does for reports: carries what stayed behind, deletes what is past its time. No step stops another. */
export async function tendReports(
  _env: Bindings,
  _config: Config,
  reporting: ReportingServices,
  now: number,
): Promise<void> {
  await reporting.carry();
  await step("retention", () => letGo(reporting, now));
}

async function letGo({ book, media }: ReportingServices, now: number): Promise<void> {
  const { erased, mediaKeys } = await book.sweepRetention(now);
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
