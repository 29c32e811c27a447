import { type Fact, factSchema } from "../figures/fact.ts";
import type { AuditLog } from "../officials/audit.ts";
import { DRAFT_LIFE } from "../officials/sent-file.ts";
import { type DraftChange, FigureDrafts, type Update } from "./drafts.ts";

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
  /** Something of it is still asked. */
  | { readonly kind: "asked" }
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
  readonly questions: string;
}

/** The columns of `figure_versions` with the names of `FigureVersion`. */
const VERSIONS = `SELECT version, kind, sent_by AS sentBy, applied_at AS at, file_name AS fileName, file_hash AS fileHash,
 fresh, changed, unchanged, refused, restores FROM figure_versions`;

/** The figures from supervisors, version by version. Every change is one atomic batch. */
export class FigureUpdates {
  readonly drafts: FigureDrafts;
  readonly #db: D1Database;
  readonly #audit: AuditLog;

  constructor(db: D1Database, audit: AuditLog) {
    this.drafts = new FigureDrafts(db);
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

  /**
   * Makes a draft the newest version, unless another was confirmed since its preview. A second confirmation, by another
   * tap or a repeated turn, returns the same version.
   */
  async confirm(id: string, by: string, now: number): Promise<Confirmation> {
    const draft = await this.#db
      .prepare(
        "SELECT kind, sent_by, made_at, base, questions FROM figure_drafts WHERE id = ? AND sent_by = ?",
      )
      .bind(id, by)
      .first<DraftRow>();
    if (draft === null) return { kind: "unknown" };
    const before = await this.#versionOf(id);
    if (before !== null) return { kind: "applied", version: before, again: true };
    if (draft.made_at + DRAFT_LIFE < now) return { kind: "expired" };
    if (draft.questions !== "[]") return { kind: "asked" };
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
           FROM figure_drafts WHERE id = ?2 AND base = ?1 - 1 AND questions = '[]' AND coalesce((SELECT max(version) FROM figure_versions), 0) = base`,
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
