import { z } from "zod";
import { type KeyRing, SealError } from "../../platform/crypto/key-ring.ts";
import { KEPT_FOR } from "../../platform/retention.ts";
import { MINUTE } from "../../platform/time.ts";
import type { AuditLog } from "../officials/audit.ts";

/** How long a preview waits for its confirmation, in milliseconds. */
export const DRAFT_LIFE = 30 * MINUTE;

const Body = z.object({
  /** The question as it is shown. */
  question: z.string(),
  /** Other forms of the question. */
  asks: z.array(z.string()).readonly(),
  answer: z.string(),
  source: z.string(),
  audience: z.enum(["public", "internal"]),
  /** The name of the approving official: a label, never an id. */
  author: z.string(),
});

/** An approved answer without its number. */
export type CuratedBody = Readonly<z.infer<typeof Body>>;

export interface CuratedAnswer extends CuratedBody {
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly approvedAt: number;
}

export type Confirmation =
  /** `again`: it was already confirmed. */
  | { readonly kind: "published"; readonly answer: CuratedAnswer; readonly again: boolean }
  /** This person has no such draft. */
  | { readonly kind: "unknown" }
  | { readonly kind: "expired" };

interface AnswerRow {
  readonly number: number;
  readonly draft: string;
  readonly body: string;
  readonly approved_at: number;
}

const ANSWER = "number, draft, body, approved_at";
/** Written without keys: a sealed body begins with its format. */
const UNSEALED = "{";
/** Bodies that one run of cron seals. */
const SEALED_AT_ONCE = 200;

/** The place of a sealed body: a draft's, and that of the answer made of it. */
const binding = (draft: string): string => `curated/body/${draft}`;

const LIVE = "number NOT IN (SELECT number FROM curated_retirements)";

/**
 * The approved answers in D1. Rows are only added, so that we can always show what was said when. With a key ring their
 * words rest sealed: the question may be a citizen's.
 */
export class CuratedAnswers {
  readonly #db: D1Database;
  readonly #audit: AuditLog;
  readonly #ring: KeyRing | undefined;

  constructor(db: D1Database, audit: AuditLog, ring?: KeyRing) {
    this.#db = db;
    this.#audit = audit;
    this.#ring = ring;
  }

  /** Increases with every approval and withdrawal: one cheap read shows whether `live` has changed. */
  async version(): Promise<number> {
    const row = await this.#db
      .prepare(
        "SELECT (SELECT count(*) FROM curated_answers) + (SELECT count(*) FROM curated_retirements) AS version",
      )
      .first<{ version: number }>();
    return row?.version ?? 0;
  }

  /** Every answer in use, the newest first. */
  async live(): Promise<readonly CuratedAnswer[]> {
    const { results } = await this.#db
      .prepare(`SELECT ${ANSWER} FROM curated_answers WHERE ${LIVE} ORDER BY number DESC`)
      .all<AnswerRow>();
    return results.flatMap((row) => this.#read(row) ?? []);
  }

  /** The answer in use with this number; null where there is none. */
  async byNumber(number: number): Promise<CuratedAnswer | null> {
    const row = await this.#db
      .prepare(`SELECT ${ANSWER} FROM curated_answers WHERE number = ? AND ${LIVE}`)
      .bind(number)
      .first<AnswerRow>();
    return row === null ? null : this.#read(row);
  }

  /** Stores the draft of a preview and deletes old drafts. The same id twice is one draft. */
  async keepDraft(draft: {
    readonly id: string;
    readonly by: string;
    readonly at: number;
    readonly body: CuratedBody;
  }): Promise<void> {
    const { id, by, at, body } = draft;
    await this.#db.batch([
      this.#db
        .prepare(
          "DELETE FROM curated_drafts WHERE made_at < ? AND NOT EXISTS (SELECT 1 FROM curated_answers WHERE draft = id)",
        )
        .bind(at - KEPT_FOR.preview),
      this.#db
        .prepare("INSERT OR IGNORE INTO curated_drafts (id, sent_by, made_at, body) VALUES (?, ?, ?, ?)")
        .bind(id, by, at, this.#seal(id, JSON.stringify(body))),
    ]);
  }

  /** Deletes a draft of this person; false where it doesn't exist or was confirmed. */
  async dropDraft(id: string, by: string): Promise<boolean> {
    const { meta } = await this.#db
      .prepare(
        "DELETE FROM curated_drafts WHERE id = ? AND sent_by = ? AND NOT EXISTS (SELECT 1 FROM curated_answers WHERE draft = id)",
      )
      .bind(id, by)
      .run();
    return meta.changes > 0;
  }

