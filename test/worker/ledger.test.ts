import { runInDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { ActivityMark } from "../../src/chat/activity-mark.ts";
import { chatCountsOf } from "../../src/chat/chat-counts.ts";
import type { ConversationStore } from "../../src/chat/chat-store.ts";
import { ParkedMessages } from "../../src/chat/parked-messages.ts";
import { localDay } from "../../src/language/dates.ts";
import { DayBook } from "../../src/ledger/day-book.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import { ParkedBook } from "../../src/ledger/parked-book.ts";
import { reconcile } from "../../src/ledger/reconcile.ts";
import type { ChatCounts, DayCounts } from "../../src/messaging/counts.ts";
import type { Inbound } from "../../src/messaging/inbound.ts";
import { bindings, migrate } from "./bindings.ts";
import { plainStore } from "./chats.ts";

/** 09:00 on 23/11/2025 in Vietnam. */
const T0 = Date.parse("2025-11-23T09:00:00+07:00");
const HOUR = 3_600_000;
const DAY = 86_400_000;
const TODAY = "2025-11-23";

const message = (key: string): Inbound => ({
  key,
  channel: "zalo",
  chat: "138000555",
  sender: "138000555",
  isPrivate: true,
  at: T0,
  content: { kind: "text", text: "Xin chào" },
});
const part = { channel: "zalo" as const, chat: "138000555", body: "trả lời" };

interface Rows {
  readonly store: ConversationStore;
  readonly parked: ParkedMessages;
  readonly sql: SqlStorage;
}

/** The rows of a chat of its own, on a real Durable Object's SQLite. */
function withRows(name: string, use: (rows: Rows) => void | Promise<void>): Promise<void> {
  const stub = bindings.CONVERSATION.get(bindings.CONVERSATION.idFromName(name));
  return runInDurableObject(stub, (_, { storage: { sql } }) => {
    const store = plainStore(sql);
    return use({ store, parked: new ParkedMessages(sql, store), sql });
  });
}

const only = ({ days }: ChatCounts): DayCounts => {
  const [day] = days;
  if (day === undefined || days.length !== 1) throw new Error(`${days.length} days`);
  return day;
};
const sumOf = ({ answered, ignored, pending, parked }: DayCounts) => answered + ignored + pending + parked;

beforeAll(migrate);

describe("what a conversation counts of itself", () => {
  it("a message is pending until its last part has left", () =>
    withRows("ledger-parts", ({ store, sql }) => {
      store.journal(message("a"), T0);
      expect(only(chatCountsOf(sql, T0))).toMatchObject({ received: 1, pending: 1, answered: 0 });
      store.commit(1, "answered", {}, [part, part], T0);
      store.outbox.sent(1);
      expect(only(chatCountsOf(sql, T0))).toMatchObject({ pending: 1, answered: 0 });
      store.outbox.sent(2);
      expect(only(chatCountsOf(sql, T0))).toMatchObject({ pending: 0, answered: 1 });
    }));

  it("a reply that is held makes its message parked, until the person's next word sends it", () =>
    withRows("ledger-held", ({ store, sql }) => {
      store.journal(message("a"), T0);
      store.commit(1, "answered", {}, [part], T0);
      store.outbox.setAside(1, "held", "zalo -230 no_recent_interaction", T0 + 5);
      const held = chatCountsOf(sql, T0);
      expect(only(held)).toMatchObject({ received: 1, parked: 1, answered: 0 });
      expect(held.open).toEqual([
        { message: "out-1", channel: "zalo", reason: "zalo -230 no_recent_interaction", at: T0 + 5 },
      ]);
      store.journal(message("b"), T0 + 10);
      store.outbox.releaseHeld(T0 + 1_000);
      expect(store.outbox.next(T0 + 1_000)).toMatchObject({ seq: 1, wasParked: true });
      store.outbox.sent(1);
      expect(chatCountsOf(sql, T0).open).toEqual([]);
      expect(only(chatCountsOf(sql, T0))).toMatchObject({ received: 2, answered: 1, pending: 1 });
    }));

  it("counts by the day of receipt in Vietnam, and neither a pause nor another chat's word", () =>
    withRows("ledger-days", ({ store, sql }) => {
      store.journal(message("evening"), Date.parse("2025-11-22T23:59:59+07:00"));
      store.journal(message("night"), Date.parse("2025-11-23T00:00:01+07:00"));
      store.journal({ ...message("pause-1"), content: { kind: "pause" } }, T0);
      store.journal(message("morning"), T0);
      store.deliver("word", [part], T0);
      const { days } = chatCountsOf(sql, T0);
      expect(days.map(({ day, received, pending }) => [day, received, pending])).toEqual([
        ["2025-11-22", 1, 1],
        ["2025-11-23", 2, 2],
      ]);
    }));

  it("tombstones go by whole days: a day that is still counted is counted whole", () =>
    withRows("ledger-whole-days", ({ store, sql }) => {
      for (const [i, hours] of [0, 10].entries()) {
        store.journal(message(`m${i}`), T0 + hours * 3_600_000);
        store.commit(i + 1, "answered", {}, [], T0);
      }
      const later = T0 + 30 * DAY + 5 * 3_600_000;
      new ActivityMark(store).marked(localDay(later), 0, later);
      expect(only(chatCountsOf(sql, later))).toMatchObject({ received: 2, answered: 2 });
      new ActivityMark(store).marked(localDay(later + DAY), 0, later + DAY);
      expect(chatCountsOf(sql, later + DAY).days).toEqual([]);
      expect(sql.exec("SELECT key, inbound FROM inbox").toArray()).toEqual([{ key: "m1", inbound: "" }]);
    }));

  it("a row that went missing shows as a difference", () =>
    withRows("ledger-missing", ({ store, sql }) => {
      for (const key of ["a", "b", "c"]) store.journal(message(key), T0);
      sql.exec("DELETE FROM inbox WHERE seq = 2");
      const day = only(chatCountsOf(sql, T0));
      expect([day.received, sumOf(day)]).toEqual([3, 2]);
    }));

  it("a clock that steps back over midnight loses no count", () =>
    withRows("ledger-clock", ({ store, sql }) => {
      store.journal(message("after"), Date.parse("2025-11-23T00:00:01+07:00"));
      store.journal(message("before"), Date.parse("2025-11-22T23:59:58+07:00"));
      expect(only(chatCountsOf(sql, T0))).toMatchObject({ day: TODAY, received: 2, pending: 2 });
    }));

  it("what waits longer than a quarter of an hour is stuck, save where a platform named the time", () =>
    withRows("ledger-stuck", ({ store, sql }) => {
      store.journal(message("a"), T0);
      store.commit(1, "answered", {}, [part], T0);
      const later = T0 + 16 * 60_000;
      expect(chatCountsOf(sql, T0 + 60_000)).toMatchObject({ stuck: { n: 0, since: null }, oldest: T0 });
      expect(chatCountsOf(sql, later).stuck).toEqual({ n: 1, since: T0 });
      store.outbox.retry(1, later + 6 * 3_600_000, "zalo -234 night_ban");
      expect(chatCountsOf(sql, later).stuck).toEqual({ n: 0, since: null });
    }));

  it("adds up after every step of any life", () =>
    withRows("ledger-walk", ({ store, parked, sql }) => {
      const step = fc.oneof(
        fc.constant({ do: "receive" as const }),
        fc.record({
          do: fc.constant("turn" as const),
          as: fc.constantFrom("answered", "ignored", "parked"),
          parts: fc.nat(3),
        }),
        fc.record({
          do: fc.constant("send" as const),
          as: fc.constantFrom("sent", "retry", "held", "parked"),
        }),
        fc.record({ do: fc.constantFrom("retry" as const, "dismiss" as const), which: fc.nat(5) }),
        fc.constant({ do: "expire" as const }),
        fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 200 }) }),
      );
      let run = 0;
      fc.assert(
        fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
          sql.exec("DELETE FROM inbox");
          sql.exec("DELETE FROM outbox");
          sql.exec("DELETE FROM notes WHERE kind = 'meta'");
          run += 1;
          let now = T0;
          steps.forEach((what, i) => {
            now += 1_000;
            if (what.do === "receive") store.journal(message(`${run}-${i}`), now);
            if (what.do === "wait") {
              now += what.hours * 3_600_000;
              new ActivityMark(store).marked(localDay(now), 0, now);
            }
            if (what.do === "expire") parked.expire(now);
            if (what.do === "turn") {
              const next = store.nextMessage(now);
              const parts = Array.from({ length: what.parts }, () => part);
              if (next !== null) store.commit(next.seq, what.as as "answered", {}, parts, now);
            }
            if (what.do === "send") {
              const next = store.outbox.next(now);
              if (next !== null && what.as === "sent") store.outbox.sent(next.seq);
              if (next !== null && what.as === "retry") store.outbox.retry(next.seq, now, "http_500");
              if (next !== null && (what.as === "held" || what.as === "parked"))
                store.outbox.setAside(next.seq, what.as, "x", now);
            }
            if (what.do === "retry" || what.do === "dismiss") {
              const { open } = chatCountsOf(sql, now);
              const name = open[what.which % Math.max(1, open.length)]?.message;
              if (name !== undefined) expect(parked[what.do](name, now)).toBe(true);
            }
            for (const day of chatCountsOf(sql, now).days) expect(sumOf(day)).toBe(day.received);
          });
        }),
        { numRuns: 300 },
      );
    }));
});

