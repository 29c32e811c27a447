import { type Fact, factSchema } from "../figures/fact.ts";

/** How long a preview waits for its confirmation, in milliseconds. */
export const DRAFT_LIFE = 30 * 60_000;

export interface DraftChange {
  readonly id: string;
  /** Null takes the override away: the figure of `knowledge/` is told again, or none. */
  readonly after: Fact | null;
}

export interface NewDraft {
  readonly id: string;
  readonly kind: "upload" | "rollback";
  readonly sentBy: string;
  readonly at: number;
  /** The version that the preview was made against. */
  readonly base: number;
  readonly fileHash: string;
  readonly fresh: number;
  readonly changed: number;
  readonly changes: readonly DraftChange[];
}

export type Confirmation =
  | { readonly kind: "applied"; readonly version: number; readonly fresh: number; readonly changed: number }
  /** No such draft of this person. */
  | { readonly kind: "unknown" }
  | { readonly kind: "expired" }
  /** Another version was confirmed since the preview. */
  | { readonly kind: "stale" };

export interface FigureVersion {
  readonly version: number;
  readonly kind: "upload" | "rollback";
  readonly sentBy: string;
  readonly at: number;
  readonly fresh: number;
  readonly changed: number;
}

interface DraftRow {
  readonly kind: "upload" | "rollback";
  readonly sent_by: string;
  readonly made_at: number;
  readonly base: number;
  readonly file_hash: string;
  readonly fresh: number;
  readonly changed: number;
  readonly changes: string;
}

/** The figures that supervisors have sent, version by version. Every change is one atomic batch. */
export class FigureUpdates {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** The newest version; 0 where nothing was ever sent. */
  async head(): Promise<number> {
    const row = await this.#db
      .prepare("SELECT max(version) AS head FROM figure_versions")
      .first<{ head: number | null }>();
    return row?.head ?? 0;
  }

  async overrides(): Promise<readonly Fact[]> {
    const { results } = await this.#db
      .prepare("SELECT fact FROM figure_overrides ORDER BY id")
      .all<{ fact: string }>();
    return results.map(({ fact }) => factSchema.parse(JSON.parse(fact)));
  }

  /** Keeps what a preview showed. The same id twice is one draft. */
  async keepDraft(draft: NewDraft): Promise<void> {
    const { id, kind, sentBy, at, base, fileHash, fresh, changed, changes } = draft;
    await this.#db
      .prepare(
        `INSERT OR IGNORE INTO figure_drafts (id, kind, sent_by, made_at, base, file_hash, fresh, changed, changes)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .bind(id, kind, sentBy, at, base, fileHash, fresh, changed, JSON.stringify(changes))
      .run();
  }

  /** Forgets a draft that wasn't confirmed. */
  async dropDraft(id: string, by: string): Promise<void> {
    await this.#db
      .prepare(
        "DELETE FROM figure_drafts WHERE id = ? AND sent_by = ? AND NOT EXISTS (SELECT 1 FROM figure_versions WHERE draft = id)",
      )
      .bind(id, by)
      .run();
  }

  /**
   * Makes a draft the newest version, where nothing was confirmed since its preview. Confirmed again by a repeated turn
   * it is the version that it became.
   */
  async confirm(id: string, by: string, now: number): Promise<Confirmation> {
    const draft = await this.#db
      .prepare("SELECT * FROM figure_drafts WHERE id = ? AND sent_by = ?")
      .bind(id, by)
      .first<DraftRow>();
    if (draft === null) return { kind: "unknown" };
    const version = draft.base + 1;
    const { fresh, changed } = draft;
    if (await this.#isApplied(id)) return { kind: "applied", version, fresh, changed };
    if (draft.made_at + DRAFT_LIFE < now) return { kind: "expired" };
    await this.#db.batch(this.#application(id, draft, version, now));
    return (await this.#isApplied(id)) ? { kind: "applied", version, fresh, changed } : { kind: "stale" };
  }

  /** The newest versions first. */
  async history(limit: number): Promise<readonly FigureVersion[]> {
    const { results } = await this.#db
      .prepare("SELECT * FROM figure_versions ORDER BY version DESC LIMIT ?")
      .bind(limit)
      .all<Omit<DraftRow, "made_at" | "base" | "changes"> & { version: number; applied_at: number }>();
    return results.map(({ version, kind, sent_by: sentBy, applied_at: at, fresh, changed }) => ({
      version,
      kind,
      sentBy,
      at,
      fresh,
      changed,
    }));
  }

  /** What takes the newest version back; null where there is none. */
  async stepBack(): Promise<{ readonly version: number; readonly changes: readonly DraftChange[] } | null> {
    const version = await this.head();
    if (version === 0) return null;
    const { results } = await this.#db
      .prepare("SELECT id, before FROM figure_changes WHERE version = ? ORDER BY id")
      .bind(version)
      .all<{ id: string; before: string | null }>();
    const changes = results.map(({ id, before }) => ({
      id,
      after: before === null ? null : factSchema.parse(JSON.parse(before)),
    }));
    return { version, changes };
  }

  async #isApplied(draft: string): Promise<boolean> {
    const row = await this.#db
      .prepare("SELECT 1 AS yes FROM figure_versions WHERE draft = ?")
      .bind(draft)
      .first();
    return row !== null;
  }

  /** All or nothing: each statement holds only where the first one wrote the version for this very draft. */
  #application(id: string, draft: DraftRow, version: number, now: number): D1PreparedStatement[] {
    const mine = "EXISTS (SELECT 1 FROM figure_versions WHERE version = ?1 AND draft = ?2)";
    const rows = "json_each((SELECT changes FROM figure_drafts WHERE id = ?2)) AS change";
    const after = "json_extract(change.value, '$.after')";
    const key = "json_extract(change.value, '$.id')";
    const prepare = (sql: string) => this.#db.prepare(sql).bind(version, id);
    return [
      this.#db
        .prepare(
          `INSERT OR IGNORE INTO figure_versions (version, draft, kind, sent_by, applied_at, file_hash, fresh, changed)
           SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE coalesce((SELECT max(version) FROM figure_versions), 0) = ?`,
        )
        .bind(
          version,
          id,
          draft.kind,
          draft.sent_by,
          now,
          draft.file_hash,
          draft.fresh,
          draft.changed,
          draft.base,
        ),
      prepare(
        `INSERT OR IGNORE INTO figure_changes (version, id, before, after)
         SELECT ?1, ${key}, (SELECT fact FROM figure_overrides o WHERE o.id = ${key}), ${after} FROM ${rows} WHERE ${mine}`,
      ),
      prepare(
        `DELETE FROM figure_overrides WHERE id IN (SELECT ${key} FROM ${rows} WHERE ${after} IS NULL) AND ${mine}`,
      ),
      prepare(
        `INSERT OR REPLACE INTO figure_overrides (id, fact) SELECT ${key}, ${after} FROM ${rows} WHERE ${after} IS NOT NULL AND ${mine}`,
      ),
      this.#db
        .prepare(
          `INSERT OR IGNORE INTO audit (key, at, actor, action, subject)
           SELECT 'figures:' || ?, ?, ?, ?, 'version ' || ? WHERE EXISTS (SELECT 1 FROM figure_versions WHERE draft = ?)`,
        )
        .bind(id, now, draft.sent_by, `figures_${draft.kind}`, version, id),
    ];
  }
}
