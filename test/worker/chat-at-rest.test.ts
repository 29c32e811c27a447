import { runInDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { ChatSeal } from "../../src/chat/chat-seal.ts";
import { ConversationStore } from "../../src/chat/chat-store.ts";
import type { Inbound } from "../../src/messaging/inbound.ts";
import { bindings, migrate } from "./bindings.ts";
import { chatOf, plainStore, ring, storeIn } from "./chats.ts";
import { ringOf } from "./reports-fixture.ts";

const T0 = Date.parse("2026-11-23T09:00:00+07:00");
/** Invented: what nobody may find in a chat's tables. */
const PLANTED = {
  chat: "7735120946683104825",
  key: "zalo-msg-4711-planted",
  words: "nhà ông NUMBATMARKER bán ma tuý",
  name: "Trần Thị AXOLOTLMARKER",
  phone: "0912345678",
  code: "TB-PB1B-4TEE",
  ours: "telegram-note-138-planted",
  answer: "Cảm ơn chị QUOKKAMARKER",
  delivery: "card_changed:TB-PB1B-4TEE:7",
  question: "pause-1763875200123",
} as const;

const message = (key: string, text: string = PLANTED.words): Inbound => ({
  key,
  channel: "zalo",
  chat: PLANTED.chat,
  sender: PLANTED.chat,
  isPrivate: true,
  at: T0,
  content: { kind: "text", text },
});
const part = (body: string) => ({
  channel: "zalo" as const,
  chat: PLANTED.chat,
  body,
  marks: { about: PLANTED.code, slot: `card:${PLANTED.code}`, delivery: PLANTED.delivery },
});

/** Every row of every table of a chat, as text. */
const dumped = (sql: SqlStorage): string =>
  JSON.stringify(["inbox", "outbox", "notes"].map((table) => sql.exec(`SELECT * FROM ${table}`).toArray()));
const found = (sql: SqlStorage): readonly string[] => {
  const all = dumped(sql);
  return Object.entries(PLANTED).flatMap(([what, value]) => (all.includes(value) ? [what] : []));
};

const inChat = (
  name: string,
  use: (store: ConversationStore, state: DurableObjectState) => void | Promise<void>,
) =>
  runInDurableObject(bindings.CONVERSATION.get(bindings.CONVERSATION.idFromName(name)), (_, state) =>
    use(storeIn(state), state),
  );

/** A chat in which everything that can be stored is stored. */
function fill(store: ConversationStore): void {
  store.journal(message(PLANTED.key), T0);
  store.commit(1, "answered", { told: PLANTED.words, who: PLANTED.name }, [part(PLANTED.answer)], T0);
  store.journal(message("second", `${PLANTED.name} ${PLANTED.phone}`), T0);
  store.journal(message("third"), T0);
  store.commit(2, "parked", { told: PLANTED.words }, [part("một"), part("hai")], T0);
  store.deliver(PLANTED.delivery, [part(PLANTED.words)], T0);
  store.outbox.setAside(2, "parked", "zalo_-213", T0);
  store.outbox.sent(3, part("").marks, [PLANTED.ours]);
  store.memory.keepThread(PLANTED.code, "77");
  store.memory.setAsked({ code: PLANTED.code, at: T0 });
  store.memory.setPause({ at: T0, inbound: { ...message(PLANTED.question), content: { kind: "pause" } } });
}

beforeAll(migrate);

describe("a chat's rows at rest", () => {
  it("tell no id, no word, no code, no key", () =>
    inChat("rest-all", (store, { storage: { sql } }) => {
      fill(store);
      expect(found(sql)).toEqual([]);
      expect(dumped(sql)).not.toMatch(/TB-|MARKER|card:|\d{19}/u);
      // And all of it is there.
      expect(store.outbox.next(T0)).toMatchObject({ body: PLANTED.answer, chat: PLANTED.chat });
      expect(store.nextMessage(T0)?.inbound).toEqual(message("third"));
      expect(store.memory.aboutOf(PLANTED.ours)).toBe(PLANTED.code);
      expect(store.memory.messageIn(`card:${PLANTED.code}`)).toBe(PLANTED.ours);
      expect([store.memory.threadOf(PLANTED.code), store.memory.asked()?.code]).toEqual(["77", PLANTED.code]);
    }));

  it("say it openly where no keys are set: the test sees what it looks for", () =>
    inChat("rest-plain", (_, { storage: { sql } }) => {
      fill(plainStore(sql));
      expect(found(sql)).toEqual(Object.keys(PLANTED));
    }));

  it("have no exact time beside an answered message, or beside another chat's word", () =>
    inChat("rest-times", (store, { storage: { sql } }) => {
      const now = T0 + 1_234_567;
      store.journal(message("a"), now);
      store.commit(1, "answered", {}, [], now);
      store.deliver("word", [], now);
      const times = sql
        .exec<{ at: number }>(
          "SELECT received_at AS at FROM inbox UNION ALL SELECT next_at FROM inbox UNION ALL SELECT at FROM notes",
        )
        .toArray();
      expect(times.filter(({ at }) => at % 3_600_000 !== 0)).toEqual([]);
    }));
});

/** Another character well before the end: the last ones hold bits that say nothing. */
const changed = (sealed: string): string =>
  `${sealed.slice(0, -9)}${sealed.at(-9) === "A" ? "B" : "A"}${sealed.slice(-8)}`;

describe("a row", () => {
  it("doesn't open in another chat, in another row, or changed", async () => {
    let stolen: readonly (readonly SqlStorageValue[])[] = [];
    await inChat("swap-from", (store, { storage: { sql } }) => {
      fill(store);
      stolen = [
        ...sql.exec("SELECT inbound FROM inbox WHERE seq = 3").raw(),
        ...sql.exec("SELECT body FROM outbox WHERE seq = 1").raw(),
      ];
    });
    await inChat("swap-to", (store, { storage: { sql } }) => {
      fill(store);
      const own = (seq: number) =>
        sql.exec<{ body: string }>("SELECT body FROM outbox WHERE seq = ?", seq).one().body;
      const tries = [
        stolen[1]?.[0],
        own(4),
        changed(own(1)),
        JSON.stringify({ chat: "1", body: "x", marks: {} }),
      ];
      for (const body of tries) {
        sql.exec("UPDATE outbox SET body = ?, state = 'pending' WHERE seq = 1", body ?? "");
        store.outbox.next(T0);
        expect(sql.exec("SELECT state, reason FROM outbox WHERE seq = 1").one()).toEqual({
          state: "parked",
          reason: "unreadable_part",
        });
      }
      sql.exec("UPDATE inbox SET inbound = ? WHERE seq = 3", stolen[0]?.[0] ?? "");
      expect(store.nextMessage(T0)).toMatchObject({ seq: 3, inbound: null });
      sql.exec(
        "UPDATE notes SET value = (SELECT value FROM notes WHERE key = 'asked') WHERE key = 'session'",
      );
      expect(store.memory.session()).toEqual({});
    });
  });

  it("whose key is missing waits for an operator, and opens when the key is back", () =>
    inChat("rest-key", (store, { id, storage: { sql } }) => {
      store.journal(message("a"), T0);
      store.commit(1, "answered", {}, [part("một")], T0);
      store.journal(message("b"), T0);
      for (const seal of [new ChatSeal(ringOf(2), id.toString()), new ChatSeal(undefined, id.toString())]) {
        const other = new ConversationStore(sql, seal);
        expect([other.outbox.next(T0), other.nextMessage(T0)?.inbound]).toEqual([null, null]);
        expect(other.memory.session()).toEqual({});
        sql.exec("UPDATE outbox SET state = 'pending'");
      }
      expect(store.outbox.next(T0)?.body).toBe("một");
      expect(store.nextMessage(T0)?.inbound?.key).toBe("b");
    }));

  it("of an older key opens, and is found by its key, under a ring that still has it", () =>
    inChat("rest-rotation", (_, { id, storage: { sql } }) => {
      const under = (...keys: number[]) =>
        new ConversationStore(sql, new ChatSeal(ringOf(...keys), id.toString()));
      sql.exec("DELETE FROM notes");
      fill(under(1));
      const both = under(2, 1);
      expect(both.journal(message(PLANTED.key), T0).isNew).toBe(false);
      expect(both.deliver(PLANTED.delivery, [part("x")], T0)).toBe(false);
      expect(both.memory.aboutOf(PLANTED.ours)).toBe(PLANTED.code);
      expect(both.nextMessage(T0)?.inbound).toEqual(message("third"));
      both.memory.keepThread(PLANTED.code, "78");
      expect([
        both.memory.threadOf(PLANTED.code),
        sql.exec("SELECT * FROM notes WHERE kind = 'topic'").toArray().length,
      ]).toEqual(["78", 1]);
      both.forgetCase(PLANTED.code, { empties: false });
      expect([
        both.memory.aboutOf(PLANTED.ours),
        both.memory.threadOf(PLANTED.code),
        both.memory.asked(),
      ]).toEqual([undefined, undefined, undefined]);
    }));
});

describe("a sealed store", () => {
  it("does what one without keys does, in any order of steps", () =>
    inChat("rest-walk", (_, { id, storage: { sql } }) => {
      const step = fc.oneof(
        fc.record({
          do: fc.constant("journal" as const),
          key: fc.constantFrom("a", "b", "c", "d"),
          text: fc.string(),
        }),
        fc.record({
          do: fc.constant("commit" as const),
          as: fc.constantFrom("answered" as const, "ignored" as const, "parked" as const),
          bodies: fc.array(fc.string(), { maxLength: 3 }),
          session: fc.dictionary(fc.string(), fc.jsonValue()),
        }),
        fc.record({
          do: fc.constant("send" as const),
          as: fc.constantFrom("sent" as const, "held" as const, "parked" as const),
          ours: fc.constantFrom("1", "2", "3"),
        }),
        fc.record({
          do: fc.constant("deliver" as const),
          key: fc.constantFrom("x", "y"),
          about: fc.constantFrom("TB-1", "TB-2"),
          slot: fc.constantFrom("s", "t"),
        }),
        fc.record({ do: fc.constant("forget" as const), code: fc.constantFrom("TB-1", "TB-2") }),
        fc.record({ do: fc.constant("erase" as const), open: fc.subarray(["TB-1", "TB-2"]) }),
        fc.constant({ do: "release" as const }),
      );
      type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
      const run = (seal: ChatSeal, steps: readonly Step[]): readonly unknown[] => {
        for (const table of ["inbox", "outbox", "notes"]) sql.exec(`DELETE FROM ${table}`);
        sql.exec("DELETE FROM sqlite_sequence");
        const store = new ConversationStore(sql, seal);
        return steps.map((what, i) => {
          const now = T0 + i;
          const answer = (() => {
            switch (what.do) {
              case "journal":
                return store.journal(message(what.key, what.text), now);
              case "commit": {
                const next = store.nextMessage(now);
                const parts = what.bodies.map((body) => ({ channel: "zalo" as const, chat: "1", body }));
                if (next !== null) store.commit(next.seq, what.as, what.session, parts, now);
                return next;
              }
              case "send": {
                const next = store.outbox.next(now);
                if (next === null) return next;
                if (what.as === "sent") store.outbox.sent(next.seq, next.marks, [what.ours]);
                else store.outbox.setAside(next.seq, what.as, "x", now);
                return next;
              }
              case "deliver":
                return store.deliver(
                  what.key,
                  [
                    {
                      channel: "telegram",
                      chat: "2",
                      body: "{}",
                      marks: { about: what.about, slot: what.slot },
                    },
                  ],
                  now,
                );
              case "forget":
                return store.forgetCase(what.code, { empties: true });
              case "erase":
                return store.erase(what.open);
              case "release":
                return store.outbox.releaseHeld(now);
            }
          })();
          const { memory } = store;
          return [
            answer,
            store.counts(),
            store.newest(),
            store.nextDue(),
            memory.session(),
            ["1", "2", "3"].map((key) => memory.aboutOf(key)),
            ["s", "t"].map((slot) => memory.messageIn(slot)),
          ];
        });
      };
      fc.assert(
        fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
          expect(run(new ChatSeal(ring, id.toString()), steps)).toEqual(
            run(new ChatSeal(undefined, ""), steps),
          );
        }),
        { numRuns: 150, seed: 138 },
      );
    }));
});

