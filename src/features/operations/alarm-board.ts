import { HOUR } from "../../platform/time.ts";
import type { AlarmName, Finding } from "./alarm-rules.ts";

/** The stored state of an alarm between two cron runs. */
export interface AlarmState {
  readonly isOn: boolean;
  readonly since: number;
  /** How many messages were sent: makes the key of each. */
  readonly round: number;
  readonly toldAt: number | null;
  /** True where the alarm was sent and its end wasn't yet. */
  readonly isToldOpen: boolean;
}

/** A message to send now. `key` stays the same when it is sent again after a crash. */
export interface Telling {
  readonly name: AlarmName;
  readonly kind: "alarm" | "over";
  readonly key: string;
  readonly since: number;
}

/** A lasting alarm is sent again after six hours; one that switches on and off is sent no more often. */
export const TELL_AGAIN_AFTER = 6 * HOUR;

const QUIET: AlarmState = { isOn: false, since: 0, round: 0, toldAt: null, isToldOpen: false };

/** These alarms end when they are sent: no message says that they are over. */
const MOMENTARY: ReadonlySet<AlarmName> = new Set(["cron_missed"]);

/** The next state of an alarm and the message to send. */
export function step(
  before: AlarmState | null,
  { name, isOn }: Finding,
  now: number,
): { readonly state: AlarmState; readonly telling: Telling | null } {
  const state = before ?? QUIET;
  if (isOn === null) return { state, telling: null };
  const since = isOn === state.isOn ? state.since : now;
  const round = state.round + 1;
  if (isOn && (state.toldAt === null || now - state.toldAt >= TELL_AGAIN_AFTER))
    return {
      state: { isOn, since, round, toldAt: now, isToldOpen: !MOMENTARY.has(name) },
      telling: { name, kind: "alarm", key: `alarm:${name}:${round}`, since },
    };
  if (!isOn && state.isToldOpen)
    return {
      state: { isOn, since, round, toldAt: state.toldAt, isToldOpen: false },
      telling: { name, kind: "over", key: `alarm:${name}:${round}`, since: state.since },
    };
  return { state: { ...state, isOn, since }, telling: null };
}

type Row = {
  name: AlarmName;
  active: number;
  since: number;
  round: number;
  told_at: number | null;
  told_open: number;
};

/** The alarms in D1, so that they survive a restart. */
export class AlarmBoard {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  async read(): Promise<ReadonlyMap<AlarmName, AlarmState>> {
    const { results } = await this.#db
      .prepare("SELECT name, active, since, round, told_at, told_open FROM alarms")
      .all<Row>();
    return new Map(
      results.map((row) => [
        row.name,
        {
          isOn: row.active !== 0,
          since: row.since,
          round: row.round,
          toldAt: row.told_at,
          isToldOpen: row.told_open !== 0,
        },
      ]),
    );
  }

  async write(name: AlarmName, { isOn, since, round, toldAt, isToldOpen }: AlarmState): Promise<void> {
    await this.#db
      .prepare(
        `INSERT INTO alarms (name, active, since, round, told_at, told_open) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET active = excluded.active, since = excluded.since, round = excluded.round,
           told_at = excluded.told_at, told_open = excluded.told_open`,
      )
      .bind(name, Number(isOn), since, round, toldAt, Number(isToldOpen))
      .run();
  }
}
