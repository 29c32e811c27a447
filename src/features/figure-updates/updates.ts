import { KEPT_FOR } from "../../platform/retention.ts";
import { MINUTE } from "../../platform/time.ts";
import { type Fact, factSchema } from "../figures/fact.ts";

/** How long a preview waits for its confirmation, in milliseconds. */
export const DRAFT_LIFE = 30 * MINUTE;

/** Longest text that D1 takes into one row is 2 MB; what a draft changes has to fit. */
const MAX_DRAFT_BYTES = 1_900_000;

export interface DraftChange {
  readonly id: string;
  /** Null takes the override away: the figure of `knowledge/` is told again, or none. */
  readonly after: Fact | null;
}

/** What became of the rows of a file. */
export interface Counts {
  readonly fresh: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

interface Update extends Counts {
  readonly kind: "upload" | "rollback";
  readonly sentBy: string;
  readonly fileName: string;
  readonly fileHash: string;
  /** For a step back, the version whose figures are told again; 0 for those of `knowledge/` alone. */
  readonly restores: number | null;
}

export interface NewDraft extends Update {
  readonly id: string;
  readonly at: number;
  /** The version that the preview was made against. */
  readonly base: number;
  readonly changes: readonly DraftChange[];
}

export interface FigureVersion extends Update {
  readonly version: number;
  readonly at: number;
}

export type Confirmation =
  /** `again`: it had been confirmed before. */
  | { readonly kind: "applied"; readonly version: FigureVersion; readonly again: boolean }
  /** No such draft of this person. */
  | { readonly kind: "unknown" }
  | { readonly kind: "expired" }
  /** Another version was confirmed since the preview. */
  | { readonly kind: "stale" };

export interface StepBack {
  /** The newest version, that the step is made against. */
  readonly base: number;
  /** The upload that is taken back, and the version that is told again. */
  readonly undone: number;
  readonly restores: number;
  readonly changes: readonly DraftChange[];
}

interface DraftRow {
  readonly sent_by: string;
  readonly made_at: number;
  readonly base: number;
}

/** The columns of `figure_versions` as `FigureVersion` calls them. */
const VERSIONS = `SELECT version, kind, sent_by AS sentBy, applied_at AS at, file_name AS fileName, file_hash AS fileHash,
 fresh, changed, unchanged, refused, restores FROM figure_versions`;

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

