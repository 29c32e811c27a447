import { HOUR } from "../../../platform/time.ts";
import type { FeatureResult } from "../../../turn/feature.ts";
import type { Session } from "../../../turn/session.ts";
import { LOOKUP_MISSES } from "./citizen-session.ts";
import { NO_SUCH_REPORT, TOO_MANY_LOOKUPS } from "./citizen-wording.ts";

/** After so many wrong codes from one chat within an hour, looking up stops. Reporting never does. */
const MISSES_ALLOWED = 10;

/** What a chat hears that guesses codes; null while it may still look one up. */
export const guessesTooMuch = (session: Session, now: number): FeatureResult | null =>
  missesIn(session, now).n >= MISSES_ALLOWED ? { replies: [TOO_MANY_LOOKUPS] } : null;

/** The answer to a code behind which there is nothing for this chat; it counts as a guess. */
export function noSuchReport(session: Session, now: number): FeatureResult {
  const { since, n } = missesIn(session, now);
  return { replies: [NO_SUCH_REPORT], session: LOOKUP_MISSES.with({ since, n: n + 1 }) };
}

function missesIn(session: Session, now: number): { readonly since: number; readonly n: number } {
  const misses = LOOKUP_MISSES.of(session);
  return misses === undefined || misses.since + HOUR <= now ? { since: now, n: 0 } : misses;
}
