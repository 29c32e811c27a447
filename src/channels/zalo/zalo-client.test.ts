import { describe, expect, it } from "vitest";
import { createZaloClient, type SendResult, type ZaloClient } from "./zalo-client.ts";
import { imageMessage } from "./zalo-wire.ts";

const USER = "7735120946683104825";
const TOKEN = "planted-access-token";

interface Seen {
  readonly url: string;
  readonly init: RequestInit;
}

/** A client whose calls are answered in turn; the last answer repeats. */
function clientWith(...answers: (() => Response | Promise<Response>)[]) {
  const seen: Seen[] = [];
  const rejected: (string | undefined)[] = [];
  const client = createZaloClient({
    apiRoot: "https://zalo.example.vn",
    accessToken: async (options) => {
      rejected.push(options?.rejected);
      return options?.rejected === undefined ? TOKEN : "renewed-token";
    },
    timeoutMs: 60_000,
    random: () => 0,
    now: () => Date.parse("2026-03-01T16:00:00Z"),
    fetch: async (input, init = {}) => {
      seen.push({ url: String(input), init });
      return (answers[seen.length - 1] ?? answers.at(-1) ?? (() => Response.error()))();
    },
  });
  return { client, seen, rejected };
}

const json = (body: unknown, init?: ResponseInit) => () => Response.json(body, init);
const failing = (error: number, message = "refused") => json({ error, message });
const sent = json({
  error: 0,
  message: "Success",
  data: { message_id: "63ad10fe09c7b25e48d1", user_id: USER },
});
const send = (client: ZaloClient, quote?: string): Promise<SendResult> =>
  client.sendMessage(USER, { text: "Xin chào", ...(quote !== undefined && { quote_message_id: quote }) });
const bodyOf = (call: Seen | undefined): unknown => JSON.parse(String(call?.init.body));

describe("sendMessage", () => {
  it("posts a consultation message with the token in its own header", async () => {
    const { client, seen } = clientWith(sent);
    expect(await send(client)).toEqual({ kind: "sent", messageIds: ["63ad10fe09c7b25e48d1"] });
    expect(seen[0]?.url).toBe("https://zalo.example.vn/v3.0/oa/message/cs");
    expect(seen[0]?.init).toMatchObject({
      method: "POST",
      redirect: "manual",
      headers: { access_token: TOKEN },
    });
    expect(bodyOf(seen[0])).toEqual({ recipient: { user_id: USER }, message: { text: "Xin chào" } });
  });

  it("reads the code, not the HTTP status", async () => {
    const held = { kind: "hold", reason: "zalo -230 no_recent_interaction" };
    expect(await send(clientWith(failing(-230)).client)).toEqual(held);
    expect(await send(clientWith(json({ error: "-230" }, { status: 400 })).client)).toEqual(held);
    expect(await send(clientWith(json({ error: 0 })).client)).toEqual({ kind: "sent" });
    expect(await send(clientWith(json({ data: { message_id: "m" } })).client)).toEqual({
      kind: "sent",
      messageIds: ["m"],
    });
  });

  it.each([-204, -210, -213, -233, -244, -248, -1341])("parks %d", async (code) => {
    const outcome = await send(clientWith(failing(code)).client);
    expect(outcome).toMatchObject({ kind: "park", reason: expect.stringContaining(String(code)) });
  });

  it("waits some seconds at the rate limit, or as long as it is asked to", async () => {
    expect(await send(clientWith(failing(-32)).client)).toMatchObject({ kind: "retry", afterMs: 1_000 });
    const asked = json({ error: -32 }, { status: 429, headers: { "retry-after": "300" } });
    expect(await send(clientWith(asked).client)).toMatchObject({ kind: "wait", afterMs: 300_000 });
    const gateway = () => new Response("busy", { status: 429, headers: { "retry-after": "40" } });
    expect(await send(clientWith(gateway).client)).toMatchObject({ kind: "wait", afterMs: 40_000 });
  });

  it("waits for the morning at the night ban", async () => {
    expect(await send(clientWith(failing(-234)).client)).toMatchObject({
      kind: "wait",
      afterMs: 7 * 3_600_000,
    });
  });

  it("gives a failure without a reason one more try", async () => {
    expect(await send(clientWith(failing(-200)).client)).toMatchObject({
      kind: "retry_once",
      afterMs: 60_000,
    });
  });

  it("renews a refused token once", async () => {
    for (const code of [-216, -220, 401]) {
      const { client, seen, rejected } = clientWith(failing(code), sent);
      expect(await send(client)).toMatchObject({ kind: "sent" });
      expect(rejected).toEqual([undefined, TOKEN]);
      expect(seen[1]?.init.headers).toMatchObject({ access_token: "renewed-token" });
    }
    const { client, seen } = clientWith(failing(-216));
    expect(await send(client)).toMatchObject({ kind: "wait", reason: "zalo -216 token_invalid" });
    expect(seen).toHaveLength(2);
  });

  it("treats a bare 401 as a refused token", async () => {
    const { client } = clientWith(() => new Response("", { status: 401 }), sent);
    expect(await send(client)).toMatchObject({ kind: "sent" });
  });

  it("doesn't ask again with the very token that was refused", async () => {
    let calls = 0;
    const client = createZaloClient({
      apiRoot: "https://zalo.example.vn",
      accessToken: async () => TOKEN,
      timeoutMs: 60_000,
      fetch: async () => {
        calls++;
        return failing(-216)();
      },
    });
    expect(await send(client)).toMatchObject({ kind: "wait" });
    expect(calls).toBe(1);
  });

  it("sends once more without the quote where a parameter is wrong", async () => {
    const { client, seen } = clientWith(failing(-201), sent);
    expect(await send(client, "b41f7c0e93d25a687d10")).toMatchObject({ kind: "sent" });
    expect(bodyOf(seen[1])).toEqual({ recipient: { user_id: USER }, message: { text: "Xin chào" } });
    const unquoted = clientWith(failing(-201));
    expect(await send(unquoted.client)).toMatchObject({ kind: "park", reason: "zalo -201 bad_parameter" });
    expect(unquoted.seen).toHaveLength(1);
    const twice = clientWith(failing(-201));
    expect(await send(twice.client, "q")).toMatchObject({ kind: "park" });
    expect(twice.seen).toHaveLength(2);
  });

  it("parks an unknown code by its number, without a word that Zalo says of it", async () => {
    const message = `user_id ${USER} is wrong, phone 84900000001, token ${TOKEN}-0123456789, <b>see</b> docs`;
    const outcome = await send(clientWith(failing(-7777, message)).client);
    expect(outcome).toEqual({
      kind: "park",
      reason: "zalo -7777 unknown",
    });
  });

  it.each([
    ["a gateway's page", () => new Response("<html>502</html>", { status: 502 }), "zalo http_502"],
    ["a page with 200", () => new Response("<html>hello</html>"), "zalo not_an_answer"],
    ["nothing", () => new Response(""), "zalo not_an_answer"],
    ["an empty object", json({}), "zalo not_an_answer"],
    ["an array", json([]), "zalo not_an_answer"],
    ["a code in words", json({ error: "no" }), "zalo not_an_answer"],
    [
      "a redirect",
      () => new Response(null, { status: 302, headers: { location: "https://x.example" } }),
      "zalo http_302",
    ],
  ])("tries again later after %s", async (_, answer, reason) => {
    expect(await send(clientWith(answer).client)).toEqual({ kind: "retry", reason });
  });

  it("honours Retry-After of a gateway", async () => {
    const busy = () => new Response("busy", { status: 503, headers: { "retry-after": "7" } });
    expect(await send(clientWith(busy).client)).toEqual({
      kind: "retry",
      reason: "zalo http_503",
      afterMs: 7_000,
    });
  });

  it("tries again later when the network fails, and says nothing of the error's words", async () => {
    const broken = () => Promise.reject(new TypeError(`fetch failed for ${TOKEN}`));
    expect(await send(clientWith(broken).client)).toEqual({ kind: "retry", reason: "zalo network" });
  });

  it("gives up on an answer that doesn't come", async () => {
    const client = createZaloClient({
      apiRoot: "https://zalo.example.vn",
      accessToken: async () => TOKEN,
      timeoutMs: 1,
      fetch: (_, init) =>
        new Promise((_resolve, reject) =>
          init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)),
        ),
    });
    expect(await send(client)).toEqual({ kind: "retry", reason: "zalo timeout" });
  });

  it("tries again later when no token is to be had", async () => {
    const client = createZaloClient({
      apiRoot: "https://zalo.example.vn",
      accessToken: async () => {
        throw new Error(`no token, seed ${TOKEN}`);
      },
      timeoutMs: 1,
    });
    expect(await send(client)).toEqual({ kind: "wait", reason: "zalo token_unavailable", afterMs: 10_000 });
  });
});

