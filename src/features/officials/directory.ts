import type { Inbound } from "../../messaging/inbound.ts";
import { KEPT_FOR } from "../../platform/retention.ts";
import type { Role } from "./roles.ts";

export interface Official {
  readonly telegramId: string;
  readonly role: Role;
  /** The name that the inviter gave them, for the list. */
  readonly label: string;
  readonly grantedAt: number;
}

export type Acceptance =
  | { readonly kind: "granted"; readonly role: Role }
  | { readonly kind: "refused"; readonly why: "unknown" | "expired" | "used" };

/**
 * The officials and the log of what they do. The first supervisors come from the settings and can't be revoked by
 * message; everyone else needs a one-time invitation.
 */
export class Officials {
  readonly #db: D1Database;
  readonly #first: ReadonlySet<string>;

  /** @param firstSupervisors those of the settings; none where Telegram is off */
  constructor(db: D1Database, firstSupervisors: ReadonlySet<string> = new Set()) {
    this.#db = db;
    this.#first = firstSupervisors;
  }

  /** The sender's role, by the messenger's own id; null for everyone else. */
  async roleOf({ channel, sender }: Pick<Inbound, "channel" | "sender">): Promise<Role | null> {
    if (channel !== "telegram") return null;
    if (this.#first.has(sender)) return "supervisor";
    const row = await this.#db
      .prepare("SELECT role FROM officials WHERE telegram_id = ?")
      .bind(sender)
      .first<{ role: Role }>();
    return row?.role ?? null;
  }

  /** The Telegram ids of all supervisors, including those of the settings. */
  async supervisors(): Promise<readonly string[]> {
    const { results } = await this.#db
      .prepare("SELECT telegram_id FROM officials WHERE role = 'supervisor'")
      .all<{ telegram_id: string }>();
    return [...new Set([...this.#first, ...results.map((row) => row.telegram_id)])];
  }

  /** Stores an invitation; `token` goes into the link and is never stored. */
  async invite(by: string, role: Role, label: string, token: string, now: number): Promise<void> {
    const hash = await sha256(token);
    await this.#db.batch([
      this.#db
        .prepare(
          "INSERT OR IGNORE INTO invitations (token_hash, role, label, invited_by, expires_at) VALUES (?, ?, ?, ?, ?)",
        )
        .bind(hash, role, label, by, now + KEPT_FOR.invitation),
      this.#audit(`invite:${hash}`, now, by, "invite", role),
    ]);
  }

  /** Redeems a link. The same person gets the same answer again (a repeated turn). */
  async accept(token: string, telegramId: string, now: number): Promise<Acceptance> {
    const hash = await sha256(token);
    await this.#db.batch([
      this.#db
        .prepare(
          "UPDATE invitations SET used_by = ?, used_at = ? WHERE token_hash = ? AND used_by IS NULL AND expires_at > ?",
        )
        .bind(telegramId, now, hash, now),
      this.#db
        .prepare(
          `INSERT INTO officials (telegram_id, role, label, granted_by, granted_at)
           SELECT used_by, role, label, invited_by, used_at FROM invitations WHERE token_hash = ? AND used_by = ? AND used_at = ?
           ON CONFLICT (telegram_id) DO UPDATE SET role = excluded.role, label = excluded.label,
             granted_by = excluded.granted_by, granted_at = excluded.granted_at`,
        )
        .bind(hash, telegramId, now),
      this.#db
        .prepare(
          `INSERT OR IGNORE INTO audit (key, at, actor, action, subject)
           SELECT 'accept:' || token_hash, used_at, used_by, 'accept', role FROM invitations WHERE token_hash = ? AND used_by = ?`,
        )
        .bind(hash, telegramId),
    ]);
    const row = await this.#db
      .prepare("SELECT role, used_by FROM invitations WHERE token_hash = ?")
      .bind(hash)
      .first<{ role: Role; used_by: string | null }>();
    if (row === null) return { kind: "refused", why: "unknown" };
    if (row.used_by === telegramId) return { kind: "granted", role: row.role };
    return { kind: "refused", why: row.used_by === null ? "expired" : "used" };
  }

  async list(): Promise<readonly Official[]> {
    const { results } = await this.#db
      .prepare("SELECT telegram_id, role, label, granted_at FROM officials ORDER BY granted_at, telegram_id")
      .all<{ telegram_id: string; role: Role; label: string; granted_at: number }>();
    return results.map((row) => ({
      telegramId: row.telegram_id,
      role: row.role,
      label: row.label,
      grantedAt: row.granted_at,
    }));
  }

  /** Removes a role at once; false where there was none. */
  async revoke(by: string, telegramId: string, now: number): Promise<boolean> {
    const [deleted] = await this.#db.batch([
      this.#db.prepare("DELETE FROM officials WHERE telegram_id = ?").bind(telegramId),
      this.#audit(`revoke:${telegramId}:${now}`, now, by, "revoke", telegramId),
    ]);
    return (deleted?.meta.changes ?? 0) > 0;
  }

  /** Logs that someone used an internal figure or document; `key` is the message that asked. */
  async noteUse(key: string, by: string, what: string, now: number): Promise<void> {
    await this.#audit(`use:${by}:${key}`, now, by, "use_internal", what).run();
  }

  #audit(key: string, at: number, actor: string, action: string, subject: string): D1PreparedStatement {
    return this.#db
      .prepare("INSERT OR IGNORE INTO audit (key, at, actor, action, subject) VALUES (?, ?, ?, ?, ?)")
      .bind(key, at, actor, action, subject);
  }
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
