import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "./server.ts";
import { type SandboxSettings, sandboxSettings } from "./settings.ts";
import { Recorder } from "./standins/recorder.ts";
import { freePort, type Listening, listen } from "./web.ts";

/** A file of ours by its whole path: behind a second slash a URL takes it as absolute. */
const ABSOLUTE = `/${fileURLToPath(new URL("./page/app.js", import.meta.url))}`;
const JPEG = `data:image/jpeg;base64,${Buffer.from([0xff, 0xd8, 0xff, 0xd9]).toString("base64")}`;

interface Heard {
  readonly path: string;
  readonly body: string;
}

let heard: Recorder<Heard>;
let worker: Listening;
let sandbox: Sandbox;
let settings: SandboxSettings;

beforeEach(async () => {
  const calls = new Recorder<Heard>();
  heard = calls;
  worker = await listen(async (request) => {
    calls.add({ path: new URL(request.url).pathname, body: await request.text() });
    return new Response();
  });
  const port = await freePort();
  settings = sandboxSettings(port);
  sandbox = await startSandbox({ port, workerUrl: worker.url, settings });
});
afterEach(async () => {
  await sandbox.close();
  await worker.close();
});

const act = (phone: string, body: unknown, type = "application/json"): Promise<Response> =>
  fetch(`${sandbox.url}/sandbox/${phone}/send`, {
    method: "POST",
    headers: { "content-type": type },
    body: JSON.stringify(body),
  });

/** The bot says something in the duty group. */
async function groupMessage() {
  const { TELEGRAM_API_ROOT: root, TELEGRAM_BOT_TOKEN: token, TELEGRAM_DUTY_CHAT_ID: chat } = settings;
  await fetch(`${root}/bot${token}/sendMessage`, {
    method: "POST",
    body: new URLSearchParams({ chat_id: chat, text: "Thẻ" }),
  });
  return sandbox.telegram.waitForSent(1);
}

/** Reads the stream until `done` says so; the events so far. */
async function events(done: (seen: Record<string, unknown>[]) => boolean, lastSeen?: string) {
  const stop = new AbortController();
  const headers = lastSeen === undefined ? {} : { "last-event-id": lastSeen };
  const response = await fetch(`${sandbox.url}/sandbox/events`, { headers, signal: stop.signal });
  if (response.body === null) throw new Error("no stream");
  let text = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const seen = [...text.matchAll(/^data: (.*)\n\n/gm)].map(([, data = ""]) => JSON.parse(data));
    if (done(seen)) break;
  }
  stop.abort();
  return text;
}

it("says that the program starts until it is there; the stand-ins answer from the beginning", async () => {
  const ready = Promise.withResolvers<void>();
  const port = await freePort();
  const early = await startSandbox({ port, workerUrl: worker.url, settings, ready: ready.promise });
  const page = () => fetch(early.url).then((response) => response.text());
  expect(await page()).toContain("đang khởi động");
  expect((await fetch(`${early.url}/standin/telegram/bot${settings.TELEGRAM_BOT_TOKEN}/getMe`)).status).toBe(
    200,
  );
  ready.resolve();
  await ready.promise;
  expect(await page()).toContain('id="phone-zalo"');
  await early.close();
});

