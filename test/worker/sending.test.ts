import { runInDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { ConversationStore } from "../../src/chat/chat-store.ts";
import { FLOOD, GroupPace, PACE } from "../../src/chat/group-pace.ts";
import { ParkedMessages } from "../../src/chat/parked-messages.ts";
import { BUDGETS } from "../../src/chat/retry-schedule.ts";
import { Sender } from "../../src/chat/sender.ts";
import type { PendingPart } from "../../src/chat/stored-rows.ts";
import type { PartMarks } from "../../src/chat/stored-shapes.ts";
import { factsOf } from "../../src/features/reporting/duty/card.ts";
import { dutyNotices } from "../../src/features/reporting/duty/duty-notices.ts";
import type { ReportingServices } from "../../src/features/reporting/reporting-services.ts";
import { localDay } from "../../src/language/dates.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import type { Channel, SendOutcome } from "../../src/messaging/channel.ts";
import type { Inbound } from "../../src/messaging/inbound.ts";
import { plainText } from "../../src/messaging/reply.ts";
import { bindings, migrate } from "./bindings.ts";
import { storeIn } from "./chats.ts";
import { book, closedCase, fresh, submission, T0, ZALO } from "./reports-fixture.ts";

const GROUP = "-1001380000138";
const FILM: PartMarks = { files: ["video"] };

beforeAll(migrate);

/** The duty group's chat on a real Durable Object, with a messenger that does what it is told. */
class Group {
  readonly store: ConversationStore;
  readonly parked: ParkedMessages;
  readonly sender: Sender;
  readonly told: string[] = [];
  readonly sent: string[] = [];
  outcome: (body: string) => SendOutcome = () => ({ kind: "sent" });
  readonly #work: Promise<unknown>[] = [];
  readonly #sql: SqlStorage;
  readonly #state: Pick<DurableObjectState, "id" | "storage">;

  constructor(state: Pick<DurableObjectState, "id" | "storage">) {
    this.#state = state;
    this.#sql = state.storage.sql;
    this.store = storeIn(state);
    this.parked = new ParkedMessages(this.#sql, this.store);
    const channel: Channel = {
      name: "telegram",
      render: () => [],
      send: async ({ body }) => {
        const outcome = this.outcome(body);
        if (outcome.kind === "sent") this.sent.push(body);
        return outcome;
      },
    };
    this.sender = new Sender({
      store: this.store,
      channels: new Map([["telegram", channel]]),
      ledger: new Ledger(bindings.LEDGER),
      reporting: {
        book,
        dutyChat: GROUP,
        carry: async () => {},
        tellSupervisors: async (key: string) => void this.told.push(key),
      } as unknown as ReportingServices,
      id: "duty",
      sync: async () => {},
      inBackground: (work) => void this.#work.push(work),
      tellSupervisors: async ({ key }) => void this.told.push(key),
    });
  }

  /** The same chat in a new process. */
  again(): Group {
    return new Group(this.#state);
  }

  put(body: string, marks: PartMarks = {}, chat = GROUP): void {
    this.store.deliver(fresh(), [{ channel: "telegram", chat, body, marks }], Date.now());
  }

  /** Sends what may be sent now; the number of tries. */
  async pump(): Promise<number> {
    let tries = 0;
    for (let part = this.#next(); part !== null; part = this.#next()) {
      await this.sender.send(part);
      tries += 1;
    }
    await Promise.all(this.#work.splice(0));
    return tries;
  }

  #next(): PendingPart | null {
    return this.store.outbox.next(Date.now());
  }

  /** All waits are over. */
  timePasses(): void {
    this.#sql.exec("UPDATE outbox SET next_at = 0 WHERE state = 'pending'");
  }

  states(): readonly string[] {
    return this.store.outbox.waitingParts().map(({ body, state }) => `${body} ${state}`);
  }
}

const withGroup = (name: string, use: (group: Group) => Promise<void>): Promise<void> =>
  runInDurableObject(bindings.CONVERSATION.get(bindings.CONVERSATION.idFromName(name)), (_, state) =>
    use(new Group(state)),
  );

const part = (body: string) => ({ channel: "telegram", chat: GROUP, body }) as const;
const inboundOf = (text: string): Inbound => ({
  key: fresh(),
  channel: "telegram",
  chat: GROUP,
  sender: "1",
  isPrivate: false,
  at: Date.now(),
  content: { kind: "text", text },
});

const always =
  (bad: SendOutcome, when: (body: string) => boolean = () => true) =>
  (body: string): SendOutcome =>
    when(body) ? bad : { kind: "sent" };

describe("a flood of cards", () => {
  it("leaves room: an urgent card goes at once, a handler's answer before older cards, and nothing is lost", () =>
    withGroup("sending-flood", async (group) => {
      group.outcome = (body) => ({ kind: "sent", messageIds: [`message of ${body}`] });
      group.store.outbox.keepPace(new GroupPace(Date.now()));
      for (let i = 0; i < 30; i += 1) group.put(`card ${i}`, { about: `case ${i}`, slot: `card:${i}` });
      expect(await group.pump()).toBe(FLOOD.cards);
      group.store.journal(inboundOf("/tin"), Date.now());
      group.store.commit(
        group.store.nextMessage(Date.now())?.seq ?? 0,
        "answered",
        {},
        [part("answer")],
        Date.now(),
      );
      for (let i = 0; i < 9; i += 1)
        group.put(`counter ${i}`, { about: "case 0", slot: "card:0", first: true });
      group.put("urgent", { about: "urgent case", first: true });
      await group.pump();
      expect(group.sent.slice(FLOOD.cards)).toEqual(["urgent", "answer"]);
      const due = group.store.outbox.nextDue(Date.now());
      expect(due).toBeGreaterThan(Date.now() + PACE.within / 2);
      // Of the nine changes of one card the last one is left.
      const left = group.store.outbox.waitingParts().map(({ body }) => body);
      expect(left.filter((body) => body.startsWith("card"))).toHaveLength(30 - FLOOD.cards);
    }));

  it("goes on with its minute in a new process, and lets no list of many cases hold up an answer", () =>
    withGroup("sending-new-process", async (group) => {
      group.store.outbox.keepPace(new GroupPace());
      for (let i = 0; i < 30; i += 1) group.put(`card ${i}`, { about: `case ${i}`, slot: `card:${i}` });
      expect(await group.pump()).toBe(PACE.usual);
      const after = group.again();
      after.put("list", { slot: "rush:1" });
      after.store.journal(inboundOf("/tin"), Date.now());
      const asked = after.store.nextMessage(Date.now())?.seq ?? 0;
      after.store.commit(asked, "answered", {}, [part("answer")], Date.now());
      await after.pump();
      expect(after.sent).toEqual(["answer"]);
    }));

  it("keeps one part of a list that changes while it waits, in its place", () =>
    withGroup("sending-renewed", async (group) => {
      group.store.outbox.keepPace(new GroupPace());
      for (let i = 0; i < PACE.usual; i += 1)
        group.put(`card ${i}`, { about: `case ${i}`, slot: `card:${i}` });
      await group.pump();
      for (let i = 0; i < 50; i += 1) group.put(`list ${i}`, { slot: "rush:1" });
      group.put("later", { about: "another case" });
      expect(group.states()).toEqual(["list 49 pending", "later pending"]);
    }));

  it("sends a card that changed again before it could go once, as it is now", () =>
    withGroup("sending-overtaken", async (group) => {
      group.store.outbox.keepPace(new GroupPace(Date.now()));
      for (let i = 0; i < FLOOD.cards; i += 1)
        group.put(`card ${i}`, { about: `case ${i}`, slot: `card:${i}` });
      await group.pump();
      for (let i = 0; i < 40; i += 1) group.put(`burst ${i}`, { about: "burst", slot: "card:burst" });
      group.put("what its reporter said", { about: "burst" });
      group.put("burst 40", { about: "burst", slot: "card:burst" });
      group.store.outbox.keepPace(new GroupPace(Date.now()));
      await group.pump();
      expect(group.sent.slice(FLOOD.cards)).toEqual(["what its reporter said", "burst 40"]);
      expect(group.store.outbox.unsent().n).toBe(0);
    }));
});

describe("a group's limit", () => {
  it("holds the whole chat for as long as it says, is nobody's try, and loses nothing", () =>
    withGroup("sending-limit", async (group) => {
      for (const body of ["one", "two"]) group.put(body, { about: body });
      group.outcome = always({ kind: "wait", reason: "rate_limited", afterMs: 60_000 });
      expect(await group.pump()).toBe(1);
      group.put("three", { about: "three" });
      expect(await group.pump()).toBe(0);
      expect(group.store.nextDue()).toBeGreaterThan(Date.now() + 55_000);
      for (let i = 0; i < 2 * BUDGETS.dutyFile.tries; i++) {
        group.timePasses();
        await group.pump();
      }
      group.outcome = always({ kind: "sent" });
      group.timePasses();
      await group.pump();
      expect(group.sent).toEqual(["one", "two", "three"]);
      expect(group.told).toEqual([]);
    }));

  it("is tried once against by an urgent card, and then holds that too", () =>
    withGroup("sending-urgent", async (group) => {
      group.outcome = always({ kind: "wait", reason: "rate_limited", afterMs: 60_000 });
      group.put("ordinary", { about: "a" });
      await group.pump();
      group.put("urgent", { about: "b", first: true });
      expect([await group.pump(), await group.pump()]).toEqual([1, 0]);
      expect(group.states()).toEqual(["ordinary pending", "urgent pending"]);
    }));
});

it("a part that was let go is counted, and is neither tried again nor set aside", () =>
  withGroup("sending-dropped", async (group) => {
    group.put("buttons");
    group.outcome = always({ kind: "sent", dropped: "zalo -201 bad_parameter" });
    expect(await group.pump()).toBe(1);
    expect([group.states(), group.told]).toEqual([[], []]);
    const counts = await new Ledger(bindings.LEDGER).countsOf(localDay(Date.now()));
    expect(JSON.stringify(counts)).toContain("dropped.zalo -201 bad_parameter");
  }));

describe("a file that can't be sent", () => {
  it("has its tries, is set aside and told once, and is passed on when a supervisor has it sent again", () =>
    withGroup("sending-aside", async (group) => {
      const { code } = await book.submit(submission());
      const card = async () => {
        const [reply] = await dutyNotices(book, code, { kind: "card_changed" }, T0);
        return reply === undefined ? "" : plainText(reply);
      };
      group.outcome = always({ kind: "retry", reason: "timeout" });
      group.put("film", { ...FILM, about: code });
      let tries = 0;
      while (group.states()[0] === "film pending" && tries < 100) {
        group.timePasses();
        tries += await group.pump();
      }
      expect(tries).toBe(BUDGETS.dutyFile.tries);
      expect(group.states()).toEqual(["film parked"]);
      expect(group.told).toEqual([`duty-set-aside:${code}:files`]);
      expect(await card()).toContain("Tệp chưa chuyển được vào nhóm: 1 video");
      group.sender.tellAllSetAside(Date.now());
      await group.pump();
      expect((await book.get(code))?.missing).toEqual(["video"]);

      group.outcome = always({ kind: "sent" });
      expect(group.parked.retry("out-1", Date.now())).toBe(true);
      await group.pump();
      expect(group.sent).toEqual(["film"]);
      expect(await card()).not.toContain("chưa chuyển được");
      const pending = (await book.pendingDispatches(50)).filter((one) => one.code === code);
      expect(pending.map(({ body }) => body.kind)).toEqual(["new_report", "card_changed", "card_changed"]);
    }));

  it("holds up neither words of its case nor anything of another", () =>
    withGroup("sending-others", async (group) => {
      group.outcome = always({ kind: "retry", reason: "timeout" }, (body) => body.startsWith("film"));
      group.put("card a", { about: "a" });
      group.put("film a", { ...FILM, about: "a" });
      group.put("words a", { about: "a" });
      group.put("card b", { about: "b" });
      await group.pump();
      expect(group.sent).toEqual(["card a", "words a", "card b"]);
    }));

  it("that the group may not get, by its rights, leaves the words alone", () =>
    withGroup("sending-no-rights", async (group) => {
      group.outcome = always({ kind: "hold", reason: "no_rights" }, (body) => body === "film");
      group.put("card", { about: "a" });
      group.put("film", { ...FILM, about: "a" });
      group.put("words", { about: "a" });
      await group.pump();
      expect(group.sent).toEqual(["card", "words"]);
      expect(group.states()).toEqual(["film parked"]);
      expect(group.told).toEqual(["duty-set-aside:a:files"]);
    }));

  it("is divided in its place, and its parts belong to the same case", () =>
    withGroup("sending-divided", async (group) => {
      const into = ["film 1", "film 2"].map((body) => ({ body, files: ["video" as const] }));
      group.outcome = always({ kind: "divided", reason: "too_large", into }, (body) => body === "album");
      group.put("album", { files: ["video", "video"], about: "a" });
      group.put("later", { ...FILM, about: "a" });
      await group.pump();
      expect(group.sent).toEqual(["film 1", "film 2", "later"]);
      expect(group.states()).toEqual([]);
    }));

  it("and is divided while the group is told to wait, waits like the others", () =>
    withGroup("sending-divided-late", async (group) => {
      group.put("album", { files: ["video", "video"], about: "a" });
      const album = group.store.outbox.next(Date.now());
      if (album === null) throw new Error("no album");
      group.put("card", { about: "b" });
      group.store.outbox.wait(2, Date.now() + 60_000, "rate_limited");
      group.store.outbox.divide(album, [{ body: "film 1", marks: FILM }]);
      expect(await group.pump()).toBe(0);
      expect(group.states()).toEqual(["card pending", "film 1 pending"]);
    }));

  it.each<readonly [string, SendOutcome]>([
    ["divided", { kind: "divided", reason: "too_large", into: [{ body: "film 1", files: ["video"] }] }],
    ["refused", { kind: "park", reason: "too_large" }],
    ["told to wait", { kind: "wait", reason: "rate_limited", afterMs: 60_000 }],
    ["failing", { kind: "retry", reason: "timeout" }],
  ])("leaves nothing where its case was erased while it was on its way: %s", (how, outcome) =>
    withGroup(`sending-erased-${how}`, async (group) => {
      const code = `TB-GONE-${how.length}`;
      group.put("album", { files: ["video", "video"], about: code });
      group.outcome = () => {
        group.store.forgetCase(code, { empties: false });
        return outcome;
      };
      const before = await bindings.LEDGER.prepare("SELECT count(*) AS n FROM parked_messages").first("n");
      await group.pump();
      expect(group.states()).toEqual([]);
      expect(group.told).toEqual([]);
      expect(await bindings.LEDGER.prepare("SELECT count(*) AS n FROM parked_messages").first("n")).toBe(
        before,
      );
    }),
  );

  it("leaves nothing of what was missing when its case is erased", async () => {
    const code = await closedCase();
    await book.noteFilesMissing(code, "out-9", ["video", "image"], T0);
    const report = await book.get(code);
    expect(report?.missing).toEqual(["video", "image"]);
    if (report !== null) expect(await factsOf(book, report, T0)).toBeDefined();
    await book.erase({ reporter: ZALO, key: fresh(), at: T0 + 10, why: "request" });
    expect((await book.get(code))?.missing).toEqual([]);
  });
});

describe("a group that can't be reached, or a dead token", () => {
  it.each([
    ["thrown out", { kind: "hold", reason: "forbidden" }, 1],
    ["not found", { kind: "park", reason: "chat_not_found" }, 1],
    ["token", { kind: "wait", reason: "bad_token", afterMs: 60_000 }, 0],
  ] as const)("gives up nothing, however long it lasts: %s", async (name, outcome, told) =>
    withGroup(`sending-down-${name}`, async (group) => {
      group.put("card", { about: "a" });
      group.put("film", { ...FILM, about: "a" });
      group.outcome = always(outcome);
      for (let i = 0; i < 50; i++) {
        group.timePasses();
        await group.pump();
      }
      expect(new Set(group.told).size).toBe(told);
      group.outcome = always({ kind: "sent" });
      group.timePasses();
      await group.pump();
      expect(group.sent).toEqual(["card", "film"]);
    }),
  );
});

describe("of an urgent case that waits", () => {
  const urgentCase = async () => (await book.submit(submission({ lane: "urgent", at: Date.now() }))).code;
  const hold = { kind: "hold", reason: "forbidden" } as const;
  const unheard = (told: readonly string[]) => told.filter((key) => key.startsWith("unheard:"));

  it("the supervisors hear at once, once, where its card doesn't come into the group", async () =>
    withGroup("sending-unheard-group", async (group) => {
      const [urgent, calm] = [await urgentCase(), (await book.submit(submission())).code];
      group.put("card", { about: urgent, first: true });
      group.put("other card", { about: calm });
      group.outcome = always(hold);
      for (let i = 0; i < 5; i++) {
        group.timePasses();
        await group.pump();
      }
      await expect.poll(() => new Set(unheard(group.told))).toEqual(new Set([`unheard:${urgent}:1`]));
    }));

  it("the supervisors are called where who is called has blocked the bot; of what anybody else doesn't get they aren't", async () =>
    withGroup("sending-unheard-person", async (chat) => {
      const [urgent, taken] = [await urgentCase(), await urgentCase()];
      await book.move({
        code: taken,
        to: "accepted",
        actor: { kind: "official", id: "1", label: "Nga", role: "duty" },
        expectedVersion: 1,
        key: fresh(),
        at: Date.now(),
      });
      await book.move({
        code: taken,
        to: "in_progress",
        actor: { kind: "official", id: "1", label: "Nga", role: "duty" },
        expectedVersion: 2,
        key: fresh(),
        at: Date.now(),
      });
      chat.outcome = always(hold);
      chat.put("to the citizen", { about: urgent, first: true }, "2601");
      chat.put("called too late", { about: taken, first: true, summons: true }, "2601");
      for (let i = 0; i < 3; i++) await chat.pump();
      expect(unheard(chat.told)).toEqual([]);
      chat.put("called", { about: urgent, first: true, summons: true }, "2601");
      for (let i = 0; i < 3; i++) await chat.pump();
      await expect.poll(() => new Set(unheard(chat.told))).toEqual(new Set([`unheard:${urgent}:1`]));
    }));
});

describe("any parts of many cases, with any outcomes", () => {
  const OUTCOME = fc.constantFrom<SendOutcome>(
    { kind: "retry", reason: "timeout" },
    { kind: "wait", reason: "rate_limited", afterMs: 5_000 },
    { kind: "wait", reason: "bad_token", afterMs: 60_000 },
    { kind: "hold", reason: "forbidden" },
    { kind: "park", reason: "too_large" },
  );
  const PART = fc.record({
    about: fc.constantFrom("a", "b", "c"),
    isFile: fc.boolean(),
    isUrgent: fc.boolean(),
    outcomes: fc.array(OUTCOME, { maxLength: 3 }),
  });
  let run = 0;

  it("end sent, or set aside and told; none is lost and none comes twice", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(PART, { maxLength: 12 }), async (drawn) => {
        run += 1;
        await withGroup(`sending-any-${run}`, async (group) => {
          const bad = new Map(drawn.map(({ outcomes }, i) => [`part ${i}`, [...outcomes]]));
          group.outcome = (body) => bad.get(body)?.shift() ?? { kind: "sent" };
          for (const [i, { about, isFile, isUrgent }] of drawn.entries())
            group.put(`part ${i}`, {
              about,
              ...(isFile && FILM),
              ...(isUrgent && { first: true as const }),
            });
          for (let i = 0; i < 60; i++) {
            group.timePasses();
            await group.pump();
          }
          const aside = group.states().map((state) => state.replace(/ parked$/, ""));
          expect([...group.sent, ...aside].sort()).toEqual(drawn.map((_, i) => `part ${i}`).sort());
          for (const body of aside) {
            const { about, isFile } = drawn[Number(body.slice(5))] ?? { about: "", isFile: false };
            expect(group.told).toContain(`duty-set-aside:${about}:${isFile ? "files" : "words"}`);
          }
          // What was sent of one case's words, and of its files, was sent in their order.
          for (const about of ["a", "b", "c"])
            for (const isFile of [true, false]) {
              const mine = group.sent
                .map((body) => Number(body.slice(5)))
                .filter((i) => drawn[i]?.about === about && drawn[i]?.isFile === isFile);
              expect(mine).toEqual([...mine].sort((x, y) => x - y));
            }
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe("the few messages after a person's last word", () => {
  it("are kept for what can't wait: the rest goes with the next word", () =>
    runInDurableObject(
      bindings.CONVERSATION.get(bindings.CONVERSATION.idFromName("sending-few")),
      async (_, state) => {
        const store = storeIn(state);
        const sent: string[] = [];
        const channel: Channel = {
          name: "zalo",
          afterLastWord: { all: 8, kept: 3 },
          render: () => [],
          send: async ({ body }) => {
            sent.push(body);
            return { kind: "sent" };
          },
        };
        const sender = new Sender({
          store,
          channels: new Map([["zalo", channel]]),
          ledger: new Ledger(bindings.LEDGER),
          id: "few",
          sync: async () => {},
          inBackground: () => undefined,
          tellSupervisors: async () => undefined,
        });
        const put = (body: string, marks: PartMarks = {}) =>
          store.deliver(fresh(), [{ channel: "zalo", chat: "c", body, marks }], Date.now());
        const pump = async () => {
          for (let part = store.outbox.next(Date.now()); part !== null; part = store.outbox.next(Date.now()))
            await sender.send(part);
        };
        for (const n of [1, 2, 3, 4]) put(`news ${n}`);
        put("working on it", { spare: true });
        await pump();
        put("working on it again", { spare: true });
        put("nobody took it, call 113", { first: true });
        await pump();
        expect(sent).toEqual([
          "news 1",
          "news 2",
          "news 3",
          "news 4",
          "working on it",
          "nobody took it, call 113",
        ]);
        store.memory.hasSpoken();
        store.outbox.releaseHeld(Date.now());
        await pump();
        expect(sent.at(-1)).toBe("working on it again");
      },
    ));
});
