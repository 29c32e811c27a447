import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../../sandbox/web.ts";
import { downloadTelegramFile } from "../../../src/channels/telegram/telegram-download.ts";
import { allowed, downloadZaloFile } from "../../../src/channels/zalo/zalo-download.ts";

const ROOT = new URL("https://openapi.zalo.me");
const OURS = /(?:^|\.)(?:zdn\.vn|zadn\.vn|zalo\.me|zaloapp\.com)$/u;

const host = fc.oneof(
  fc.constantFrom(
    "photo.zdn.vn",
    "zdn.vn.evil.example",
    "evilzdn.vn",
    "photo.zdn.vn.",
    "127.0.0.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "[::1]",
    "[::ffff:169.254.169.254]",
    "169.254.169.254",
    "localhost",
    "photo。zdn。vn",
    "photo.zdn.vn%2eevil.example",
    "photo.zdn.vn%00.evil.example",
    "openapi.zalo.me",
    "zalo.evil",
    "zalo.me.evil.example",
    "openapi.zalo.me.",
    "openapi.zalo.me:443@evil.example",
    "xn--zdn-vn.evil.example",
    "metadata.google.internal",
  ),
  fc.domain(),
  fc.ipV4Extended(),
  fc.ipV6().map((ip) => `[${ip}]`),
);
const address = fc
  .tuple(
    fc.constantFrom("https://", "http://", "HTTPS://", "ftp://", "file://", "//", "https:\\\\", "gopher://"),
    fc.constantFrom("", "photo.zdn.vn@", "user:pass@", "@", "a%40"),
    host,
    fc.constantFrom("", ":443", ":80", ":8443", ":22", "\\@evil.example", "#@evil.example", "?@evil.example"),
    fc.constantFrom("", "/a.jpg", "/../../x", "/a?b=https://evil.example"),
  )
  .map((parts) => parts.join(""));

describe("addresses of files from Zalo", () => {
  it("only ever lead over https to a host of Zalo's, without a user or another port", () => {
    fc.assert(
      fc.property(address, (text) => {
        const url = allowed(text, ROOT);
        if (url === null) return;
        expect(url.protocol).toBe("https:");
        expect(url.hostname).toMatch(OURS);
        expect([url.username, url.password, url.port]).toEqual(["", "", ""]);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("what a file server answers", () => {
  let server: Listening | undefined;
  afterEach(() => server?.close());

  it("a redirect is not followed, wherever it leads", async () => {
    const asked: string[] = [];
    server = await listen((request) => {
      asked.push(new URL(request.url).pathname);
      return new Response(null, { status: 302, headers: { location: "/metadata" } });
    });
    const options = { apiRoot: server.url, timeoutMs: 60_000 };
    await expect(downloadZaloFile(options, `${server.url}/a.jpg`, new Uint8Array(100))).rejects.toMatchObject(
      {
        code: "not_fetched",
      },
    );
    expect(asked).toEqual(["/a.jpg"]);
  });

  it.each([
    "../../etc/passwd",
    "photos/../../x",
    "/etc/passwd",
    "a//b",
    "a\\..\\b",
    "https://evil.example/x",
    "a?b",
    "a#b",
    "%2e%2e/x",
    "..",
    "",
  ])("Telegram's file path %s is not asked for", async (path) => {
    const asked: string[] = [];
    server = await listen((request) => {
      asked.push(new URL(request.url).pathname);
      return Response.json({ ok: true, result: { file_id: "A", file_unique_id: "a", file_path: path } });
    });
    const settings = { token: "138:token", apiRoot: server.url, timeoutSeconds: 60 };
    await expect(downloadTelegramFile(settings, "A", new Uint8Array(100))).rejects.toMatchObject({
      code: "not_fetched",
    });
    expect(asked).toEqual(["/bot138:token/getFile"]);
  });

  it("a plain path is", async () => {
    server = await listen((request) =>
      new URL(request.url).pathname.startsWith("/file/")
        ? new Response("bytes")
        : Response.json({ ok: true, result: { file_id: "A", file_path: "documents/file_1.csv" } }),
    );
    const settings = { token: "138:token", apiRoot: server.url, timeoutSeconds: 60 };
    expect(await downloadTelegramFile(settings, "A", new Uint8Array(100))).toHaveLength(5);
  });
});
