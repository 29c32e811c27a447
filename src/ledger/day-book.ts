import type { DayCounts } from "../messaging/counts.ts";
import { ChannelName } from "../messaging/inbound.ts";
import { HOUR, toHour } from "../platform/time.ts";
import { webhookOutcome } from "./webhook-refusals.ts";

/** One line of the loss ledger: a channel on a day. */
export interface LedgerLine {
  readonly channel: ChannelName;
  readonly received: number;
  readonly answered: number;
  readonly ignored: number;
  readonly refused: number;
  readonly pending: number;
  readonly parked: number;
  /** Not signed by the platform, so not received and not in the sum. */
  readonly unsigned: number;
  /** received − (answered + ignored + refused + pending + parked): 0 where nothing is lost. */
  readonly gap: number;
}

/** A line without its channel: one of them, or all of a day together. */
export type LedgerTotal = Omit<LedgerLine, "channel">;

/** The lines of all channels added up. */
export function totalOf(lines: readonly LedgerLine[]): LedgerTotal {
  const sum = (of: (line: LedgerLine) => number) => lines.reduce((all, line) => all + of(line), 0);
  return {
    received: sum((line) => line.received),
    answered: sum((line) => line.answered),
    ignored: sum((line) => line.ignored),
    refused: sum((line) => line.refused),
    pending: sum((line) => line.pending),
    parked: sum((line) => line.parked),
    unsigned: sum((line) => line.unsigned),
    gap: sum((line) => line.gap),
  };
}

const CHANNELS = ChannelName.options;

/** Rows of a statement: json_each takes them in one parameter, well under D1's limit for one. */
const ROWS_AT_ONCE = 1_000;

type Sums = {
  channel: ChannelName;
  received: number;
  answered: number;
  ignored: number;
  pending: number;
  parked: number;
};

/**
 * The loss ledger in D1: one row for each conversation and day, always replaced by the conversation's own count. A late
 * or repeated count changes nothing; a missing one is corrected by the next.
 */
export class DayBook {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** Writes conversations' counts. What hasn't changed costs no write. */
  async keep(counts: readonly { readonly conversation: string; readonly day: DayCounts }[]): Promise<void> {
    for (let i = 0; i < counts.length; i += ROWS_AT_ONCE) {
      const rows = counts
        .slice(i, i + ROWS_AT_ONCE)
        .map(({ conversation, day }) => ({ conversation, ...day, lastAt: toHour(day.lastAt) }));
      await this.#db.prepare(KEEP).bind(JSON.stringify(rows)).run();
    }
  }

  /** A day's lines, one per channel, with what the webhook refused. */
  async linesOf(day: string): Promise<readonly LedgerLine[]> {
    const [kept, counted] = await this.#db.batch<Sums | { channel: ChannelName; kind: string; n: number }>([
      this.#db
        .prepare(
          `SELECT channel, sum(received) AS received, sum(answered) AS answered, sum(ignored) AS ignored,
                  sum(pending) AS pending, sum(parked) AS parked
           FROM ledger_days WHERE day = ? GROUP BY channel`,
        )
        .bind(day),
      this.#db.prepare("SELECT channel, kind, n FROM daily_counts WHERE day = ?").bind(day),
    ]);
    const sums = (kept?.results ?? []) as Sums[];
    const counters = (counted?.results ?? []) as { channel: ChannelName; kind: string; n: number }[];
    return CHANNELS.map((channel) =>
      lineOf(
        channel,
        sums.find((row) => row.channel === channel),
        counters,
      ),
    );
  }

  /** Ids of the conversations that had something pending when they were last asked. */
  async unsettled(): Promise<readonly string[]> {
    const { results } = await this.#db
      .prepare("SELECT DISTINCT conversation FROM ledger_days WHERE pending > 0 AND conversation <> ''")
      .all<{ conversation: string }>();
    return results.map(({ conversation }) => conversation);
  }

  /** Days since `day` with counts that don't add up, and the difference. */
  async gapsSince(day: string): Promise<readonly { readonly day: string; readonly gap: number }[]> {
    const { results } = await this.#db
      .prepare(
        `SELECT day, sum(abs(received - answered - ignored - pending - parked)) AS gap
         FROM ledger_days WHERE day >= ? GROUP BY day HAVING gap > 0 ORDER BY day`,
      )
      .bind(day)
      .all<{ day: string; gap: number }>();
    return results;
  }

  /** The end of the hour in which the newest message of a channel came; null where none ever did. */
  async lastOf(channel: ChannelName): Promise<number | null> {
    const row = await this.#db
      .prepare(
        `SELECT max(last_at) AS at FROM ledger_days
         WHERE channel = ?1 AND day >= (SELECT max(day) FROM ledger_days WHERE channel = ?1)`,
      )
      .bind(channel)
      .first<{ at: number | null }>();
    return typeof row?.at === "number" ? row.at + HOUR : null;
  }

  /** Sums the conversations of the days before `day` into one row per channel. */
  async condense(day: string): Promise<void> {
    await this.#db.batch([
      this.#db
        .prepare(
          `INSERT INTO ledger_days (day, channel, conversation, received, answered, ignored, pending, parked, last_at)
           SELECT day, channel, '', sum(received), sum(answered), sum(ignored), sum(pending), sum(parked), max(last_at)
           FROM ledger_days WHERE day < ?1 AND conversation <> '' GROUP BY day, channel
           ON CONFLICT (day, channel, conversation) DO UPDATE SET received = received + excluded.received,
             answered = answered + excluded.answered, ignored = ignored + excluded.ignored,
             pending = pending + excluded.pending, parked = parked + excluded.parked,
             last_at = max(last_at, excluded.last_at)`,
        )
        .bind(day),
      this.#db.prepare("DELETE FROM ledger_days WHERE day < ? AND conversation <> ''").bind(day),
    ]);
  }
}

const KEEP = `
INSERT INTO ledger_days (day, channel, conversation, received, answered, ignored, pending, parked, last_at)
SELECT value ->> 'day', value ->> 'channel', value ->> 'conversation', value ->> 'received', value ->> 'answered',
       value ->> 'ignored', value ->> 'pending', value ->> 'parked', value ->> 'lastAt'
FROM json_each(?) WHERE true
ON CONFLICT (day, channel, conversation) DO UPDATE SET
  received = excluded.received, answered = excluded.answered, ignored = excluded.ignored,
  pending = excluded.pending, parked = excluded.parked, last_at = excluded.last_at
WHERE (received, answered, ignored, pending, parked, last_at) IS NOT
      (excluded.received, excluded.answered, excluded.ignored, excluded.pending, excluded.parked, excluded.last_at)`;

function lineOf(
  channel: ChannelName,
  sums: Sums | undefined,
  counters: readonly { channel: ChannelName; kind: string; n: number }[],
): LedgerLine {
  const refusals = { ignored: 0, refused: 0, unsigned: 0 };
  for (const { channel: at, kind, n } of counters) {
    const what = at === channel ? webhookOutcome(channel, kind) : null;
    if (what !== null) refusals[what] += n;
  }
  const { received = 0, answered = 0, ignored = 0, pending = 0, parked = 0 } = sums ?? {};
  return {
    channel,
    received: received + refusals.ignored + refusals.refused,
    answered,
    ignored: ignored + refusals.ignored,
    refused: refusals.refused,
    pending,
    parked,
    unsigned: refusals.unsigned,
    gap: received - answered - ignored - pending - parked,
  };
}
