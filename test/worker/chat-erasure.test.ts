import { runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { createReporting } from "../../src/assistant/wiring/create-reporting.ts";
import { chatCountsOf } from "../../src/chat/chat-counts.ts";
import type { ConversationStore } from "../../src/chat/chat-store.ts";
import { readConfig } from "../../src/config.ts";
import { runReportsCron } from "../../src/cron/reports-cron.ts";
import type { ChatAddress } from "../../src/messaging/chats.ts";
import type { Inbound } from "../../src/messaging/inbound.ts";
import { bindings, migrate } from "./bindings.ts";
import { chatOf, storeIn } from "./chats.ts";
import { submission } from "./reports-fixture.ts";

const { LEDGER } = bindings;
const config = readConfig({ ...bindings });
const reporting = (() => {
  const made = createReporting(bindings, config);
  if (made === undefined) throw new Error("the tests take reports");
  return made;
})();
const DUTY: ChatAddress = { channel: "telegram", chat: config.telegram?.dutyChatId ?? "" };

const said = (chat: string, key: string, words: string): Inbound => ({
  key,
  channel: "zalo",
  chat,
  sender: chat,
  isPrivate: true,
  at: Date.now(),
  content: { kind: "text", text: words },
});

async function inChat<T>(
  address: ChatAddress,
  use: (store: ConversationStore, sql: SqlStorage) => T,
): Promise<T> {
  return runInDurableObject(await chatOf(address), (_, state) => use(storeIn(state), state.storage.sql));
}

/** A case of this chat: its card stands in the duty group, and both chats know which messages were about it. */
async function caseOf(chat: string, isClosed: boolean): Promise<string> {
  const { code } = await reporting.book.submit(submission({ reporter: { channel: "zalo", chat } }));
  if (isClosed)
    await LEDGER.prepare("UPDATE reports SET closed_at = ? WHERE code = ?").bind(Date.now(), code).run();
  await LEDGER.prepare("UPDATE report_dispatches SET state = 'delivered' WHERE code = ?").bind(code).run();
  for (const address of [DUTY, { channel: "zalo", chat } as const])
    await inChat(address, (store) => {
      const seq = (store.outbox.waitingParts().at(-1)?.seq ?? 0) + 1;
      const part = { ...address, body: "{}", marks: { about: code, slot: `card:${code}` } };
      store.deliver(`given:${code}`, [part], Date.now());
      const sent = store.outbox.waitingParts().at(-1)?.seq ?? seq;
      store.outbox.sent(sent, part.marks, [`about ${code}`]);
      store.memory.keepThread(code, "7");
      store.memory.setAsked({ code, at: Date.now() });
      store.memory.setEnded({ code, at: Date.now() });
      // One more that still waits to be said, far from now.
      store.deliver(`waits:${code}`, [part], Date.now());
      store.outbox.retry(store.outbox.waitingParts().at(-1)?.seq ?? 0, Date.now() + 86_400_000, "http_500");
    });
  return code;
}

/** What a chat's live rows know of a report. */
const knows = (address: ChatAddress, code: string) =>
  inChat(address, (store) => ({
    about: store.memory.aboutOf(`about ${code}`),
    card: store.memory.messageIn(`card:${code}`),
    topic: store.memory.threadOf(code),
    asked: store.memory.asked()?.code === code,
    ended: store.memory.ended()?.code === code,
    waits: store.outbox.waitingParts().filter(({ marks }) => marks.about === code).length,
  }));
const NOTHING = { about: undefined, card: undefined, topic: undefined, asked: false, ended: false, waits: 0 };

beforeAll(migrate);

describe("erasing", () => {
  it("/xoadulieu: neither the reporter's chat nor the duty group's knows the erased report; the open one goes on", async () => {
    const chat = "7735000000000000101";
    const address = { channel: "zalo", chat } as const;
    const [closed, open] = [await caseOf(chat, true), await caseOf(chat, false)];
    expect(await knows(DUTY, closed)).toMatchObject({ about: closed, waits: 1 });
    const stub = await chatOf(address);
    await inChat(address, (store) => {
      const part = store.outbox.waitingParts()[0];
      if (part !== undefined) store.outbox.setAside(part.seq, "held", "zalo_-230");
      const second = store.outbox.waitingParts()[1];
      if (second !== undefined) store.outbox.setAside(second.seq, "held", "zalo_-230");
    });
    await stub.accept(said(chat, "erase-1", "/xoadulieu"));
    await stub.wake();
    await stub.wake();
    expect(await knows(address, closed)).toEqual(NOTHING);
    expect(await knows(DUTY, closed)).toEqual(NOTHING);
    expect(await knows(address, open)).toMatchObject({ about: open, card: `about ${open}`, asked: true });
    expect(await knows(DUTY, open)).toMatchObject({ about: open, asked: true });
    expect(await stub.accept(said(chat, "erase-1", "/xoadulieu"))).toBe("duplicate");
    const [day] = await inChat(address, (_, sql) => chatCountsOf(sql, Date.now()).days);
    expect(day).toMatchObject({ received: 1 });
    expect((day?.answered ?? 0) + (day?.pending ?? 0) + (day?.parked ?? 0) + (day?.ignored ?? 0)).toBe(1);
  });

  it("a case that was still open is forgotten by all chats when it is erased at its end", async () => {
    const chat = "7735000000000000102";
    const code = await caseOf(chat, false);
    await reporting.book.erase({
      reporter: { channel: "zalo", chat },
      at: Date.now(),
      key: "k",
      why: "request",
    });
    await LEDGER.prepare("UPDATE reports SET closed_at = ? WHERE code = ?").bind(Date.now(), code).run();
    await runReportsCron({ chatOf, ledger: LEDGER }, reporting, Date.now());
    expect(await reporting.book.reporterOf(code)).toBeNull();
    expect(await knows({ channel: "zalo", chat }, code)).toEqual(NOTHING);
    expect(await knows(DUTY, code)).toEqual(NOTHING);
  });

  it("a part on its way while its report is erased leaves no trace", async () => {
    const chat = "7735000000000000103";
    const address = { channel: "zalo", chat } as const;
    const code = await caseOf(chat, true);
    const part = await inChat(address, (store) => store.outbox.waitingParts()[0]);
    await reporting.forget(code);
    await inChat(address, (store) =>
      store.outbox.sent(part?.seq ?? 0, { about: code, slot: `card:${code}` }, [`about ${code}`]),
    );
    expect(await knows(address, code)).toEqual(NOTHING);
  });

  it("the chat still answers", async () => {
    const chat = "7735000000000000101";
    const stub = await chatOf({ channel: "zalo", chat });
    expect(await stub.accept(said(chat, "after", "xin chào"))).toBe("journaled");
    await stub.wake();
    expect(
      await inChat(
        { channel: "zalo", chat },
        (_, sql) => sql.exec("SELECT state FROM inbox ORDER BY seq DESC LIMIT 1").one().state,
      ),
    ).toBe("answered");
  });
});
