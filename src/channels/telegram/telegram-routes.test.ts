import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startBotApi } from "../../../test/telegram/bot-api.ts";
import type { Inbound } from "../../messaging/inbound.ts";
import { telegramRoutes } from "./telegram-routes.ts";

const SECRET = "webhook-secret-for-tests";
const SETTINGS = {
  botToken: "138000138:planted-token",
  webhookSecret: SECRET,
  apiRoot: "http://127.0.0.1:9",
  botUsername: "troly138_bot",
};
const WORDS = "một điều riêng tư";
const PERSON = 5_512_087_463;
const MESSAGE = {
  update_id: 41,
  message: {
    message_id: 6,
    from: { id: PERSON, is_bot: false, first_name: "Hà" },
    chat: { id: PERSON, type: "private" },
    date: 1_763_875_200,
    text: WORDS,
  },
};
const TAP = {
  update_id: 42,
  callback_query: {
    id: "4382000111",
    from: MESSAGE.message.from,
    message: { message_id: 6, chat: MESSAGE.message.chat, date: 1 },
    data: "gửi",
  },
};

let steps: string[];
let journaled: Inbound[];
let logged: string[];
let background: Promise<unknown>[];

beforeEach(() => {
  steps = [];
  journaled = [];
  logged = [];
  background = [];
  vi.spyOn(console, "log").mockImplementation((line: unknown) => void logged.push(String(line)));
  vi.spyOn(console, "error").mockImplementation((line: unknown) => void logged.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const secret of ["planted", SECRET, WORDS, String(PERSON)])
    expect(logged.join("\n")).not.toContain(secret);
});

const context = {
  waitUntil: (work: Promise<unknown>) => void background.push(work),
  passThroughOnException: () => {},
  props: {},
};

function app(journal?: (inbound: Inbound) => Promise<void>) {
  return telegramRoutes({
    settings: SETTINGS,
    journal:
      journal ??
      (async (inbound) => {
        journaled.push(inbound);
        steps.push("journaled");
      }),
    count: (kind) => void steps.push(kind),
    answerCallback: async (id) => void steps.push(`answered ${id}`),
  });
}

async function post(
  body: RequestInit["body"] | object,
  { secret = SECRET as string | null, headers = {}, to = app() } = {},
): Promise<number> {
  const isRaw = typeof body === "string" || body instanceof ReadableStream || body instanceof Uint8Array;
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    body: isRaw ? body : JSON.stringify(body),
    headers: { ...headers, ...(secret !== null && { "x-telegram-bot-api-secret-token": secret }) },
    duplex: "half",
  };
  const response = await to.request("https://bot.example/webhooks/telegram", init, {}, context);
  return response.status;
}

/** A body of unknown length; `read` tells how many chunks were asked for. */
function stream(chunks: number, bytes: number) {
  const state = { read: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (state.read === chunks) return controller.close();
        state.read += 1;
        controller.enqueue(new Uint8Array(bytes).fill(32));
      },
    },
    { highWaterMark: 0 },
  );
  return { body, state };
}

describe("the secret", () => {
  it.each([[null], [""], ["wrong"], [SECRET.slice(0, -1)], [`${SECRET}x`], [SECRET.toUpperCase()]])(
    "%s is none: 401, and nothing happens but a count",
    async (secret) => {
      expect(await post(MESSAGE, { secret })).toBe(401);
      expect(steps).toEqual(["bad_secret"]);
    },
  );

  it("is asked for before the body is read", async () => {
    const { body, state } = stream(3, 10);
    expect(await post(body, { secret: "wrong" })).toBe(401);
    expect(state.read).toBe(0);
  });
});

