import { beforeAll, describe, expect, it } from "vitest";
import handler from "../../../src/index.ts";
import { readBounded } from "../../../src/platform/bounded-body.ts";
import { bindings, migrate } from "../../worker/bindings.ts";
import { ask, postTelegram, postZalo } from "./post.ts";

beforeAll(migrate);

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof METHODS)[number];

/** What may be asked of each path; anything else is 404 or 405. */
const ROUTES: Readonly<Record<string, Readonly<Partial<Record<Method, number>>>>> = {
  "/healthz": { GET: 200, HEAD: 200 },
  "/webhooks/zalo": { GET: 200, HEAD: 200, POST: 200 },
  "/webhooks/telegram": { POST: 401 },
  "/": {},
  "/webhooks": {},
  "/webhooks/zalo/": {},
  "/webhooks/../healthz/x": {},
  "/.env": {},
  "/wrangler.toml": {},
  "/src/index.ts": {},
  "/__scheduled": {},
  "/cdn-cgi/handler/scheduled": {},
  "/standin/telegram": {},
  "/standin/zalo/v4/oa/access_token": {},
  "/sandbox/events": {},
  "/sandbox/zalo/send": {},
  "/metrics": { GET: 401, HEAD: 401 },
  "/%00": {},
  "/webhooks/telegram%2f": {},
};

const HEADERS: Readonly<Record<string, RegExp>> = {
  "content-security-policy": /default-src 'none'.*frame-ancestors 'none'/u,
  "x-content-type-options": /^nosniff$/u,
  "referrer-policy": /^no-referrer$/u,
  "x-frame-options": /^(?:SAMEORIGIN|DENY)$/u,
  "strict-transport-security": /max-age=\d{7,}/u,
};

describe.each(Object.keys(ROUTES))("%s", (path) => {
  it.each(METHODS)("%s", async (method) => {
    const { status, headers, text } = await ask(path, { method });
    const expected = ROUTES[path]?.[method];
    if (expected === undefined) expect([404, 405]).toContain(status);
    else expect(status).toBe(expected);
    for (const [name, form] of Object.entries(HEADERS)) expect(headers.get(name), name).toMatch(form);
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(text).not.toMatch(/\bat \S+ \(|\.ts:\d|node_modules|Error:/u);
  });
});

describe("a Worker without its settings", () => {
  it("serves nothing, names the setting and no value, with the same protection", async () => {
    const broken = { ...bindings, TELEGRAM_BOT_TOKEN: "planted secret value" };
    const request = new Request("https://bot.example/healthz");
    const response = await handler.fetch(request as never, broken, {} as ExecutionContext);
    const text = await response.text();
    expect(response.status).toBe(503);
    expect(text).toContain("TELEGRAM_BOT_TOKEN");
    expect(text).not.toContain("planted");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});

describe("bodies", () => {
  const secret = { "x-telegram-bot-api-secret-token": bindings.TELEGRAM_WEBHOOK_SECRET };
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024).fill(97)),
    });

  it("without a length are read up to the limit only", async () => {
    const stream = { method: "POST", body: endless(), duplex: "half" } as RequestInit;
    expect((await ask("/webhooks/telegram", { ...stream, headers: secret })).status).toBe(413);
    expect((await ask("/webhooks/zalo", { ...stream, body: endless() })).status).toBe(200);
  });

  it("that come too slowly are given up, on the Workers runtime as well", async () => {
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(9)),
    });
    const request = new Response(silent);
    await expect(readBounded(request, 100, 5)).rejects.toMatchObject({ code: "too_slow" });
  });

  it("that are packed aren't unpacked: a bomb stays as small as it came", async () => {
    const packed = new Response(
      new Blob(["a".repeat(5_000_000)]).stream().pipeThrough(new CompressionStream("gzip")),
    );
    const body = await packed.arrayBuffer();
    expect(body.byteLength).toBeLessThan(20_000);
    const headers = { ...secret, "content-encoding": "gzip" };
    expect((await ask("/webhooks/telegram", { method: "POST", body, headers })).status).toBe(200);
    expect((await ask("/webhooks/zalo", { method: "POST", body, headers })).status).toBe(200);
  });

  it.each([
    ["a deep array", "[".repeat(400_000) + "]".repeat(400_000)],
    ["a deep object", `${'{"a":'.repeat(150_000)}1${"}".repeat(150_000)}`],
    ["a long array", `[${"0,".repeat(450_000)}0]`],
    ["a long number", `{"update_id":${"9".repeat(900_000)},"timestamp":"1"}`],
    ["many keys", `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":0`).join(",")}}`],
  ])("%s is a 200 and nothing more", async (_, body) => {
    expect(await postZalo(body)).toBe(200);
    expect(await postTelegram(body)).toBe(200);
  });

  it("no header opens the door", async () => {
    const update = JSON.stringify({ update_id: 1, message: {} });
    const tricks: readonly Record<string, string>[] = [
      {
        "x-telegram-bot-api-secret-token": `${bindings.TELEGRAM_WEBHOOK_SECRET}, ${bindings.TELEGRAM_WEBHOOK_SECRET}`,
      },
      { authorization: `Bearer ${bindings.TELEGRAM_WEBHOOK_SECRET}` },
      { "x-forwarded-for": "149.154.160.1", "cf-connecting-ip": "149.154.160.1" },
      { "x-http-method-override": "GET" },
      { "x-original-url": "/healthz" },
    ];
    for (const headers of tricks)
      expect((await ask("/webhooks/telegram", { method: "POST", body: update, headers })).status).toBe(401);
    expect(
      (
        await ask(`/webhooks/telegram?secret=${bindings.TELEGRAM_WEBHOOK_SECRET}`, {
          method: "POST",
          body: update,
        })
      ).status,
    ).toBe(401);
  });
});
