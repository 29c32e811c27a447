import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedZaloCall } from "../../sandbox/people/zalo-event.ts";
import { photo } from "../worker/photo.ts";
import { Cast, codeIn } from "./cast.ts";
import { deliver } from "./harness.ts";

/** A recording as phones make them. */
const VOICE = Uint8Array.from(new TextEncoder().encode("#!AMR\n0123456789abcdef"));
const TELEGRAM_CITIZEN = 138_000_611;

let cast: Cast;
beforeAll(async () => {
  cast = await Cast.assemble();
});
afterAll(() => cast.dismiss());

/** What a citizen can send, in the form of their messenger. Each waits until the words are answered with. */
interface Phone {
  say(text: string, until: RegExp, replyTo?: string | number): Promise<string>;
  photo(caption: string, until: RegExp): Promise<string>;
  voice(until: RegExp): Promise<string>;
  pin(lat: number, lng: number, until: RegExp): Promise<string>;
  /** The id of our message that says this. */
  messageOf(words: string): string | number | undefined;
}

function onZalo(): Phone {
  const { zalo, server, citizenId } = cast;
  const told = async (act: () => Promise<void>, until: RegExp): Promise<string> => {
    const before = zalo.sent.length;
    await act();
    return zalo.waitUntilSent((sent) => {
      const words = JSON.stringify(sent.slice(before));
      return until.test(words) ? words : undefined;
    });
  };
  const write = async (event: string, message: object): Promise<void> => {
    const timestamp = String(Date.now());
    const body = JSON.stringify({
      app_id: server.settings.ZALO_APP_ID,
      sender: { id: citizenId },
      recipient: { id: server.settings.ZALO_OA_ID },
      event_name: event,
      message: { ...message, msg_id: randomBytes(10).toString("hex") },
      timestamp,
    });
    expect(await deliver(signedZaloCall(server.url, server.settings, body, timestamp))).toBe(200);
  };
  const file = (bytes: Uint8Array<ArrayBuffer>, type: string) =>
    `${zalo.url}/media/${zalo.media.put({ bytes, type })}`;
  return {
    say: (text, until, replyTo) =>
      told(
        () => write("user_send_text", { text, ...(replyTo !== undefined && { quote_msg_id: replyTo }) }),
        until,
      ),
    photo: (caption, until) =>
      told(() => cast.tell({ kind: "photo", url: file(photo(), "image/jpeg"), caption }), until),
    voice: (until) =>
      told(
        () =>
          write("user_send_audio", {
            attachments: [{ payload: { url: file(VOICE, "audio/amr") }, type: "audio" }],
          }),
        until,
      ),
    pin: (lat, lng, until) =>
      told(() => cast.tell({ kind: "location", lat: String(lat), lng: String(lng) }), until),
    messageOf: (words) => zalo.sent.findLast(({ text = "" }) => text.includes(words))?.messageId,
  };
}

function onTelegram(): Phone {
  const { telegram, server } = cast;
  const chat = { id: TELEGRAM_CITIZEN, type: "private", first_name: "Người thử" };
  const us = {
    id: Number(server.settings.TELEGRAM_BOT_TOKEN?.split(":")[0]),
    is_bot: true,
    first_name: "Trợ lý",
  };
  let number = TELEGRAM_CITIZEN * 10;
  const ours = () => telegram.sent.filter(({ chatId }) => chatId === String(TELEGRAM_CITIZEN));
  const told = async (content: object, until: RegExp): Promise<string> => {
    const before = ours().length;
    number += 1;
    const message = {
      message_id: number,
      from: { id: TELEGRAM_CITIZEN, is_bot: false, first_name: "Người thử" },
      chat,
      date: Math.floor(Date.now() / 1_000),
      ...content,
    };
    const status = await deliver({
      url: `${server.url}/webhooks/telegram`,
      headers: {
        "content-type": "application/json",
        "x-telegram-bot-api-secret-token": server.settings.TELEGRAM_WEBHOOK_SECRET,
      },
      body: JSON.stringify({ update_id: number, message }),
    });
    expect(status).toBe(200);
    return telegram.api.sent.waitUntil(() => {
      const words = JSON.stringify(ours().slice(before));
      return until.test(words) ? words : undefined;
    });
  };
  const put = (bytes: Uint8Array<ArrayBuffer>, type: string) => {
    const id = telegram.api.media.put({ bytes, type });
    return { file_id: id, file_unique_id: id, file_size: bytes.length };
  };
  return {
    say: (text, until, replyTo) =>
      told(
        {
          text,
          ...(replyTo !== undefined && {
            reply_to_message: { message_id: replyTo, chat, date: 1, text: "…", from: us },
          }),
        },
        until,
      ),
    photo: (caption, until) =>
      told({ photo: [{ ...put(photo(), "image/jpeg"), width: 1, height: 1 }], caption }, until),
    voice: (until) =>
      told({ voice: { ...put(VOICE, "audio/amr"), duration: 1, mime_type: "audio/amr" } }, until),
    pin: (latitude, longitude, until) => told({ location: { latitude, longitude } }, until),
    messageOf: (words) => ours().findLast(({ text = "" }) => text.includes(words))?.messageId,
  };
}

describe.each([
  ["Zalo", onZalo, "mũ cối xanh", "kính gọng vàng", "21.8511", "xe bán tải của nó", "nhà văn hoá"],
  ["Telegram", onTelegram, "áo mưa tím", "răng bịt bạc", "21.8622", "con thuyền của nó", "bến đò"],
] as const)("through the webhook of %s", (_, phoneOf, plain, byCode, point, caption, replied) => {
  it("six ways to add something reach the desk", async () => {
    const phone = phoneOf();
    await phone.say("/baocao tối qua có tụ tập đánh bạc ở chợ Kỳ Lừa", /chưa gửi/u);
    const code = codeIn(await phone.say("gửi", /Mã: TB-/u));
    const passed = new RegExp(`cán bộ trực \\(${code}\\)`, "u");
    const receipt = phone.messageOf(`Mã: ${code}`);
    expect(receipt).toBeDefined();

    await phone.say(`em nhớ thêm: nó đội ${plain}`, passed);
    await cast.inGroup(new RegExp(plain, "u"));

    await phone.say(`bổ sung cho ${code}: nó đeo ${byCode}`, passed);
    await cast.inGroup(new RegExp(byCode, "u"));

    await phone.photo(caption, /chưa chuyển/u);
    await phone.say(`/them ${code}`, passed);
    await cast.inGroup(new RegExp(caption, "u"));

    await phone.pin(Number(point), 106.7615, /chưa chuyển/u);
    await phone.say("thêm vào tin đó", passed);
    await cast.inGroup(new RegExp(`${point}, 106.7615`, "u"));

    await phone.voice(/chưa chuyển/u);
    await phone.say(`/them ${code}`, /vẫn gửi kèm/u);
    await phone.say("gửi kèm", passed);
    await cast.inGroup(new RegExp(`${code}[\\s\\S]*ghi âm`, "u"));

    await phone.say(`${replied} thì các anh biết đường vào chứ?`, passed, receipt);
    await cast.inGroup(new RegExp(`${replied} thì các anh`, "u"));
  });
});