describe("a body", () => {
  it("that says that it is too large isn't read", async () => {
    const { body, state } = stream(3, 10);
    expect(await post(body, { headers: { "content-length": "1048577" } })).toBe(413);
    expect(state.read).toBe(0);
    expect(steps).toEqual(["too_large"]);
  });

  it("that turns out too large isn't read to its end", async () => {
    const { body, state } = stream(300, 65_536);
    expect(await post(body)).toBe(413);
    expect(state.read).toBeLessThanOrEqual(18);
  });

  it("of exactly a mebibyte is taken", async () => {
    const json = JSON.stringify(MESSAGE);
    expect(await post(json + " ".repeat(1_048_576 - new TextEncoder().encode(json).length))).toBe(200);
    expect(journaled).toHaveLength(1);
  });

  it.each(["", "null", "[]", "{{{", '{"update_id":"x"}', '{"update_id":3}', '{"update_id":4,"message":{}}'])(
    "%s is no update: 200 and a count",
    async (body) => {
      expect(await post(body)).toBe(200);
      expect(steps).toEqual(["not_an_update"]);
    },
  );

  it("of npm run doctor is told apart", async () => {
    expect(await post('{"doctor_ping":true}')).toBe(200);
    expect(steps).toEqual(["doctor_ping"]);
  });

  it("of broken UTF-8 is no update", async () => {
    expect(await post(new Uint8Array([0x7b, 0xff, 0xfe]))).toBe(200);
    expect(steps).toEqual(["not_an_update"]);
  });

  it("that breaks off is no update", async () => {
    const body = new ReadableStream({
      start: (controller) => controller.error(new Error("connection lost")),
    });
    expect(await post(body)).toBe(200);
    expect(steps).toEqual(["not_an_update"]);
  });
});

describe("an update", () => {
  it("is written down, then 200", async () => {
    expect(await post(MESSAGE)).toBe(200);
    expect(journaled).toMatchObject([{ key: "u41", chat: String(PERSON), content: { text: WORDS } }]);
    expect(steps).toEqual(["journaled"]);
  });

  it("the 200 waits for the write", async () => {
    const begun = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const to = app(async () => {
      begun.resolve();
      await gate.promise;
      steps.push("written");
    });
    const answered = post(MESSAGE, { to }).then((status) => steps.push(`status ${status}`));
    await begun.promise;
    expect(steps).toEqual([]);
    gate.resolve();
    await answered;
    expect(steps).toEqual(["written", "status 200"]);
  });

  it("that can't be written down is a 500, so that it comes again", async () => {
    const to = app(() => Promise.reject(new Error(`no room for ${WORDS} of ${PERSON}`)));
    expect(await post(TAP, { to })).toBe(500);
    expect(steps).toEqual([]);
    expect(logged.map((line) => JSON.parse(line))).toEqual([
      { event: "journal_failed", at: expect.any(String), level: "error", channel: "telegram", code: "Error" },
    ]);
  });

  it("that needs no answer is counted by its kind", async () => {
    expect(await post({ update_id: 5, edited_message: { message_id: 1 } })).toBe(200);
    expect(steps).toEqual(["ignored.edited"]);
  });

  it("knows the bot by its token: a reply to it in a group is for us", async () => {
    const chat = { id: -1_001_380_000_777, type: "supergroup" };
    const original = { message_id: 5, from: { id: 138_000_138, is_bot: true }, chat, date: 1 };
    await post({ ...MESSAGE, message: { ...MESSAGE.message, chat, reply_to_message: original } });
    expect(journaled).toHaveLength(1);
  });
});

describe("a tap", () => {
  it("is written down first, and its spinner stopped in the background", async () => {
    expect(await post(TAP)).toBe(200);
    await Promise.all(background);
    expect(background).toHaveLength(1);
    expect(steps).toEqual(["journaled", "answered 4382000111"]);
  });

  it("stops spinning where it is of no use to us", async () => {
    const { data: _, ...query } = TAP.callback_query;
    expect(await post({ update_id: 43, callback_query: query })).toBe(200);
    await Promise.all(background);
    expect(steps).toEqual(["ignored.callback", "answered 4382000111"]);
  });

  it("is answered through the Bot API of the settings where nothing else is said", async () => {
    const server = await startBotApi();
    const to = telegramRoutes({
      settings: { ...SETTINGS, apiRoot: server.root },
      journal: async () => {},
      count: () => {},
    });
    expect(await post(TAP, { to })).toBe(200);
    await Promise.all(background);
    expect(server.calls).toMatchObject([
      { method: "answerCallbackQuery", body: { callback_query_id: "4382000111" } },
    ]);
    await server.close();
  });
});
