import { z } from "zod";
import { KEPT_FOR } from "../../platform/retention.ts";
import { type Fact, factSchema } from "../figures/fact.ts";

/** D1 stores at most 2 MB of text in one row; the changes of a draft must fit. */
const MAX_DRAFT_BYTES = 1_900_000;

export interface DraftChange {
  readonly id: string;
  /** Null removes the override: then the figure of `knowledge/` counts again, if there is one. */
  readonly after: Fact | null;
}

/** What is asked before a draft can be confirmed; about one figure where it has an id. */
export interface Question {
  readonly text: string;
  readonly id?: string | undefined;
}

/** The numbers of rows by result. */
export interface Counts {
  readonly fresh: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

export interface Update extends Counts {
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
  readonly questions?: readonly Question[];
}

/** A draft as it waits: what it would change, and what is still asked. */
export interface OpenDraft {
  readonly base: number;
  readonly at: number;
  readonly changes: readonly DraftChange[];
  readonly questions: readonly Question[];
}

const storedChanges = z.array(z.object({ id: z.string(), after: factSchema.nullable() }));
const storedQuestions = z.array(z.object({ text: z.string(), id: z.string().optional() }));
/** One that wasn't confirmed. */
const OPEN = "NOT EXISTS (SELECT 1 FROM figure_versions WHERE draft = id)";

/** Previews that wait for their confirmation. */
export class FigureDrafts {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** Stores a preview's draft and deletes old ones. The same id twice is one draft. False where it is too large. */
  async keep(draft: NewDraft): Promise<boolean> {
    const { id, kind, sentBy, at, base, fileName, fileHash, fresh, changed, unchanged, refused, restores } =
      draft;
    const changes = JSON.stringify(draft.changes);
    const questions = JSON.stringify(draft.questions ?? []);
    if (new TextEncoder().encode(changes + questions).length > MAX_DRAFT_BYTES) return false;
    const values = [
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
    ];
    await this.#db.batch([
      this.#db.prepare(`DELETE FROM figure_drafts WHERE made_at < ? AND ${OPEN}`).bind(at - KEPT_FOR.preview),
      this.#db
        .prepare(
          `INSERT OR IGNORE INTO figure_drafts (id, kind, sent_by, made_at, base, file_name, file_hash, fresh, changed, unchanged, refused, restores, changes, questions)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .bind(...values, changes, questions),
    ]);
    return true;
  }

  /** A draft of this person that still waits; null where there is none. */
  async find(id: string, by: string): Promise<OpenDraft | null> {
    const row = await this.#db
      .prepare(
        `SELECT base, made_at AS at, changes, questions FROM figure_drafts WHERE id = ? AND sent_by = ? AND ${OPEN}`,
      )
      .bind(id, by)
      .first<{ base: number; at: number; changes: string; questions: string }>();
    return row === null
      ? null
      : {
          base: row.base,
          at: row.at,
          changes: storedChanges.parse(JSON.parse(row.changes)),
          questions: storedQuestions.parse(JSON.parse(row.questions)),
        };
  }

  /** Writes down what is left to ask and to change. */
  async settle(
    id: string,
    by: string,
    left: Pick<OpenDraft, "changes" | "questions"> & Pick<Counts, "fresh" | "changed">,
  ): Promise<void> {
    await this.#db
      .prepare(
        `UPDATE figure_drafts SET changes = ?, questions = ?, fresh = ?, changed = ? WHERE id = ? AND sent_by = ? AND ${OPEN}`,
      )
      .bind(JSON.stringify(left.changes), JSON.stringify(left.questions), left.fresh, left.changed, id, by)
      .run();
  }

  /** Deletes a draft of this person; false where it doesn't exist or was confirmed. */
  async drop(id: string, by: string): Promise<boolean> {
    const { meta } = await this.#db
      .prepare(`DELETE FROM figure_drafts WHERE id = ? AND sent_by = ? AND ${OPEN}`)
      .bind(id, by)
      .run();
    return meta.changes > 0;
  }
}
