import { localDay } from "../language/dates.ts";
import type { ParkedState } from "../messaging/chats.ts";
import { KEPT_FOR } from "../platform/retention.ts";
import type { ConversationStore } from "./chat-store.ts";

const NAME = /^(in|out)-(\d{1,15})$/;

/** What an operator can do with the parked messages of one chat. Synchronous, like the store. */
export class ParkedMessages {
  readonly #sql: SqlStorage;
  readonly #store: ConversationStore;

  constructor(sql: SqlStorage, store: ConversationStore) {
    this.#sql = sql;
    this.#store = store;
  }

  stateOf(name: string): { readonly state: ParkedState; readonly reason?: string } {
    const row = this.#rowOf(name);
    if (row === null || row.state === "answered" || row.state === "ignored") return { state: "gone" };
    if (row.state === "pending") return { state: "queued" };
    return { state: "parked", ...(row.reason !== null && { reason: row.reason }) };
  }

  /** Puts a parked message back into its queue; false where there is none to put back. */
  retry(name: string, now: number): boolean {
    const row = this.#rowOf(name);
    if (row === null || this.stateOf(name).state !== "parked" || row.isEmpty) return false;
    if (row.table === "inbox") {
      this.#sql.exec(
        "UPDATE inbox SET state = 'pending', attempts = 0, next_at = ? WHERE seq = ?",
        now,
        row.seq,
      );
      this.#store.reopened(row.seq);
    } else
      this.#sql.exec(
        "UPDATE outbox SET state = 'pending', attempts = 0, next_at = ? WHERE seq = ?",
        now,
        row.seq,
      );
    return true;
  }

  /** Closes a parked message without an answer: its words are deleted, and the ledger counts it as ignored. */
  dismiss(name: string): boolean {
    const row = this.#rowOf(name);
    if (row === null || this.stateOf(name).state !== "parked") return false;
    if (row.table === "inbox") this.#store.settle(row.seq, "ignored");
    else this.#store.outbox.drop(row.seq, row.message);
    return true;
  }

  /** Closes messages that nobody decided on for 30 days: a citizen's words are not stored longer. Returns how many. */
  expire(now: number): number {
    const before = now - KEPT_FOR.messages;
    const old = this.#sql
      .exec<{ seq: number }>(
        "SELECT seq FROM inbox WHERE state = 'parked' AND (received_at < ? OR day <= ?)",
        before,
        localDay(before),
      )
      .toArray();
    for (const { seq } of old) this.#store.settle(seq, "ignored");
    return old.length;
  }

  #rowOf(name: string) {
    const match = NAME.exec(name);
    if (match === null) return null;
    const seq = Number(match[2]);
    const table = match[1] === "in" ? "inbox" : "outbox";
    const columns =
      table === "inbox"
        ? "state, 'turn_failed' AS reason, inbound = '' AS empty, NULL AS message"
        : "state, reason, 0 AS empty, message";
    const row = this.#sql
      .exec<{ state: string; reason: string | null; empty: number; message: number | null }>(
        `SELECT ${columns} FROM ${table} WHERE seq = ?`,
        seq,
      )
      .toArray()[0];
    return row === undefined ? null : { ...row, table, seq, isEmpty: row.empty !== 0 };
  }
}
