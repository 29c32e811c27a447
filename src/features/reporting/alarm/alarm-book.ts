import type { ChainName } from "./alarm-steps.ts";

/** A drill of the alarm. */
export interface Drill {
  readonly id: number;
  /** Telegram ids; times in milliseconds since the epoch. */
  readonly begunBy: string;
  readonly begunAt: number;
  readonly done: number;
}

/** How many of the newest events tell who acted last. */
const LOOKED_THROUGH = 500;

/** How far the alarms have come, who has the shift, and the drills. Nothing here tells of a reporter. */
export class AlarmBook {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** The steps that were called for each of these cases; 0 where none was. */
  async doneOf(chain: ChainName): Promise<ReadonlyMap<string, number>> {
    const { results } = await this.#db
      .prepare("SELECT code, done FROM report_alarms WHERE chain = ?")
      .bind(chain)
      .all<{ code: string; done: number }>();
    return new Map(results.map(({ code, done }) => [code, done]));
  }

  async setDone(code: string, chain: ChainName | "overdue", done: number): Promise<void> {
    await doneStatement(this.#db, code, chain, done).run();
  }

  /** Forgets the clocks of cases that are closed; one that is opened again begins anew. */
  async sweep(now: number): Promise<void> {
    await this.#db.batch([
      this.#db.prepare(
        "DELETE FROM report_alarms WHERE code NOT IN (SELECT code FROM reports WHERE closed_at IS NULL)",
      ),
      this.#db.prepare("DELETE FROM duty_shifts WHERE until <= ?").bind(now),
    ]);
  }

  async takeShift(telegramId: string, since: number, until: number): Promise<void> {
    await this.#db
      .prepare(
        `INSERT INTO duty_shifts (telegram_id, since, until) VALUES (?1, ?2, ?3)
         ON CONFLICT (telegram_id) DO UPDATE SET since = ?2, until = ?3`,
      )
      .bind(telegramId, since, until)
      .run();
  }

  async leaveShift(telegramId: string): Promise<void> {
    await this.#db.prepare("DELETE FROM duty_shifts WHERE telegram_id = ?").bind(telegramId).run();
  }

  /** Who has the shift now, the newest first. */
  async onShift(now: number): Promise<readonly { readonly telegramId: string; readonly until: number }[]> {
    const { results } = await this.#db
      .prepare(
        `SELECT telegram_id AS telegramId, until FROM duty_shifts WHERE since <= ?1 AND until > ?1
         ORDER BY since DESC, telegram_id`,
      )
      .bind(now)
      .all<{ telegramId: string; until: number }>();
    return results;
  }

  /** Who did something with a case lately, the latest first: Telegram ids. */
  async actedLast(): Promise<readonly string[]> {
    const { results } = await this.#db
      .prepare(
        `SELECT actor FROM (SELECT id, actor FROM report_events ORDER BY id DESC LIMIT ?)
         WHERE actor NOT IN ('reporter', 'system') GROUP BY actor ORDER BY max(id) DESC`,
      )
      .bind(LOOKED_THROUGH)
      .all<{ actor: string }>();
    return results.map(({ actor }) => actor);
  }

  /** Begins a drill; null where one is under way. */
  async beginDrill(by: string, at: number): Promise<Drill | null> {
    return this.#db
      .prepare(
        `INSERT INTO duty_drills (begun_by, begun_at)
         SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM duty_drills WHERE ended_at IS NULL)
         RETURNING id, begun_by AS begunBy, begun_at AS begunAt, done`,
      )
      .bind(by, at)
      .first<Drill>();
  }

  /** The drill under way; null where there is none. */
  async drill(): Promise<Drill | null> {
    return this.#db
      .prepare(
        "SELECT id, begun_by AS begunBy, begun_at AS begunAt, done FROM duty_drills WHERE ended_at IS NULL",
      )
      .first<Drill>();
  }

  async setDrillDone(id: number, done: number): Promise<void> {
    await this.#db.prepare("UPDATE duty_drills SET done = ? WHERE id = ?").bind(done, id).run();
  }

  /** Ends it once: of two taps one does. @returns false where it had ended, or isn't known */
  async endDrill(id: number, by: string, at: number): Promise<boolean> {
    const { meta } = await this.#db
      .prepare("UPDATE duty_drills SET ended_by = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL")
      .bind(by, at, id)
      .run();
    return meta.changes > 0;
  }
}

/**
 * For a batch: a case that is opened again is called for from the first step on.
 * @param condition SQL that must be true in the same transaction, with its values
 */
export const restartStatement = (
  db: D1Database,
  code: string,
  condition: string,
  ...values: readonly (string | number)[]
): D1PreparedStatement =>
  db.prepare(`DELETE FROM report_alarms WHERE code = ? AND ${condition}`).bind(code, ...values);

/** For a batch with what the step tells. */
export const doneStatement = (
  db: D1Database,
  code: string,
  chain: ChainName | "overdue",
  done: number,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO report_alarms (code, chain, done) VALUES (?1, ?2, ?3)
       ON CONFLICT (code, chain) DO UPDATE SET done = max(done, ?3)`,
    )
    .bind(code, chain, done);