describe("acts", () => {
  it("text on the Zalo phone becomes a webhook call", async () => {
    expect((await act("zalo", { kind: "text", text: "Khu dân cư là gì?" })).status).toBe(202);
    const [call] = await heard.waitFor(1, "calls");
    expect(call?.path).toBe("/webhooks/zalo");
    expect(JSON.parse(call?.body ?? "").message.text).toBe("Khu dân cư là gì?");
  });

  it("a photo can be fetched from where the event says", async () => {
    await act("zalo", { kind: "photo", image: JPEG });
    const [call] = await heard.waitFor(1, "calls");
    const { url } = JSON.parse(call?.body ?? "").message.attachments[0].payload;
    const response = await fetch(url);
    expect(response.headers.get("content-type")).toBe("image/jpeg");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9));
  });

  it("somebody else at the Zalo phone is a person of another id, and the chat on the page begins anew", async () => {
    await act("zalo", { kind: "text", text: "một" });
    await act("zalo", { kind: "newcomer" });
    await act("zalo", { kind: "text", text: "hai" });
    const senders = (await heard.waitFor(2, "calls")).map(({ body }) => JSON.parse(body).sender.id);
    expect(senders).toEqual([expect.stringMatching(/^7\d{18}$/u), expect.stringMatching(/^7\d{18}$/u)]);
    expect(senders[0]).not.toBe(senders[1]);
    expect(await events((all) => all.some(({ kind }) => kind === "clear"))).toContain('"chat":"oa"');
  });

  it("a file on the Telegram phone can be fetched by its id, with its name and size", async () => {
    const file = `data:text/csv;base64,${Buffer.from("a,b").toString("base64")}`;
    await act("telegram", {
      kind: "document",
      chat: "private",
      file,
      name: "số liệu.csv",
      caption: "/capnhat",
    });
    const [call] = await heard.waitFor(1, "calls");
    const { document, caption } = JSON.parse(call?.body ?? "").message;
    expect(document).toMatchObject({ file_name: "số liệu.csv", file_size: 3 });
    expect(caption).toBe("/capnhat");
    expect(sandbox.telegram.api.media.get(document.file_id)?.bytes).toEqual(
      Uint8Array.from(Buffer.from("a,b")),
    );
  });

  it("Telegram updates are numbered upwards and name their chat", async () => {
    await act("telegram", { kind: "text", chat: "private", text: "/help" });
    await act("telegram", { kind: "text", chat: "group", text: "/tin" });
    const calls = await heard.waitFor(2, "calls");
    const updates = calls.map(({ body }) => JSON.parse(body)).sort((a, b) => a.update_id - b.update_id);
    expect(updates.map(({ message }) => message.chat.type)).toEqual(["private", "supergroup"]);
    expect(updates[0].update_id).toBeLessThan(updates[1].update_id);
  });

  it("what people say among themselves in the group doesn't reach the Worker, and the page is told", async () => {
    await act("telegram", { kind: "text", chat: "group", text: "ai trực tối nay?" });
    await act("telegram", { kind: "photo", chat: "group", image: JPEG });
    const seen = await events((all) => all.filter(({ state }) => state === "unheard").length === 2);
    expect(seen).toContain("ai trực tối nay?");
    expect(heard.items).toEqual([]);
  });

  it("a reply in the group reaches the Worker, words and photo alike", async () => {
    const { api } = sandbox.telegram;
    const [card] = await groupMessage();
    await act("telegram", { kind: "text", chat: "group", text: "đã rõ", replyTo: card?.messageId });
    await act("telegram", { kind: "photo", chat: "group", image: JPEG, replyTo: card?.messageId });
    const calls = await heard.waitFor(2, "calls");
    const [words, photo] = calls.map(({ body }) => JSON.parse(body).message);
    expect(words).toMatchObject({ text: "đã rõ", reply_to_message: { message_id: card?.messageId } });
    expect(photo).toMatchObject({
      reply_to_message: { message_id: card?.messageId, from: { is_bot: true } },
    });
    expect(api.media.has(photo.photo[0].file_id)).toBe(true);
  });

  it("a tap on a message that isn't there does nothing", async () => {
    const answer = await act("telegram", { kind: "callback", chat: "group", data: "x", messageId: 1 });
    expect(await answer.json()).toEqual({ queryId: null });
    expect(heard.items).toEqual([]);
  });

  it.each([
    ["an unknown act", { kind: "dance" }, 400],
    ["empty text", { kind: "text", text: "  " }, 400],
    ["a place off the globe", { kind: "location", lat: "91", lng: "0" }, 400],
    ["a picture that is none", { kind: "photo", image: "data:text/html;base64,AAAA" }, 400],
  ])("refuses %s", async (_, body, status) => {
    expect((await act("zalo", body)).status).toBe(status);
    expect(heard.items).toEqual([]);
  });

  it("refuses what a foreign page's form could post", async () => {
    expect((await act("zalo", { kind: "text", text: "x" }, "text/plain")).status).toBe(415);
  });
});

describe("events", () => {
  it("tells a new page everything, and one that comes back only the rest", async () => {
    await act("zalo", { kind: "text", text: "một" });
    await heard.waitFor(1, "calls");
    const all = await events((seen) =>
      seen.some(({ kind, state }) => kind === "delivery" && state === "delivered"),
    );
    expect(all).toContain('"kind":"reset"');
    expect(all).toContain('"text":"một"');
    const last = [...all.matchAll(/^id: (.*)$/gm)].at(-1)?.[1];
    const rest = events((seen) => seen.length > 0, last);
    await act("zalo", { kind: "text", text: "hai" });
    expect(await rest).not.toContain("một");
  });

  it("starts a page of an earlier server anew", async () => {
    expect(await events((seen) => seen.length > 0, "earlier-7")).toContain('"kind":"reset"');
  });
});

describe("page files", () => {
  it("come with a policy that forbids everything foreign and inline", async () => {
    const policy = (await fetch(sandbox.url)).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe-inline");
  });

  it.each(["/../server.ts", "/..%2fsettings.js", "/nothing.js", ABSOLUTE])("no way to %s", async (path) => {
    expect((await fetch(sandbox.url + path)).status).toBe(404);
  });
});
