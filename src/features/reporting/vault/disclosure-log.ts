import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import { HOUR } from "../../../platform/time.ts";
import type { NewEntry } from "../../officials/audit.ts";
import type { Officials } from "../../officials/directory.ts";
import type { NoticeWords } from "../../officials/notices.ts";
import type { Standing } from "../../officials/standing.ts";
import { names } from "../book/book-context.ts";
import type { DisclosureRefusal } from "./disclosure-refusal.ts";
import { DISCLOSURE_NOTICES } from "./vault-wording.ts";

export interface Refused {
  readonly kind: "refused";
  readonly why: DisclosureRefusal;
  /** From when on it would be possible, where that is known. */
  readonly from?: number;
}

export interface Act {
  /** The official's Telegram id. */
  readonly by: string;
  readonly at: number;
  /** Idempotency key of the message, unique over all chats. */
  readonly key: string;
}

/** What is written and told of each step and each refused try: in the audit, and to the supervisors. */
export class DisclosureLog {
  readonly #ring: KeyRing;
  readonly #officials: Officials;

  constructor(ring: KeyRing, officials: Officials) {
    this.#ring = ring;
    this.#officials = officials;
  }

  /**
   * An official's tries are all in the log, and told once an hour for each report and reason. A person who isn't an
   * official may be a citizen: the log has the try, not the person, once an hour for each account, and is told once an
   * hour in all. So neither fills the log or the supervisors' chats.
   */
  async refuse(why: DisclosureRefusal, subject: string, act: Act, from?: number): Promise<Refused> {
    const { by, at } = act;
    const isOfficial = (await this.#officials.roleOf({ channel: "telegram", sender: by })) !== null;
    const hour = Math.floor(at / HOUR);
    const words = DISCLOSURE_NOTICES.refused(
      subject,
      why,
      isOfficial ? await this.#officials.nameOf(by) : null,
    );
    const what = why === "unknown" || why === "too_many" ? why : `${why}:${subject}`;
    const told = isOfficial ? `${by}:${what}:${hour}` : `stranger:${hour}`;
    const logged = isOfficial ? act : { ...act, key: `stranger:${by}:${hour}` };
    await this.commit("identity_refused", `${subject} ${why}`, logged, {
      statements: [this.notice(`identity_refused:${told}`, words, { at, ...(isOfficial && { actor: by }) })],
    });
    return { kind: "refused", why, ...(from !== undefined && { from }) };
  }

  /** The same, where it is for what a supervisor is or isn't in the tree of invitations. */
  async refuseStanding(
    standing: Extract<Standing, { readonly kind: "none" }>,
    subject: string,
    act: Act,
  ): Promise<Refused> {
    return this.refuse(standing.why, subject, act, standing.why === "too_new" ? standing.from : undefined);
  }

  /** The statement that tells the supervisors. */
  notice(
    key: string,
    words: NoticeWords,
    about: { readonly at: number; readonly actor?: string; readonly recipient?: string },
    when?: { readonly sql: string; readonly values: readonly string[] },
  ): D1PreparedStatement {
    return this.#officials.notices.statement({ key, words, ...about }, when);
  }

  /** Writes a step together with its entry in the audit. */
  async commit(
    action: NewEntry["action"],
    subject: string,
    { by, at, key }: Act,
    act: Parameters<Officials["audit"]["commit"]>[1],
  ): Promise<D1Result[]> {
    const role = await this.#officials.roleOf({ channel: "telegram", sender: by });
    const hash = await this.#ring.lookupHash(names.act(key));
    const actor = role === null ? "stranger" : by;
    return this.#officials.audit.commit({ key: `${action}:${hash}`, at, actor, action, subject }, act);
  }
}
