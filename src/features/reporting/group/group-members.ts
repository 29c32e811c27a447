import { localDay } from "../../../language/dates.ts";
import type { GroupGate } from "../../../messaging/group-gate.ts";
import type { Reply } from "../../../messaging/reply.ts";
import { errorCode } from "../../../platform/errors.ts";
import { logEvent } from "../../../platform/log.ts";
import { HOUR, MINUTE } from "../../../platform/time.ts";
import type { Officials } from "../../officials/directory.ts";
import { may } from "../../officials/roles.ts";
import { settingsChange } from "../../officials/settings-supervisors.ts";
import { GROUP_WORDS } from "./group-wording.ts";

export interface GroupMembersOptions {
  readonly db: D1Database;
  readonly officials: Pick<Officials, "roleOf">;
  /** The ids of the supervisors whom the settings name. */
  readonly settings: ReadonlySet<string>;
  readonly gate: GroupGate;
  readonly tellSupervisors: (key: string, reply: Reply) => Promise<void>;
  readonly now: () => number;
}

interface Check {
  readonly id: number;
  readonly telegram_id: string;
  readonly label: string;
  readonly attempts: number;
}

/** The supervisors of the settings at the last cron run. */
const SETTINGS_NOTE = "settings_supervisors";

/** So many people at once: a turn waits for it. */
const AT_ONCE = 5;
/** After so many failures the supervisors are told that it isn't done yet. */
const TELL_AFTER = 3;
const FIRST_PAUSE = MINUTE;
const LONGEST_PAUSE = HOUR;

/**
 * Keeps the duty group to those who may handle reports. The database notes every change of a role in its own
 * transaction; here each is carried out by the role as it is now, so that the newest change wins and nothing has to be
 * remembered by who made it.
 */
export class GroupMembers {
  readonly #options: GroupMembersOptions;

  constructor(options: GroupMembersOptions) {
    this.#options = options;
  }

  /**
   * Carries out what is due. Never throws: the cron tries the rest again.
   * @param everyone also those whose next try is later: something in the group has changed
   */
  async settle({ everyone = false }: { readonly everyone?: boolean } = {}): Promise<void> {
    const { db, now } = this.#options;
    try {
      const { results } = await db
        .prepare(
          `SELECT id, telegram_id, label, attempts FROM duty_group_checks WHERE next_at <= ? ORDER BY next_at, id LIMIT ?`,
        )
        .bind(everyone ? Number.MAX_SAFE_INTEGER : now(), AT_ONCE)
        .all<Check>();
      for (const check of results) await this.#carry(check);
    } catch (error) {
      logEvent("group_members_failed", { code: errorCode(error) });
    }
  }

  /** What cron does: looks for changes in the settings too, which no transaction notes. */
  async tend(): Promise<void> {
    await this.#compareSettings().catch((error: unknown) =>
      logEvent("group_members_failed", { code: errorCode(error) }),
    );
    await this.settle();
  }

  async #compareSettings(): Promise<void> {
    const { db, settings, now } = this.#options;
    const change = await settingsChange(db, SETTINGS_NOTE, settings, now());
    if (change === null) return;
    const notes = [...change.left, ...change.came].map((id) =>
      db
        .prepare("INSERT OR REPLACE INTO duty_group_checks (telegram_id, label) VALUES (?, ?)")
        .bind(id, GROUP_WORDS.ofSettings(id)),
    );
    await db.batch([...notes, change.store]);
  }

  async #carry(check: Check): Promise<void> {
    const { officials, gate, tellSupervisors, db, now } = this.#options;
    const { id, telegram_id: person, label } = check;
    const belongs = may(await officials.roleOf({ channel: "telegram", sender: person }), "handle_reports");
    const outcome = await (belongs ? gate.readmit(person) : gate.remove(person));
    const words = belongs ? GROUP_WORDS.readmission : GROUP_WORDS.removal;
    if (outcome.kind === "done") {
      if (!belongs) await tellSupervisors(`group:${id}:done`, words.done(label));
      await db.prepare("DELETE FROM duty_group_checks WHERE id = ?").bind(id).run();
      return;
    }
    logEvent("group_member_not_settled", { reason: outcome.kind === "retry" ? outcome.reason : outcome.why });
    const attempts = check.attempts + 1;
    if (outcome.kind === "cannot" || attempts >= TELL_AFTER)
      await tellSupervisors(
        `group:${id}:${outcome.kind}:${localDay(now())}`,
        words.failed(label, person, outcome.kind === "cannot" ? outcome.why : "unreachable"),
      );
    const pause = outcome.kind === "cannot" ? LONGEST_PAUSE : pauseAfter(attempts, outcome.afterMs);
    await db
      .prepare("UPDATE duty_group_checks SET attempts = ?, next_at = ? WHERE id = ?")
      .bind(attempts, now() + pause, id)
      .run();
  }
}

const pauseAfter = (attempts: number, askedFor = 0): number =>
  Math.max(askedFor, Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempts - 1, 10)));
