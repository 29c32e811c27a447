import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sandboxSettings } from "../settings.ts";
import { Recorder } from "../standins/recorder.ts";
import { ZaloStandIn } from "../standins/zalo.ts";
import { type Listening, listen } from "../web.ts";
import { Citizen } from "./citizen.ts";

const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);

let standIn: ZaloStandIn;
let worker: Listening;
let citizen: Citizen;
let heard: Recorder<unknown>;

beforeEach(async () => {
  const events = new Recorder<unknown>();
  heard = events;
  worker = await listen(async (request) => {
    events.add(JSON.parse(await request.text()));
    return new Response();
  });
  standIn = await ZaloStandIn.listen();
  const settings = { ...sandboxSettings(0), ZALO_API_ROOT: standIn.url };
  citizen = new Citizen({ standIn, settings, workerUrl: worker.url });
});
afterEach(async () => {
  await standIn.close();
  await worker.close();
});

describe("Citizen", () => {
  it("sends a photo that the Worker can fetch from the API root", async () => {
    expect(await citizen.sendPhoto(JPEG, "biển số xe")).toBe(200);
    const { message } = heard.items[0] as {
      message: { text: string; attachments: { payload: { url: string } }[] };
    };
    expect(message.text).toBe("biển số xe");
    const url = message.attachments[0]?.payload.url ?? "";
    expect(new URL(url).origin).toBe(new URL(standIn.url).origin);
    expect(new Uint8Array(await (await fetch(url)).arrayBuffer())).toEqual(JPEG);
  });

  it("sends a place as the strings that Zalo sends", async () => {
    await citizen.sendLocation(21.853, 106.761);
    expect(heard.items).toMatchObject([
      {
        event_name: "user_send_location",
        sender: { id: citizen.id },
        message: {
          attachments: [{ payload: { coordinates: { latitude: "21.853", longitude: "106.761" } } }],
        },
      },
    ]);
  });

  it("has no button where nothing was said", () => {
    expect(() => citizen.press("Gửi")).toThrow(/no button "Gửi"/);
  });
});
