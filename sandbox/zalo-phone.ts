import { randomInt } from "node:crypto";
import { dataUrlBytes, type ZaloAct } from "./acts.ts";
import type { Feed } from "./feed.ts";
import { type Attempt, Delivery } from "./people/delivery.ts";
import { CITIZEN_ID, type CitizenAct, zaloWebhookCall } from "./people/zalo-event.ts";
import type { Bubble } from "./screen.ts";
import type { SandboxSettings } from "./settings.ts";
import type { ZaloStandIn } from "./standins/zalo.ts";
import type { ZaloSent } from "./standins/zalo-message.ts";
import { deliveryState, wireResult } from "./wire.ts";

const MEDIA = "/standin/zalo/media/";
/** What the bot's calls to Zalo are for. */
const CALLS: Readonly<Record<string, string>> = {
  "/v4/oa/access_token": "lấy mã truy cập",
  "/v3.0/oa/message/cs": "gửi tin",
  "/v2.0/oa/upload/image": "tải ảnh lên",
};

/** The citizen's phone: acts become webhook calls, the bot's messages become bubbles. */
export class ZaloPhone {
  readonly #delivery = new Delivery();
  readonly #feed: Feed;
  readonly #standIn: ZaloStandIn;
  readonly #settings: SandboxSettings;
  readonly #workerUrl: string;
  #citizen = CITIZEN_ID;

  constructor(feed: Feed, standIn: ZaloStandIn, settings: SandboxSettings, workerUrl: string) {
    this.#feed = feed;
    this.#standIn = standIn;
    this.#settings = settings;
    this.#workerUrl = workerUrl;
    standIn.onSent((sent) => {
      if (sent.userId === this.#citizen) feed.publish({ kind: "bubble", bubble: botBubble(sent) });
    });
    standIn.calls.subscribe(({ endpoint, at, error, fault }) => {
      const result = fault ?? (error === 0 ? "được" : `lỗi ${error}`);
      feed.publish({
        kind: "wire",
        at,
        direction: "out",
        label: `Zalo: ${CALLS[endpoint] ?? endpoint}`,
        result,
        ok: error === 0,
      });
    });
  }

  /** Puts the act on the phone's screen and sends it to the Worker. */
  act(act: ZaloAct): void {
    if (act.kind === "newcomer") {
      this.#citizen = newCitizen();
      this.#feed.publish({ kind: "clear", chat: "oa" });
      return;
    }
    const { bubble, sent } = this.#perform(act);
    if (bubble !== undefined) this.#feed.publish({ kind: "bubble", bubble });
    this.#standIn.citizenWrote(this.#citizen);
    const key = bubble === undefined ? {} : { key: bubble.key };
    this.#feed.publish({ kind: "delivery", chat: "oa", ...key, state: "sending" });
    const call = zaloWebhookCall(this.#workerUrl, this.#settings, sent, this.#citizen);
    void this.#delivery.deliver(call, (attempt: Attempt) => {
      this.#feed.publish({
        kind: "wire",
        at: Date.now(),
        direction: "in",
        label: `POST /webhooks/zalo ${sent.kind}`,
        ...wireResult(attempt),
      });
      this.#feed.publish({ kind: "delivery", chat: "oa", ...key, state: deliveryState(attempt) });
    });
  }

  close(): void {
    this.#delivery.close();
  }

  #perform(act: Exclude<ZaloAct, { kind: "newcomer" }>): {
    readonly bubble?: Bubble;
    readonly sent: CitizenAct;
  } {
    switch (act.kind) {
      case "text":
        return { bubble: own({ text: act.text }), sent: act };
      case "button": {
        const sent = { kind: "text", text: act.payload } as const;
        return act.hidden ? { sent } : { bubble: own({ text: act.payload }), sent };
      }
      case "photo": {
        const name = this.#standIn.media.putImage(dataUrlBytes(act.image));
        const caption = act.caption === undefined ? {} : { caption: act.caption };
        const words = act.caption === undefined ? {} : { text: act.caption };
        const url = `${this.#settings.ZALO_API_ROOT}/media/${name}`;
        return { bubble: own({ photo: MEDIA + name, ...words }), sent: { kind: "photo", url, ...caption } };
      }
      case "location": {
        const label = act.label === undefined ? {} : { label: act.label };
        const place = { lat: act.lat, lng: act.lng, ...label };
        return { bubble: own({ place }), sent: { kind: "location", ...place } };
      }
      case "sticker":
        return { bubble: own({ sticker: true }), sent: act };
      case "follow":
        return { sent: act };
    }
  }
}

/** An id in the form of real ones. */
const newCitizen = (): string => `7138${Array.from({ length: 15 }, () => randomInt(10)).join("")}`;

function own(content: Partial<Bubble>): Bubble {
  return { key: crypto.randomUUID(), chat: "oa", from: "me", at: Date.now(), ...content };
}

function botBubble(sent: ZaloSent): Bubble {
  const photo = sent.attachmentId === undefined ? sent.imageUrl : MEDIA + sent.attachmentId;
  return {
    key: sent.messageId,
    chat: "oa",
    from: "bot",
    at: sent.at,
    ...(sent.text === undefined ? {} : { text: sent.text }),
    ...(photo === undefined ? {} : { photo }),
    ...(sent.buttons.length === 0 ? {} : { buttons: sent.buttons }),
  };
}
