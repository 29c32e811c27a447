import { createAnnounce } from "../assistant/wiring/announce.ts";
import type { Config } from "../config.ts";
import type { Bindings } from "../env.ts";
import { Officials } from "../features/officials/directory.ts";
import { auditHead } from "../features/officials/journal-wording.ts";
import { tellSettings } from "../features/officials/settings-supervisors.ts";
import { localDay, localHour } from "../language/dates.ts";
import { chatFinder } from "../ledger/chat-finder.ts";
import { attempt } from "./attempt.ts";

/** From this hour of the local day on the audit's head is sent; the key prevents a second one. */
const MORNING = 7;

/**
 * Sends the supervisors the audit's head once a day, and carries what officials have to be told and weren't. Runs last,
 * so that it carries what the others wrote. Can be repeated; no step stops another.
 */
export async function runOfficialsCron(env: Bindings, config: Config, now: number): Promise<void> {
  if (config.telegram === undefined) return;
  const officials = new Officials(env.LEDGER, config.telegram.adminIds, config.reports?.keyRing);
  const { adminIds } = config.telegram;
  await attempt("settings", () => tellSettings(env.LEDGER, officials, adminIds, now));
  await attempt("officials", () => officials.dropRowsOfFirst(now));
  if (localHour(now) >= MORNING) await attempt("audit_head", () => writeHead(officials, now));
  await createAnnounce(chatFinder(env, config.reports?.keyRing), officials)();
  await attempt("notices", () => officials.notices.expire(now));
}

/** Whoever keeps this message notices later whether rows at the end were taken out. */
async function writeHead({ audit, notices }: Officials, now: number): Promise<void> {
  const key = `audit_head:${localDay(now)}`;
  // Read and checked once a day, not at each run: these are a thousand rows.
  if (await notices.has(key)) return;
  const head = await audit.head();
  if (head === null) return;
  const words = auditHead(head, { now, isWhole: await audit.isWhole() });
  await notices.statement({ key, words, at: now }).run();
}
