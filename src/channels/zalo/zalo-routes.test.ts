import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  APP_ID,
  OA_SECRET_KEY,
  personEvent,
  SETTINGS,
  TEXT,
  TEXT_MAC,
  USER_ID,
} from "../../../test/zalo/samples.ts";
import type { Inbound } from "../../messaging/inbound.ts";
import { zaloRoutes } from "./zalo-routes.ts";

function setUp(options: { verifierCode?: string; journalFails?: boolean } = {}) {
  const journaled: Inbound[] = [];
  const counted: string[] = [];
  const { verifierCode } = options;
  const app = zaloRoutes({
    settings: { ...SETTINGS, ...(verifierCode !== undefined && { verifierCode }) },
    journal: async (inbound) => {
      if (options.journalFails) throw new Error(`could not write for ${inbound.chat}`);
      journaled.push(inbound);
    },
    count: (kind) => counted.push(kind),
  });
  const post = (body: BodyInit, signature?: string) =>
    app.request("/webhooks/zalo", {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        ...(signature !== undefined && { "x-zevent-signature": signature }),
      },
      ...(body instanceof ReadableStream && { duplex: "half" }),
    });
  return { app, post, journaled, counted };
}

function signed(event: unknown): [string, string] {
  const body = JSON.stringify(event);
  const { timestamp } = event as { timestamp: string };
  const hash = createHash("sha256").update(APP_ID).update(body).update(timestamp).update(OA_SECRET_KEY);
  return [body, `mac=${hash.digest("hex")}`];
}

describe("POST /webhooks/zalo", () => {
  it("journals a signed message, then says 200", async () => {
    const { post, journaled, counted } = setUp();
    expect((await post(TEXT, `mac=${TEXT_MAC}`)).status).toBe(200);
    expect(journaled).toMatchObject([{ chat: USER_ID, key: "b41f7c0e93d25a687d10" }]);
    expect(counted).toEqual([]);
  });

  it.each([
    ["no signature", TEXT, undefined],
    ["a wrong one", TEXT, `mac=${"0".repeat(64)}`],
    ["another body", TEXT.replace("12", "13"), TEXT_MAC],
    ["junk", "{{{", TEXT_MAC],
    ["nothing at all", "", undefined],
    ["the portal's own check", '{"event_name":"test"}', undefined],
  ])("says 200 to %s, and only counts", async (_, body, signature) => {
    const { post, journaled, counted } = setUp();
    expect((await post(body, signature)).status).toBe(200);
    expect(journaled).toEqual([]);
    expect(counted).toEqual(["bad_signature"]);
  });

  it("doesn't read a body that is too large, announced or not", async () => {
    const { post, journaled, counted } = setUp();
    expect((await post("x".repeat(3 * 1024 * 1024), TEXT_MAC)).status).toBe(200);
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    expect((await post(endless, TEXT_MAC)).status).toBe(200);
    expect(pulled).toBeLessThan(40);
    expect(counted).toEqual(["too_large", "too_large"]);
    expect(journaled).toEqual([]);
  });

  it("says 200 where the body breaks off", async () => {
    const { post, counted } = setUp();
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new Error("connection lost"));
      },
    });
    expect((await post(broken, TEXT_MAC)).status).toBe(200);
    expect(counted).toEqual(["unreadable"]);
  });

  it("tells the signed event of npm run doctor apart", async () => {
    const { post, counted } = setUp();
    await post(...signed({ app_id: APP_ID, event_name: "doctor_ping", timestamp: "1" }));
    expect(counted).toEqual(["doctor_ping"]);
  });

  it("counts signed events that aren't for us by what they are", async () => {
    const { post, journaled, counted } = setUp();
    const good = personEvent("text", { text: "a" });
    for (const event of [
      { ...good, event_name: "user_seen_message" },
      { ...good, event_name: "Sự kiện lạ" },
      { ...good, recipient: { id: "1" } },
      { ...good, sender: { id: 7735120946683105000 } },
    ]) {
      expect((await post(...signed(event))).status).toBe(200);
    }
    expect(journaled).toEqual([]);
    expect(counted).toEqual(["ignored.user_seen_message", "ignored.other", "other_account", "malformed"]);
  });

  it("says 500 only where the journal failed, and says nothing of whom", async () => {
    const { post } = setUp({ journalFails: true });
    const response = await post(TEXT, TEXT_MAC);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain(USER_ID);
  });
});

describe("other requests", () => {
  it("says 200 to GET and HEAD of the webhook", async () => {
    const { app } = setUp();
    expect((await app.request("/webhooks/zalo")).status).toBe(200);
    expect((await app.request("/webhooks/zalo", { method: "HEAD" })).status).toBe(200);
  });

  it("proves the domain by file and by tag, strictly", async () => {
    const { app } = setUp({ verifierCode: "Ab3_x-9" });
    for (const path of ["/", "/zalo_verifierAb3_x-9.html"]) {
      const response = await app.request(path);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toMatch(/^text\/html; charset=utf-8/i);
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(await response.text()).toContain(
        '<meta name="zalo-platform-site-verification" content="Ab3_x-9">',
      );
    }
  });

  it("knows no other code, and none where none is set", async () => {
    const { app } = setUp({ verifierCode: "Ab3_x-9" });
    expect((await app.request("/zalo_verifierab3_x-9.html")).status).toBe(404);
    expect((await app.request("/zalo_verifier.html")).status).toBe(404);
    expect((await setUp().app.request("/zalo_verifierAb3_x-9.html")).status).toBe(404);
    expect((await setUp().app.request("/")).status).toBe(404);
  });
});
