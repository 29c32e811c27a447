import { ingestLocal, type Prepared } from "../scripts/lib/ingest.ts";
import { migrateLocal, openLocal } from "../scripts/lib/local.ts";
import { preparedKnowledge } from "../scripts/lib/prepared.ts";
import { readPrompts } from "../scripts/lib/prompts.ts";
import { createAssistant } from "../src/assistant/features.ts";
import type { Services } from "../src/assistant/services.ts";
import { createGenerator } from "../src/features/answering/generative/generator.ts";
import { createD1FigureStore } from "../src/features/figures/figure-store.ts";
import { createD1Index } from "../src/knowledge/d1-index.ts";
import type { KnowledgeIndex, Passage } from "../src/knowledge/knowledge-index.ts";
import type { ChannelName, Inbound } from "../src/messaging/inbound.ts";
import { plainText } from "../src/messaging/reply.ts";
import type { ChatModel } from "../src/model/chat-model.ts";
import type { Session } from "../src/turn/session.ts";
import { openMemoryDatabase } from "../test/knowledge/sqlite.ts";
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
  /** The same over a knowledge that takes everything it finds for found by meaning: then no question is spared a model. */
  findingByMeaning(): Assistant;
  close(): Promise<void>;
}

/** Migrates and ingests `knowledge/` into `persistTo`, as the Worker would, then answers from there. */
export async function openAssistant(persistTo: string): Promise<Assistant> {
  const prepared = await preparedKnowledge();
  const local = await openLocal({ persistTo });
  await migrateLocal(local);
  await ingestLocal(local.KNOWLEDGE, { prepared });
  return assistantOver(local.KNOWLEDGE, () => local.dispose());
}

/** The same over a database in memory, for tests: from `knowledge/`, or from what was prepared. */
export async function openMemoryAssistant(prepared?: Prepared): Promise<Assistant> {
  const database = openMemoryDatabase();
  await ingestLocal(database, { prepared: prepared ?? (await preparedKnowledge()) });
  return assistantOver(database, async () => {});
}

type Database = Parameters<typeof createD1Index>[0] & Parameters<typeof createD1FigureStore>[0];

/** What answers: one for all chats, as in an isolate. */
interface Sources extends Pick<Services, "knowledge" | "figures"> {
  readonly model?: { readonly asked: ChatModel; readonly timeoutMs: number };
}

function assistantOver(database: Database, close: () => Promise<void>): Assistant {
  const over = (sources: Sources): Assistant => ({
    converse: (messages, channel) => converse(messages, channel, sources),
    withModel: (asked, timeoutMs) => over({ ...sources, model: { asked, timeoutMs } }),
    findingByMeaning: () => over({ ...sources, knowledge: byMeaning(sources.knowledge) }),
    close,
  });
  return over({ knowledge: createD1Index(database), figures: createD1FigureStore(database) });
}

function byMeaning(index: KnowledgeIndex): KnowledgeIndex {
  return {
    search: async (question, options) =>
      (await index.search(question, options)).map((hit) => ({ ...hit, byMeaning: true })),
  };
}

async function converse(
  messages: readonly Message[],
  channel: ChannelName,
  { knowledge, figures, model }: Sources,
): Promise<Exchange[]> {
  let session: Session = {};
  let now = MORNING;
  const watched = watch(knowledge, model?.asked);
  const services: Services = {
    knowledge: watched.knowledge,
    figures,
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
    const turn = await createAssistant(services)(inbound(message, i, channel, now), session);
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