  /** Keeps what a preview showed, and forgets old ones. The same id twice is one draft. False where it is too large. */
  async keepDraft(draft: NewDraft): Promise<boolean> {
    const { id, kind, sentBy, at, base, fileName, fileHash, fresh, changed, unchanged, refused, restores } =
      draft;
    const changes = JSON.stringify(draft.changes);
    if (new TextEncoder().encode(changes).length > MAX_DRAFT_BYTES) return false;
    await this.#db.batch([
      this.#db
        .prepare(
          "DELETE FROM figure_drafts WHERE made_at < ? AND NOT EXISTS (SELECT 1 FROM figure_versions WHERE draft = id)",
        )
        .bind(at - KEPT_FOR.preview),
      this.#db
        .prepare(
          `INSERT OR IGNORE INTO figure_drafts (id, kind, sent_by, made_at, base, file_name, file_hash, fresh, changed, unchanged, refused, restores, changes)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .bind(
          id,
          kind,
          sentBy,
          at,
          base,
          fileName,
          fileHash,
          fresh,
          changed,
          unchanged,
          refused,
          restores,
          changes,
        ),
    ]);
    return true;
  }

  /** Forgets a draft of this person; false where it isn't there or was confirmed. */
  async dropDraft(id: string, by: string): Promise<boolean> {
    const { meta } = await this.#db
      .prepare(
        "DELETE FROM figure_drafts WHERE id = ? AND sent_by = ? AND NOT EXISTS (SELECT 1 FROM figure_versions WHERE draft = id)",
      )
      .bind(id, by)
      .run();
    return meta.changes > 0;
  }

  /**
   * Makes a draft the newest version, where nothing was confirmed since its preview. Confirmed again, by a second tap
   * or a repeated turn, it is the version that it became.
   */
  async confirm(id: string, by: string, now: number): Promise<Confirmation> {
    const draft = await this.#db
      .prepare("SELECT sent_by, made_at, base FROM figure_drafts WHERE id = ? AND sent_by = ?")
      .bind(id, by)
      .first<DraftRow>();
    if (draft === null) return { kind: "unknown" };
    const before = await this.#versionOf(id);
    if (before !== null) return { kind: "applied", version: before, again: true };
    if (draft.made_at + DRAFT_LIFE < now) return { kind: "expired" };
    await this.#db.batch(this.#application(id, draft.base + 1, now));
    const version = await this.#versionOf(id);
    return version === null ? { kind: "stale" } : { kind: "applied", version, again: false };
  }

  /** The newest versions first. */
  async history(limit: number): Promise<readonly FigureVersion[]> {
    const { results } = await this.#db
      .prepare(`${VERSIONS} ORDER BY version DESC LIMIT ?`)
      .bind(limit)
      .all<FigureVersion>();
    return results;
  }

  /**
   * What takes the newest upload back that is still told; null where there is none. A step back after a step back goes
   * one upload further.
   */
  async stepBack(): Promise<StepBack | null> {
    const [newest] = await this.history(1);
    const undone = newest?.restores ?? newest?.version ?? 0;
    if (newest === undefined || undone === 0) return null;
    const restores = await this.#toldAfter(undone - 1);
    // The oldest change of each figure since then knows what stood before all of them.
    const { results } = await this.#db
      .prepare(
        `SELECT id, before, min(version) FROM figure_changes WHERE version > ?1 GROUP BY id
         HAVING before IS NOT (SELECT fact FROM figure_overrides o WHERE o.id = figure_changes.id) ORDER BY id`,
      )
      .bind(restores)
      .all<{ id: string; before: string | null }>();
    const changes = results.map(({ id, before }) => ({
      id,
      after: before === null ? null : factSchema.parse(JSON.parse(before)),
    }));
    return { base: newest.version, undone, restores, changes };
  }

  /** The upload whose figures were told after that version: of a step back, the one that it went back to. */
  async #toldAfter(version: number): Promise<number> {
    const row = await this.#db
      .prepare("SELECT coalesce(restores, version) AS told FROM figure_versions WHERE version = ?")
      .bind(version)
      .first<{ told: number }>();
    return row?.told ?? 0;
  }

  #versionOf(draft: string): Promise<FigureVersion | null> {
    return this.#db.prepare(`${VERSIONS} WHERE draft = ?`).bind(draft).first<FigureVersion>();
  }

  /** All or nothing: each statement holds only where the first one wrote the version for this very draft. */
  #application(id: string, version: number, now: number): D1PreparedStatement[] {
    const mine = "EXISTS (SELECT 1 FROM figure_versions WHERE version = ?1 AND draft = ?2)";
    const rows = "json_each((SELECT changes FROM figure_drafts WHERE id = ?2)) AS change";
    const after = "json_extract(change.value, '$.after')";
    const key = "json_extract(change.value, '$.id')";
    const prepare = (sql: string) => this.#db.prepare(sql).bind(version, id);
    return [
      this.#db
        .prepare(
          `INSERT OR IGNORE INTO figure_versions (version, draft, kind, sent_by, applied_at, file_name, file_hash, fresh, changed, unchanged, refused, restores)
           SELECT ?1, id, kind, sent_by, ?3, file_name, file_hash, fresh, changed, unchanged, refused, restores
           FROM figure_drafts WHERE id = ?2 AND base = ?1 - 1 AND coalesce((SELECT max(version) FROM figure_versions), 0) = base`,
        )
        .bind(version, id, now),
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
      prepare(
        `INSERT OR IGNORE INTO audit (key, at, actor, action, subject)
         SELECT 'figures:' || draft, applied_at, sent_by, 'figures_' || kind, 'version ' || version
         FROM figure_versions WHERE version = ?1 AND draft = ?2`,
      ),
    ];
  }
}
