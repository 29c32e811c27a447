import { KEPT_FOR } from "../../platform/retention.ts";
import { MINUTE } from "../../platform/time.ts";
import { type Fact, factSchema } from "../figures/fact.ts";
import type { AuditLog } from "../officials/audit.ts";

/** How long a preview waits for its confirmation, in milliseconds. */
export const DRAFT_LIFE = 30 * MINUTE;

/** D1 stores at most 2 MB of text in one row; the changes of a draft must fit. */
const MAX_DRAFT_BYTES = 1_900_000;

export interface DraftChange {
  readonly id: string;
  /** Null removes the override: then the figure of `knowledge/` counts again, if there is one. */
  readonly after: Fact | null;
}

/** The numbers of rows by result. */
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
  /** For a step back: the version whose figures count again; 0 for only those of `knowledge/`. */
  readonly restores: number | null;
}

export interface NewDraft extends Update {
  readonly id: string;
  readonly at: number;
  /** The version that the preview was compared with. */
  readonly base: number;
  readonly changes: readonly DraftChange[];
}

export interface FigureVersion extends Update {
  readonly version: number;
  readonly at: number;
}

export type Confirmation =
  /** `again`: it was already confirmed. */
  | { readonly kind: "applied"; readonly version: FigureVersion; readonly again: boolean }
  /** This person has no such draft. */
  | { readonly kind: "unknown" }
  | { readonly kind: "expired" }
  /** Another version was confirmed since the preview. */
  | { readonly kind: "stale" };

export interface StepBack {
  /** The newest version, which the step is compared with. */
  readonly base: number;
  /** The upload that is undone, and the version that counts again. */
  readonly undone: number;
  readonly restores: number;
  readonly changes: readonly DraftChange[];
}

interface DraftRow {
  readonly kind: "upload" | "rollback";
  readonly sent_by: string;
  readonly made_at: number;
  readonly base: number;
}

/** The columns of `figure_versions` with the names of `FigureVersion`. */
const VERSIONS = `SELECT version, kind, sent_by AS sentBy, applied_at AS at, file_name AS fileName, file_hash AS fileHash,
 fresh, changed, unchanged, refused, restores FROM figure_versions`;

/** The figures from supervisors, version by version. Every change is one atomic batch. */
export class FigureUpdates {
  readonly #db: D1Database;
  readonly #audit: AuditLog;

  constructor(db: D1Database, audit: AuditLog) {
    this.#db = db;
    this.#audit = audit;
  }

  /** The newest version; 0 where nothing was sent. */
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

  /** Stores a preview's draft and deletes old ones. The same id twice is one draft. False where it is too large. */
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

  /** Deletes a draft of this person; false where it doesn't exist or was confirmed. */
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
   * Makes a draft the newest version, unless another was confirmed since its preview. A second confirmation, by another
   * tap or a repeated turn, returns the same version.
   */
  async confirm(id: string, by: string, now: number): Promise<Confirmation> {
    const draft = await this.#db
      .prepare("SELECT kind, sent_by, made_at, base FROM figure_drafts WHERE id = ? AND sent_by = ?")
      .bind(id, by)
      .first<DraftRow>();
    if (draft === null) return { kind: "unknown" };
    const before = await this.#versionOf(id);
    if (before !== null) return { kind: "applied", version: before, again: true };
    if (draft.made_at + DRAFT_LIFE < now) return { kind: "expired" };
    const next = draft.base + 1;
    await this.#audit.commit(
      {
        key: `figures:${id}`,
        at: now,
        actor: by,
        action: `figures_${draft.kind}`,
        subject: `version ${next}`,
      },
      {
        when: {
          sql: "EXISTS (SELECT 1 FROM figure_versions WHERE version = ? AND draft = ?)",
          values: [next, id],
        },
        statements: this.#application(id, next, now),
      },
    );
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
   * The step that undoes the newest upload in use; null where there is none. After a step back, the next one undoes the
   * upload before.
   */
  async stepBack(): Promise<StepBack | null> {
    const [newest] = await this.history(1);
    const undone = newest?.restores ?? newest?.version ?? 0;
    if (newest === undefined || undone === 0) return null;
    const restores = await this.#toldAfter(undone - 1);
    // The oldest later change of each figure has the value from before all of them.
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

  /** The upload whose figures were in use after that version; for a step back, the upload that it went back to. */
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

  /** All or nothing: each statement applies only where the first one wrote the version for this draft. */
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
    ];
  }
}
