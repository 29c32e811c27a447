import type { SandboxSettings } from "../settings.ts";
import type { ZaloStandIn } from "../standins/zalo.ts";
import { Delivery } from "./delivery.ts";
import { CITIZEN_ID, type CitizenAct, zaloWebhookCall } from "./zalo-event.ts";

export { CITIZEN_ID, type CitizenAct, signedZaloCall, zaloWebhookCall } from "./zalo-event.ts";

export interface CitizenWorld {
  readonly standIn: ZaloStandIn;
  readonly settings: SandboxSettings;
  /** Where the Worker listens, without a slash at the end. */
  readonly workerUrl: string;
}

/**
 * A citizen with a phone, for tests: does what a person can do in Zalo, with a stand-in and a Worker. Every act
 * resolves to the HTTP status once the Worker has answered its webhook.
 */
export class Citizen {
  readonly id: string;
  readonly #world: CitizenWorld;
  readonly #delivery = new Delivery();

  constructor(world: CitizenWorld, id: string = CITIZEN_ID) {
    this.#world = world;
    this.id = id;
  }

  say(text: string): Promise<number> {
    return this.act({ kind: "text", text });
  }

  /** Uploads the picture to Zalo and sends it; the Worker fetches it from the stand-in. */
  sendPhoto(photo: Uint8Array, caption?: string): Promise<number> {
    const { standIn, settings } = this.#world;
    const url = `${settings.ZALO_API_ROOT}/media/${standIn.media.putImage(photo)}`;
    return this.act({ kind: "photo", url, ...(caption === undefined ? {} : { caption }) });
  }

  /** @param lat degrees */
  sendLocation(lat: number, lng: number, label?: string): Promise<number> {
    const place = { lat: String(lat), lng: String(lng) };
    return this.act({ kind: "location", ...place, ...(label === undefined ? {} : { label }) });
  }

  /** Presses a button under the newest message to this citizen. @throws Error where that has no such button */
  press(label: string): Promise<number> {
    const buttons = this.#world.standIn.sent.findLast(({ userId }) => userId === this.id)?.buttons ?? [];
    const button = buttons.find(({ title }) => title.startsWith(label));
    if (button === undefined || typeof button.payload !== "string")
      throw new Error(`no button "${label}" among: ${buttons.map(({ title }) => title).join(", ")}`);
    return this.say(button.payload);
  }

  async act(act: CitizenAct): Promise<number> {
    const { standIn, settings, workerUrl } = this.#world;
    standIn.citizenWrote(this.id);
    let status = 0;
    await this.#delivery.deliver(zaloWebhookCall(workerUrl, settings, act, this.id), (attempt) => {
      status = attempt.status;
    });
    return status;
  }
}
