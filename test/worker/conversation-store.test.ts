import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { ActivityMark } from "../../src/chat/activity-mark.ts";
import type { ConversationStore } from "../../src/chat/chat-store.ts";
import { localDay } from "../../src/language/dates.ts";
import type { Inbound } from "../../src/messaging/inbound.ts";
import { bindings } from "./bindings.ts";
import { plainStore } from "./chats.ts";

const T0 = 1_763_875_200_000;

function message(key: string, text = "Xin chào"): Inbound {
  return {
    key,
    channel: "zalo",
    chat: "7735120946683104825",
    sender: "7735120946683104825",
    isPrivate: true,
    at: T0,
    content: { kind: "text", text },
  };
}

const part = (body: string) => ({ channel: "zalo" as const, chat: "7735120946683104825", body });

/** Runs on the SQLite storage of a real Durable Object. */
function withStore(name: string, use: (store: ConversationStore, sql: SqlStorage) => void): Promise<void> {
  const stub = bindings.CONVERSATION.get(bindings.CONVERSATION.idFromName(name));
  return runInDurableObject(stub, (_instance, state) =>
    use(plainStore(state.storage.sql), state.storage.sql),
  );
}

describe("ConversationStore on a Durable Object's SQLite", () => {
  it("takes a message once, however often it comes", () =>
    withStore("once", (store) => {
      expect([1, 2, 3, 4, 5].map(() => store.journal(message("m1"), T0).isNew)).toEqual([
        true,
        false,
        false,
        false,
        false,
      ]);
      expect(store.counts()).toEqual({ waiting: 1, outgoing: 0, parked: 0 });
    }));

  it("keeps the order, even behind a message that has to wait", () =>
    withStore("order", (store) => {
      store.journal(message("a"), T0);
      store.journal(message("b"), T0);
      const first = store.nextMessage(T0);
      expect(first?.inbound?.key).toBe("a");
      store.postpone(first?.seq ?? 0, T0 + 1_000);
      expect(store.nextMessage(T0)).toBeNull();
      expect(store.nextMessage(T0 + 1_000)).toMatchObject({ inbound: { key: "a" }, attempts: 1 });
    }));

  it("ends a turn with its session and replies, and keeps nothing of the words", () =>
    withStore("commit", (store, sql) => {
      store.journal(message("a", "chuyện riêng của tôi"), T0);
      store.commit(1, "answered", { greeted: true }, [part("một"), part("hai")], T0);
      expect(store.memory.session()).toEqual({ greeted: true });
      expect(store.outbox.next(T0)).toMatchObject({ body: "một", attempts: 0 });
      expect(JSON.stringify(sql.exec("SELECT * FROM inbox").toArray())).not.toContain("riêng");
      store.outbox.sent(1);
      expect(store.outbox.next(T0)?.body).toBe("hai");
      store.outbox.sent(2);
      expect(store.counts()).toEqual({ waiting: 0, outgoing: 0, parked: 0 });
      expect(sql.exec("SELECT * FROM outbox").toArray()).toEqual([]);
    }));

  it("lets no later part overtake one that is being retried", () =>
    withStore("retry", (store) => {
      store.journal(message("a"), T0);
      store.commit(1, "answered", {}, [part("một"), part("hai")], T0);
      store.outbox.retry(1, T0 + 5_000, "http_429");
      expect(store.outbox.next(T0)).toBeNull();
      expect(store.nextDue()).toBe(T0 + 5_000);
      expect(store.outbox.next(T0 + 5_000)).toMatchObject({ body: "một", attempts: 1 });
    }));

  it("sends what was held with the person's next word, and never what was parked", () =>
    withStore("held", (store) => {
      store.journal(message("a"), T0);
      store.commit(1, "answered", {}, [part("giữ lại"), part("hỏng")], T0);
      store.outbox.setAside(1, "held", "zalo_-230");
      store.outbox.setAside(2, "parked", "zalo_-201");
      expect(store.outbox.next(T0)).toBeNull();
      expect(store.counts()).toEqual({ waiting: 0, outgoing: 0, parked: 2 });
      store.outbox.releaseHeld(T0 + 1_000);
      expect(store.outbox.next(T0 + 999)).toBeNull();
      expect(store.outbox.next(T0 + 1_000)?.body).toBe("giữ lại");
      store.outbox.sent(1);
      expect(store.outbox.next(T0 + 1_000)).toBeNull();
    }));

  it("forgets old tombstones, not young ones", () =>
    withStore("tombstones", (store) => {
      store.journal(message("old"), T0);
      store.commit(1, "answered", {}, [], T0);
      const later = T0 + 31 * 86_400_000;
      store.journal(message("young"), later);
      store.commit(2, "ignored", {}, [], later);
      new ActivityMark(store).marked("2026-11-23", 0, later);
      expect(store.journal(message("young"), later).isNew).toBe(false);
      expect(store.journal(message("old"), later).isNew).toBe(true);
    }));

  it("is off the sweep's list once it has said that nothing waits, and on it again with the next word", () =>
    withStore("rounds", (store) => {
      const mark = new ActivityMark(store);
      store.journal(message("a"), T0);
      expect([mark.isDue(), mark.settle()]).toEqual([true, null]);
      mark.marked(localDay(T0), mark.round(), T0);
      expect([mark.isMarked(localDay(T0)), mark.settle()]).toEqual([true, null]);
      store.commit(1, "answered", {}, [part("x")], T0);
      expect(mark.settle()).toBeNull();
      store.outbox.sent(1);
      expect(mark.settle()).toBe(0);
      expect([mark.isMarked(localDay(T0)), mark.isDue()]).toEqual([false, false]);
      store.journal(message("b"), T0);
      expect(mark.isDue()).toBe(true);
      mark.marked(localDay(T0), mark.round(), T0);
      store.commit(2, "ignored", {}, [], T0);
      expect([mark.isDue(), mark.settle(), mark.round()]).toEqual([false, 1, 2]);
    }));

  it("forgets what it can't read back, and never fails at it", () =>
    withStore("unreadable", ({ memory }, sql) => {
      const write = (key: string, value: string) =>
        sql.exec("INSERT OR REPLACE INTO notes (kind, key, value, at) VALUES ('meta', ?, ?, 0)", key, value);
      for (const value of ["{", "7", '"x"', "[]", "null", '{"at":"soon"}', '{"code":7,"at":1}']) {
        for (const key of ["session", "asked", "pause"]) write(key, value);
        expect([memory.asked(), memory.pause()]).toEqual([undefined, null]);
        expect(Object.getPrototypeOf(memory.session())).toBe(Object.prototype);
      }
    }));

  it("sends a part whose marks it can't read, without them", () =>
    withStore("marks", (store, sql) => {
      store.journal(message("a"), T0);
      store.commit(1, "answered", {}, [{ ...part("một"), marks: { about: "TB-1" } }], T0);
      expect(store.outbox.next(T0)?.marks).toEqual({ about: "TB-1" });
      sql.exec("UPDATE outbox SET marks = '{\"about\":[]}'");
      expect(store.outbox.next(T0)).toMatchObject({ body: "một", marks: {} });
    }));

  it("parks a message that it can't read back; a pause like that is over", () =>
    withStore("parked", (store, sql) => {
      store.journal(message("a"), T0);
      store.journal({ ...message("p"), content: { kind: "pause" } }, T0);
      sql.exec('UPDATE inbox SET inbound = \'{"key":"a","content":{"kind":"told by a later release"}}\'');
      expect(store.nextMessage(T0)).toMatchObject({ seq: 1, inbound: null });
      expect(store.park(1, T0)).toBe("zalo");
      expect(store.nextMessage(T0)).toMatchObject({ seq: 2, inbound: null });
      expect(store.park(2, T0)).toBeNull();
      expect([store.nextMessage(T0), store.nextDue()]).toEqual([null, null]);
      expect(sql.exec("SELECT state, inbound <> '' AS kept FROM inbox").toArray()).toEqual([
        { state: "parked", kept: 1 },
        { state: "ignored", kept: 0 },
      ]);
    }));
});
