import { runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/app.ts";
import { createAssistant } from "../../src/assistant/features.ts";
import { createOperations } from "../../src/assistant/wiring/create-operations.ts";
import { createServices } from "../../src/assistant/wiring/create-services.ts";
import type { ConversationStore } from "../../src/chat/chat-store.ts";
import { readConfig } from "../../src/config.ts";
import { runOperationsCron } from "../../src/cron/operations-cron.ts";
import { localDay } from "../../src/language/dates.ts";
import { DayBook } from "../../src/ledger/day-book.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import { OperationsState } from "../../src/ledger/operations-state.ts";
import { ParkedBook } from "../../src/ledger/parked-book.ts";
import { sweep } from "../../src/ledger/sweep.ts";
import type { Inbound } from "../../src/messaging/inbound.ts";
import { plainText } from "../../src/messaging/reply.ts";
import { bindings, migrate } from "./bindings.ts";
import { chatOf, storeIn, toldKeys } from "./chats.ts";

const SUPERVISOR = "138000001";
const MINUTE = 60_000;
const toMinute = (at: number) => at - (at % MINUTE);
const config = readConfig({ ...bindings });
const made = createServices(bindings, config);
const services = { ...made, operations: createOperations(bindings, made.officials.audit) };
const parked = new ParkedBook(bindings.LEDGER);
const part = { channel: "zalo" as const, chat: "5", body: "Thưa anh/chị" };

const said = (text: string, change: Partial<Inbound> = {}): Inbound => ({
  key: `k-${text}`,
  channel: "telegram",
  chat: SUPERVISOR,
  sender: SUPERVISOR,
  isPrivate: true,
  at: Date.now(),
  content: { kind: "text", text },
  ...change,
});
const ask = async (text: string, change: Partial<Inbound> = {}) =>
  (await createAssistant(services)(said(text, change), {})).replies.map(plainText).join("\n");

/** A chat whose rows are written by hand: nothing of it is sent, as the platforms are a closed port here. */
async function chatWith(
  name: string,
  write: (store: ConversationStore, sql: SqlStorage) => void,
): Promise<string> {
  const id = bindings.CONVERSATION.idFromName(name);
  await runInDurableObject(bindings.CONVERSATION.get(id), (_, state) =>
    write(storeIn(state), state.storage.sql),
  );
  await new Ledger(bindings.LEDGER).markActive(localDay(Date.now()), id.toString(), 0);
  return id.toString();
}

/** Leaves nothing that would wake a chat again. */
async function settle(...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const stub = bindings.CONVERSATION.get(bindings.CONVERSATION.idFromString(id));
    await stub.wake();
    await runInDurableObject(stub, async (_, { storage }) => {
      storage.sql.exec("DELETE FROM outbox");
      await storage.deleteAlarm();
    });
  }
}
const supervisorChat = async () => (await chatOf({ channel: "telegram", chat: SUPERVISOR })).id.toString();
const told = (...keys: readonly string[]) => toldKeys({ channel: "telegram", chat: SUPERVISOR }, keys);
const numberOf = async (conversation: string) =>
  (await parked.open()).find((entry) => entry.conversation === conversation)?.number ?? 0;
const auditOf = async (action: string) =>
  (await bindings.LEDGER.prepare("SELECT actor, subject FROM audit WHERE action = ?").bind(action).all())
    .results;

beforeAll(migrate);

describe("the sweep and the loss ledger", () => {
  it("every chat's messages of the day arrive in D1 and add up, however often it runs", async () => {
    const now = Date.now();
    const ids = [
      await chatWith("ops-answered", (store) => {
        store.journal(said("a", { channel: "zalo" }), now);
        store.commit(1, "answered", {}, [], now);
      }),
      await chatWith("ops-parked", (store) => {
        store.journal(said("b", { channel: "zalo" }), now);
        store.commit(1, "answered", {}, [part], now);
        store.outbox.setAside(1, "held", "zalo -230 no_recent_interaction", now);
      }),
    ];
    for (let i = 0; i < 2; i++) await sweep(bindings, now);
    const [zalo] = await new DayBook(bindings.LEDGER).linesOf(localDay(now));
    expect(zalo).toMatchObject({ received: 2, answered: 1, parked: 1, pending: 0, gap: 0 });
    const open = await parked.open();
    expect(open.filter(({ conversation }) => ids.includes(conversation))).toMatchObject([
      { message: "out-1", reason: "zalo -230 no_recent_interaction" },
    ]);
    await settle(...ids);
    await sweep(bindings, now);
    expect(await numberOf(ids[1] ?? "")).toBe(0);
  });
});

