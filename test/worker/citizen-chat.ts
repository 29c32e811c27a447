import { createAssistant } from "../../src/assistant/features.ts";
import type { Services } from "../../src/assistant/services.ts";
import type { Turn } from "../../src/assistant/turn.ts";
import { Officials } from "../../src/features/officials/directory.ts";
import { MediaStore } from "../../src/features/reporting/media/media-store.ts";
import type { ChannelName, Inbound, InboundContent } from "../../src/messaging/inbound.ts";
import { plainText, type Reply } from "../../src/messaging/reply.ts";
import type { KeyRing } from "../../src/platform/crypto/key-ring.ts";
import type { Asked } from "../../src/turn/feature.ts";
import type { Session } from "../../src/turn/session.ts";
import { bindings } from "./bindings.ts";
import { photo } from "./photo.ts";
import { book, bookContext, desk, fresh, T0 } from "./reports-fixture.ts";

interface Given {
  readonly id?: string;
  readonly channel?: ChannelName;
  readonly now?: number;
  /** Other keys than the book's. */
  readonly ring?: KeyRing | undefined;
}

/** A citizen's chat: the production turn, real D1 and R2, a clock of its own. */
export class CitizenChat {
  session: Session = {};
  now: number;
  /** The report whose message the citizen replies to. */
  about: string | undefined;
  /** What a handler last asked. */
  asked: Asked | undefined;
  /** Of which report the result was told last. */
  ended: Asked | undefined;
  /** The replies to the last message. */
  last: readonly Reply[] = [];
  /** How often the book's messages were to be carried to their chats. */
  carried = 0;
  /** What any file of the messenger is; null where none can be fetched. */
  file: Uint8Array<ArrayBuffer> | null = photo();
  fetched = 0;
  readonly id: string;
  readonly media: MediaStore;
  readonly #channel: ChannelName;
  readonly #ring: KeyRing;

  constructor({ id = `chat-${fresh()}`, channel = "zalo", now = T0, ring = bookContext.ring }: Given = {}) {
    this.id = id;
    this.now = now;
    this.#channel = channel;
    this.#ring = ring;
    this.media = new MediaStore({
      bucket: bindings.MEDIA,
      db: bookContext.db,
      ring,
      download: async () => {
        this.fetched += 1;
        if (this.file === null) throw new Error("gone");
        return this.file.slice();
      },
    });
  }

  /** Takes a message; the next one comes half a minute later. */
  async turn(content: InboundContent, key = fresh()): Promise<Turn> {
    const { asked, about, ended } = this;
    const assistant = createAssistant(this.#services());
    const turn = await assistant(this.inbound(content, key), this.session, { asked, about, ended });
    this.session = turn.session;
    this.last = turn.replies;
    this.now += 30_000;
    return turn;
  }

  /** The same; the words of all replies. */
  async hear(content: InboundContent, key = fresh()): Promise<string> {
    return (await this.turn(content, key)).replies.map(plainText).join("\n---\n");
  }

  say(text: string): Promise<string> {
    return this.hear({ kind: "text", text });
  }

  inbound(content: InboundContent, key = fresh()): Inbound {
    const { id, now } = this;
    return { key, channel: this.#channel, chat: id, sender: id, isPrivate: true, at: now, content };
  }

  #services(): Services {
    return {
      knowledge: { search: async () => [] },
      figures: { facts: async () => [] },
      now: () => this.now,
      isOfficial: async () => false,
      reporting: {
        book,
        ring: this.#ring,
        officials: new Officials(bookContext.db, new Set()),
        media: this.media,
        ...desk,
        carry: async () => void this.carried++,
      },
    };
  }
}
