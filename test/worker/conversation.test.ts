import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import type { ConversationStore } from "../../src/chat/chat-store.ts";
import type { Conversation } from "../../src/chat/conversation.ts";
import type { Inbound } from "../../src/messaging/inbound.ts";
import { text } from "../../src/messaging/reply.ts";
import { bindings, migrate } from "./bindings.ts";
import { storeIn } from "./chats.ts";

const CHAT = "138000777";
const conversation = (name: string) =>
  bindings.CONVERSATION.get(
    bindings.CONVERSATION.idFromName(name),
  ) as unknown as DurableObjectStub<Conversation>;
const delivery = (key: string, words: string, slot?: string) => ({
  key,
  channel: "telegram" as const,
  chat: CHAT,
  replies: [{ blocks: [text(words)], about: "TB-1234-5678", ...(slot !== undefined && { slot }) }],
});

/** The rows waiting to go out; the platforms are a closed port here, so nothing leaves. */
const outbox = (stub: DurableObjectStub<Conversation>) =>
  runInDurableObject(stub, (_, state) => storeIn(state).outbox.waitingParts());

/** Lets the send under way fail, and leaves nothing that would wake the object again. */
async function settle(stub: DurableObjectStub<Conversation>): Promise<void> {
  await stub.wake();
  await runInDurableObject(stub, async (_, state) => {
    state.storage.sql.exec("DELETE FROM outbox");
    await state.storage.deleteAlarm();
  });
}

beforeAll(migrate);

describe("a word from another chat", () => {
  it("is taken once, with what it is about", async () => {
    const stub = conversation("deliver-once");
    for (const key of ["a", "a", "b", "a"]) await stub.deliver(delivery(key, `tin ${key}`, "card"));
    const rows = await outbox(stub);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ marks: { about: "TB-1234-5678", slot: "card", delivery: "a" } });
    expect(rows[1]?.body).toContain("tin b");
    await settle(stub);
  });

  it("that asks, or tells a result, is remembered: the next word may be about it", async () => {
    const stub = conversation("deliver-ends");
    const [reply] = delivery("q", "xe màu gì?").replies;
    await stub.deliver({
      ...delivery("q", ""),
      replies: [{ ...reply, blocks: [text("xe màu gì?")], asks: true }],
    });
    const known = () =>
      runInDurableObject(stub, (_, state) => {
        const { memory } = storeIn(state);
        return [memory.asked()?.code, memory.ended()?.code];
      });
    expect(await known()).toEqual(["TB-1234-5678", undefined]);
    await stub.deliver({ ...delivery("r", ""), replies: [{ ...reply, blocks: [text("xong")], ends: true }] });
    expect(await known()).toEqual(["TB-1234-5678", "TB-1234-5678"]);
    await settle(stub);
  });
});

describe("what our messages were about", () => {
  const withStore = (use: (store: ConversationStore) => void) =>
    runInDurableObject(conversation("about"), (_, state) => use(storeIn(state)));

  it("is known by their numbers, and a slot by its newest one", () =>
    withStore((store) => {
      store.deliver(
        "three",
        [1, 2, 3].map(() => ({ channel: "telegram", chat: CHAT, body: "{}" })),
        1,
      );
      store.outbox.sent(1, { about: "TB-1", slot: "card" }, ["11"]);
      store.outbox.sent(2, { about: "TB-2" }, ["12", "13"]);
      store.outbox.sent(3, { about: "TB-1", slot: "card" }, ["14"]);
      expect([store.memory.aboutOf("11"), store.memory.aboutOf("13"), store.memory.aboutOf("99")]).toEqual([
        "TB-1",
        "TB-2",
        undefined,
      ]);
      expect(store.memory.messageIn("card")).toBe("14");
    }));

  it("tells no topic from not asked yet", () =>
    withStore((store) => {
      expect(store.memory.threadOf("TB-1")).toBeUndefined();
      store.memory.keepThread("TB-1", null);
      store.memory.keepThread("TB-2", "7");
      expect([store.memory.threadOf("TB-1"), store.memory.threadOf("TB-2")]).toEqual([null, "7"]);
    }));
});

describe("a pause", () => {
  const inbound: Inbound = {
    key: "pause-1",
    channel: "telegram",
    chat: CHAT,
    sender: CHAT,
    isPrivate: true,
    at: 1,
    content: { kind: "pause" },
  };

  it("that is over becomes a turn, once, and opens no window", async () => {
    const stub = conversation("pause");
    await stub.deliver(delivery("x", "chờ"));
    await runInDurableObject(stub, (_, state) => {
      const store = storeIn(state);
      state.storage.sql.exec("UPDATE outbox SET state = 'held'");
      store.memory.setPause({ at: Date.now() - 1, inbound });
    });
    await runDurableObjectAlarm(stub);
    await stub.wake();
    await runInDurableObject(stub, (_, state) => {
      const store = storeIn(state);
      const rows = state.storage.sql.exec<{ state: string }>("SELECT state FROM inbox").toArray();
      expect(rows).toEqual([{ state: "ignored" }]);
      expect(store.memory.pause()).toBeNull();
      expect(store.counts()).toMatchObject({ waiting: 0, outgoing: 0, parked: 1 });
    });
    await settle(stub);
  });
});

describe("a message that can't be read back", () => {
  it("waits for an operator, and those behind it are answered", async () => {
    const stub = conversation("unreadable");
    const said = (key: string): Inbound => ({
      key,
      channel: "telegram",
      chat: CHAT,
      sender: CHAT,
      isPrivate: true,
      at: 1,
      content: { kind: "text", text: "xin chào" },
    });
    await runInDurableObject(stub, (_, state) => {
      const store = storeIn(state);
      for (const key of ["a", "b"]) store.journal(said(key), Date.now());
      state.storage.sql.exec("UPDATE inbox SET inbound = '{}' WHERE seq = 1");
    });
    await stub.wake();
    const states = () =>
      runInDurableObject(stub, (_, { storage: { sql } }) =>
        sql
          .exec<{ state: string }>("SELECT state FROM inbox")
          .toArray()
          .map(({ state }) => state),
      );
    expect(await states()).toEqual(["parked", "answered"]);
    expect((await stub.messageCounts()).open).toEqual([
      expect.objectContaining({ message: "in-1", reason: "turn_failed" }),
    ]);
    expect(await stub.retryParked("in-1")).toEqual({ state: "parked", reason: "turn_failed" });
    expect(await stub.dismissParked("in-1")).toBe(true);
    expect(await states()).toEqual(["ignored", "answered"]);
    await settle(stub);
  });
});
