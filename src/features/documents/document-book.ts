import { z } from "zod";
import type { AddedPassage } from "../../knowledge/added-passages.ts";
import type { Audience, DocumentRef, Passage } from "../../knowledge/knowledge-index.ts";
import { KEPT_FOR } from "../../platform/retention.ts";
import type { AuditLog } from "../officials/audit.ts";
import { DRAFT_LIFE } from "../officials/sent-file.ts";

/** A file as it was read, which waits for its approval. */
export interface NewDraft {
  readonly id: string;
  readonly sentBy: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly document: string;
  /** The newest version of the document that the preview was compared with. */
  readonly base: number;
  readonly ref: DocumentRef;
  /** It may not be made public. */
  readonly isInternal: boolean;
  readonly fileName: string;
  readonly fileHash: string;
  readonly sections: readonly AddedPassage[];
}

export interface DocumentVersion {
  readonly version: number;
  readonly document: string;
  readonly kind: "upload" | "rollback" | "withdrawal";
  /** Whose sections are told; null where none are. */
  readonly draft: string | null;
  readonly audience: Audience;
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly ref: DocumentRef;
  readonly sections: number;
}

export type Confirmation =
  /** `again`: it was already approved. */
  | { readonly kind: "applied"; readonly version: DocumentVersion; readonly again: boolean }
  /** This person has no such draft. */
  | { readonly kind: "unknown" }
  | { readonly kind: "expired" }
  /** Another version was approved since the preview. */
  | { readonly kind: "stale" }
  /** It is for officials only. */
  | { readonly kind: "not_public" };

interface DraftRow {
  readonly document: string;
  readonly made_at: number;
  readonly base: number;
  readonly is_internal: number;
}

interface VersionRow extends Omit<DocumentVersion, "ref"> {
  readonly ref: string;
}

const VERSIONS = `SELECT v.version, v.document, v.kind, v.draft, v.audience, v.done_by AS "by", v.done_at AS at,
 coalesce(d.ref, (SELECT ref FROM document_drafts o WHERE o.document = v.document ORDER BY made_at DESC LIMIT 1), '{}') AS ref,
 coalesce(d.sections, 0) AS sections
 FROM document_versions v LEFT JOIN document_drafts d ON d.id = v.draft`;
const NEWEST = "v.version = (SELECT max(version) FROM document_versions n WHERE n.document = v.document)";
/** A section as its row has it. */
const Section = z.object({
  passage: z.custom<Passage>((value) => typeof value === "object" && value !== null),
  words: z.string(),
  stored: z.object({ encoder: z.string(), wordings: z.string() }),
});
/** Characters in one statement. */
const CHUNK = 400_000;

/** The documents that supervisors sent, version by version. Each change is one atomic batch with its audit entry. */
export class DocumentBook {
  readonly #db: D1Database;
  readonly #audit: AuditLog;

  constructor(db: D1Database, audit: AuditLog) {
    this.#db = db;
    this.#audit = audit;
  }

  /** Increases with every change of what is told; 0 where there never was any. */
  async head(): Promise<number> {
    const row = await this.#db
      .prepare("SELECT max(version) AS head FROM document_versions")
      .first<{ head: number | null }>();
    return row?.head ?? 0;
  }

  /** The newest version of a document; null where there is none. */
  async newestOf(document: string): Promise<DocumentVersion | null> {
    const row = await this.#db
      .prepare(`${VERSIONS} WHERE v.document = ? AND ${NEWEST}`)
      .bind(document)
      .first<VersionRow>();
    return row === null ? null : versionOf(row);
  }

  /** What is told now, the latest first. */
  async told(): Promise<readonly DocumentVersion[]> {
    const { results } = await this.#db
      .prepare(`${VERSIONS} WHERE ${NEWEST} AND v.draft IS NOT NULL ORDER BY v.version DESC`)
      .all<VersionRow>();
    return results.map(versionOf);
  }

  /** The version with this number, whether or not it is still told. */
  async version(version: number): Promise<DocumentVersion | null> {
    const row = await this.#db.prepare(`${VERSIONS} WHERE v.version = ?`).bind(version).first<VersionRow>();
    return row === null ? null : versionOf(row);
  }

