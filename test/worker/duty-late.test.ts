import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { OperationsState, readDutyLate } from "../../src/ledger/operations-state.ts";
import { text } from "../../src/messaging/reply.ts";
import { bindings, migrate } from "./bindings.ts";
import { bodiesIn, chatOf } from "./chats.ts";

const group = { channel: "telegram", chat: bindings.TELEGRAM_DUTY_CHAT_ID } as const;
const supervisor = { channel: "telegram", chat: bindings.TELEGRAM_ADMIN_IDS } as const;
const MINUTE = 60_000;

beforeAll(migrate);

/** What waits to be said in a chat; the platforms are a closed port here, so nothing leaves. */
const waiting = async (chat: typeof group) =>
  runInDurableObject(await chatOf(chat), (_, state) => bodiesIn(state));

const state = new OperationsState(bindings.LEDGER);
const late = async () => readDutyLate((await state.get("duty_late"))?.value);

describe("the duty group's chat", () => {
  it("tells the supervisors what has waited two minutes, counts it, and takes it back", async () => {
    const stub = await chatOf(group);
    await stub.deliver({ key: "late", ...group, replies: [{ blocks: [text("Thẻ")], about: "TB-1" }] });
    await stub.wake();
    expect(await waiting(supervisor)).toEqual([]);
    expect(await stub.messageCounts()).toMatchObject({ isDuty: true, unsent: { n: 1 } });

    await runInDurableObject(stub, (_, { storage }) => {
      storage.sql.exec("UPDATE outbox SET created_at = ?", Date.now() - 3 * MINUTE);
      return storage.setAlarm(Date.now() + 1);
    });
    await runDurableObjectAlarm(stub);
    await expect
      .poll(() => waiting(supervisor))
      .toEqual([expect.stringMatching(/1 tin đang chờ gửi, lâu nhất 3 phút/)]);
    await expect.poll(late).toMatchObject({ n: 1 });

    await runInDurableObject(stub, async (_, { storage }) => {
      storage.sql.exec("DELETE FROM outbox");
      return storage.setAlarm(Date.now() + 1);
    });
    await runDurableObjectAlarm(stub);
    await expect.poll(late).toEqual({ n: 0, since: null });
    for (const chat of [group, supervisor])
      await runInDurableObject(await chatOf(chat), async (_, { storage }) => {
        storage.sql.exec("DELETE FROM outbox");
        await storage.deleteAlarm();
      });
  });

  it("is the only one that says so of itself", async () => {
    expect(await (await chatOf(supervisor)).messageCounts()).toMatchObject({ isDuty: false });
  });
});
