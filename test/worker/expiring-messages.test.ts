import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import type { ConversationStore } from "../../src/chat/chat-store.ts";
import { ExpiringMessages } from "../../src/chat/expiring-messages.ts";
import { Sender } from "../../src/chat/sender.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import type { Channel, SendOutcome } from "../../src/messaging/channel.ts";
import { bindings } from "./bindings.ts";
import { storeIn } from "./chats.ts";

const T0 = 1_763_875_200_000;
const HOUR = 3_600_000;
const PART = { channel: "telegram", chat: "138000001", body: "", marks: { deleteAfter: 12 * HOUR } } as const;

interface Stage {
  readonly store: ConversationStore;
  readonly expiring: ExpiringMessages;
  readonly removed: string[];
  readonly told: string[];
  outcome: SendOutcome;
}

/** On the storage of a real Durable Object, with a channel that does as it is told. */
function withChat(name: string, use: (stage: Stage) => Promise<void>): Promise<void> {
  const stub = bindings.CONVERSATION.get(bindings.CONVERSATION.idFromName(`expiring-${name}`));
  return runInDurableObject(stub, async (_instance, state) => {
    const store = storeIn(state);
    const [removed, told]: [string[], string[]] = [[], []];
    const channel = {
      remove: async (message: string, { chat }: { chat: string }) => {
        removed.push(`${chat}/${message}`);
        return stage.outcome;
      },
    } as unknown as Channel;
    const expiring = new ExpiringMessages({
      memory: store.memory,
      channels: new Map([["telegram", channel]]),
      tellSupervisors: async ({ key }) => void told.push(key),
    });
    const stage: Stage = { store, expiring, removed, told, outcome: { kind: "sent" } };
    await use(stage);
    for (const message of ["11", "12"]) store.memory.setExpiry(message, null);
  });
}

describe("a message that stays for a time only", () => {
  it("goes when its time has come, and wakes the chat for it", () =>
    withChat("once", async ({ store, expiring, removed }) => {
      expiring.sent(PART, ["11", "12"], T0);
      expiring.sent({ ...PART, marks: {} }, ["13"], T0);
      expect(store.nextDue()).toBe(T0 + 12 * HOUR);
      expect(await expiring.removeNext(T0 + 12 * HOUR - 1)).toBe(false);
      while (await expiring.removeNext(T0 + 12 * HOUR));
      expect([...removed].sort()).toEqual(["138000001/11", "138000001/12"]);
      expect(store.nextDue()).toBeNull();
    }));

  it("is tried again for a day, later each time, then the supervisors are told", () =>
    withChat("again", async (stage) => {
      const { store, expiring, removed, told } = stage;
      stage.outcome = { kind: "retry", reason: "network" };
      expiring.sent(PART, ["11"], T0);
      for (let at = store.nextDue(); at !== null && at < T0 + 24 * HOUR; at = store.nextDue())
        await expiring.removeNext(at);
      expect(removed.length).toBeGreaterThan(100);
      expect(told).toEqual([]);
      await expiring.removeNext(T0 + 25 * HOUR);
      expect(told).toEqual(["not-deleted:138000001:11"]);
      expect(store.nextDue()).toBeNull();
    }));

  it("is known by its number from the moment that it was sent", () =>
    withChat("sender", async ({ store }) => {
      const channel = {
        name: "telegram",
        render: () => [{ body: "một" }, { body: "hai" }],
        send: async ({ body }: { body: string }) => ({
          kind: "sent",
          messageIds: [body === "một" ? "11" : "12"],
        }),
      } as unknown as Channel;
      const sender = new Sender({
        store,
        channels: new Map([["telegram", channel]]),
        ledger: new Ledger(bindings.LEDGER),
        id: "x",
        sync: async () => undefined,
        inBackground: () => undefined,
        tellSupervisors: async () => undefined,
      });
      const reply = { blocks: [], deleteAfter: 12 * HOUR };
      const parts = sender.partsOf(reply, "telegram", { chat: "138000001" });
      store.deliver("k", parts, T0);
      for (let part = store.outbox.next(T0); part !== null; part = store.outbox.next(T0))
        await sender.send(part);
      const first = store.memory.nextExpiry();
      expect(first).toMatchObject({ chat: "138000001", attempts: 0 });
      store.memory.setExpiry(first?.message ?? "", null);
      expect([first?.message, store.memory.nextExpiry()?.message].sort()).toEqual(["11", "12"]);
    }));

  it("that can't be deleted is told at once", () =>
    withChat("never", async (stage) => {
      stage.outcome = { kind: "park", reason: "bad_request" };
      stage.expiring.sent(PART, ["11"], T0);
      await stage.expiring.removeNext(T0 + 12 * HOUR);
      expect(stage.told).toHaveLength(1);
      expect(stage.store.nextDue()).toBeNull();
    }));
});
