import { localDay } from "../language/dates.ts";
import type { ChatCounts, DayCounts, OpenParked } from "../messaging/counts.ts";
import type { ChannelName } from "../messaging/inbound.ts";
import { KEPT_FOR } from "../platform/retention.ts";
import { LONGEST_DELAY, STUCK_AFTER } from "./retry-schedule.ts";

type DayRow = {
  day: string;
  channel: ChannelName;
  received: number;
  answered: number;
  ignored: number;
  pending: number;
  parked: number;
  last_at: number;
};

/**
 * A message counts as answered when the last part of the reply was sent. While a part waits, it is pending; while one
 * is held or set aside, it is parked. Only whole days are counted, because tombstones are deleted by days too.
 */
const DAYS = `
SELECT day, channel, max(nth) AS received, max(received_at) AS last_at,
       sum(outcome = 'answered') AS answered, sum(outcome = 'ignored') AS ignored,
       sum(outcome = 'pending') AS pending, sum(outcome = 'parked') AS parked
FROM (
  SELECT i.day, i.channel, i.nth, i.received_at,
         CASE WHEN i.state IN ('pending', 'parked') THEN i.state
              WHEN o.waiting THEN 'pending'
              WHEN o.stopped THEN 'parked'
              ELSE i.state END AS outcome
  FROM inbox i
  LEFT JOIN (
    SELECT message, max(state = 'pending') AS waiting, max(state <> 'pending') AS stopped
    FROM outbox WHERE message IS NOT NULL GROUP BY message
  ) o ON o.message = i.seq
  WHERE i.channel IS NOT NULL AND i.day >= ?
)
GROUP BY day, channel`;

const PARKED = `
SELECT 'out-' || seq AS message, channel, coalesce(reason, '') AS reason, parked_at AS at
FROM outbox WHERE state <> 'pending' AND parked_at IS NOT NULL
UNION ALL
SELECT 'in-' || seq, coalesce(channel, ''), 'turn_failed', parked_at
FROM inbox WHERE state = 'parked' AND parked_at IS NOT NULL AND channel IS NOT NULL`;

/** A wait until a time that a platform named, such as the end of the night, is no fault; our own pauses are shorter. */
const WAITING = `
SELECT coalesce(sum(is_stuck), 0) AS n, min(CASE WHEN is_stuck THEN since END) AS since, min(since) AS oldest
FROM (
  SELECT received_at AS since, received_at < ?1 AS is_stuck FROM inbox WHERE state = 'pending'
  UNION ALL
  SELECT created_at, created_at < ?1 AND next_at <= ?2 FROM outbox WHERE state = 'pending'
)`;

/** How many parts wait to be sent, and since when the oldest does. */
export function unsentOf(sql: SqlStorage): ChatCounts["unsent"] {
  return sql
    .exec<{ n: number; since: number | null }>(
      "SELECT count(*) AS n, min(created_at) AS since FROM outbox WHERE state = 'pending'",
    )
    .one();
}

/** Counts a chat's rows. Reads only. */
export function chatCountsOf(sql: SqlStorage, now: number, isDuty = false): ChatCounts {
  const first = localDay(now - KEPT_FOR.messages);
  const days = sql
    .exec<DayRow>(DAYS, first)
    .toArray()
    .map(({ last_at: lastAt, ...row }): DayCounts => ({ ...row, lastAt }));
  const open = sql
    .exec<{ message: string; channel: ChannelName; reason: string; at: number }>(PARKED)
    .toArray()
    .map((row): OpenParked => ({ ...row }));
  const { n, since, oldest } = sql
    .exec<{ n: number; since: number | null; oldest: number | null }>(
      WAITING,
      now - STUCK_AFTER,
      now + LONGEST_DELAY,
    )
    .one();
  return { days, open, stuck: { n, since }, unsent: { ...unsentOf(sql) }, isDuty, oldest };
}
