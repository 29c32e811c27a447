import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import type { Conversation } from "../../src/chat/conversation.ts";
import { bindings, migrate } from "./bindings.ts";
import { bodiesIn, chatOf } from "./chats.ts";

const worker = (exports as unknown as { default: Fetcher }).default;
let update = 1;

/** Nothing leaves: the platforms are a closed port, so what a chat would say stays in its outbox. */
class Citizen {
  readonly #id: number;

  constructor(id: number) {
    this.#id = id;
  }

  async sends(content: object, kind = "message"): Promise<void> {
    update += 1;
    const message = {
      message_id: update,
      date: 1_763_875_200,
      chat: { id: this.#id, type: "private" },
      from: { id: this.#id, is_bot: false, first_name: "Thử" },
      ...content,
    };
    const response = await worker.fetch("https://bot.example/webhooks/telegram", {
      method: "POST",
      headers: { "x-telegram-bot-api-secret-token": bindings.TELEGRAM_WEBHOOK_SECRET },
      body: JSON.stringify({ update_id: update, [kind]: message }),
    });
    await response.arrayBuffer();
    expect(response.status).toBe(200);
  }

  async chat(): Promise<DurableObjectStub<Conversation>> {
    const found = await chatOf({ channel: "telegram", chat: String(this.#id) });
    return found as unknown as DurableObjectStub<Conversation>;
  }

  /** Each message's state, in their order. */
  async states(): Promise<string> {
    return runInDurableObject(await this.chat(), (_, { storage: { sql } }) =>
      sql
        .exec<{ state: string }>("SELECT state FROM inbox ORDER BY seq")
        .toArray()
        .map(({ state }) => state)
        .join(" "),
    );
  }

  /** The chat waits for more of the message for as long as the test needs, however slow the machine. */
  async waits(): Promise<void> {
    await runInDurableObject(await this.chat(), (_, { storage: { sql } }) => {
      sql.exec("UPDATE inbox SET next_at = next_at + 3600000 WHERE state = 'pending'");
    });
  }

  /** The wait is over, without waiting. */
  async patienceEnds(): Promise<void> {
    const chat = await this.chat();
    await runInDurableObject(chat, (_, { storage: { sql } }) => {
      sql.exec("UPDATE inbox SET next_at = 0 WHERE state = 'pending'");
    });
    await runDurableObjectAlarm(chat);
    await chat.wake();
  }

  async hears(): Promise<readonly string[]> {
    const chat = await this.chat();
    await chat.wake();
    const bodies = await runInDurableObject(chat, (_, state) => bodiesIn(state));
    await runInDurableObject(chat, async (_, { storage }) => {
      storage.sql.exec("DELETE FROM outbox");
      await storage.deleteAlarm();
    });
    return bodies;
  }
}

const photo = (album: string, caption?: string) => ({
  photo: [{ file_id: `p${update}`, width: 9, height: 9 }],
  media_group_id: album,
  ...(caption !== undefined && { caption }),
});
const QUESTION = "khu dân cư là gì";
const ALARM = "cháy nhà cứu với";

beforeAll(migrate);

describe("an album", () => {
  it("is one message with the caption of any part, and gets one answer", async () => {
    const citizen = new Citizen(770_001);
    await citizen.sends(photo("a1"));
    await citizen.waits();
    for (let i = 0; i < 3; i++) await citizen.sends(photo("a1"));
    await citizen.sends(photo("a1", QUESTION));
    expect(await citizen.states()).toBe("pending ignored ignored ignored ignored");
    await citizen.patienceEnds();
    expect(await citizen.states()).toBe("answered ignored ignored ignored ignored");
    expect(await citizen.hears()).toHaveLength(1);
  });

  it("waits for nothing where a part tells of a danger", async () => {
    const citizen = new Citizen(770_002);
    await citizen.sends(photo("a2"));
    await citizen.waits();
    expect(await citizen.states()).toBe("pending");
    await citizen.sends(photo("a2", ALARM));
    const [first = ""] = await citizen.hears();
    expect(first).toContain("114");
    expect(await citizen.states()).toBe("answered ignored");
  });

  it("holds up no other message: a danger behind it is answered now", async () => {
    const citizen = new Citizen(770_003);
    await citizen.sends(photo("a3", QUESTION));
    await citizen.waits();
    await citizen.sends({ text: ALARM });
    expect((await citizen.hears()).join()).toContain("114");
    expect(await citizen.states()).toBe("answered answered");
  });

  it("is stored as one from its second part on, and a redelivered part is taken once", async () => {
    const citizen = new Citizen(770_004);
    await citizen.sends(photo("a4"));
    await citizen.waits();
    await citizen.sends(photo("a4", QUESTION));
    update -= 1;
    await citizen.sends(photo("a4", QUESTION));
    expect(await citizen.states()).toBe("pending ignored");
    const stored = await runInDurableObject(await citizen.chat(), (_, { storage: { sql } }) =>
      sql.exec<{ n: number }>("SELECT count(*) AS n FROM inbox WHERE inbound != ''").one(),
    );
    expect(stored.n).toBe(1);
    await citizen.patienceEnds();
    expect(await citizen.hears()).toHaveLength(1);
  });

  it("part that comes too late is a message of its own: nothing is lost", async () => {
    const citizen = new Citizen(770_005);
    await citizen.sends(photo("a5", QUESTION));
    await citizen.patienceEnds();
    await citizen.sends(photo("a5"));
    await citizen.waits();
    expect(await citizen.states()).toBe("answered pending");
  });
});

describe("a long text cut by the client", () => {
  it("is one message with one answer; short ones are answered each", async () => {
    const citizen = new Citizen(770_006);
    const filler = "Tôi kể thêm cho rõ. ".repeat(190);
    await citizen.sends({ text: `${QUESTION}? ${filler}` });
    await citizen.waits();
    await citizen.sends({ text: filler });
    await citizen.sends({ text: "Tôi cảm ơn." });
    await citizen.hears();
    expect(await citizen.states()).toBe("answered ignored ignored");
    for (const text of ["alo", "có ai không", QUESTION]) await citizen.sends({ text });
    await citizen.hears();
    expect(await citizen.states()).toBe("answered ignored ignored answered answered answered");
  });
});

describe("an edit", () => {
  it("that changes no word, or of a command, leads to nothing; one into a danger is answered", async () => {
    const citizen = new Citizen(770_007);
    await citizen.sends({ text: QUESTION, message_id: 9 });
    expect(await citizen.hears()).toHaveLength(1);
    await citizen.sends({ text: QUESTION, message_id: 9, edit_date: 1_763_875_300 }, "edited_message");
    await citizen.sends({ text: "/help", message_id: 9, edit_date: 1_763_875_301 }, "edited_message");
    expect(await citizen.hears()).toEqual([]);
    expect(await citizen.states()).toBe("answered ignored");
    await citizen.sends({ text: ALARM, message_id: 9, edit_date: 1_763_875_302 }, "edited_message");
    expect((await citizen.hears()).join()).toContain("114");
    await citizen.sends({ text: ALARM, message_id: 9, edit_date: 1_763_875_303 }, "edited_message");
    expect(await citizen.hears()).toEqual([]);
  });
});
