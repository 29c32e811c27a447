import { DAY, MINUTE, toMinute } from "../../../platform/time.ts";
import type { Officials } from "../../officials/directory.ts";
import { type BookContext, bindings, names } from "../book/book-context.ts";
import { reporterOf } from "../book/lookup.ts";
import type { Reporter } from "../case.ts";

/** The lifetime of a request, from asking to reading, in milliseconds. */
export const DISCLOSURE_LIFE = 30 * MINUTE;
/** An official whom the other invited so recently may be the same person. */
const RECENT_INVITATION = DAY;

export type DisclosureRefusal =
  | "not_supervisor"
  /** The reason is missing. */
  | "no_reason"
  /** There is no such report or request, or its reporter is no longer known. */
  | "unknown"
  /** The supervisor who asked can't confirm. */
  | "same_person"
  /** One of the two invited the other within the last day. */
  | "too_close"
  | "expired"
  /** Only the supervisor who asked may read. */
  | "not_requester"
  | "not_confirmed"
  /** Read or confirmed already. */
  | "used";

export type Refused = { readonly kind: "refused"; readonly why: DisclosureRefusal };

export interface DisclosureRequest {
  readonly code: string;
  readonly reason: string;
  /** The supervisor's Telegram id. */
  readonly by: string;
  readonly at: number;
  /** Idempotency key of the message, unique over all chats. */
  readonly key: string;
}

export interface DisclosureStep {
  /** The id that `request` gave: fits into a button. */
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly key: string;
}

interface DisclosureRow {
  readonly id: string;
  readonly code: string;
  readonly requested_by: string;
  readonly reason_sealed: string;
  readonly expires_at: number;
  readonly confirmed_by: string | null;
  readonly read_key: string | null;
}

/**
 * Revealing an identity: a supervisor asks and says why, another one confirms, the first reads it once, within half an
 * hour. Every try is in the audit log, also the refused ones.
 */
export class Disclosures {
  readonly #context: BookContext;
  readonly #officials: Officials;

  constructor(context: BookContext, officials: Officials) {
    this.#context = context;
    this.#officials = officials;
  }

