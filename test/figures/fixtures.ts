import { readdirSync, readFileSync } from "node:fs";
import type { Services } from "../../src/assistant/services.ts";
import type { Fact } from "../../src/features/figures/fact.ts";
import { createMemoryFigureStore } from "../../src/features/figures/figure-store.ts";
import { figures } from "../../src/features/figures/figures-feature.ts";
import { parseFigures } from "../../src/features/figures/read-figures.ts";
import type { Hit } from "../../src/knowledge/knowledge-index.ts";
import { readUtterance } from "../../src/language/utterance.ts";
import type { Inbound } from "../../src/messaging/inbound.ts";
import { plainText, type Reply } from "../../src/messaging/reply.ts";
import type { Session } from "../../src/turn/session.ts";

/** The figures of the house, as they are stored: for tests. */
const FOLDER = new URL("../../knowledge/figures/", import.meta.url);
export const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".csv"))
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), "utf8") }));
export const FACTS = parseFigures(FILES).facts;

/** A day on which "năm ngoái" is 2025. */
export const NOW = Date.parse("2026-11-23T06:00:00Z");

/** Asks one question after another in one chat; null where the message was left alone. */
export async function ask(
  questions: readonly string[],
  facts: readonly Fact[] = FACTS,
  official = false,
  hits: readonly Hit[] = [],
): Promise<(Reply | null)[]> {
  const services: Services = {
    figures: createMemoryFigureStore(facts),
    knowledge: { search: async () => hits },
    now: () => NOW,
    isOfficial: async () => official,
  };
  let session: Session = {};
  const replies: (Reply | null)[] = [];
  for (const question of questions) {
    const inbound: Inbound = {
      key: question,
      channel: "telegram",
      chat: "1",
      sender: "1",
      isPrivate: true,
      at: NOW,
      content: { kind: "text", text: question },
    };
    const result = await figures.take({ inbound, utterance: readUtterance(question), session, services });
    replies.push(result?.replies[0] ?? null);
    if (result?.session !== undefined)
      session = Object.fromEntries(
        Object.entries({ ...session, ...result.session }).filter(([, value]) => value !== undefined),
      );
  }
  return replies;
}

/** The last answer as plain text; "" where the message was left alone. */
export async function answerText(...questions: readonly string[]): Promise<string> {
  const reply = (await ask(questions)).at(-1);
  return reply === null || reply === undefined ? "" : plainText(reply);
}
