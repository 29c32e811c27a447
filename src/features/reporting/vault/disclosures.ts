import { HOUR, toMinute } from "../../../platform/time.ts";
import { CodeBook } from "../../officials/code-book.ts";
import type { Officials } from "../../officials/directory.ts";
import { TWO_PERSON_RULES } from "../../officials/two-person-rules.ts";
import { type BookContext, bindings, names } from "../book/book-context.ts";
import { reporterOf } from "../book/lookup.ts";
import type { Reporter } from "../case.ts";
import { type Act, DisclosureLog, type Refused } from "./disclosure-log.ts";
import {
  afterMinutes,
  areTwoPersons,
  type DisclosureRow,
  isRequested,
  laneOf,
  openRequests,
  requestsSince,
  requestToRead,
  selectRequest,
} from "./disclosure-rows.ts";
import { DISCLOSURE_NOTICES } from "./vault-wording.ts";

const { requestsPerHour, confirmMinutes, vetoMinutes, readMinutes } = TWO_PERSON_RULES;

export interface DisclosureRequest extends Act {
  readonly code: string;
  readonly reason: string;
}

export interface DisclosureStep extends Act {
  /** The id that `request` gave: fits into a button. */
  readonly id: string;
}

export interface DisclosureReading extends Act {
  /** The report. */
  readonly code: string;
  /** What the requester's authenticator app shows; null = not typed yet. */
  readonly oneTimeCode: string | null;
}

/**
 * Revealing an identity: a supervisor asks and says why, another one confirms, and after the time in which every
 * supervisor may stop it the first reads it once, with a one-time code. Both persons are judged at each step, by
 * the officials of that moment. Every step and every refused try is in the audit log, and the supervisors are told.
 */
export class Disclosures {
  readonly #context: BookContext;
  readonly #officials: Officials;
  readonly #codes: CodeBook;
  readonly #log: DisclosureLog;

  constructor(context: BookContext, officials: Officials) {
    this.#context = context;
    this.#officials = officials;
    this.#codes = new CodeBook(context.db, context.ring);
    this.#log = new DisclosureLog(context.ring, officials);
  }

