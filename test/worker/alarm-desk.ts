import { Officials } from "../../src/features/officials/directory.ts";
import type { Reporter } from "../../src/features/reporting/case.ts";
import { carryDispatches } from "../../src/features/reporting/dispatcher.ts";
import { ownerNow } from "../../src/features/reporting/duty/alarm/owner.ts";
import { raiseAlarms } from "../../src/features/reporting/duty/alarm/raise-alarms.ts";
import { duty } from "../../src/features/reporting/duty/duty-feature.ts";
import { MediaStore } from "../../src/features/reporting/media/media-store.ts";
import type { Lane, Place } from "../../src/features/reporting/report.ts";
import type { ReportingServices } from "../../src/features/reporting/reporting-services.ts";
import type { InboundContent } from "../../src/messaging/inbound.ts";
import { plainText, type Reply } from "../../src/messaging/reply.ts";
import { MINUTE } from "../../src/platform/time.ts";
import { readMessage } from "../../src/reading/read-message.ts";
import type { Session } from "../../src/turn/session.ts";
import { bindings, migrate } from "./bindings.ts";
import { emptyOffice } from "./office.ts";
import { photo } from "./photo.ts";
import { book, bookContext, CONTENT, desk, fresh, submission } from "./reports-fixture.ts";

export const GROUP = "-1001380000138";

/** What a chat was told. */
export interface Told {
  readonly chat: string;
  readonly words: string;
  readonly reply: Reply;
}

/** The duty desk over the real book, with a clock of its own: what every chat is told is written down here. */
export class AlarmDesk {
  now: number;
  readonly told: Told[] = [];
  readonly officials: Officials;
  readonly #first: readonly string[];
  readonly #keys = new Set<string>();
  #session: Session = {};

  constructor(now: number, ...first: readonly string[]) {
    this.now = now;
    this.#first = first;
    this.officials = new Officials(bindings.LEDGER, new Set(first));
  }

  /** A desk where nothing of another test waits. @param people by their ids, who handle reports */
  static async quiet(
    now: number,
    chief: string,
    people: Readonly<Record<string, string>>,
  ): Promise<AlarmDesk> {
    await migrate();
    await emptyOffice();
    await bindings.LEDGER.prepare("UPDATE report_dispatches SET state = 'delivered'").run();
    await bindings.LEDGER.prepare(
      "UPDATE reports SET closed_at = 1, erased_at = 1 WHERE erased_at IS NULL",
    ).run();
    const desk = new AlarmDesk(now, chief);
    for (const [id, label] of Object.entries(people)) await desk.enlist(id, label);
    return desk;
  }

  async enlist(id: string, label: string, role: "duty" | "viewer" = "duty"): Promise<void> {
    const token = fresh();
    await this.officials.invite(this.#first[0] ?? "", role, label, token, this.now);
    await this.officials.accept(token, id, this.now + 1);
  }

  /** A new report of a reporter's own. */
  async report(
    {
      what = CONTENT.what,
      lane = "urgent",
      category = "assault",
      details = CONTENT.details,
      where = CONTENT.where,
    }: {
      what?: string;
      lane?: Lane;
      category?: string;
      details?: Readonly<Record<string, string>>;
      where?: Place | undefined;
    } = {},
    reporter: Reporter = { channel: "zalo", chat: `citizen-${fresh()}` },
  ): Promise<{ readonly code: string; readonly reporter: Reporter }> {
    const content = { ...CONTENT, what, details, media: [], ...(where !== undefined && { where }) };
    const { code } = await book.submit(submission({ reporter, lane, category, content, at: this.now }));
    await this.carry();
    return { code, reporter };
  }

  /** Lets minutes pass; each minute's cron runs. */
  async pass(minutes: number): Promise<void> {
    for (let i = 0; i < minutes; i += 1) {
      this.now += MINUTE;
      await this.cron();
    }
  }

  cron(): Promise<void> {
    return raiseAlarms(this.services(), this.now);
  }

  /** What a handler types or taps in the group. @param about the case that the message replies to */
  async says(
    sender: string,
    text: string,
    { chat = GROUP, about = undefined as string | undefined } = {},
  ): Promise<string> {
    return this.#take(sender, { kind: "text", text }, chat, about);
  }

  async #take(
    sender: string,
    content: Extract<InboundContent, { kind: "text" | "media" }>,
    chat: string,
    about: string | undefined,
  ): Promise<string> {
    const reading = readMessage(content.kind === "text" ? content.text : "");
    const result = await duty(this.services()).take({
      inbound: {
        key: fresh(),
        channel: "telegram",
        chat,
        sender,
        isPrivate: chat !== GROUP,
        at: this.now,
        content,
      },
      reading,
      utterance: reading.utterance,
      session: this.#session,
      matter: "none",
      now: this.now,
      about,
    });
    this.#session = { ...this.#session, ...result?.session } as Session;
    for (const reply of result?.replies ?? []) this.#hear(chat, reply);
    return (result?.replies ?? []).map(plainText).join("\n");
  }

  /** Presses "Tiếp nhận" and the like on the present card. */
  async moves(sender: string, code: string, to: string): Promise<string> {
    const report = await book.get(code);
    return this.says(sender, `/xl ${code} ${to} ${report?.version ?? 1}`);
  }

  /** Answers “Đã xong” with a photo and its caption. */
  async result(sender: string, code: string, caption: string): Promise<string> {
    const about = `/xl ${code} resolved ${(await book.get(code))?.version ?? 1}`;
    return this.#take(sender, { kind: "media", media: [{ kind: "image", ref: "f" }], caption }, GROUP, about);
  }

  /** What was told to a chat, the oldest first. @param of only what has these words */
  to(chat: string, of = ""): string[] {
    return this.told.filter((one) => one.chat === chat && one.words.includes(of)).map(({ words }) => words);
  }

  carry = (): Promise<void> =>
    carryDispatches({
      book,
      dutyChat: GROUP,
      now: () => this.now,
      ownerOf: (code) => ownerNow({ book, officials: this.officials }, code),
      deliver: async ({ key, chat, replies }) => {
        if (this.#isTold(chat, key)) return;
        for (const reply of replies) this.#hear(chat, reply);
      },
    });

  services(): ReportingServices {
    const tell = async (chat: string, key: string, reply: Reply) => {
      if (!this.#isTold(chat, key)) this.#hear(chat, reply);
    };
    const { ring } = bookContext;
    return {
      book,
      ring,
      officials: this.officials,
      dutyChat: GROUP,
      media: new MediaStore({
        bucket: bindings.MEDIA,
        db: bindings.LEDGER,
        ring,
        download: async () => photo(),
      }),
      ...desk,
      tell,
      tellSupervisors: async (key, reply) => {
        for (const chat of await this.officials.supervisors()) await tell(chat, key, reply);
      },
      carry: this.carry,
    };
  }

  #isTold(chat: string, key: string): boolean {
    const name = `${chat} ${key}`;
    return this.#keys.has(name) || !this.#keys.add(name);
  }

  #hear(chat: string, reply: Reply): void {
    this.told.push({ chat, words: plainText(reply), reply });
  }
}
