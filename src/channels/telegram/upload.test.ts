import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { GrammyError, HttpError } from "grammy";
import { afterEach, describe, expect, it } from "vitest";
import { readMultipart } from "../../../sandbox/standins/multipart.ts";
import { upload, uploadTime } from "./upload.ts";

const TOKEN = "138000138:planted-token-that-nobody-may-see";
const MB = 1024 * 1024;

let close = () => {};
afterEach(() => close());

/** A server that treats each request as it is told to. */
async function serve(take: (request: IncomingMessage) => Promise<{ status: number; body: string }>) {
  const server = createServer((request, response) => {
    void take(request).then(({ status, body }) => response.writeHead(status).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => server.closeAllConnections();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const sendFilm = (apiRoot: string, frames: number, onFrame: (i: number) => void = () => {}) =>
  upload(
    { token: TOKEN, apiRoot, timeoutSeconds: 20 },
    {
      method: "sendVideo",
      fields: { chat_id: "-138" },
      files: [
        {
          field: "video",
          name: "video.mp4",
          file: {
            contentType: "video/mp4",
            size: frames * MB,
            open: async function* () {
              for (let i = 0; i < frames; i++) {
                onFrame(i);
                yield new Uint8Array(MB).fill(i);
              }
            },
          },
        },
      ],
    },
  );

describe("upload", () => {
  it("puts fields and file on the wire as the Bot API reads them", async () => {
    const bodies: Buffer[] = [];
    let type = "";
    const root = await serve(async (request) => {
      type = request.headers["content-type"] ?? "";
      for await (const chunk of request) bodies.push(chunk as Buffer);
      return { status: 200, body: '{"ok":true,"result":{"message_id":77}}' };
    });
    expect(await sendFilm(root, 3)).toEqual(["77"]);
    const { chat_id: chat, video } = readMultipart(Buffer.concat(bodies), type) ?? {};
    expect(chat).toBe("-138");
    const bytes = new Uint8Array(await (video as File).arrayBuffer());
    expect([bytes.length, bytes[0], bytes[MB], bytes.at(-1)]).toEqual([3 * MB, 0, 1, 2]);
  });

  it("reads the next frame only when the line has taken the one before", async () => {
    let opened = 0;
    const root = await serve(async (request) => {
      // Takes nothing until the sender can't go on.
      let before = -1;
      while (opened !== before) {
        before = opened;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      expect(opened).toBeLessThan(60);
      for await (const _ of request);
      return { status: 200, body: '{"ok":true,"result":[{"message_id":1},{"message_id":2}]}' };
    });
    expect(await sendFilm(root, 100, () => opened++)).toEqual(["1", "2"]);
    expect(opened).toBe(100);
  });

  it.each([
    [413, "<html>413</html>", 413],
    [429, '{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":3}}', 429],
    [200, '{"ok":false,"error_code":400,"description":"IMAGE_PROCESS_FAILED"}', 400],
  ])("throws what Telegram says: %i %s", async (status, body, code) => {
    const root = await serve(async (request) => {
      for await (const _ of request);
      return { status, body };
    });
    const error = await sendFilm(root, 1).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GrammyError);
    expect((error as GrammyError).error_code).toBe(code);
    expect(String(error)).not.toContain("planted");
  });

  it("quotes no address where nobody answers", async () => {
    const error = await sendFilm("http://127.0.0.1:9", 1).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HttpError);
    expect(JSON.stringify([String(error), String((error as HttpError).error)])).not.toContain("planted");
  });

  it("has the time of a call and that of its bytes on a slow line", () => {
    expect(uploadTime(0, 10)).toBe(10_000);
    expect(uploadTime(20 * MB, 10)).toBe(50_000);
  });
});