describe("parked messages of a chat", () => {
  it("one that couldn't be read keeps its words for a retry, and a turn then takes it first", () =>
    withRows("parked-retry", ({ store, parked, sql }) => {
      store.journal(message("a"), T0);
      store.commit(1, "parked", {}, [], T0);
      expect(chatCountsOf(sql, T0).open).toMatchObject([{ message: "in-1", reason: "turn_failed" }]);
      expect(store.nextMessage(T0)).toBeNull();
      expect(parked.retry("in-1", T0)).toBe(true);
      expect(store.nextMessage(T0)).toMatchObject({
        seq: 1,
        attempts: 0,
        inbound: { key: "a" },
        wasParked: true,
      });
      store.commit(1, "answered", {}, [], T0);
      expect(parked.stateOf("in-1")).toEqual({ state: "gone" });
      expect(only(chatCountsOf(sql, T0))).toMatchObject({ answered: 1, parked: 0 });
      expect(JSON.stringify(sql.exec("SELECT * FROM inbox").toArray())).not.toContain("Xin chào");
    }));

  it("one that is dismissed counts as ignored, and its words are gone", () =>
    withRows("parked-dismiss", ({ store, parked, sql }) => {
      store.journal(message("a"), T0);
      store.commit(1, "parked", {}, [], T0);
      store.journal(message("b"), T0);
      store.commit(2, "answered", {}, [part], T0);
      store.outbox.setAside(1, "parked", "zalo -213 not_a_follower", T0);
      expect([parked.dismiss("in-1"), parked.dismiss("out-1"), parked.dismiss("out-1")]).toEqual([
        true,
        true,
        false,
      ]);
      expect(only(chatCountsOf(sql, T0))).toMatchObject({ received: 2, ignored: 2, parked: 0 });
      expect(sql.exec("SELECT inbound FROM inbox WHERE inbound <> ''").toArray()).toEqual([]);
      expect(sql.exec("SELECT * FROM outbox").toArray()).toEqual([]);
    }));

  it("one that nobody decided on for 30 days is closed; a reply never is", () =>
    withRows("parked-expire", ({ store, parked, sql }) => {
      store.journal(message("a"), T0);
      store.commit(1, "parked", {}, [part], T0);
      store.outbox.setAside(1, "held", "x", T0);
      expect(parked.expire(T0 + 29 * DAY)).toBe(0);
      expect(parked.expire(T0 + 31 * DAY)).toBe(1);
      expect(chatCountsOf(sql, T0 + 31 * DAY).open.map((open) => open.message)).toEqual(["out-1"]);
      expect(sql.exec("SELECT inbound FROM inbox").toArray()).toEqual([{ inbound: "" }]);
    }));

  it("knows no name but its own", () =>
    withRows("parked-names", ({ parked }) => {
      for (const name of ["", "in-", "in-1", "out-7", "meta-1", "in-1; DROP TABLE inbox", "in--1"])
        expect([parked.retry(name, T0), parked.dismiss(name), parked.stateOf(name).state]).toEqual([
          false,
          false,
          "gone",
        ]);
    }));
});

