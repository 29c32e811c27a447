import { z } from "zod";
import type { KeyRing } from "../platform/crypto/key-ring.ts";
import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";
import { toHour } from "../platform/time.ts";

/** What was erased, so that it can be erased again after a restore of an older backup. */
export const Erased = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("case"),
    code: z.string(),
    why: z.string(),
    /** The state in which the case was closed: a backup may know it open. */
    state: z.string(),
    at: z.number(),
  }),
  z.object({
    kind: z.literal("chat"),
    /** The id of the chat's object. */
    conversation: z.string(),
    at: z.number(),
  }),
]);

export type Erased = Readonly<z.infer<typeof Erased>>;

/** An erasure as D1 has it: the sealed text can be opened under its id only. */
export interface SealedErasure {
  readonly id: string;
  readonly sealed: string;
}

/** The list outside of the database. `npm run serve` provides it; Cloudflare has no such binding. */
export type ErasureKeeper = Pick<Fetcher, "fetch">;

/** The longest list that is handed over at once. */
const AT_ONCE = 200;

export const erasureBinding = (id: string): string => `erasures/${id}`;

/** @throws SealError, or ZodError where it is of a later release */
export function openErasure(ring: KeyRing, { id, sealed }: SealedErasure): Erased {
  return Erased.parse(JSON.parse(ring.openNow(sealed, erasureBinding(id))));
}

/**
 * The erasures in D1. A row is written with the erasure itself and stays; it is handed over to a list that no restore
 * takes back.
 */
export class Erasures {
  readonly #db: D1Database;
  readonly #ring: KeyRing;

  constructor(db: D1Database, ring: KeyRing) {
    this.#db = db;
    this.#ring = ring;
  }

  /**
   * The statement that notes an erasure, for a batch.
   * @param condition SQL that must be true in the same transaction
   */
  statement(erased: Erased, condition = "1", ...values: readonly (string | number)[]): D1PreparedStatement {
    const id = crypto.randomUUID();
    const said = { ...erased, at: toHour(erased.at) };
    return this.#db
      .prepare(`INSERT INTO erasures (id, sealed) SELECT ?, ? WHERE ${condition}`)
      .bind(id, this.#ring.sealNow(JSON.stringify(said), erasureBinding(id)), ...values);
  }

  /** Notes the erasure of a chat's rows. To be called before or after it; a repeated one does no harm. */
  async note(erased: Erased): Promise<void> {
    await this.statement(erased).run();
  }

  /** Puts back what a restore took away: it was erased again, and the list has it. */
  async restore(id: string, erased: Erased): Promise<void> {
    await this.#db
      .prepare("INSERT OR IGNORE INTO erasures (id, sealed, kept) VALUES (?, ?, 1)")
      .bind(id, this.#ring.sealNow(JSON.stringify(erased), erasureBinding(id)))
      .run();
  }

  /** Gives what isn't in the list outside yet to it. Never throws: the next run of cron tries again. */
  async handOver(keeper: ErasureKeeper | undefined): Promise<void> {
    if (keeper === undefined) return;
    try {
      for (;;) {
        const { results } = await this.#db
          .prepare("SELECT id, sealed FROM erasures WHERE kept = 0 ORDER BY n LIMIT ?")
          .bind(AT_ONCE)
          .all<SealedErasure>();
        if (results.length === 0) return;
        const { ok } = await keeper.fetch("http://erasures/", {
          method: "POST",
          body: JSON.stringify(results),
        });
        if (!ok) return logEvent("erasures_not_kept", { reason: "refused", n: results.length });
        await this.#db
          .prepare("UPDATE erasures SET kept = 1 WHERE id IN (SELECT value FROM json_each(?))")
          .bind(JSON.stringify(results.map(({ id }) => id)))
          .run();
      }
    } catch (error) {
      logEvent("erasures_not_kept", { code: errorCode(error) });
    }
  }
}
