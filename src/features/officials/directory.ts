import type { Inbound } from "../../messaging/inbound.ts";
import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import { AuditLog } from "./audit.ts";
import {
  type Acceptance,
  acceptInvitation,
  cancelInvitation,
  type InvitationRefusal,
  inviteOfficial,
  type OpenInvitation,
  openInvitations,
} from "./invitations.ts";
import { OfficialNotices } from "./notices.ts";
import { NOTICES } from "./notices-wording.ts";
import type { OfficialsContext } from "./officials-context.ts";
import type { Role } from "./roles.ts";
import { type Grant, type Standing, standingOf } from "./standing.ts";

export interface Official extends Grant {
  /** Names this grant in commands: six characters, new with each grant. */
  readonly id: string;
  /** The name that the inviter gave them, for the list. */
  readonly label: string;
}

/**
 * The officials. The first supervisors come from the settings and can't be revoked by message; everyone else needs a
 * one-time invitation. What is done here is logged, and all supervisors are told.
 */
export class Officials {
  readonly audit: AuditLog;
  readonly notices: OfficialNotices;
  readonly #context: OfficialsContext;

  /**
   * @param first the supervisors of the settings; none where Telegram is off
   * @param ring absent where no keys are set
   */
  constructor(db: D1Database, first: ReadonlySet<string> = new Set(), ring?: KeyRing) {
    this.audit = new AuditLog(db, ring);
    this.notices = new OfficialNotices(db, ring);
    const nameOf = (telegramId: string) => this.nameOf(telegramId);
    this.#context = { db, first, audit: this.audit, notices: this.notices, nameOf };
  }

  /** How many supervisors the settings name. */
  get firstCount(): number {
    return this.#context.first.size;
  }

  /** True for a supervisor of the settings. */
  isFirst(telegramId: string): boolean {
    return this.#context.first.has(telegramId);
  }

  /** The sender's role, by the messenger's own id; null for everyone else. */
  async roleOf({ channel, sender }: Pick<Inbound, "channel" | "sender">): Promise<Role | null> {
    if (channel !== "telegram") return null;
    if (this.isFirst(sender)) return "supervisor";
    const row = await this.#context.db
      .prepare("SELECT role FROM officials WHERE telegram_id = ?")
      .bind(sender)
      .first<{ role: Role }>();
    return row?.role ?? null;
  }

  /** The Telegram ids of all supervisors, including those of the settings. */
  async supervisors(): Promise<readonly string[]> {
    const invited = (await this.list()).filter(({ role }) => role === "supervisor");
    return [...this.#context.first, ...invited.map(({ telegramId }) => telegramId)];
  }

  /** Whether someone may be one of the two persons who open an identity, by the officials of this moment. */
  async standingOf(telegramId: string, now: number): Promise<Standing> {
    return this.standingAmong(await this.list(), telegramId, now);
  }

  /** Everybody who was invited, by the time of their grant. */
  async list(): Promise<readonly Official[]> {
    const { results } = await this.selectAll().all<Official>();
    // Rows of the settings' supervisors are of no account.
    return results.filter(({ telegramId }) => !this.isFirst(telegramId));
  }

  /** Reads all officials: for a transaction that has to see them as they are at that moment. */
  selectAll(): D1PreparedStatement {
    return this.#context.db.prepare(
      `SELECT id, telegram_id AS telegramId, role, label, granted_by AS grantedBy, granted_at AS grantedAt
       FROM officials ORDER BY granted_at, telegram_id`,
    );
  }