describe("the loss ledger in D1", () => {
  const days = new DayBook(bindings.LEDGER);
  const parked = new ParkedBook(bindings.LEDGER);
  const counts = (day: string, received: number, rest: Partial<DayCounts> = {}): DayCounts => ({
    day,
    channel: "zalo",
    received,
    answered: received,
    ignored: 0,
    pending: 0,
    parked: 0,
    lastAt: T0,
    ...rest,
  });

  it("replaces a conversation's count, however often and late it comes", async () => {
    const day = "2025-01-01";
    await days.keep([{ conversation: "c1", day: counts(day, 2, { answered: 1, pending: 1 }) }]);
    for (let i = 0; i < 3; i++)
      await days.keep([
        { conversation: "c1", day: counts(day, 3) },
        { conversation: "c2", day: counts(day, 4, { answered: 3, parked: 1 }) },
        { conversation: "c3", day: counts(day, 5, { channel: "telegram" }) },
      ]);
    const [zalo, telegram] = await days.linesOf(day);
    expect(zalo).toMatchObject({ received: 7, answered: 6, parked: 1, pending: 0, gap: 0 });
    expect(telegram).toMatchObject({ received: 5, answered: 5, gap: 0 });
    expect(await days.unsettled()).toEqual([]);
  });

  it("counts what was turned away at the door, strangers apart", async () => {
    const day = "2025-01-02";
    const ledger = new Ledger(bindings.LEDGER);
    for (const kind of [
      "ignored.user_seen_message",
      "malformed",
      "bad_signature",
      "bad_signature",
      "figure_withheld",
    ])
      await ledger.count(day, "zalo", kind);
    await days.keep([{ conversation: "c1", day: counts(day, 1) }]);
    expect((await days.linesOf(day))[0]).toMatchObject({
      received: 3,
      answered: 1,
      ignored: 1,
      refused: 1,
      unsigned: 2,
      gap: 0,
    });
  });

  it("tells the days that don't add up, also where two differences would cancel out", async () => {
    await days.keep([
      { conversation: "lost", day: counts("2025-01-03", 3, { answered: 2 }) },
      { conversation: "twice", day: counts("2025-01-03", 2, { answered: 3 }) },
    ]);
    expect(await days.gapsSince("2025-01-02")).toEqual([{ day: "2025-01-03", gap: 2 }]);
  });

  it("sums old days up without changing what they say", async () => {
    const day = "2024-01-01";
    await days.keep(["c1", "c2"].map((conversation) => ({ conversation, day: counts(day, 2) })));
    const before = await days.linesOf(day);
    for (let i = 0; i < 2; i++) await days.condense("2024-01-02");
    expect(await days.linesOf(day)).toEqual(before);
    const rows = await bindings.LEDGER.prepare("SELECT conversation FROM ledger_days WHERE day = ?")
      .bind(day)
      .all();
    expect(rows.results).toEqual([{ conversation: "" }]);
  });

  it("a parked message keeps its number through being resolved and parked again", async () => {
    const of = async () => (await parked.open()).find(({ conversation }) => conversation === "again");
    await parked.park("other", { message: "out-1", channel: "zalo", reason: "x", at: T0 });
    await parked.park("again", { message: "out-1", channel: "zalo", reason: "x", at: T0 });
    const first = await of();
    await parked.resolve("again", "out-1", T0 + HOUR);
    expect(await of()).toBeUndefined();
    await parked.park("again", { message: "out-1", channel: "zalo", reason: "x", at: T0 });
    expect(await of()).toBeUndefined();
    // In the hour in which it was resolved the last word counts.
    await parked.park("again", { message: "out-1", channel: "zalo", reason: "y", at: T0 + HOUR + 20 });
    expect(await of()).toEqual({ ...first, reason: "y", at: T0 + HOUR });
    expect(await parked.byNumber(first?.number ?? 0)).toMatchObject({ conversation: "again", isOpen: true });
  });

  it("the conversation is right about what is parked, but not about what was parked since", async () => {
    const silent = {
      days: [],
      stuck: { n: 0, since: null },
      unsent: { n: 0, since: null },
      isDuty: false,
      oldest: null,
    };
    const listed = async () =>
      (await parked.open())
        .filter(({ conversation }) => conversation === "sweep")
        .map(({ message }) => message);
    await parked.park("sweep", { message: "out-1", channel: "zalo", reason: "x", at: T0 });
    const known = await parked.open();
    await parked.park("sweep", { message: "out-2", channel: "zalo", reason: "x", at: T0 + 1 });
    const open = [{ message: "in-3", channel: "zalo" as const, reason: "turn_failed", at: T0 }];
    await reconcile(bindings.LEDGER, [{ id: "sweep", answer: { ...silent, open } }], known, T0 + 5);
    expect((await listed()).sort()).toEqual(["in-3", "out-2"]);
  });
});