  /** Stores a request; it is shown to the other supervisors with its reason. */
  async request(
    request: DisclosureRequest,
  ): Promise<{ readonly kind: "requested"; readonly id: string; readonly expiresAt: number } | Refused> {
    const { db, ring } = this.#context;
    const { code, by, at, key } = request;
    const reason = request.reason.trim();
    const standing = await this.#officials.standingOf(by, at);
    if (standing.kind === "none" && standing.why === "not_supervisor")
      return this.#log.refuse("not_supervisor", code, request);
    if (reason === "") return this.#log.refuse("no_reason", code, request);
    const lane = await laneOf(db, code);
    if (lane === null || (await reporterOf(this.#context, code)) === null)
      return this.#log.refuse("unknown", code, request);
    if (standing.kind === "none") return this.#log.refuseStanding(standing, code, request);
    if (!(await this.#hasSecond(standing.root, at))) return this.#log.refuse("no_second", code, request);
    const id = (await ring.lookupHash(names.act(key))).slice(0, 16);
    if ((await requestsSince(db, { by, since: at - HOUR, id })) >= requestsPerHour)
      return this.#log.refuse("too_many", code, request);
    const expiresAt = afterMinutes(at, confirmMinutes);
    const words = DISCLOSURE_NOTICES.asks({ id, code, reason, lane, by: await this.#officials.nameOf(by) });
    await this.#log.commit("identity_request", code, request, {
      statements: [
        db
          .prepare(
            `INSERT OR IGNORE INTO report_disclosures
               (id, code, requested_by, reason_sealed, requested_at, expires_at, requester_standing)
             VALUES (?, ?, ?, ?, ?, ?, ?)`,
          )
          .bind(
            id,
            code,
            by,
            ring.sealNow(reason, bindings.reason(id)),
            toMinute(at),
            expiresAt,
            standing.path,
          ),
        this.#log.notice(`identity:${id}:asks`, words, { at, actor: by }),
      ],
    });
    return { kind: "requested", id, expiresAt };
  }

  /** The second supervisor's confirmation. Shows nothing: only the first may read, and only from `opensAt` on. */
  async confirm(
    step: DisclosureStep,
  ): Promise<{ readonly kind: "confirmed"; readonly code: string; readonly opensAt: number } | Refused> {
    const { db } = this.#context;
    const { id, by, at } = step;
    const row = await this.#row(id);
    const subject = row?.code ?? "-";
    if (!(await this.#isSupervisor(by))) return this.#log.refuse("not_supervisor", subject, step);
    const lane = row === null ? null : await laneOf(db, row.code);
    if (row === null || lane === null) return this.#log.refuse("unknown", subject, step);
    if (row.vetoed_by !== null) return this.#log.refuse("vetoed", subject, step);
    if (row.confirmed_by === by) return { kind: "confirmed", code: row.code, opensAt: row.opens_at ?? at };
    if (row.requested_by === by) return this.#log.refuse("same_person", subject, step);
    if (row.confirmed_by !== null) return this.#log.refuse("used", subject, step);
    if (row.expires_at <= at) return this.#log.refuse("expired", subject, step);
    const theirs = await this.#officials.standingOf(row.requested_by, at);
    const mine = await this.#officials.standingOf(by, at);
    if (mine.kind === "none") return this.#log.refuseStanding(mine, subject, step);
    if (theirs.kind === "none" || theirs.path !== row.requester_standing)
      return this.#log.refuse("voided", subject, step);
    if (mine.root === theirs.root) return this.#log.refuse("same_root", subject, step);
    const opensAt = afterMinutes(at, vetoMinutes[lane]);
    const closesAt = afterMinutes(opensAt, readMinutes);
    const done = {
      sql: "EXISTS (SELECT 1 FROM report_disclosures WHERE id = ? AND confirmed_by = ?)",
      values: [id, by],
    };
    const nameOf = (who: string) => this.#officials.nameOf(who);
    const words = DISCLOSURE_NOTICES.confirmed({
      id,
      code: row.code,
      opensAt,
      isUrgent: opensAt <= at,
      by: await nameOf(by),
      requester: await nameOf(row.requested_by),
    });
    await this.#log.commit("identity_confirm", row.code, step, {
      when: done,
      statements: [
        db
          .prepare(
            `UPDATE report_disclosures
             SET confirmed_by = ?, confirmed_at = ?, confirmer_standing = ?, opens_at = ?, closes_at = ?
             WHERE id = ? AND confirmed_by IS NULL AND vetoed_by IS NULL`,
          )
          .bind(by, toMinute(at), mine.path, opensAt, closesAt, id),
        this.#log.notice(`identity:${id}:confirmed`, words, { at, actor: by }, done),
      ],
    });
    const after = await this.#row(id);
    if (after?.confirmed_by !== by) return this.#log.refuse("used", subject, step);
    await this.tellOpened(at);
    return { kind: "confirmed", code: row.code, opensAt };
  }

  /** Any supervisor stops a request that wasn't read yet, confirmed or not. */
  async veto(step: DisclosureStep): Promise<{ readonly kind: "vetoed"; readonly code: string } | Refused> {
    const { db } = this.#context;
    const { id, by, at } = step;
    const row = await this.#row(id);
    const subject = row?.code ?? "-";
    if (!(await this.#isSupervisor(by))) return this.#log.refuse("not_supervisor", subject, step);
    if (row === null) return this.#log.refuse("unknown", subject, step);
    const done = {
      sql: "EXISTS (SELECT 1 FROM report_disclosures WHERE id = ? AND vetoed_by = ?)",
      values: [id, by],
    };
    const words = DISCLOSURE_NOTICES.vetoed(row.code, await this.#officials.nameOf(by));
    await this.#log.commit("identity_veto", row.code, step, {
      when: done,
      statements: [
        db
          .prepare(
            `UPDATE report_disclosures SET vetoed_by = ?, vetoed_at = ?
             WHERE id = ? AND vetoed_by IS NULL AND read_key IS NULL`,
          )
          .bind(by, toMinute(at), id),
        this.#log.notice(`identity:${id}:vetoed`, words, { at, actor: by }, done),
      ],
    });
    const after = await this.#row(id);
    return after?.vetoed_by === null
      ? this.#log.refuse("used", subject, step)
      : { kind: "vetoed", code: row.code };
  }

  /** Returns the identity once, to the supervisor who asked. It is logged first. */
  async read(step: DisclosureReading): Promise<
    | {
        readonly kind: "disclosed";
        readonly code: string;
        readonly identity: Reporter;
        readonly reason: string;
      }
    /** All is ready: the one-time code is missing. */
    | { readonly kind: "code_needed"; readonly code: string }
    | Refused
  > {
    const { db, ring } = this.#context;
    const { code, by, at, key, oneTimeCode } = step;
    if (!(await this.#isSupervisor(by))) return this.#log.refuse("not_supervisor", code, step);
    const reading = await ring.lookupHash(names.act(key));
    const row = await requestToRead(db, { code, by, reading });
    if (row === null)
      return this.#log.refuse((await isRequested(db, code)) ? "not_requester" : "unknown", code, step);
    const ready = await this.#refusalToRead(row, reading, step);
    if (ready !== null) return ready;
    if (oneTimeCode === null) return { kind: "code_needed", code };
    const outcome = await this.#codes.use({ telegramId: by, code: oneTimeCode, key: reading, at });
    if (outcome === "locked_now") return this.#log.refuse("locked", code, step);
    if (outcome === "wrong") return this.#log.refuse("wrong_code", code, step);
    if (outcome !== "right") return this.#log.refuse(outcome, code, step);

    const done = {
      sql: "EXISTS (SELECT 1 FROM report_disclosures WHERE id = ? AND read_key = ?)",
      values: [row.id, reading],
    };
    const reason = ring.openNow(row.reason_sealed, bindings.reason(row.id));
    const words = DISCLOSURE_NOTICES.read(code, reason, await this.#officials.nameOf(by));
    const [, request, officials] = await this.#log.commit("identity_read", code, step, {
      when: done,
      statements: [
        db
          .prepare(
            `UPDATE report_disclosures SET read_key = ?, read_at = ?
             WHERE id = ? AND read_key IS NULL AND vetoed_by IS NULL`,
          )
          .bind(reading, toMinute(at), row.id),
        selectRequest(db, row.id),
        this.#officials.selectAll(),
        this.#log.notice(`identity:${row.id}:read`, words, { at, actor: by }, done),
      ],
    });
    // What counts is what the same transaction saw: a veto or a revocation may have come in between.
    const after = request?.results[0] as DisclosureRow | undefined;
    if (after?.read_key !== reading)
      return this.#log.refuse(after?.vetoed_by == null ? "used" : "vetoed", code, step);
    const standing = (who: string) =>
      this.#officials.standingAmong((officials?.results ?? []) as never, who, at);
    if (!areTwoPersons(after, standing(by), standing(after.confirmed_by ?? "")))
      return this.#log.refuse("voided", code, step);
    const identity = await reporterOf(this.#context, code);
    if (identity === null) return this.#log.refuse("unknown", code, step);
    return { kind: "disclosed", code, identity, reason };
  }

  /** Tells requesters that they may read now; once each. */
  async tellOpened(now: number): Promise<void> {
    const { db } = this.#context;
    for (const { id, code, requested_by: recipient, closes_at } of await openRequests(db, now)) {
      const words = DISCLOSURE_NOTICES.opened(code, closes_at ?? now);
      await this.#log.notice(`identity:${id}:opened`, words, { at: now, recipient }).run();
    }
  }

  /** Why this request can't be read now; null where only the one-time code is missing. */
  async #refusalToRead(
    row: DisclosureRow,
    reading: string,
    step: DisclosureReading,
  ): Promise<Refused | null> {
    const { by, at, code } = step;
    if (row.vetoed_by !== null) return this.#log.refuse("vetoed", code, step);
    if (row.confirmed_by === null) {
      const why = row.expires_at <= at ? "expired" : "not_confirmed";
      return this.#log.refuse(why, code, step);
    }
    if (row.read_key !== null && row.read_key !== reading) return this.#log.refuse("used", code, step);
    if ((row.opens_at ?? Number.POSITIVE_INFINITY) > at)
      return this.#log.refuse("not_yet", code, step, row.opens_at ?? undefined);
    if (row.read_key === null && (row.closes_at ?? 0) <= at) return this.#log.refuse("expired", code, step);
    const mine = await this.#officials.standingOf(by, at);
    const theirs = await this.#officials.standingOf(row.confirmed_by, at);
    return areTwoPersons(row, mine, theirs) ? null : this.#log.refuse("voided", code, step);
  }

  /** True where somebody else could confirm: a supervisor with standing who hangs on another of the settings. */
  async #hasSecond(root: string, at: number): Promise<boolean> {
    const standings = await Promise.all(
      (await this.#officials.supervisors()).map((id) => this.#officials.standingOf(id, at)),
    );
    return standings.some((standing) => standing.kind === "stands" && standing.root !== root);
  }

  async #row(id: string): Promise<DisclosureRow | null> {
    return selectRequest(this.#context.db, id).first<DisclosureRow>();
  }

  async #isSupervisor(telegramId: string): Promise<boolean> {
    return (await this.#officials.roleOf({ channel: "telegram", sender: telegramId })) === "supervisor";
  }
}
