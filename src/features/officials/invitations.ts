import { fold } from "../../language/fold.ts";
import { KEPT_FOR } from "../../platform/retention.ts";
import type { Condition } from "./audit.ts";
import { NOTICES } from "./notices-wording.ts";
import type { OfficialsContext } from "./officials-context.ts";
import type { Role } from "./roles.ts";
import { TWO_PERSON_RULES } from "./two-person-rules.ts";

/** A link that can still be opened. */
export interface OpenInvitation {
  /** Names it in commands: six characters. */
  readonly id: string;
  readonly role: Role;
  readonly label: string;
  readonly invitedBy: string;
  readonly expiresAt: number;
}

export type InvitationRefusal =
  /** With so few supervisors in the settings, others come only by the settings. */
  | "settings_only"
  /** Someone else is called so: two of one name, and nobody would know who did what. */
  | "name_taken"
  | "not_supervisor";

export type Acceptance =
  | { readonly kind: "granted"; readonly role: Role }
  /** A link changes nothing of who is an official already. */
  | { readonly kind: "already"; readonly role: Role }
  | {
      readonly kind: "refused";
      readonly why: "unknown" | "expired" | "used" | "own" | "maker_gone" | "settings_only";
    };

interface InvitationRow {
  readonly id: string;
  readonly role: Role;
  readonly label: string;
  readonly invited_by: string;
  readonly expires_at: number;
  readonly used_by: string | null;
  readonly used_at: number | null;
}

interface Invitation {
  readonly by: string;
  readonly role: Role;
  readonly label: string;
  readonly token: string;
  readonly now: number;
}

/** Stores an invitation and tells the other supervisors. */
export async function inviteOfficial(
  context: OfficialsContext,
  { by, role, label, token, now }: Invitation,
): Promise<"invited" | InvitationRefusal> {
  const { db, audit, notices } = context;
  if (isForSettings(context, role)) return "settings_only";
  if (await isTaken(context, label)) return "name_taken";
  const hash = await sha256(token);
  const key = `invite:${hash}`;
  const maker = isSupervisor(context, by);
  const stored = { sql: "EXISTS (SELECT 1 FROM invitations WHERE token_hash = ?)", values: [hash] };
  await audit.commit(
    { key, at: now, actor: by, action: "invite", subject: `${role} ${label}` },
    {
      when: stored,
      statements: [
        db
          .prepare(
            `INSERT OR IGNORE INTO invitations (token_hash, id, role, label, invited_by, expires_at)
             SELECT ?, lower(hex(randomblob(3))), ?, ?, ?, ? WHERE ${maker.sql}`,
          )
          .bind(hash, role, label, by, now + KEPT_FOR.invitation, ...maker.values),
        notices.statement(
          { key, words: NOTICES.invited(role, label, await context.nameOf(by)), at: now, actor: by },
          stored,
        ),
      ],
    },
  );
  return (await rowOf(context, hash)) === null ? "not_supervisor" : "invited";
}

/**
 * Redeems a link: who isn't an official becomes one, where the maker is a supervisor at this moment. Everything is
 * checked once more in the statement itself, so that two links, or a revocation, at the same moment change nothing of it.
 */
export async function acceptInvitation(
  context: OfficialsContext,
  { token, telegramId, now }: { readonly token: string; readonly telegramId: string; readonly now: number },
): Promise<Acceptance> {
  const { db, first, audit, notices } = context;
  const hash = await sha256(token);
  const row = await rowOf(context, hash);
  if (row === null) return { kind: "refused", why: "unknown" };
  const { id, role, label, invited_by: by } = row;
  const refusal = first.has(telegramId) ? null : refusalOf(context, row, telegramId, now);
  if (refusal === null && !first.has(telegramId)) {
    const key = `accept:${hash}`;
    const maker = isSupervisor(context, by);
    const granted = {
      sql: "EXISTS (SELECT 1 FROM officials WHERE telegram_id = ? AND granted_at = ? AND granted_by = ?)",
      values: [telegramId, now, by],
    };
    const words = NOTICES.granted({ telegramId, role, label }, await context.nameOf(by));
    await audit.commit(
      { key, at: now, actor: telegramId, action: "accept", subject: `${role} ${label} ${by}` },
      {
        when: granted,
        statements: [
          db
            .prepare(
              `UPDATE invitations SET used_by = ?, used_at = ? WHERE token_hash = ? AND used_by IS NULL AND expires_at > ?
               AND ${maker.sql} AND NOT EXISTS (SELECT 1 FROM officials WHERE telegram_id = ?)`,
            )
            .bind(telegramId, now, hash, now, ...maker.values, telegramId),
          db
            .prepare(
              `INSERT INTO officials (telegram_id, id, role, label, granted_by, granted_at)
               SELECT used_by, id, role, label, invited_by, used_at FROM invitations
               WHERE token_hash = ? AND used_by = ? AND used_at = ?
               AND NOT EXISTS (SELECT 1 FROM officials WHERE telegram_id = ?)
               AND NOT EXISTS (SELECT 1 FROM audit WHERE key = ?)`,
            )
            .bind(hash, telegramId, now, telegramId, key),
          notices.statement({ key, words, at: now, actor: telegramId }, granted),
        ],
      },
    );
  }
  const outcome = await outcomeOf(context, hash, telegramId, refusal);
  if (outcome.kind !== "granted") await noteRefused(context, { id, telegramId, label, now }, outcome);
  return outcome;
}