describe("the sweep's list", () => {
  const isListed = async (id: string) =>
    (await new Ledger(bindings.LEDGER).activeSince(localDay(Date.now() - 60_000))).includes(id);

  it("forgets a chat that has nothing left to do, until it is active again", async () => {
    const id = await chatWith("ops-rounds", (store) => {
      store.journal(said("a"), Date.now());
      store.commit(1, "answered", {}, [], Date.now());
    });
    const waiting = await chatWith("ops-waits", (store) => {
      store.journal(said("a"), Date.now());
      store.commit(1, "answered", {}, [part], Date.now());
      store.outbox.retry(1, Date.now() + 3_600_000, "http_429");
    });
    await sweep(bindings, Date.now());
    expect([await isListed(id), await isListed(waiting)]).toEqual([false, true]);
    const stub = bindings.CONVERSATION.get(bindings.CONVERSATION.idFromString(id));
    await stub.accept(said("nhắc lại", { chat: "ops-rounds" }));
    await expect.poll(() => isListed(id)).toBe(true);
    await settle(waiting, id);
  });

  it("lets others have their turn between two handfuls of chats", async () => {
    const ledger = new Ledger(bindings.LEDGER);
    for (let i = 0; i < 100; i++) {
      const id = bindings.CONVERSATION.idFromName(`ops-crowd-${i}`).toString();
      await ledger.markActive(localDay(Date.now()), id, 0);
    }
    let breaths = 0;
    let isOver = false;
    const sweeping = sweep(bindings, Date.now()).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await scheduler.wait(0);
      breaths += 1;
    }
    expect((await sweeping).woken).toBeGreaterThanOrEqual(100);
    // At least one in each of its breaks, which come after every twenty; without them there is one in all.
    expect(breaths).toBeGreaterThanOrEqual(100 / 20);
  });

  it("keeps a chat that wrote while the sweep was asking", async () => {
    const ledger = new Ledger(bindings.LEDGER);
    const day = localDay(Date.now());
    await ledger.markActive(day, "f".repeat(64), 3);
    await ledger.settle([{ conversation: "f".repeat(64), round: 2 }]);
    expect(await isListed("f".repeat(64))).toBe(true);
    await ledger.settle([{ conversation: "f".repeat(64), round: 3 }]);
    await ledger.markActive(day, "f".repeat(64), 3);
    expect(await isListed("f".repeat(64))).toBe(false);
  });
});

describe("/sotin", () => {
  it("shows the day and whether it adds up to a supervisor in private, to nobody else", async () => {
    expect(await ask("/sotin")).toMatch(/Sổ tin ngày \d\d\/\d\d\/\d{4}: Khớp/u);
    expect(await ask("/sotin", { sender: "999", chat: "999" })).toMatch(/dành cho người giám sát/u);
    expect(await ask("/sotin", { chat: "-100", isPrivate: false })).toMatch(/cuộc trò chuyện riêng/u);
    for (const change of [{ forwarded: true as const }, { channel: "zalo" as const }])
      expect(await ask("/sotin", change)).not.toContain("Sổ tin");
  });

  it("closes a parked message with a reason, once, and writes it into the audit log", async () => {
    const id = await chatWith("ops-dismiss", (store) => {
      store.journal(said("a", { channel: "zalo" }), Date.now());
      store.commit(1, "answered", {}, [part], Date.now());
      store.outbox.setAside(1, "parked", "zalo -213 not_a_follower");
    });
    expect(await ask("/sotin")).toContain("người nhận không nhận tin");
    const number = await numberOf(id);
    expect(await ask(`/sotin boqua ${number}`)).toContain("phải ghi lý do");
    expect(await ask(`/sotin boqua ${number} đã gọi điện`, { sender: "999" })).toMatch(
      /dành cho người giám sát/u,
    );
    expect(await numberOf(id)).toBe(number);
    expect(await ask(`/sotin boqua ${number} đã gọi điện`)).toContain(`Đã đóng tin số ${number}`);
    expect(await ask(`/sotin boqua ${number} đã gọi điện`)).toContain("không còn nằm chờ");
    expect(await ask("/sotin thulai 99999")).toContain("Không có tin số 99999");
    expect(await auditOf("parked_dismiss")).toEqual([
      { actor: SUPERVISOR, subject: `#${number} out-1 ${id}: đã gọi điện` },
    ]);
    await settle(id);
  });

  it("takes up a message that couldn't be read, and the list forgets it", async () => {
    const id = await chatWith("ops-retry", (store) => {
      store.journal(said("hi", { content: { kind: "left" }, chat: "77", sender: "77" }), Date.now());
      store.commit(1, "parked", {}, [], Date.now());
    });
    await sweep(bindings, Date.now());
    const number = await numberOf(id);
    expect(number).toBeGreaterThan(0);
    expect(await ask(`/sotin thulai ${number}`)).toContain("đã gửi xong");
    expect(await numberOf(id)).toBe(0);
    expect(await auditOf("parked_retry")).toEqual([{ actor: SUPERVISOR, subject: `#${number} in-1 ${id}` }]);
    await settle(id);
  });

  it("a reply that still can't go out joins the queue again", async () => {
    const id = await chatWith("ops-queue", (store) => {
      store.journal(said("a", { channel: "telegram" }), Date.now());
      store.commit(
        1,
        "answered",
        {},
        [{ ...part, channel: "telegram", body: "không phải JSON" }],
        Date.now(),
      );
      store.outbox.setAside(1, "parked", "bad_markup");
    });
    await sweep(bindings, Date.now());
    expect(await ask(`/sotin thulai ${await numberOf(id)}`)).toContain(
      "vẫn chưa gửi được: nền tảng không nhận dạng",
    );
    expect(await numberOf(id)).toBeGreaterThan(0);
    await settle(id);
  });
});

