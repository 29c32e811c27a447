import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import { MINUTE } from "../../platform/time.ts";
import { codesOf } from "./one-time-code.ts";
import { TWO_PERSON_RULES } from "./two-person-rules.ts";

const { tries: TRIES, lockMinutes } = TWO_PERSON_RULES.code;

/** `locked_now`: this wrong try was one too many. `no_key`: the ring lost the key of the secret. */
export type CodeOutcome = "right" | "wrong" | "locked" | "locked_now" | "no_key";

interface CodeRow {
  readonly epoch: number;
  readonly key_id: string | null;
  readonly last_key: string | null;
}

export interface CodeTry {
  readonly telegramId: string;
  readonly code: string;
  /** The message that typed it, hashed: only its own repetition may use the code again. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Which one-time codes were used: each one once, whatever comes at the same time, and few wrong ones. */
export class CodeBook {
  readonly #db: D1Database;
  readonly #ring: KeyRing;

  constructor(db: D1Database, ring: KeyRing) {
    this.#db = db;
    this.#ring = ring;
  }

  /** Checks a code and uses it up. */
  async use({ telegramId, code, key, at }: CodeTry): Promise<CodeOutcome> {
    await this.#db
      .prepare("INSERT OR IGNORE INTO official_codes (telegram_id) VALUES (?)")
      .bind(telegramId)
      .run();
    const row = await this.#db
      .prepare("SELECT epoch, key_id, last_key FROM official_codes WHERE telegram_id = ?")
      .bind(telegramId)
      .first<CodeRow>();
    if (row === null) return "wrong";
    if (row.last_key === key) return "right";
    // Counted before it is looked at: of many tries at once no more are looked at than are allowed.
    const counted = await this.#countTry(telegramId, at);
    if (counted === null) return "locked";
    const fits = this.#fit(telegramId, row, code, at);
    if (fits === "no_key") return "no_key";
    const isRight = fits !== null && (await this.#useUp(telegramId, row.epoch, { ...fits, key }));
    if (isRight) return "right";
    return counted.locked_until === null ? "wrong" : "locked_now";
  }

  async #countTry(telegramId: string, at: number): Promise<{ readonly locked_until: number | null } | null> {
    return this.#db
      .prepare(
        `UPDATE official_codes
         SET wrong = CASE WHEN locked_until IS NULL THEN wrong + 1 ELSE 1 END,
             locked_until = CASE WHEN locked_until IS NULL AND wrong + 1 >= ? THEN ? END
         WHERE telegram_id = ? AND (locked_until IS NULL OR locked_until <= ?)
         RETURNING locked_until`,
      )
      .bind(TRIES, at + lockMinutes * MINUTE, telegramId, at)
      .first();
  }

  /** Until a first code was right, the secret may come from any key of the ring; then it stays with that one. */
  #fit(
    telegramId: string,
    { epoch, key_id: pinned }: CodeRow,
    code: string,
    at: number,
  ): { readonly step: number; readonly keyId: string } | "no_key" | null {
    let known = 0;
    for (const keyId of pinned === null ? this.#ring.ids : [pinned]) {
      const codes = codesOf(this.#ring, telegramId, { epoch, keyId });
      if (codes === null) continue;
      known += 1;
      const step = codes.stepOf(code, at);
      if (step !== null) return { step, keyId };
    }
    return known === 0 ? "no_key" : null;
  }

  async #useUp(
    telegramId: string,
    epoch: number,
    { step, keyId, key }: { readonly step: number; readonly keyId: string; readonly key: string },
  ): Promise<boolean> {
    const { meta } = await this.#db
      .prepare(
        `UPDATE official_codes
         SET last_step = ?, last_key = ?, key_id = ?, wrong = 0, locked_until = NULL
         WHERE telegram_id = ? AND epoch = ? AND last_step < ?`,
      )
      .bind(step, key, keyId, telegramId, epoch, step)
      .run();
    return meta.changes > 0;
  }
}
