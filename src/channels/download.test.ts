import { afterEach, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../sandbox/web.ts";
import type { Config } from "../config.ts";
import { createDownload } from "./download.ts";

let server: Listening;
afterEach(() => server?.close());

/** A server of both messengers; `asked` is what it was asked for. */
async function serving(): Promise<string[]> {
  const asked: string[] = [];
  server = await listen((request) => {
    const { pathname } = new URL(request.url);
    asked.push(pathname);
    return pathname.endsWith("/getFile")
      ? Response.json({ ok: true, result: { file_id: "A", file_path: "photos/a.jpg" } })
      : new Response("bytes");
  });
  return asked;
}

const config = (part: object) => part as Config;
const image = (ref: string) => ({ kind: "image" as const, ref });

const room = (bytes: number) => new Uint8Array(bytes);

describe("createDownload", () => {
  it("fetches a file from the messenger that it came by", async () => {
    const asked = await serving();
    const download = createDownload(
      config({ telegram: { botToken: "138:t", apiRoot: server.url }, zalo: { apiRoot: server.url } }),
    );
    expect(await download("telegram", image("A"), room(100))).toHaveLength(5);
    expect(await download("zalo", image(`${server.url}/media/b.jpg`), room(100))).toHaveLength(5);
    expect(asked).toEqual(["/bot138:t/getFile", "/file/bot138:t/photos/a.jpg", "/media/b.jpg"]);
  });

  it("refuses a file of a messenger that isn't set up", async () => {
    const download = createDownload(config({}));
    for (const channel of ["telegram", "zalo"] as const)
      await expect(download(channel, image("A"), room(100))).rejects.toMatchObject({ code: "not_fetched" });
  });

  it("takes no more than is asked for", async () => {
    await serving();
    const download = createDownload(config({ zalo: { apiRoot: server.url } }));
    await expect(download("zalo", image(`${server.url}/media/b.jpg`), room(4))).rejects.toMatchObject({
      code: expect.any(String),
    });
  });
});
