import { DAY } from "../../platform/time.ts";
import type { Role } from "./roles.ts";
import { TWO_PERSON_RULES } from "./two-person-rules.ts";

/** One row of the officials: made once, never changed. */
export interface Grant {
  readonly telegramId: string;
  readonly role: Role;
  readonly grantedBy: string;
  /** The first grant of an unbroken tenure, in milliseconds since the epoch. */
  readonly grantedAt: number;
}

/**
 * Whether a supervisor may be one of the two persons who open an identity.
 * `root` is the supervisor of the settings on whom the account hangs: two accounts are two persons only where their
 * roots differ. `path` names everybody up to the root with their grants: it changes with any of them.
 */
export type Standing =
  | { readonly kind: "stands"; readonly root: string; readonly path: string }
  | { readonly kind: "none"; readonly why: "not_supervisor" | "cut_off" }
  /** Somebody on the way to the root is a supervisor for too short a time; `from` is when all are. */
  | { readonly kind: "none"; readonly why: "too_new"; readonly from: number };

/**
 * Goes up the tree of invitations to the nearest supervisor of the settings. An account is cut off where somebody on the
 * way is no supervisor now, or where nobody of the settings stands at the top: it has no standing until it is revoked
 * and invited anew by somebody who has.
 */
export function standingOf(
  telegramId: string,
  grants: readonly Grant[],
  first: ReadonlySet<string>,
  now: number,
): Standing {
  const byId = new Map(grants.map((grant) => [grant.telegramId, grant]));
  const isSupervisor = (id: string) => first.has(id) || byId.get(id)?.role === "supervisor";
  if (!isSupervisor(telegramId)) return { kind: "none", why: "not_supervisor" };
  const steps: string[] = [];
  let from = 0;
  let id = telegramId;
  while (!first.has(id)) {
    const grant = byId.get(id);
    // More steps than grants: they invited each other in a circle.
    if (grant?.role !== "supervisor" || steps.length > grants.length) return { kind: "none", why: "cut_off" };
    steps.push(`${id}@${grant.grantedAt}`);
    from = Math.max(from, grant.grantedAt + TWO_PERSON_RULES.standingDays * DAY);
    id = grant.grantedBy;
  }
  if (from > now) return { kind: "none", why: "too_new", from };
  return { kind: "stands", root: id, path: [...steps, id].join("<") };
}