  /** Stores a request; it is shown to the other supervisors with its reason. */
  async request(
    request: DisclosureRequest,
  ): Promise<{ readonly kind: "requested"; readonly id: string; readonly expiresAt: number } | Refused> {
    const { db, ring } = this.#context;
    const { code, by, at, key } = request;
    const reason = request.reason.trim();
    if (!(await this.#isSupervisor(by))) return this.#refuse("not_supervisor", code, request);
    if (reason === "") return this.#refuse("no_reason", code, request);
    if ((await reporterOf(this.#context, code)) === null) return this.#refuse("unknown", code, request);
    const id = (await ring.lookupHash(names.act(key))).slice(0, 16);
    const expiresAt = toMinute(at) + DISCLOSURE_LIFE;
    await db.batch([
      db
        .prepare(
          `INSERT OR IGNORE INTO report_disclosures (id, code, requested_by, reason_sealed, requested_at, expires_at)
           VALUES (?, ?, ?, ?, ?, ?)`,
        )
        .bind(id, code, by, await ring.seal(reason, bindings.reason(id)), toMinute(at), expiresAt),
      await this.#audit("identity_request", code, request),
    ]);
    return { kind: "requested", id, expiresAt };
  }

  /** The second supervisor's confirmation. Shows nothing: only the first may read. */
  async confirm(
    step: DisclosureStep,
  ): Promise<{ readonly kind: "confirmed"; readonly code: string; readonly requester: string } | Refused> {
    const { db } = this.#context;
    const { id, by, at } = step;
    const row = await this.#row(id);
    const subject = row?.code ?? "-";
    if (!(await this.#isSupervisor(by))) return this.#refuse("not_supervisor", subject, step);
    if (row === null) return this.#refuse("unknown", subject, step);
    if (row.confirmed_by === by) return { kind: "confirmed", code: row.code, requester: row.requested_by };
    if (row.requested_by === by) return this.#refuse("same_person", subject, step);
    if (row.confirmed_by !== null) return this.#refuse("used", subject, step);
    if (row.expires_at <= at) return this.#refuse("expired", subject, step);
    if (await this.#areTooClose(row.requested_by, by, at)) return this.#refuse("too_close", subject, step);
    await db.batch([
      db
        .prepare(
          "UPDATE report_disclosures SET confirmed_by = ?, confirmed_at = ? WHERE id = ? AND confirmed_by IS NULL",
        )
        .bind(by, toMinute(at), id),
      await this.#audit("identity_confirm", row.code, step),
    ]);
    const after = await this.#row(id);
    if (after?.confirmed_by !== by) return this.#refuse("used", subject, step);
    return { kind: "confirmed", code: row.code, requester: row.requested_by };
  }

  /** Returns the identity once, to the supervisor who asked. It is logged first. */
  async read(step: DisclosureStep): Promise<
    | {
        readonly kind: "disclosed";
        readonly code: string;
        readonly identity: Reporter;
        readonly reason: string;
      }
    | Refused
  > {
    const { db, ring } = this.#context;
    const { id, by, at, key } = step;
    const row = await this.#row(id);
    const subject = row?.code ?? "-";
    if (!(await this.#isSupervisor(by))) return this.#refuse("not_supervisor", subject, step);
    if (row === null) return this.#refuse("unknown", subject, step);
    if (row.requested_by !== by) return this.#refuse("not_requester", subject, step);
    if (row.confirmed_by === null) return this.#refuse("not_confirmed", subject, step);
    const reading = await ring.lookupHash(names.act(key));
    if (row.read_key === null && row.expires_at <= at) return this.#refuse("expired", subject, step);
    await db.batch([
      db
        .prepare("UPDATE report_disclosures SET read_key = ?, read_at = ? WHERE id = ? AND read_key IS NULL")
        .bind(reading, toMinute(at), id),
      await this.#audit("identity_read", row.code, step),
    ]);
    if ((await this.#row(id))?.read_key !== reading) return this.#refuse("used", subject, step);
    const identity = await reporterOf(this.#context, row.code);
    if (identity === null) return this.#refuse("unknown", subject, step);
    const reason = await ring.open(row.reason_sealed, bindings.reason(id));
    return { kind: "disclosed", code: row.code, identity, reason };
  }

  async #row(id: string): Promise<DisclosureRow | null> {
    return this.#context.db.prepare("SELECT * FROM report_disclosures WHERE id = ?").bind(id).first();
  }

  async #isSupervisor(telegramId: string): Promise<boolean> {
    return (await this.#officials.roleOf({ channel: "telegram", sender: telegramId })) === "supervisor";
  }

  async #areTooClose(one: string, other: string, at: number): Promise<boolean> {
    const row = await this.#context.db
      .prepare(
        `SELECT 1 AS yes FROM officials WHERE granted_at > ?
         AND ((telegram_id = ? AND granted_by = ?) OR (telegram_id = ? AND granted_by = ?))`,
      )
      .bind(at - RECENT_INVITATION, one, other, other, one)
      .first<{ yes: number }>();
    return row !== null;
  }

  async #refuse(
    why: DisclosureRefusal,
    subject: string,
    step: { readonly by: string; readonly at: number; readonly key: string },
  ): Promise<Refused> {
    await (await this.#audit("identity_refused", `${subject} ${why}`, step)).run();
    return { kind: "refused", why };
  }

  /** A person who isn't an official may be a citizen: the log has the try, not the person. */
  async #audit(
    action: string,
    subject: string,
    { by, at, key }: { readonly by: string; readonly at: number; readonly key: string },
  ): Promise<D1PreparedStatement> {
    const role = await this.#officials.roleOf({ channel: "telegram", sender: by });
    const hash = await this.#context.ring.lookupHash(names.act(key));
    return this.#context.db
      .prepare("INSERT OR IGNORE INTO audit (key, at, actor, action, subject) VALUES (?, ?, ?, ?, ?)")
      .bind(`${action}:${hash}`, toMinute(at), role === null ? "stranger" : by, action, subject);
  }
}
