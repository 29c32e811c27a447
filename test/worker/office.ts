import { createAssistant } from "../../src/assistant/features.ts";
import type { Services } from "../../src/assistant/services.ts";
import type { NewEntry } from "../../src/features/officials/audit.ts";
import { Officials } from "../../src/features/officials/directory.ts";
import { codesOf } from "../../src/features/officials/one-time-code.ts";
import { tellSettings } from "../../src/features/officials/settings-supervisors.ts";
import type { ReportingServices } from "../../src/features/reporting/reporting-services.ts";
import { Disclosures } from "../../src/features/reporting/vault/disclosures.ts";
import { plainText, type Reply } from "../../src/messaging/reply.ts";
import { MINUTE } from "../../src/platform/time.ts";
import { bindings } from "./bindings.ts";
import { book, bookContext, fresh, submission, T0, ZALO } from "./reports-fixture.ts";

export interface Told {
  readonly chat: string;
  readonly words: string;
  readonly buttons: readonly string[];
}

/** What one is told, and the payloads of the buttons under it. */
export interface Heard {
  readonly words: string;
  readonly buttons: readonly string[];
}

/** Deletes all officials, with what hangs on them. */
export async function emptyOffice(): Promise<void> {
  for (const table of [
    "officials",
    "invitations",
    "official_codes",
    "official_notices",
    "report_disclosures",
  ])
    await bindings.LEDGER.prepare(`DELETE FROM ${table}`).run();
}

/** Officials with their private chats over the production turn, with a clock and with settings of their own. */
export class Office {
  now = T0;
  /** What supervisors were told of each other. */
  readonly told: Told[] = [];
  /** The chats that can't store anything at the moment. */
  readonly deaf = new Set<string>();
  first: readonly string[];
  readonly #keys = new Set<string>();

  constructor(...first: readonly string[]) {
    this.first = first;
  }

  get officials(): Officials {
    return new Officials(bindings.LEDGER, new Set(this.first), bookContext.ring);
  }

  get disclosures(): Disclosures {
    return new Disclosures(bookContext, this.officials);
  }

  pass(minutes: number): void {
    this.now += minutes * MINUTE;
  }

  /** A message in the person's private chat. @param key the message's own; the same again is a repeated turn */
  async say(who: string, text: string, key = fresh()): Promise<Heard> {
    const inbound = {
      key,
      channel: "telegram",
      chat: who,
      sender: who,
      isPrivate: true,
      at: this.now,
      content: { kind: "text", text },
    } as const;
    const { replies } = await createAssistant(this.#services())(inbound, {});
    return { words: replies.map(plainText).join("\n"), buttons: replies.flatMap(payloadsOf) };
  }

  /** Invites, and lets somebody open the link. */
  async enlist(by: string, role: string, who: string, label = `Cán bộ ${who}`): Promise<string> {
    return (await this.say(who, `/start ${await this.link(by, role, label)}`)).words;
  }

  async link(by: string, role: string, label = "Người mới"): Promise<string> {
    const { words } = await this.say(by, `/moi ${role} ${label}`);
    return /\?start=([\w-]{32})/u.exec(words)?.[1] ?? "";
  }

  async revoke(by: string, who: string): Promise<Heard> {
    const { id } = (await this.officials.list()).find(({ telegramId }) => telegramId === who) ?? { id: "-" };
    const asked = await this.say(by, `/thuhoi ${id}`);
    const [yes = ""] = asked.buttons;
    return yes === "" ? asked : this.say(by, yes);
  }

  /** Asks for a new report's identity. @returns the report, and what the requester is told */
  async ask(who: string, lane: "urgent" | "crime" = "crime"): Promise<Heard & { readonly code: string }> {
    const { code } = await book.submit(submission({ reporter: ZALO, lane }));
    return { ...(await this.say(who, `/danhtinh ${code} phục vụ điều tra`)), code };
  }

  /** The button of a kind in the newest message that has one, whoever got it. */
  button(kind: "xacnhan" | "dung"): string {
    const all = this.told.flatMap(({ buttons }) => buttons);
    return all.findLast((payload) => payload.startsWith(`/danhtinh ${kind}`)) ?? "";
  }

  /** The last step, with the code that the person's app shows at this moment. */
  async read(who: string, code: string): Promise<string> {
    return (await this.say(who, `/danhtinh xem ${code} ${await this.oneTimeCode(who)}`)).words;
  }

  async oneTimeCode(who: string): Promise<string> {
    const row = await bindings.LEDGER.prepare("SELECT epoch FROM official_codes WHERE telegram_id = ?")
      .bind(who)
      .first<{ epoch: number }>();
    const { ring } = bookContext;
    return codesOf(ring, who, { epoch: row?.epoch ?? 0, keyId: ring.currentId })?.at(this.now) ?? "";
  }

  /** What the cron does first. */
  lookAtSettings(): Promise<void> {
    return tellSettings(bindings.LEDGER, this.officials, new Set(this.first), this.now);
  }

  /** What the cron does. */
  async cron(): Promise<void> {
    await this.disclosures.tellOpened(this.now);
    await this.announce();
  }

  announce = (): Promise<void> =>
    this.officials.notices.carry(
      () => this.officials.supervisors(),
      async (chat, key, reply) => {
        if (this.deaf.has(chat)) throw new Error("full");
        if (this.#keys.has(`${chat} ${key}`)) return;
        this.#keys.add(`${chat} ${key}`);
        this.told.push({ chat, words: plainText(reply), buttons: payloadsOf(reply) });
      },
      this.now,
    );

  /** What was told of this, by chat. */
  toldOf(words: string | RegExp): string[] {
    return this.told
      .filter((told) => told.words.match(words) !== null)
      .map(({ chat }) => chat)
      .sort();
  }

  #services(): Services {
    const { officials, announce } = this;
    const reporting = {
      book,
      ring: bookContext.ring,
      officials,
      log: async (entry: NewEntry) => void (await officials.audit.commit(entry)),
      carry: async () => undefined,
      identity: {
        disclosures: this.disclosures,
        supervisors: () => officials.supervisors(),
        announce,
      },
    } as unknown as ReportingServices;
    return {
      now: () => this.now,
      knowledge: { search: async () => [] },
      figures: { facts: async () => [] },
      isOfficial: async () => false,
      officials,
      announce,
      botUsername: "troly138_test_bot",
      reporting,
    };
  }
}

const payloadsOf = ({ buttons }: Reply): string[] => (buttons ?? []).map(({ payload }) => payload);
