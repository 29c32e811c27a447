import type { Config } from "../config.ts";
import type { Bindings } from "../env.ts";
import { monthlyReview } from "../features/curation/review-wording.ts";
import { OfficialNotices } from "../features/officials/notices.ts";
import { readAgedSections } from "../knowledge/aged-sections.ts";
import { localDay, localHour } from "../language/dates.ts";
import { attempt } from "./attempt.ts";

/** From this hour of the local day on. */
const MORNING = 8;
/** A month whose first days cron missed is told later; a notice's key lives less than a month, so not in its last days. */
const LAST_DAY = 7;

/**
 * Writes the supervisors' monthly list of knowledge to look at, once a month, from the morning of the first on; the
 * officials' cron carries it. Can be repeated; never throws.
 */
export async function runKnowledgeCron(env: Bindings, config: Config, now: number): Promise<void> {
  const today = localDay(now);
  if (config.telegram === undefined) return;
  if (Number(today.slice(8)) > LAST_DAY || localHour(now) < MORNING) return;
  await attempt("knowledge_review", async () => {
    const notices = new OfficialNotices(env.LEDGER, config.reports?.keyRing);
    const key = `knowledge_review:${today.slice(0, 7)}`;
    if (await notices.has(key)) return;
    const words = monthlyReview(await readAgedSections(env.KNOWLEDGE), now);
    if (words !== null) await notices.statement({ key, words, at: now }).run();
  });
}
