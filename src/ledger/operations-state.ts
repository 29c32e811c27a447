import { z } from "zod";
import { MINUTE } from "../platform/time.ts";
/** Cron runs every five minutes: two missed runs in a row are a fault. In milliseconds. */
export const CRON_MISSED_AFTER = 15 * MINUTE;

/** What cron stores from one run to the next: small values by name, each with the time of writing. */
export class OperationsState {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  async get(name: string): Promise<{ readonly value: string; readonly at: number } | null> {
    return this.#db
      .prepare("SELECT value, at FROM operations_state WHERE name = ?")
      .bind(name)
      .first<{ value: string; at: number }>();
  }

  async set(name: string, value: string, at: number): Promise<void> {
    await this.statement(name, value, at).run();
  }

  /** What `set` does, for a batch. */
  statement(name: string, value: string, at: number): D1PreparedStatement {
    return this.#db
      .prepare(
        `INSERT INTO operations_state (name, value, at) VALUES (?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at`,
      )
      .bind(name, value, at);
  }
}

const Stuck = z.object({ n: z.number(), oldest: z.number().nullable() });

/** What the last sweep found: how much waits too long, and since when; empty where there was no sweep. */
export function readStuck(value: string | undefined): Readonly<z.infer<typeof Stuck>> {
  return value === undefined ? { n: 0, oldest: null } : Stuck.parse(JSON.parse(value));
}

const Waiting = z.object({ n: z.number(), since: z.number().nullable() });
const Outgoing = Waiting.extend({ duty: Waiting });

/** How many parts wait to be sent, also those that are being tried again, and since when the oldest does. */
export type Waiting = Readonly<z.infer<typeof Waiting>>;

/** The same of all chats, and of the duty group alone. */
export type Outgoing = Readonly<z.infer<typeof Outgoing>>;

const NOTHING: Waiting = { n: 0, since: null };

/** What the last sweep found waiting to be sent. */
export function readOutgoing(value: string | undefined): Outgoing {
  return value === undefined ? { ...NOTHING, duty: NOTHING } : Outgoing.parse(JSON.parse(value));
}

/** What the duty group's chat said last: empty where nothing waits there too long. */
export function readDutyLate(value: string | undefined): Waiting {
  return value === undefined ? NOTHING : Waiting.parse(JSON.parse(value));
}
