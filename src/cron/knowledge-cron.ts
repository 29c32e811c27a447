import type { Config } from "../config.ts";
import type { Bindings } from "../env.ts";
import { monthlyReview } from "../features/curation/review-wording.ts";
import { OfficialNotices } from "../features/officials/notices.ts";
import { readAgedSections } from "../knowledge/aged-sections.ts";
import { localDay, localHour } from "../language/dates.ts";
import { OperationsState } from "../ledger/operations-state.ts";
import { attempt } from "./attempt.ts";

/** From this hour of the local day on. */
const MORNING = 8;
/** A month whose first days cron missed is told later, but not in the middle of it. */
const LAST_DAY = 7;
/** The name under which cron stores the month that was told last. */
const REVIEWED = "knowledge_review";

/**
 * Writes the supervisors' monthly list of knowledge to look at, once a month, from the morning of the first on; the
 * officials' cron carries it. The month in which a province begins has none: nothing of what was just put in has aged,
 * and a newcomer's first message isn't a list. Can be repeated; never throws.
 */
export async function runKnowledgeCron(env: Bindings, config: Config, now: number): Promise<void> {
  if (config.telegram === undefined) return;
  const today = localDay(now);
  const month = today.slice(0, 7);
  await attempt("knowledge_review", async () => {
    const state = new OperationsState(env.LEDGER);
    const last = await state.get(REVIEWED);
    if (last === null) return state.set(REVIEWED, month, now);
    if (last.value === month || Number(today.slice(8)) > LAST_DAY || localHour(now) < MORNING) return;
    const notices = new OfficialNotices(env.LEDGER, config.reports?.keyRing);
    const words = monthlyReview(await readAgedSections(env.KNOWLEDGE), now);
    const notice = words === null ? [] : [notices.statement({ key: `${REVIEWED}:${month}`, words, at: now })];
    await env.LEDGER.batch([...notice, state.statement(REVIEWED, month, now)]);
  });
}