function fileOf(call: Seen | undefined): File {
  const form = call?.init.body;
  const file = form instanceof FormData ? form.get("file") : null;
  if (!(file instanceof File)) throw new Error("no file was sent");
  return file;
}

describe("uploadImage", () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
  const uploaded = json({ error: 0, data: { attachment_id: "att-1" } });

  it("sends the bytes as the field `file`, named after what they are", async () => {
    const { client, seen } = clientWith(uploaded);
    expect(await client.uploadImage(png, "biểu đồ.jpeg")).toEqual({
      kind: "uploaded",
      attachmentId: "att-1",
    });
    const file = fileOf(seen[0]);
    expect(seen[0]?.url).toBe("https://zalo.example.vn/v2.0/oa/upload/image");
    expect(seen[0]?.init.headers).toEqual({ access_token: TOKEN });
    expect(file.name).toMatch(/^[\w-]+\.png$/);
    expect(file.type).toBe("image/png");
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(png);
  });

  it("sends the bytes again with a renewed token", async () => {
    const { client, seen } = clientWith(failing(-216), uploaded);
    expect(await client.uploadImage(jpeg, "")).toMatchObject({ kind: "uploaded" });
    expect(fileOf(seen[1]).name).toBe("image.jpg");
  });

  it("refuses what Zalo would, without a call", async () => {
    const { client, seen } = clientWith(uploaded);
    const large = new Uint8Array(1024 * 1024 + 1);
    large.set(png);
    expect(await client.uploadImage(large, "a.png")).toMatchObject({ kind: "park" });
    expect(await client.uploadImage(new TextEncoder().encode("GIF89a"), "a.png")).toMatchObject({
      kind: "park",
    });
    expect(seen).toHaveLength(0);
  });

  it("tells failures as sendMessage does", async () => {
    expect(await clientWith(failing(-32)).client.uploadImage(png, "a")).toMatchObject({ kind: "retry" });
    expect(await clientWith(json({ error: 0 })).client.uploadImage(png, "a")).toMatchObject({
      kind: "retry",
    });
  });
});

describe("imageMessage", () => {
  it("holds the uploaded image and its caption", () => {
    expect(imageMessage("att-1", "Biểu đồ")).toEqual({
      text: "Biểu đồ",
      attachment: {
        type: "template",
        payload: { template_type: "media", elements: [{ media_type: "image", attachment_id: "att-1" }] },
      },
    });
    expect(imageMessage("att-1")).not.toHaveProperty("text");
  });
});