/** What became of it, by what is stored now. */
async function outcomeOf(
  context: OfficialsContext,
  hash: string,
  telegramId: string,
  refusal: (Acceptance & { readonly kind: "refused" })["why"] | null,
): Promise<Acceptance> {
  const row = await rowOf(context, hash);
  if (row === null) return { kind: "refused", why: "unknown" };
  if (row.used_by === null && row.invited_by === telegramId) return { kind: "refused", why: "own" };
  if (context.first.has(telegramId)) return { kind: "already", role: "supervisor" };
  const present = await context.db
    .prepare("SELECT role, id FROM officials WHERE telegram_id = ?")
    .bind(telegramId)
    .first<{ role: Role; id: string }>();
  if (present?.id === row.id) return { kind: "granted", role: row.role };
  if (present !== null) return { kind: "already", role: present.role };
  return { kind: "refused", why: refusal ?? (row.used_by === null ? "maker_gone" : "used") };
}

function refusalOf(
  context: OfficialsContext,
  { role, invited_by: by, expires_at: expiresAt, used_by: usedBy }: InvitationRow,
  telegramId: string,
  now: number,
): (Acceptance & { readonly kind: "refused" })["why"] | null {
  if (usedBy !== null) return "used";
  if (expiresAt <= now) return "expired";
  if (by === telegramId) return "own";
  return isForSettings(context, role) ? "settings_only" : null;
}

/**
 * A try that gave nothing is logged and told, once for each link. Who isn't an official may be anybody: the log has the
 * try, not the person.
 */
async function noteRefused(
  context: OfficialsContext,
  { id, telegramId, label, now }: { id: string; telegramId: string; label: string; now: number },
  outcome: Exclude<Acceptance, { readonly kind: "granted" }>,
): Promise<void> {
  const why = outcome.kind === "already" ? "already" : outcome.why;
  const isOfficial = why === "already" || why === "own";
  const key = `accept_refused:${id}:${isOfficial ? telegramId : why}`;
  const actor = isOfficial ? telegramId : "stranger";
  const words = NOTICES.linkRefused(label, why, isOfficial ? await context.nameOf(telegramId) : null);
  await context.audit.commit(
    { key, at: now, actor, action: "accept_refused", subject: `${id} ${why}` },
    { statements: [context.notices.statement({ key, words, at: now, actor })] },
  );
}

export async function openInvitations(
  context: OfficialsContext,
  now: number,
): Promise<readonly OpenInvitation[]> {
  const { results } = await context.db
    .prepare(
      `SELECT id, role, label, invited_by AS invitedBy, expires_at AS expiresAt FROM invitations
       WHERE used_by IS NULL AND expires_at > ? ORDER BY expires_at`,
    )
    .bind(now)
    .all<OpenInvitation>();
  return results;
}

export async function cancelInvitation(
  context: OfficialsContext,
  { by, id, now }: { readonly by: string; readonly id: string; readonly now: number },
): Promise<OpenInvitation | null> {
  const { db, audit, notices } = context;
  const open = (await openInvitations(context, now)).find((invitation) => invitation.id === id);
  if (open === undefined) return null;
  const key = `cancel:${id}`;
  const words = NOTICES.cancelled(open, await context.nameOf(by));
  await audit.commit(
    { key, at: now, actor: by, action: "invite_cancelled", subject: `${id} ${open.role} ${open.label}` },
    {
      statements: [
        db.prepare("DELETE FROM invitations WHERE id = ? AND used_by IS NULL").bind(id),
        notices.statement({ key, words, at: now, actor: by }),
      ],
    },
  );
  return open;
}

/** What supervisors of the settings, whom nobody named, are called can't be a name either. */
async function isTaken({ db }: OfficialsContext, label: string): Promise<boolean> {
  const wanted = fold(label);
  const { results } = await db.prepare("SELECT label FROM officials").all<{ label: string }>();
  return wanted.includes(fold(NOTICES.settings)) || results.some((row) => fold(row.label) === wanted);
}

/** With one supervisor in the settings, every link to a supervisor's role would go to somebody whom one person chose. */
const isForSettings = ({ first }: OfficialsContext, role: Role): boolean =>
  role === "supervisor" && first.size < TWO_PERSON_RULES.settingsSupervisorsForInvitingSupervisors;

/** The SQL condition that someone is a supervisor at this moment. */
function isSupervisor({ first }: OfficialsContext, telegramId: string): Condition {
  return first.has(telegramId)
    ? { sql: "1", values: [] }
    : {
        sql: "EXISTS (SELECT 1 FROM officials WHERE telegram_id = ? AND role = 'supervisor')",
        values: [telegramId],
      };
}

async function rowOf({ db }: OfficialsContext, hash: string): Promise<InvitationRow | null> {
  return db.prepare("SELECT * FROM invitations WHERE token_hash = ?").bind(hash).first<InvitationRow>();
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
