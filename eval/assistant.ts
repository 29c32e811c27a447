import { ingestLocal } from "../scripts/lib/ingest.ts";
import { migrateLocal, openLocal } from "../scripts/lib/local.ts";
import type { Services } from "../src/conversation/services.ts";
import type { Session } from "../src/conversation/session.ts";
import { takeTurn } from "../src/conversation/turn.ts";
import { createD1FigureStore } from "../src/figures/store.ts";
import { createD1Index } from "../src/knowledge/d1-index.ts";
import type { ChannelName } from "../src/messaging/inbound.ts";
import { plainText } from "../src/messaging/reply.ts";
import type { ShownReply } from "./score.ts";

/** Every run asks on the same morning, so that "năm ngoái" means the same year. */
const MORNING = Date.parse("2026-11-23T09:00:00+07:00");
const BETWEEN_MESSAGES = 20_000;

/** The assistant as a person meets it, without a messenger: the production turn over local databases. */
export interface Assistant {
  /** Says the messages one after another in a chat of its own; the replies to each, in order. */
  converse(messages: readonly string[], channel: ChannelName): Promise<ShownReply[]>;
  close(): Promise<void>;
}

/** Migrates and ingests into `persistTo`, then answers from there. */
export async function openAssistant(persistTo: string): Promise<Assistant> {
  const local = await openLocal({ persistTo });
  await migrateLocal(local);
  await ingestLocal(local.KNOWLEDGE);
  return {
    converse: (messages, channel) => converse(messages, channel, local.KNOWLEDGE),
    close: () => local.dispose(),
  };
}

async function converse(
  messages: readonly string[],
  channel: ChannelName,
  database: D1Database,
): Promise<ShownReply[]> {
  let session: Session = {};
  let now = MORNING;
  const services: Services = {
    knowledge: createD1Index(database),
    figures: createD1FigureStore(database),
    now: () => now,
    isOfficial: async () => false,
  };
  const shown: ShownReply[] = [];
  for (const [i, text] of messages.entries()) {
    const turn = await takeTurn(
      {
        key: `eval-${i}`,
        channel,
        chat: "900138",
        sender: "900138",
        isPrivate: true,
        at: now,
        content: { kind: "text", text },
      },
      session,
      services,
    );
    session = turn.session;
    now += BETWEEN_MESSAGES;
    shown.push({
      text: turn.replies.map(plainText).join("\n\n"),
      buttons: turn.replies.flatMap(({ buttons = [] }) => buttons.map(({ label }) => label)),
    });
  }
  return shown;
}