describe("alarms", () => {
  it("a stuck message is told to the supervisors once, and so is its end", async () => {
    const now = Date.now();
    const id = await chatWith("ops-stuck", (store, sql) => {
      store.journal(said("a", { channel: "telegram" }), now - 20 * MINUTE);
      store.commit(1, "answered", {}, [{ ...part, channel: "telegram" }], now - 20 * MINUTE);
      sql.exec("UPDATE outbox SET attempts = 3, next_at = ?", now + MINUTE);
    });
    const stuck = () => told("alarm:stuck:1", "alarm:stuck:2", "alarm:stuck:3");
    for (let i = 0; i < 2; i++) await runOperationsCron(bindings, config, now);
    expect(await stuck()).toEqual(["alarm:stuck:1"]);
    expect(await new OperationsState(bindings.LEDGER).get("stuck")).toMatchObject({
      value: JSON.stringify({ n: 1, oldest: toMinute(now - 20 * MINUTE) }),
    });
    await settle(id);
    await runOperationsCron(bindings, config, now);
    expect(await stuck()).toEqual(["alarm:stuck:1", "alarm:stuck:2"]);
    await settle(await supervisorChat());
  });

  it("a cron that was missed, a token that is not to be had and counts that don't add up are told", async () => {
    const now = Date.now();
    const days = new DayBook(bindings.LEDGER);
    await new OperationsState(bindings.LEDGER).set("cron", "", now - 20 * MINUTE);
    const lost = { day: localDay(now), channel: "zalo" as const, received: 2, answered: 1 };
    await days.keep([
      { conversation: "lost", day: { ...lost, ignored: 0, pending: 0, parked: 0, lastAt: now } },
    ]);
    await runOperationsCron(bindings, config, now);
    for (const name of ["cron_missed", "zalo_token", "ledger_gap"])
      expect(await told(`alarm:${name}:1`, `alarm:${name}:2`)).toHaveLength(1);
    expect(await ask("/sotin")).toContain("Lệch 1");
    await bindings.LEDGER.prepare("DELETE FROM ledger_days WHERE conversation = 'lost'").run();
    await settle(await supervisorChat());
  });
});

describe("for monitors", () => {
  const TOKEN = "metrics-token-0123456789";
  const { metricsToken: _, ...withoutToken } = config;
  const app = (metricsToken?: string) =>
    createApp(bindings, { ...withoutToken, ...(metricsToken !== undefined && { metricsToken }) }, () => {});
  const get = (path: string, authorization?: string, token: string | undefined = TOKEN) =>
    app(token).request(path, { headers: authorization === undefined ? {} : { authorization } });

  it("/healthz tells the ledger, cron's age and that something is late", async () => {
    const state = new OperationsState(bindings.LEDGER);
    const health = async () =>
      (await (await get("/healthz", `Bearer ${TOKEN}`)).json()) as Record<string, unknown>;
    await state.set("stuck", JSON.stringify({ n: 0, oldest: null }), Date.now());
    await state.set("cron", "", Date.now() - 60_000);
    const { ledger, cron } = await health();
    expect(cron).toMatchObject({ ageSeconds: expect.closeTo(60, -1) });
    const { received, answered, ignored, refused, pending, parked: open } = ledger as Record<string, number>;
    expect(received).toBeGreaterThan(0);
    expect((answered ?? 0) + (ignored ?? 0) + (refused ?? 0) + (pending ?? 0) + (open ?? 0)).toBe(received);
    await state.set("cron", "", Date.now() - 16 * MINUTE);
    expect((await health()).status).toBe("degraded");
  });

  it("/healthz has no details where no token is set", async () => {
    const response = await app().request("/healthz", { headers: { authorization: "Bearer undefined" } });
    expect(Object.keys((await response.json()) as object)).toEqual(["status"]);
  });

  it("/metrics is there only for its token, and names nobody", async () => {
    expect((await app().request("/metrics")).status).toBe(404);
    expect((await get("/metrics")).status).toBe(401);
    expect((await get("/metrics", "Bearer wrong-token-0123456789")).status).toBe(401);
    const response = await get("/metrics", `Bearer ${TOKEN}`);
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toContain('tl138_messages_today{channel="zalo",outcome="answered"}');
    expect(text).toMatch(/^tl138_last_cron_age_seconds \d+$/mu);
    expect(text).toMatch(/^tl138_sends_deferred_today\{channel="\w+",reason="[^"]+"\} \d+$/mu);
    expect(text).not.toMatch(/138000001|[0-9a-f]{32}/u);
  });
});
