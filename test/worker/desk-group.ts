import { Officials } from "../../src/features/officials/directory.ts";
import { createReportBook } from "../../src/features/reporting/create-report-book.ts";
import { duty } from "../../src/features/reporting/duty/duty-feature.ts";
import type { CommuneRoutes } from "../../src/features/reporting/group/commune-routes.ts";
import { MediaStore } from "../../src/features/reporting/media/media-store.ts";
import type { ReportingServices } from "../../src/features/reporting/reporting-services.ts";
import { plainText, type Reply } from "../../src/messaging/reply.ts";
import type { KeyRing } from "../../src/platform/crypto/key-ring.ts";
import { readMessage } from "../../src/reading/read-message.ts";
import type { Session } from "../../src/turn/session.ts";
import { bindings } from "./bindings.ts";
import { bookContext, desk, fresh, T0 } from "./reports-fixture.ts";

export const GROUP = "-1001380000138";
export const FIRST = "138000001";
export const STRANGER = "555000555";

export interface Answer {
  readonly replies: readonly Reply[];
  readonly words: string;
  /** Label and payload of each button. */
  readonly buttons: Readonly<Record<string, string>>;
}

/** The duty group and its handlers' private chats over real D1 and R2, with a clock that the test turns. */
export class DeskGroup {
  now = T0;
  ring: KeyRing = bookContext.ring;
  /** Which group gets which commune's reports; absent where there is one group. */
  routes: CommuneRoutes | undefined;
  /** What handlers were told in private: whom, and the words. */
  readonly told: { readonly to: string; readonly words: string }[] = [];
  #session: Session = {};

  get officials(): Officials {
    return new Officials(bindings.LEDGER, new Set([FIRST]), this.ring);
  }

  get book() {
    return createReportBook(bindings.LEDGER, this.ring);
  }

  /** Two handlers and a supervisor of the settings. */
  async open(...handlers: readonly (readonly [id: string, label: string])[]): Promise<void> {
    for (const [id, label] of handlers) {
      await this.officials.invite(FIRST, "duty", label, `desk-${id}`, this.now);
      await this.officials.accept(`desk-${id}`, id, this.now);
    }
  }

  /** What a handler types or taps. @param about the case whose card it replies to */
  async say(
    who: string,
    text: string,
    { about, where = GROUP }: { about?: string; where?: string } = {},
  ): Promise<Answer> {
    const reading = readMessage(text);
    const result = await duty(this.#services()).take({
      inbound: {
        key: fresh(),
        channel: "telegram",
        chat: where,
        sender: who,
        isPrivate: !where.startsWith("-"),
        at: this.now,
        content: { kind: "text", text },
      },
      reading,
      utterance: reading.utterance,
      session: this.#session,
      matter: "none",
      now: this.now,
      about,
    });
    this.#session = { ...this.#session, ...result?.session };
    const replies = result?.replies ?? [];
    const buttons = replies.flatMap((reply) => reply.buttons ?? []);
    return {
      replies,
      words: replies.map(plainText).join("\n"),
      buttons: Object.fromEntries(buttons.map(({ label, payload }) => [label, payload])),
    };
  }

  #services(): ReportingServices {
    const { officials, ring } = this;
    return {
      ...desk,
      book: this.book,
      ring,
      officials,
      dutyChat: GROUP,
      ...(this.routes !== undefined && { routes: this.routes }),
      media: new MediaStore({
        bucket: bindings.MEDIA,
        db: bindings.LEDGER,
        ring,
        download: async () => {
          throw new Error("nothing to fetch");
        },
      }),
      tell: async (to, _, reply) => void this.told.push({ to, words: plainText(reply) }),
      carry: async () => undefined,
      identity: { supervisors: () => officials.supervisors() } as unknown as NonNullable<
        ReportingServices["identity"]
      >,
    };
  }
}

/** The bodies that wait for the reporter of a case. */
export async function waitsForReporter(group: DeskGroup, code: string) {
  return (await group.book.pendingDispatches(2_000))
    .filter((one) => one.code === code && one.target === "reporter")
    .map(({ body }) => body);
}
