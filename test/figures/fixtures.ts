import { readdirSync, readFileSync } from "node:fs";
import type { Fact } from "../../src/features/figures/fact.ts";
import type { FigureStore } from "../../src/features/figures/figure-store.ts";
import { figures } from "../../src/features/figures/figures-feature.ts";
import { parseFigures } from "../../src/features/figures/read-figures.ts";
import type { Hit } from "../../src/knowledge/knowledge-index.ts";
import { plainText, type Reply } from "../../src/messaging/reply.ts";
import { merged, type Session } from "../../src/turn/session.ts";
import { contextOf } from "../turn-context.ts";

/** The figures of the house, as they are stored: for tests. */
const FOLDER = new URL("../../knowledge/figures/", import.meta.url);
export const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".csv"))
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), "utf8") }));
export const FACTS = parseFigures(FILES).facts;

/** A day on which "năm ngoái" is 2025. */
export const NOW = Date.parse("2026-11-23T06:00:00Z");

/** Figures held in memory, shown to whom D1's store shows them. */
function storeOf(facts: readonly Fact[]): FigureStore {
  const open = facts.filter((fact) => fact.audience === "public");
  return { facts: async (audience) => (audience === "internal" ? facts : open) };
}

/** Asks one question after another in one chat; null where the message was left alone. */
export async function ask(
  questions: readonly string[],
  facts: readonly Fact[] = FACTS,
  official = false,
  hits: readonly Hit[] = [],
): Promise<(Reply | null)[]> {
  const feature = figures({
    store: storeOf(facts),
    knowledge: { search: async () => hits },
    isOfficial: async () => official,
  });
  let session: Session = {};
  const replies: (Reply | null)[] = [];
  for (const question of questions) {
    const result = await feature.take(contextOf(question, { key: question, session, now: NOW }));
    replies.push(result?.replies[0] ?? null);
    session = merged(session, result?.session);
  }
  return replies;
}

/** The last answer as plain text; "" where the message was left alone. */
export async function answerText(...questions: readonly string[]): Promise<string> {
  const reply = (await ask(questions)).at(-1);
  return reply === null || reply === undefined ? "" : plainText(reply);
}