  /** Makes a draft an answer. A second confirmation, by another tap or a repeated turn, returns the same answer. */
  async confirm(id: string, by: string, now: number): Promise<Confirmation> {
    const draft = await this.#db
      .prepare("SELECT made_at FROM curated_drafts WHERE id = ? AND sent_by = ?")
      .bind(id, by)
      .first<{ made_at: number }>();
    if (draft === null) return { kind: "unknown" };
    const before = await this.#ofDraft(id);
    if (before !== null) return { kind: "published", answer: before, again: true };
    if (draft.made_at + DRAFT_LIFE < now) return { kind: "expired" };
    await this.#audit.commit(
      { key: `curated:${id}`, at: now, actor: by, action: "answer_published", subject: `draft ${id}` },
      {
        when: { sql: "EXISTS (SELECT 1 FROM curated_answers WHERE draft = ?)", values: [id] },
        statements: [
          this.#db
            .prepare(
              `INSERT OR IGNORE INTO curated_answers (draft, body, approved_by, approved_at)
               SELECT id, body, sent_by, ?2 FROM curated_drafts WHERE id = ?1 AND sent_by = ?3`,
            )
            .bind(id, now, by),
        ],
      },
    );
    const answer = await this.#ofDraft(id);
    return answer === null ? { kind: "unknown" } : { kind: "published", answer, again: false };
  }

  /** Withdraws an answer at once. False where there is no answer with this number, or never was. */
  async retire(number: number, by: string, now: number): Promise<boolean> {
    const [, retired] = await this.#audit.commit(
      {
        key: `curated-retired:${number}`,
        at: now,
        actor: by,
        action: "answer_retired",
        subject: `answer ${number}`,
      },
      {
        when: {
          sql: "EXISTS (SELECT 1 FROM curated_retirements WHERE number = ? AND retired_by = ?)",
          values: [number, by],
        },
        statements: [
          this.#db
            .prepare(
              `INSERT OR IGNORE INTO curated_retirements (number, retired_by, retired_at)
               SELECT number, ?2, ?3 FROM curated_answers WHERE number = ?1`,
            )
            .bind(number, by, now),
          this.#db
            .prepare("SELECT number FROM curated_retirements WHERE number = ? AND retired_by = ?")
            .bind(number, by),
        ],
      },
    );
    return (retired?.results.length ?? 0) > 0;
  }

  async #ofDraft(id: string): Promise<CuratedAnswer | null> {
    const row = await this.#db
      .prepare(`SELECT ${ANSWER} FROM curated_answers WHERE draft = ?`)
      .bind(id)
      .first<AnswerRow>();
    return row === null ? null : this.#read(row);
  }

  /** Seals what was written without keys or under an older key; some of it in one call. */
  async seal(): Promise<void> {
    const ring = this.#ring;
    if (ring === undefined) return;
    for (const [table, name] of [
      ["curated_drafts", "id"],
      ["curated_answers", "draft"],
    ] as const) {
      const { results } = await this.#db
        .prepare(
          `SELECT ${name} AS draft, body FROM ${table} WHERE substr(body, 1, ?) <> ? LIMIT ${SEALED_AT_ONCE}`,
        )
        .bind(ring.currentPrefix.length, ring.currentPrefix)
        .all<Pick<AnswerRow, "draft" | "body">>();
      for (const row of results) {
        const plain = this.#open(row);
        if (plain !== null)
          await this.#db
            .prepare(`UPDATE ${table} SET body = ? WHERE ${name} = ? AND body = ?`)
            .bind(this.#seal(row.draft, plain), row.draft, row.body)
            .run();
      }
    }
  }

  /** Null where its key is no longer in the ring, or it was altered. */
  #read({ number, draft, body, approved_at }: AnswerRow): CuratedAnswer | null {
    const plain = this.#open({ draft, body });
    return plain === null ? null : { number, approvedAt: approved_at, ...Body.parse(JSON.parse(plain)) };
  }

  #seal(draft: string, plain: string): string {
    return this.#ring?.sealNow(plain, binding(draft)) ?? plain;
  }

  #open({ draft, body }: Pick<AnswerRow, "draft" | "body">): string | null {
    if (body.startsWith(UNSEALED)) return body;
    try {
      return this.#ring?.openNow(body, binding(draft)) ?? null;
    } catch (error) {
      if (error instanceof SealError) return null;
      throw error;
    }
  }
}
