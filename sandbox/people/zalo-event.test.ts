import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sandboxSettings } from "../settings.ts";
import { CITIZEN_ID, type CitizenAct, zaloWebhookCall } from "./zalo-event.ts";

const settings = sandboxSettings(1);

function sent(act: CitizenAct) {
  const call = zaloWebhookCall("http://worker", settings, act);
  return { ...call, event: JSON.parse(call.body) };
}

describe("zaloWebhookCall", () => {
  it("signs exactly the body that goes out", () => {
    const { url, body, headers, event } = sent({ kind: "text", text: "Cháy nhà rồi" });
    const signed = `${settings.ZALO_APP_ID}${body}${event.timestamp}${settings.ZALO_OA_SECRET_KEY}`;
    expect(headers["x-zevent-signature"]).toBe(`mac=${createHash("sha256").update(signed).digest("hex")}`);
    expect(url).toBe("http://worker/webhooks/zalo");
  });

  it("keeps ids beyond 2^53 and the timestamp as strings", () => {
    const { event } = sent({ kind: "text", text: "a" });
    expect(event.sender.id).toBe(CITIZEN_ID);
    expect(Number.isSafeInteger(Number(CITIZEN_ID))).toBe(false);
    expect(event.timestamp).toMatch(/^\d{13}$/);
  });

  it("gives each message an id of its own", () => {
    const ids = [1, 2, 3].map(() => sent({ kind: "sticker" }).event.message.msg_id);
    expect(new Set(ids).size).toBe(3);
  });

  it("shapes each kind as the platform does", () => {
    expect(sent({ kind: "location", lat: "21.85", lng: "106.76", label: "Chợ" }).event).toMatchObject({
      event_name: "user_send_location",
      message: {
        text: "Chợ",
        attachments: [
          { type: "location", payload: { coordinates: { latitude: "21.85", longitude: "106.76" } } },
        ],
      },
    });
    expect(sent({ kind: "photo", url: "http://x/y.jpg" }).event).toMatchObject({
      event_name: "user_send_image",
      message: {
        attachments: [{ type: "image", payload: { url: "http://x/y.jpg", thumbnail: "http://x/y.jpg" } }],
      },
    });
    const follow = sent({ kind: "follow" }).event;
    expect(follow).toMatchObject({
      event_name: "follow",
      follower: { id: CITIZEN_ID },
      oa_id: settings.ZALO_OA_ID,
    });
    expect(follow.sender).toBeUndefined();
  });
});