  /** As `standingOf`, by officials that `selectAll` read. */
  standingAmong(officials: readonly Official[], telegramId: string, now: number): Standing {
    return standingOf(telegramId, officials, this.#context.first, now);
  }

  /** How an official is called in messages to others. */
  async nameOf(telegramId: string): Promise<string> {
    const label = (await this.list()).find((official) => official.telegramId === telegramId)?.label;
    return label ?? (this.isFirst(telegramId) ? NOTICES.first(telegramId) : NOTICES.account(telegramId));
  }

  /** Makes a link; `token` goes into it and is never stored. */
  invite(
    by: string,
    role: Role,
    label: string,
    token: string,
    now: number,
  ): Promise<"invited" | InvitationRefusal> {
    return inviteOfficial(this.#context, { by, role, label, token, now });
  }

  /** Redeems a link. The same person gets the same answer again (a repeated turn). */
  accept(token: string, telegramId: string, now: number): Promise<Acceptance> {
    return acceptInvitation(this.#context, { token, telegramId, now });
  }

  openInvitations(now: number): Promise<readonly OpenInvitation[]> {
    return openInvitations(this.#context, now);
  }

  /** Makes a link useless; null where there is none with this id that could still be opened. */
  cancelInvitation(by: string, id: string, now: number): Promise<OpenInvitation | null> {
    return cancelInvitation(this.#context, { by, id, now });
  }

  /**
   * Takes a role away at once, with the links that the person made and the secret of their one-time codes.
   * @returns false where there was none
   */
  async revoke(by: string, telegramId: string, now: number): Promise<boolean> {
    const { db, first, audit, notices } = this.#context;
    const official = (await this.list()).find((one) => one.telegramId === telegramId);
    if (official === undefined || first.has(telegramId)) return false;
    const { id, label, role } = official;
    const key = `revoke:${id}`;
    const gone = { sql: "NOT EXISTS (SELECT 1 FROM officials WHERE id = ?)", values: [id] };
    const name = await this.nameOf(by);
    const results = await audit.commit(
      { key, at: now, actor: by, action: "revoke", subject: `${telegramId} ${role} ${label}` },
      {
        when: gone,
        statements: [
          db.prepare("DELETE FROM officials WHERE id = ?").bind(id),
          db.prepare("DELETE FROM invitations WHERE invited_by = ? AND used_by IS NULL").bind(telegramId),
          db
            .prepare(
              `INSERT INTO official_codes (telegram_id, epoch) VALUES (?, 1)
               ON CONFLICT (telegram_id) DO UPDATE SET epoch = epoch + 1, key_id = NULL, last_step = 0`,
            )
            .bind(telegramId),
          notices.statement({ key, words: NOTICES.revoked(official, name), at: now, actor: by }, gone),
          notices.statement(
            { key: `${key}:own`, words: NOTICES.youWereRevoked(name), at: now, recipient: telegramId },
            gone,
          ),
        ],
      },
    );
    return (results[0]?.meta.changes ?? 0) > 0;
  }

  /** Whom a revocation concerned, by the id of the grant: for a repeated turn; null where there was none. */
  async revokedAs(id: string): Promise<Pick<Official, "telegramId" | "label"> | null> {
    const row = await this.#context.db
      .prepare("SELECT subject FROM audit WHERE key = ?")
      .bind(`revoke:${id}`)
      .first<{ subject: string }>();
    const [, telegramId, label] = /^(\d+) \w+ (.*)$/su.exec(row?.subject ?? "") ?? [];
    return telegramId === undefined || label === undefined ? null : { telegramId, label };
  }

  /** Deletes rows of people whom the settings name: they would keep their role after leaving the settings. */
  async dropRowsOfFirst(now: number): Promise<void> {
    const { db, first, audit } = this.#context;
    const { results } = await this.selectAll().all<Official>();
    for (const { id, telegramId } of results.filter((official) => first.has(official.telegramId)))
      await audit.commit(
        { key: `in_settings:${id}`, at: now, actor: "system", action: "in_settings", subject: telegramId },
        { statements: [db.prepare("DELETE FROM officials WHERE id = ?").bind(id)] },
      );
  }

  /** Logs that someone used an internal figure or document; `key` is the message that asked. */
  async noteUse(key: string, by: string, what: string, now: number): Promise<void> {
    await this.audit.commit({
      key: `use:${by}:${key}`,
      at: now,
      actor: by,
      action: "use_internal",
      subject: what,
    });
  }
}
