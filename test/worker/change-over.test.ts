import { runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { chatCountsOf } from "../../src/chat/chat-counts.ts";
import type { ConversationStore } from "../../src/chat/chat-store.ts";
import type { Conversation } from "../../src/chat/conversation.ts";
import { unsealedRows } from "../../src/chat/hand-over.ts";
import { readConfig } from "../../src/config.ts";
import { localDay } from "../../src/language/dates.ts";
import { chatFinder } from "../../src/ledger/chat-finder.ts";
import { ChatNames } from "../../src/ledger/chat-names.ts";
import { DayBook } from "../../src/ledger/day-book.ts";
import { ParkedBook } from "../../src/ledger/parked-book.ts";
import { PlainConversations } from "../../src/ledger/plain-conversations.ts";
import { reconcile } from "../../src/ledger/reconcile.ts";
import { moveChats } from "../../src/ledger/sweep.ts";
import type { Inbound } from "../../src/messaging/inbound.ts";
import { bindings, migrate } from "./bindings.ts";
import { chatIds, plainStore, storeIn } from "./chats.ts";
import { ringOf } from "./reports-fixture.ts";

const { CONVERSATION, LEDGER } = bindings;
const CODE = "TB-PB1B-4TEE";
const NOW = Date.now();
const list = new PlainConversations(LEDGER);

const said = (chat: string, key: string): Inbound => ({
  key,
  channel: "zalo",
  chat,
  sender: chat,
  isPrivate: true,
  at: NOW,
  content: { kind: "left" },
});
/** A part that waits until tomorrow, so that nothing of it is sent in a test. */
const TOMORROW = NOW + 86_400_000;

/** A finder that has read no list yet, as in a fresh isolate. */
const freshFinder = () => chatFinder(bindings, readConfig({ ...bindings }).reports?.keyRing);
const plainId = (chat: string) => CONVERSATION.idFromName(`zalo:${chat}`);
const keyedStub = async (chat: string) => freshFinder()({ channel: "zalo", chat });

/** A chat as an earlier release left it: an open name, open rows, its lines in the operator's book. */
async function oldChat(chat: string): Promise<DurableObjectStub<Conversation>> {
  const stub = CONVERSATION.get(plainId(chat)) as unknown as DurableObjectStub<Conversation>;
  await runInDurableObject(stub, (_, { storage: { sql } }) => {
    const store = plainStore(sql);
    store.journal(said(chat, "answered"), NOW);
    store.commit(
      1,
      "answered",
      { told: { sealed: "1.x", at: 1 } },
      [{ channel: "zalo", chat, body: "nợ" }],
      NOW,
    );
    store.journal(said(chat, "parked"), NOW);
    store.commit(2, "parked", { told: { sealed: "1.x", at: 1 } }, [], NOW);
    store.outbox.retry(1, TOMORROW, "http_500");
    store.deliver("card:1", [{ channel: "zalo", chat, body: "{}", marks: { about: CODE } }], NOW);
    store.outbox.sent(2, { about: CODE, slot: `card:${CODE}` }, ["m-1"]);
    store.memory.setAsked({ code: CODE, at: NOW });
  });
  const id = plainId(chat).toString();
  await list.add([id]);
  const counts = await stub.messageCounts();
  await runInDurableObject(stub, (_, { storage: { sql } }) =>
    reconcile(LEDGER, [{ id, answer: chatCountsOf(sql, NOW) }], [], NOW),
  );
  expect(counts.days).toEqual([]);
  return stub;
}

const sumOf = async () => (await new DayBook(LEDGER).linesOf(localDay(NOW)))[0];
const inKeyed = async <T>(chat: string, use: (store: ConversationStore, sql: SqlStorage) => T): Promise<T> =>
  runInDurableObject(await keyedStub(chat), (_, state) => use(storeIn(state), state.storage.sql));

/** Everything that the old chat knew is in the new one. */
async function expectAllThere(chat: string): Promise<void> {
  await inKeyed(chat, (store, sql) => {
    expect(["answered", "parked"].map((key) => store.journal(said(chat, key), NOW).isNew)).toEqual([
      false,
      false,
    ]);
    expect(store.deliver("card:1", [], NOW)).toBe(false);
    expect(store.memory.session()).toEqual({ told: { sealed: "1.x", at: 1 } });
    expect([
      store.memory.aboutOf("m-1"),
      store.memory.messageIn(`card:${CODE}`),
      store.memory.asked()?.code,
    ]).toEqual([CODE, "m-1", CODE]);
    expect(store.outbox.waitingParts().map(({ body, seq }) => [body, seq])).toEqual([["nợ", 1]]);
    expect(chatCountsOf(sql, NOW).open).toMatchObject([{ message: "in-2" }]);
    expect(JSON.stringify(sql.exec("SELECT * FROM notes").toArray())).not.toContain("TB-");
    store.forgetCase(CODE, { empties: false });
    expect([store.memory.aboutOf("m-1"), store.memory.messageIn(`card:${CODE}`)]).toEqual([
      undefined,
      undefined,
    ]);
  });
}

const isEmpty = async (chat: string): Promise<boolean> =>
  runInDurableObject(CONVERSATION.get(plainId(chat)), (_, { storage: { sql } }) =>
    sql
      .exec("SELECT name FROM sqlite_master WHERE name IN ('inbox', 'notes')")
      .toArray()
      .every(({ name }) => sql.exec(`SELECT 1 FROM ${name}`).toArray().length === 0),
  );

beforeAll(migrate);

describe("a chat under an open name", () => {
  it("moves before its next word is stored, and the ledger goes on adding up", async () => {
    const chat = "7735000000000000001";
    await oldChat(chat);
    const before = await sumOf();
    expect(before).toMatchObject({ received: 2, parked: 1, gap: 0 });
    const stub = await keyedStub(chat);
    expect(await list.has(plainId(chat).toString())).toBe(false);
    expect(await sumOf()).toEqual(before);
    const [parked] = await new ParkedBook(LEDGER).open();
    expect(parked).toMatchObject({ conversation: stub.id.toString(), message: "in-2" });
    await expectAllThere(chat);
    expect(await isEmpty(chat)).toBe(true);
    const all = JSON.stringify(
      await Promise.all(
        ["active_conversations", "ledger_days", "parked_messages", "plain_conversations"].map(
          async (table) => (await LEDGER.prepare(`SELECT * FROM ${table}`).all()).results,
        ),
      ),
    );
    expect(all).not.toContain(plainId(chat).toString());
  });

  it("moves by cron, though nobody writes", async () => {
    const chat = "7735000000000000002";
    await oldChat(chat);
    expect(await moveChats(bindings)).toBe(1);
    expect(await moveChats(bindings)).toBe(0);
    await expectAllThere(chat);
  });

  it("moves once more after a death in the middle, and nothing is there twice", async () => {
    const chat = "7735000000000000003";
    const old = await oldChat(chat);
    const ring = readConfig({ ...bindings }).reports?.keyRing;
    const name = ring && (await new ChatNames(LEDGER, ring).nameOf(plainId(chat).toString()));
    const target = CONVERSATION.get(
      CONVERSATION.idFromName(name ?? ""),
    ) as unknown as DurableObjectStub<Conversation>;
    // The rows were taken; the old object died before it was emptied.
    const rows = await runInDurableObject(old, (_, { storage: { sql } }) => unsealedRows(sql));
    await target.takeOver(plainId(chat).toString(), rows);
    await old.changeOver();
    await old.changeOver();
    await expectAllThere(chat);
    expect(await inKeyed(chat, (store) => store.newest()?.seq)).toBe(2);
  });

  it("joins what its new name has already", async () => {
    const chat = "7735000000000000004";
    const before = (await sumOf())?.received ?? 0;
    await runInDurableObject(await keyedStub(chat), (_, state) => {
      const store = storeIn(state);
      store.journal(said(chat, "newer"), NOW);
      store.commit(1, "answered", { newer: true }, [], NOW);
    });
    const old = await oldChat(chat);
    await old.changeOver();
    await inKeyed(chat, (store, sql) => {
      expect(["newer", "answered", "parked"].map((key) => store.journal(said(chat, key), NOW).isNew)).toEqual(
        [false, false, false],
      );
      expect(store.memory.session()).toEqual({ newer: true });
      const counts = chatCountsOf(sql, NOW);
      expect(counts.days).toMatchObject([{ received: 3, answered: 1, pending: 1, parked: 1 }]);
      expect(counts.open).toMatchObject([{ message: "in-3" }]);
    });
    const moved = (await new ParkedBook(LEDGER).open()).find(({ message }) => message === "in-3");
    expect(moved?.conversation).toBe((await keyedStub(chat)).id.toString());
    expect((await sumOf())?.received).toBe(before + 2);
  });

  it("is never touched where it isn't on the list: a stranger leaves no trace under a name that can be guessed", async () => {
    const chat = "7735000000000000005";
    await (await keyedStub(chat)).messageCounts();
    const ids = (await chatIds()).map(String);
    expect(ids).toContain((await keyedStub(chat)).id.toString());
    expect(ids).not.toContain(plainId(chat).toString());
  });

  it("takes its person's next message where it was woken without a row, as after a restore", async () => {
    const chat = "7735000000000000007";
    const stub = await keyedStub(chat);
    for (let round = 0; round < 2; round++) expect((await stub.wake()).days).toEqual([]);
    expect(await stub.accept(said(chat, "next"))).toBe("journaled");
  });

  it("takes nothing more while its rows are still to move", async () => {
    const chat = "7735000000000000006";
    const old = await oldChat(chat);
    await expect(
      runInDurableObject(old, (chat) => (chat as Conversation).accept(said("x", "new"))),
    ).rejects.toMatchObject({ code: "chat_not_moved" });
  });
});

describe("without keys", () => {
  it("chats have open names, and are listed to move once keys are set", async () => {
    const stub = await chatFinder(bindings, undefined)({ channel: "zalo", chat: "9" });
    expect(stub.id.toString()).toBe(plainId("9").toString());
  });
});

describe("the name key", () => {
  it("is made once, whoever is first", async () => {
    await LEDGER.batch(
      ["name_keys", "active_conversations", "ledger_days", "parked_messages"].map((table) =>
        LEDGER.prepare(`DELETE FROM ${table}`),
      ),
    );
    const names = await Promise.all([1, 2, 3].map(() => new ChatNames(LEDGER, ringOf(1)).nameOf("a")));
    expect(new Set(names).size).toBe(1);
  });

  it.each([
    ["that wrote today", "active_conversations (day, id) VALUES ('2026-11-23', 'keyed')"],
    ["that wrote within a month", "ledger_days VALUES ('2026-11-01', 'zalo', 'keyed', 1, 1, 0, 0, 0, 0)"],
    [
      "of which something waits for a decision",
      "parked_messages (conversation, message, channel, reason, parked_at) VALUES ('keyed', 'in-1', 'zalo', 'x', 0)",
    ],
  ])("isn't made anew where chats %s have names by one that is lost", async (_, row) => {
    await LEDGER.batch(
      ["name_keys", "active_conversations", "ledger_days", "parked_messages", "plain_conversations"].map(
        (table) => LEDGER.prepare(`DELETE FROM ${table}`),
      ),
    );
    await LEDGER.prepare(`INSERT INTO ${row}`).run();
    const names = new ChatNames(LEDGER, ringOf(1));
    await expect(names.nameOf("a")).rejects.toMatchObject({ code: "name_key_lost" });
    expect(await names.isLost()).toBe(true);
    await list.add(["keyed"]);
    expect(await names.nameOf("a")).toMatch(/^[\w-]{43}$/u);
    expect([await names.isLost(), await new ChatNames(LEDGER, ringOf(2)).isLost()]).toEqual([false, true]);
  });

  it("is remembered: a chat is found while the ledger is down", async () => {
    let isDown = false;
    let now = 0;
    const db = {
      prepare: (query: string) => {
        if (isDown) throw new Error("down");
        return LEDGER.prepare(query);
      },
    } as unknown as D1Database;
    const names = new ChatNames(db, ringOf(1), () => now);
    const before = [await names.nameOf("a"), await names.isPlain("a")];
    isDown = true;
    now += 3_600_000;
    expect([await names.nameOf("a"), await names.isPlain("a")]).toEqual(before);
    await expect(new ChatNames(db, ringOf(1)).nameOf("a")).rejects.toThrow("down");
  });
});
