import type { DatabaseSync } from "node:sqlite";
import {
  type AuditEntry,
  type AuditHead,
  type AuditRow,
  type Break,
  ChainCheck,
  OldRowsDigest,
} from "../../../src/features/officials/audit-chain.ts";
import type { KeyRing } from "../../../src/platform/crypto/key-ring.ts";

export type Verdict =
  | { readonly kind: "empty" }
  /** `signed`: how many rows are under a key of the ring; the others only prove something together with a head. */
  | { readonly kind: "whole"; readonly head: AuditHead; readonly old: number; readonly signed: number }
  /** No row is under a key: whoever writes into the folder could have written all of it anew. A head would prove it. */
  | { readonly kind: "unproved"; readonly head: AuditHead }
  | { readonly kind: "broken"; readonly n: number; readonly key: string; readonly why: Break | "head" };

/**
 * Checks the whole audit of a ledger: each row, their order, what stood there before the chain, and where a head is given
 * that the chain still holds it.
 * @param head as supervisors got it in a morning message
 */
export function verifyAudit(ledger: DatabaseSync, ring: KeyRing | undefined, head?: AuditHead): Verdict {
  const old = new OldRowsDigest();
  for (const row of ledger
    .prepare("SELECT key, at, actor, action, subject FROM audit WHERE n IS NULL ORDER BY key")
    .iterate())
    old.add(row as unknown as AuditEntry);
  const check = new ChainCheck(ring);
  let last: AuditRow | undefined;
  let signed = 0;
  let seesHead = head === undefined;
  for (const found of ledger
    .prepare(
      "SELECT n, prev, hash, key_id AS keyId, key, at, actor, action, subject FROM audit WHERE n IS NOT NULL ORDER BY n",
    )
    .iterate()) {
    const row = found as unknown as AuditRow;
    const why = last === undefined && row.prev !== old.digest() ? "old_rows" : check.next(row);
    if (why !== null) return { kind: "broken", n: row.n, key: row.key, why };
    if (row.n === head?.n && row.hash === head.hash) seesHead = true;
    if (row.keyId !== null) signed += 1;
    last = row;
  }
  if (head !== undefined && !seesHead) return { kind: "broken", n: head.n, key: head.hash, why: "head" };
  if (last === undefined) return { kind: "empty" };
  const newest = { n: last.n, hash: last.hash };
  // A signed row proves those before it too, as it holds the hash of the last of them.
  if (ring !== undefined && signed === 0 && head === undefined) return { kind: "unproved", head: newest };
  return { kind: "whole", head: newest, old: old.count, signed };
}
