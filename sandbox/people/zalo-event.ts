import { randomBytes } from "node:crypto";
import type { SandboxSettings } from "../settings.ts";
import type { WebhookCall } from "./delivery.ts";
import { zaloSignature } from "./signature.ts";

/** The citizen at the left phone: an id beyond 2^53, as the real ones are. */
export const CITIZEN_ID = "7138000000000138001";
const CITIZEN_ID_BY_APP = "5138000000000138001";

export type CitizenAct =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "photo"; readonly url: string; readonly caption?: string }
  | { readonly kind: "location"; readonly lat: string; readonly lng: string; readonly label?: string }
  | { readonly kind: "sticker" }
  | { readonly kind: "follow" };

type ZaloIdentity = Pick<SandboxSettings, "ZALO_APP_ID" | "ZALO_OA_ID" | "ZALO_OA_SECRET_KEY">;

/** The signed webhook call that Zalo would make for what a citizen did. */
export function zaloWebhookCall(
  workerUrl: string,
  settings: ZaloIdentity,
  act: CitizenAct,
  citizenId: string = CITIZEN_ID,
): WebhookCall {
  const timestamp = String(Date.now());
  const body = JSON.stringify({
    app_id: settings.ZALO_APP_ID,
    ...event(settings, act, citizenId),
    timestamp,
  });
  return signedZaloCall(workerUrl, settings, body, timestamp);
}

/** Signs any body, also one that Zalo would never send: for tests of bad input. */
export function signedZaloCall(
  workerUrl: string,
  settings: ZaloIdentity,
  body: string,
  timestamp: string,
): WebhookCall {
  const signature = zaloSignature(settings.ZALO_APP_ID, body, timestamp, settings.ZALO_OA_SECRET_KEY);
  return {
    url: `${workerUrl}/webhooks/zalo`,
    headers: { "content-type": "application/json", "x-zevent-signature": signature },
    body,
  };
}

function event({ ZALO_OA_ID }: ZaloIdentity, act: CitizenAct, citizenId: string): object {
  if (act.kind === "follow") {
    return {
      oa_id: ZALO_OA_ID,
      follower: { id: citizenId },
      user_id_by_app: CITIZEN_ID_BY_APP,
      event_name: "follow",
      source: "oa_profile",
    };
  }
  return {
    sender: { id: citizenId },
    user_id_by_app: CITIZEN_ID_BY_APP,
    recipient: { id: ZALO_OA_ID },
    event_name: EVENT_NAMES[act.kind],
    message: { ...message(act), msg_id: randomBytes(10).toString("hex") },
  };
}

const EVENT_NAMES = {
  text: "user_send_text",
  photo: "user_send_image",
  location: "user_send_location",
  sticker: "user_send_sticker",
} as const;

function message(act: Exclude<CitizenAct, { kind: "follow" }>): object {
  switch (act.kind) {
    case "text":
      return { text: act.text };
    case "photo":
      return {
        ...(act.caption === undefined ? {} : { text: act.caption }),
        attachments: [{ payload: { thumbnail: act.url, url: act.url }, type: "image" }],
      };
    case "location":
      return {
        ...(act.label === undefined ? {} : { text: act.label }),
        attachments: [
          { payload: { coordinates: { latitude: act.lat, longitude: act.lng } }, type: "location" },
        ],
      };
    case "sticker":
      return {
        attachments: [{ payload: { id: "sandbox138", url: "https://sticker.invalid/138" }, type: "sticker" }],
      };
  }
}