  /** The newest versions of a document first. */
  async history(document: string, limit: number): Promise<readonly DocumentVersion[]> {
    const { results } = await this.#db
      .prepare(`${VERSIONS} WHERE v.document = ? ORDER BY v.version DESC LIMIT ?`)
      .bind(document, limit)
      .all<VersionRow>();
    return results.map(versionOf);
  }

  /** The sections of a draft in their order. @param from the first one, counted from 0 */
  async sections(draft: string, from = 0, limit = -1): Promise<readonly AddedPassage[]> {
    const { results } = await this.#db
      .prepare("SELECT body FROM document_sections WHERE draft = ? AND n >= ? ORDER BY n LIMIT ?")
      .bind(draft, from, limit)
      .all<{ body: string }>();
    return results.map(({ body }) => Section.parse(JSON.parse(body)));
  }

  /** True where this person has a preview with this id. */
  async isDraftOf(id: string, by: string): Promise<boolean> {
    const row = await this.#db
      .prepare("SELECT 1 FROM document_drafts WHERE id = ? AND sent_by = ?")
      .bind(id, by)
      .first();
    return row !== null;
  }

  /** Stores a preview's draft and deletes old ones. The same id twice is one draft. */
  async keepDraft(draft: NewDraft): Promise<void> {
    const { id, sentBy, at, document, base, ref, isInternal, fileName, fileHash, sections } = draft;
    const old = `made_at < ?1 AND ${UNUSED}`;
    await this.#db.batch([
      this.#db
        .prepare(`DELETE FROM document_sections WHERE draft IN (SELECT id FROM document_drafts WHERE ${old})`)
        .bind(at - KEPT_FOR.preview),
      this.#db.prepare(`DELETE FROM document_drafts WHERE ${old}`).bind(at - KEPT_FOR.preview),
      this.#db
        .prepare(
          `INSERT OR IGNORE INTO document_drafts
           (id, sent_by, made_at, document, base, ref, is_internal, file_name, file_hash, sections)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .bind(
          id,
          sentBy,
          at,
          document,
          base,
          JSON.stringify(ref),
          Number(isInternal),
          fileName,
          fileHash,
          sections.length,
        ),
      ...chunksOf(sections).map((chunk) =>
        this.#db
          .prepare(
            `INSERT OR IGNORE INTO document_sections (draft, n, body)
             SELECT ?1, value->>'n', value->>'body' FROM json_each(?2)`,
          )
          .bind(id, chunk),
      ),
    ]);
  }

  /** Deletes a draft of this person; false where it doesn't exist or was approved. */
  async dropDraft(id: string, by: string): Promise<boolean> {
    const mine = `id = ?1 AND sent_by = ?2 AND ${UNUSED}`;
    const [, dropped] = await this.#db.batch([
      this.#db
        .prepare(
          `DELETE FROM document_sections WHERE draft IN (SELECT id FROM document_drafts WHERE ${mine})`,
        )
        .bind(id, by),
      this.#db.prepare(`DELETE FROM document_drafts WHERE ${mine}`).bind(id, by),
    ]);
    return (dropped?.meta.changes ?? 0) > 0;
  }

  /**
   * Makes a draft the newest version of its document, unless another was approved since its preview. A second approval,
   * by another tap or a repeated turn, returns the same version.
   */
  async confirm(id: string, by: string, audience: Audience, now: number): Promise<Confirmation> {
    const draft = await this.#db
      .prepare(
        "SELECT document, made_at, base, is_internal FROM document_drafts WHERE id = ? AND sent_by = ?",
      )
      .bind(id, by)
      .first<DraftRow>();
    if (draft === null) return { kind: "unknown" };
    const before = await this.#uploadOf(id);
    if (before !== null) return { kind: "applied", version: before, again: true };
    if (draft.made_at + DRAFT_LIFE < now) return { kind: "expired" };
    if (audience === "public" && draft.is_internal === 1) return { kind: "not_public" };
    const { document, base } = draft;
    await this.#add({ document, base, kind: "upload", draft: id, audience, by, now });
    const version = await this.#uploadOf(id);
    return version === null ? { kind: "stale" } : { kind: "applied", version, again: false };
  }

  /**
   * Tells the version before again, or nothing where there was none or the document is withdrawn.
   * @param from the newest version, as whoever asks has seen it
   * @returns null where there is a newer one, or nothing is told
   */
  async change(
    from: DocumentVersion,
    kind: "rollback" | "withdrawal",
    by: string,
    now: number,
  ): Promise<DocumentVersion | null> {
    const earlier = kind === "withdrawal" ? null : await this.before(from);
    if (kind === "rollback" && earlier === null) return null;
    const draft = earlier?.draft ?? null;
    const audience = earlier?.audience ?? "internal";
    await this.#add({ document: from.document, base: from.version, kind, draft, audience, by, now });
    const newest = await this.newestOf(from.document);
    const isDone =
      newest !== null && newest.version > from.version && newest.draft === draft && newest.by === by;
    return isDone ? newest : null;
  }

  /** The version that a step back from this one tells again: the approval before, since the last withdrawal. */
  async before({ document, draft }: DocumentVersion): Promise<DocumentVersion | null> {
    const row = await this.#db
      .prepare(
        `${VERSIONS} JOIN document_versions u ON u.draft = ?2 AND u.kind = 'upload'
         WHERE v.document = ?1 AND v.kind = 'upload' AND v.version < u.version AND NOT EXISTS (
           SELECT 1 FROM document_versions w
           WHERE w.document = ?1 AND w.kind = 'withdrawal' AND w.version BETWEEN v.version AND u.version)
         ORDER BY v.version DESC LIMIT 1`,
      )
      .bind(document, draft)
      .first<VersionRow>();
    return row === null ? null : versionOf(row);
  }

  /** Replaces the learned wordings of sections, as another encoder makes them. */
  async renew(draft: string, sections: readonly AddedPassage[]): Promise<void> {
    await this.#db.batch(
      chunksOf(sections).map((chunk) =>
        this.#db
          .prepare(
            `UPDATE document_sections SET body = (SELECT value->>'body' FROM json_each(?2) WHERE value->>'n' = n)
             WHERE draft = ?1 AND n IN (SELECT value->>'n' FROM json_each(?2))`,
          )
          .bind(draft, chunk),
      ),
    );
  }

  async #uploadOf(draft: string): Promise<DocumentVersion | null> {
    const row = await this.#db
      .prepare(`${VERSIONS} WHERE v.draft = ? AND v.kind = 'upload'`)
      .bind(draft)
      .first<VersionRow>();
    return row === null ? null : versionOf(row);
  }

  /** Adds a version, where its base is still the newest of the document. */
  async #add(change: {
    readonly document: string;
    readonly base: number;
    readonly kind: DocumentVersion["kind"];
    readonly draft: string | null;
    readonly audience: Audience;
    readonly by: string;
    readonly now: number;
  }): Promise<void> {
    const { document, base, kind, draft, audience, by, now } = change;
    await this.#audit.commit(
      {
        key: `document:${kind}:${document}:${base}:${by}`,
        at: now,
        actor: by,
        action: `document_${kind}`,
        subject: `${document} (${audience})`,
      },
      {
        when: {
          sql: "EXISTS (SELECT 1 FROM document_versions WHERE document = ? AND base = ? AND kind = ? AND done_by = ?)",
          values: [document, base, kind, by],
        },
        statements: [
          this.#db
            .prepare(
              `INSERT OR IGNORE INTO document_versions (document, base, kind, draft, audience, done_by, done_at)
               SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
               WHERE coalesce((SELECT max(version) FROM document_versions WHERE document = ?1), 0) = ?2`,
            )
            .bind(document, base, kind, draft, audience, by, now),
        ],
      },
    );
  }
}

const UNUSED = "NOT EXISTS (SELECT 1 FROM document_versions WHERE draft = document_drafts.id)";

const versionOf = ({ ref, ...row }: VersionRow): DocumentVersion => ({
  ...row,
  ref: { ...(JSON.parse(ref) as DocumentRef), audience: row.audience },
});

function chunksOf(sections: readonly AddedPassage[]): string[] {
  const chunks: string[][] = [];
  let size = CHUNK;
  for (const row of sections.map((section, n) => JSON.stringify({ n, body: JSON.stringify(section) }))) {
    if (size + row.length > CHUNK) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(row);
    size += row.length;
  }
  return chunks.map((chunk) => `[${chunk.join(",")}]`);
}
