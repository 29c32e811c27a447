import { listDurableObjectIds, reset, runInDurableObject } from "cloudflare:test";
import { ChatSeal } from "../../src/chat/chat-seal.ts";
import { ConversationStore } from "../../src/chat/chat-store.ts";
import { readConfig } from "../../src/config.ts";
import { chatFinder } from "../../src/ledger/chat-finder.ts";
import type { ChatAddress } from "../../src/messaging/chats.ts";
import { bindings } from "./bindings.ts";

/** The tests' key ring, which the Worker under test has too. */
export const ring = (() => {
  const ring = readConfig({ ...bindings }).reports?.keyRing;
  if (ring === undefined) throw new Error("the tests have no keys");
  return ring;
})();

/** Finds a chat as the Worker under test does. */
export const chatOf = chatFinder(bindings, ring);

/** A chat's rows as its own object writes them: sealed, for that object alone. */
export function storeIn({ id, storage }: Pick<DurableObjectState, "id" | "storage">): ConversationStore {
  const store = new ConversationStore(storage.sql, new ChatSeal(ring, id.toString()));
  store.memory.setSealed();
  return store;
}

/** Those of these words from elsewhere that a chat has taken. */
export async function toldKeys(address: ChatAddress, keys: readonly string[]): Promise<readonly string[]> {
  return runInDurableObject(await chatOf(address), (_, { id, storage: { sql } }) =>
    keys.filter((key) => {
      const [name] = new ChatSeal(ring, id.toString()).names(key, "notes/delivery");
      return sql.exec("SELECT 1 FROM notes WHERE kind = 'delivery' AND key = ?", name).toArray().length > 0;
    }),
  );
}

/** What a chat's replies say that wait, in their order. */
export const bodiesIn = (state: Pick<DurableObjectState, "id" | "storage">): readonly string[] =>
  storeIn(state)
    .outbox.waitingParts()
    .map(({ body }) => body);

/** A chat's rows where no keys are set, and as they were in earlier releases. */
export const plainStore = (sql: SqlStorage): ConversationStore =>
  new ConversationStore(sql, new ChatSeal(undefined, ""));

let earlier: ReadonlySet<string> = new Set();

const listed = (): Promise<DurableObjectId[]> => listDurableObjectIds(bindings.CONVERSATION);

/** The chats that this test file has made. */
export async function chatIds(): Promise<DurableObjectId[]> {
  return (await listed()).filter((id) => !earlier.has(id.toString()));
}

/** Before a file: the runtime goes on listing the chats of earlier files, though nothing is left of them. */
export async function noteChats(): Promise<void> {
  earlier = new Set((await listed()).map(String));
}

/** After a file: ends whatever its objects still do, and deletes what all bindings hold. */
export async function forgetChats(): Promise<void> {
  await reset();
}
