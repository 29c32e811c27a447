import { createHash } from "node:crypto";
import { toBase64Url } from "../../platform/crypto/base64url.ts";
import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import type { AuditAction } from "./audit-actions.ts";

/** One thing that was done. `key` makes a repeated turn write it once. */
export interface AuditEntry {
  readonly key: string;
  /** Milliseconds since the epoch, to the minute: nothing finer may stand beside a report. */
  readonly at: number;
  /** An official's Telegram id, `system`, `operator` or `stranger`. */
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
}

/** An entry of today: what it tells of has a name in the journal. */
export interface NewEntry extends AuditEntry {
  readonly action: AuditAction;
}

/** A row of the chain. */
export interface AuditRow extends AuditEntry {
  readonly n: number;
  /** The hash of the row before; in the first row, the digest of the rows from before the chain. */
  readonly prev: string;
  readonly hash: string;
  /** The ring's key under which `hash` is an HMAC; null = a plain SHA-256. */
  readonly keyId: string | null;
}

/** The newest row of a chain: whoever keeps it elsewhere notices later whether rows at the end are missing. */
export interface AuditHead {
  readonly n: number;
  readonly hash: string;
}

/** The first entry of a chain: its `prev` is the digest of what was there before, its subject their number. */
export const BEGIN = { key: "audit:begin", actor: "system", action: "audit_begins" } as const;

/** The row that follows the head. Without keys the hash is a plain SHA-256: then only a head kept elsewhere proves it. */
export function linked(
  entry: AuditEntry,
  place: Pick<AuditRow, "n" | "prev">,
  ring: KeyRing | undefined,
): AuditRow {
  const unsigned = { ...entry, ...place, keyId: ring?.currentId ?? null };
  const hash = ring === undefined ? sha256(content(unsigned)) : ring.macNow("audit", content(unsigned));
  return { ...unsigned, hash: toBase64Url(hash) };
}

/** The digest of the rows from before the chain, given by their keys in order. */
export class OldRowsDigest {
  readonly #hash = createHash("sha256");
  count = 0;

  add({ key, at, actor, action, subject }: AuditEntry): void {
    this.#hash.update(`${JSON.stringify([key, at, actor, action, subject])}\n`);
    this.count += 1;
  }

  /** Ends the digest: nothing can be added after it. */
  digest(): string {
    return toBase64Url(new Uint8Array(this.#hash.digest()));
  }
}

/** What is wrong with a row. `unknown_key`: the ring no longer has the key of its hash, so nothing can be said of it. */
export type Break = "missing" | "moved" | "altered" | "unknown_key" | "unsigned" | "old_rows";

/** Checks a chain row by row, from any row on. */
export class ChainCheck {
  readonly #ring: KeyRing | undefined;
  #before: Pick<AuditRow, "n" | "hash"> | null;
  #signed = false;

  /** @param before the row before the first one that is given; null = the chain's first row comes */
  constructor(ring: KeyRing | undefined, before: AuditHead | null = null) {
    this.#ring = ring;
    this.#before = before;
  }

  /** What is wrong with the next row; null where nothing is. */
  next(row: AuditRow): Break | null {
    const before = this.#before;
    this.#before = row;
    if (row.n !== (before?.n ?? 0) + 1) return "missing";
    if (before !== null && row.prev !== before.hash) return "moved";
    if (row.keyId === null && this.#signed) return "unsigned";
    if (row.keyId !== null) this.#signed = true;
    const mac =
      row.keyId === null ? sha256(content(row)) : this.#ring?.macNow("audit", content(row), row.keyId);
    if (mac === null || mac === undefined) return "unknown_key";
    return toBase64Url(mac) === row.hash ? null : "altered";
  }
}

const content = ({ n, prev, key, at, actor, action, subject, keyId }: Omit<AuditRow, "hash">): string =>
  JSON.stringify([n, prev, keyId, key, at, actor, action, subject]);

const sha256 = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(text).digest());
