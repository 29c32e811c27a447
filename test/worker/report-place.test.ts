import { beforeAll, describe, expect, it } from "vitest";
import { bindings, migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";
import { book, fresh } from "./reports-fixture.ts";

beforeAll(migrate);

async function urgentCase() {
  const chat = new CitizenChat();
  await chat.say("có trộm đang trong nhà tôi");
  const code = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(await chat.say("chuyển cho trực ban"))?.[0] ?? "";
  const reporter = { channel: "zalo", chat: chat.id } as const;
  const set = (words: string, more: { chat?: string; key?: string } = {}) =>
    book.setFacts({
      code,
      reporter: { ...reporter, chat: more.chat ?? chat.id },
      from: ({ where }) => ({ where: { ...where, words } }),
      at: chat.now,
      key: more.key ?? fresh(),
    });
  return { code, set, now: chat.now };
}

describe("the place of a case that was sent", () => {
  it("is the reporter's to say: the card is refreshed, the earlier words are a line of the history", async () => {
    const { code, set } = await urgentCase();
    const before = await book.get(code);
    expect(await set("ngõ 6 phố Cửa Nam")).toEqual({ kind: "set", repeated: false });
    const after = await book.get(code);
    expect(after?.content.where?.words).toBe("ngõ 6 phố Cửa Nam");
    // An official's button on the card that stands there still works.
    expect(after?.version).toBe(before?.version);
    expect((await book.history(code)).at(-1)).toMatchObject({
      action: "placed",
      actor: "reporter",
      text: "trong nhà tôi",
    });
    const sent = (await book.pendingDispatches(5_000)).filter((dispatch) => dispatch.code === code);
    expect(sent.at(-1)?.body).toEqual({ kind: "card_changed" });
    const { results } = await bindings.LEDGER.prepare("SELECT * FROM reports").all();
    expect(JSON.stringify(results)).not.toContain("Cửa Nam");
  });

  it("is written once for one message, and not at all where it is the same", async () => {
    const { code, set } = await urgentCase();
    const key = fresh();
    await set("bản Tềnh Chè", { key });
    expect(await set("bản Tềnh Chè khác", { key })).toEqual({ kind: "set", repeated: true });
    expect(await set("bản Tềnh Chè")).toEqual({ kind: "set", repeated: true });
    expect((await book.history(code)).filter(({ action }) => action === "placed")).toHaveLength(1);
  });

  it("is nobody else's to say, and stays where the case is closed", async () => {
    const { code, set, now } = await urgentCase();
    expect(await set("chợ", { chat: "another" })).toEqual({ kind: "unknown" });
    const actor = { kind: "official", id: "1", label: "Trực", role: "supervisor" } as const;
    const version = (await book.get(code))?.version ?? 0;
    await book.move({
      code,
      to: "rejected",
      actor,
      expectedVersion: version,
      key: fresh(),
      at: now,
      note: "báo nhầm",
    });
    expect(await set("chợ")).toEqual({ kind: "closed" });
    expect((await book.get(code))?.content.where?.words).toBe("trong nhà tôi");
  });
});
