import { ingestLocal, type Prepared } from "../scripts/lib/ingest.ts";
import { migrateLocal, openLocal } from "../scripts/lib/local.ts";
import { readPrompts } from "../scripts/lib/prompts.ts";
import { createGenerator } from "../src/answering/generative/generator.ts";
import type { Services } from "../src/conversation/services.ts";
import type { Session } from "../src/conversation/session.ts";
import { takeTurn } from "../src/conversation/turn.ts";
import { createD1FigureStore } from "../src/figures/store.ts";
import { createD1Index } from "../src/knowledge/d1-index.ts";
import type { KnowledgeIndex, Passage } from "../src/knowledge/index.ts";
import type { ChannelName, Inbound } from "../src/messaging/inbound.ts";
import { plainText } from "../src/messaging/reply.ts";
import type { ChatModel } from "../src/model/chat-model.ts";
import type { Exchange, Message } from "./exchange.ts";

/** Every run asks on the same morning, so that "năm ngoái" means the same year. */
const MORNING = Date.parse("2026-11-23T09:00:00+07:00");
const BETWEEN_MESSAGES = 20_000;

/** The assistant as a person meets it, without a messenger: the production turn over local databases. */
export interface Assistant {
  /** Says the messages one after another in a chat of its own; what came of each, in order. */
  converse(messages: readonly Message[], channel: ChannelName): Promise<Exchange[]>;
  /** The same assistant with this model behind its guard, over the same databases. */
  withModel(model: ChatModel, timeoutMs: number): Assistant;
  close(): Promise<void>;
}

/** Migrates and ingests into `persistTo`, then answers from there: from `knowledge/`, or from what was prepared. */
export async function openAssistant(persistTo: string, prepared?: Prepared): Promise<Assistant> {
  const local = await openLocal({ persistTo });
  await migrateLocal(local);
  await ingestLocal(local.KNOWLEDGE, prepared === undefined ? {} : { prepared });
  const close = () => local.dispose();
  const over = (model?: { readonly asked: ChatModel; readonly timeoutMs: number }): Assistant => ({
    converse: (messages, channel) => converse(messages, channel, local.KNOWLEDGE, model),
    withModel: (asked, timeoutMs) => over({ asked, timeoutMs }),
    close,
  });
  return over();
}

async function converse(
  messages: readonly Message[],
  channel: ChannelName,
  database: D1Database,
  model?: { readonly asked: ChatModel; readonly timeoutMs: number },
): Promise<Exchange[]> {
  let session: Session = {};
  let now = MORNING;
  const watched = watch(createD1Index(database), model?.asked);
  const services: Services = {
    knowledge: watched.knowledge,
    figures: createD1FigureStore(database),
    now: () => now,
    isOfficial: async () => false,
    ...(model !== undefined &&
      watched.model !== undefined && {
        model: {
          generator: createGenerator(watched.model, readPrompts()),
          timeoutMs: model.timeoutMs,
          callsPerChat: Number.POSITIVE_INFINITY,
        },
      }),
  };
  const exchanges: Exchange[] = [];
  for (const [i, message] of messages.entries()) {
    const started = performance.now();
    const turn = await takeTurn(inbound(message, i, channel, now), session, services);
    const ms = performance.now() - started;
    session = turn.session;
    now += BETWEEN_MESSAGES;
    exchanges.push({
      text: turn.replies.map(plainText).join("\n\n"),
      buttons: turn.replies.flatMap(({ buttons = [] }) => buttons.map(({ label }) => label)),
      replies: turn.replies,
      events: turn.events,
      ms,
      ...watched.taken(),
    });
  }
  return exchanges;
}

function inbound(message: Message, i: number, channel: ChannelName, at: number): Inbound {
  const content = typeof message === "string" ? ({ kind: "text", text: message } as const) : message;
  return { key: `eval-${i}`, channel, chat: "900138", sender: "900138", isPrivate: true, at, content };
}

/** The index and the model, with what went through them written down until it is taken. */
function watch(index: KnowledgeIndex, model: ChatModel | undefined) {
  let searches: (readonly Passage[])[] = [];
  let tokens = 0;
  let calls = 0;
  const knowledge: KnowledgeIndex = {
    async search(question, options) {
      const hits = await index.search(question, options);
      searches.push(hits.map(({ passage }) => passage));
      return hits;
    },
  };
  const counted: ChatModel | undefined = model && {
    async ask(request) {
      calls += 1;
      const answer = await model.ask(request);
      tokens += answer.usage.promptTokens + answer.usage.completionTokens;
      return answer;
    },
  };
  const taken = (): Pick<Exchange, "searches" | "tokens" | "calls"> => {
    const seen = { searches, tokens, calls };
    searches = [];
    tokens = 0;
    calls = 0;
    return seen;
  };
  return { knowledge, model: counted, taken };
}