describe("a chat that is erased", () => {
  it("keeps hashes, counts, what is to be said and what is still open; answers nothing twice", () =>
    inChat("erase", (store, { storage }) => {
      fill(store);
      store.outbox.sent(4, { about: "TB-OPEN-CASE", slot: "card:TB-OPEN-CASE" }, ["open-message"]);
      const before = store.newest();
      storage.transactionSync(() => {
        store.commit(3, "answered", {}, [{ channel: "zalo", chat: PLANTED.chat, body: "đã xoá" }], T0);
        store.erase(["TB-OPEN-CASE"]);
      });
      expect([PLANTED.key, "second", "third"].map((key) => store.journal(message(key), T0).isNew)).toEqual([
        false,
        false,
        false,
      ]);
      expect(store.deliver(PLANTED.delivery, [part("x")], T0)).toBe(false);
      expect(store.newest()).toEqual(before);
      expect(store.outbox.waitingParts().map(({ body, seq }) => [body, seq > 4])).toEqual([["đã xoá", true]]);
      expect([
        store.memory.aboutOf(PLANTED.ours),
        store.memory.asked(),
        store.memory.threadOf(PLANTED.code),
      ]).toEqual([undefined, undefined, undefined]);
      expect(store.memory.aboutOf("open-message")).toBe("TB-OPEN-CASE");
      const states = storage.sql.exec<{ state: string }>("SELECT state FROM inbox ORDER BY seq").toArray();
      expect(states.map(({ state }) => state)).toEqual(["ignored", "ignored", "answered"]);
      store.outbox.sent(store.outbox.next(T0)?.seq ?? 0);
      expect(store.deliver("later", [part("x")], T0)).toBe(true);
      expect(store.outbox.next(T0)?.seq).toBeGreaterThan(5);
    }));
});

describe("a chat's name", () => {
  it("is the same for the same chat, another for another, and none that can be computed without the key", async () => {
    const ids = await Promise.all(
      ["1", "1", "2"].map(async (chat) => String((await chatOf({ channel: "zalo", chat })).id)),
    );
    expect([ids[0] === ids[1], ids[0] === ids[2]]).toEqual([true, false]);
    expect(ids).not.toContain(bindings.CONVERSATION.idFromName("zalo:1").toString());
  });
});
