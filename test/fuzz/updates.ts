import fc from "fast-check";
import type { Json } from "./hostile.ts";

/** Ids of the chats that the fuzzer writes in: few, so that each has to stand a lot. */
export const CITIZENS = ["7735120946683104825", "7735120946683104826", "7735120946683104827"] as const;
export const PEOPLE = [555000111, 555000112, 138000001] as const;

const said = fc.oneof(
  fc.constantFrom(
    "khu dân cư là gì",
    "năm 2022 bao nhiêu xã đạt chuẩn",
    "/baocao mất trộm xe máy ở chợ tối qua",
    "/solieu 2022",
    "gửi",
    "huỷ",
    "nhà tôi cháy",
    "cảm ơn",
    "TB-ABCD-1234",
    "/tracuu TB-ABCD-1234",
  ),
  fc.string({ unit: "grapheme", maxLength: 80 }),
);

const KINDS = [
  "text",
  "image",
  "gif",
  "link",
  "location",
  "file",
  "audio",
  "video",
  "sticker",
  "business_card",
];

/** Whose events they are; `files` is an address on this machine from which nothing is served. */
interface Account {
  readonly appId: string;
  readonly oaId: string;
  readonly files: string;
}

/** A webhook event as the Official Account sends it. */
export const zaloEvent = ({ appId, oaId, files }: Account): fc.Arbitrary<Json> =>
  fc
    .record({
      text: said,
      citizen: fc.constantFrom(...CITIZENS),
      msgId: fc.uuid(),
      name: fc.constantFrom(
        ...KINDS.map((kind) => `user_send_${kind}`),
        "oa_send_text",
        "follow",
        "unfollow",
        "user_click_chatnow",
        "user_seen_message",
      ),
      timestamp: fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
    })
    .map(({ text, citizen, msgId, name, timestamp }) => ({
      app_id: appId,
      oa_id: oaId,
      user_id_by_app: "1",
      sender: { id: name === "oa_send_text" ? oaId : citizen, admin_id: "77" },
      recipient: { id: name === "oa_send_text" ? citizen : oaId },
      follower: { id: citizen },
      user_id: citizen,
      event_name: name,
      message: {
        text,
        msg_id: msgId,
        attachments: [
          {
            type: name.slice("user_send_".length),
            payload: {
              url: `${files}/a.jpg`,
              thumbnail: `${files}/t.jpg`,
              name: "ảnh.jpg",
              size: "1234",
              type: "jpg",
              coordinates: { latitude: "21.85", longitude: "106.76" },
            },
          },
        ],
      },
      timestamp: String(timestamp),
    }));

/** An update as the Bot API sends it. */
export const telegramUpdate: fc.Arbitrary<Json> = fc
  .record({
    text: said,
    person: fc.constantFrom(...PEOPLE),
    id: fc.integer({ min: 1, max: 2_000_000_000 }),
    group: fc.boolean(),
    what: fc.constantFrom(
      "message",
      "edited_message",
      "callback_query",
      "my_chat_member",
      "channel_post",
      "poll",
    ),
    extra: fc.constantFrom<{ [key: string]: Json }>(
      {},
      { photo: [{ file_id: "A", width: 10, height: 10, file_size: 10 }] },
      { document: { file_id: "D", file_name: "số liệu.csv", mime_type: "text/csv", file_size: 12 } },
      { location: { latitude: 21.85, longitude: 106.76 } },
      { venue: { location: { latitude: 21.85, longitude: 106.76 }, title: "Chợ", address: "Lạng Sơn" } },
      { contact: { phone_number: "84900000000", first_name: "A" } },
      { sticker: { file_id: "S" } },
      { forward_origin: { type: "hidden_user", sender_user_name: "Ai đó", date: 1 } },
    ),
  })
  .map(({ text, person, id, group, what, extra }) => {
    const from = { id: person, is_bot: false, first_name: "Người thử" };
    const chat = group
      ? { id: -1001380000138, type: "supergroup", title: "Nhóm trực" }
      : { id: person, type: "private", first_name: "Người thử" };
    const words: Json = "photo" in extra || "document" in extra ? { caption: text } : { text };
    const message = { message_id: id, date: 1_763_875_200, from, chat, ...words, ...extra };
    const things: { [key: string]: Json } = {
      callback_query: { id: String(id), from, message, data: text },
      my_chat_member: {
        chat,
        from,
        date: 1,
        old_chat_member: { status: "member" },
        new_chat_member: { status: "kicked" },
      },
      poll: { id: "1", question: "?" },
    };
    return { update_id: id, [what]: things[what] ?? message };
  });

/** Bytes that are hardly JSON, or JSON that only a machine would write. */
export const senselessText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.constantFrom(
    "",
    "null",
    "[]",
    "{}",
    "0",
    '"',
    "{{{",
    "\ufeff{}",
    `${"[".repeat(50_000)}${"]".repeat(50_000)}`,
    `{"a":${"[".repeat(100_000)}`,
    `{"update_id":1e400}`,
    `{"timestamp":1763875200123,"app_id":1380000000000000138}`,
    `{${'"a":1,'.repeat(20_000)}"b":2}`,
    JSON.stringify({ update_id: 7, message: "x".repeat(500_000) }),
  ),
);

/** Bytes in another encoding than the UTF-8 that both platforms send, broken off, or none at all. */
export const misread = (valid: fc.Arbitrary<Json>): fc.Arbitrary<Uint8Array<ArrayBuffer>> =>
  fc
    .tuple(valid, fc.constantFrom("utf-16", "bom", "latin", "cut", "noise", "zeros"), fc.nat(), fc.nat(255))
    .map(([value, how, at, byte]) => {
      const text = JSON.stringify(value);
      const utf8 = new TextEncoder().encode(text);
      switch (how) {
        case "utf-16":
          return new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
        case "bom":
          return new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]);
        case "latin":
          return Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);
        case "cut":
          return utf8.slice(0, at % utf8.length);
        case "noise":
          return utf8.with(at % utf8.length, byte) as Uint8Array<ArrayBuffer>;
        default:
          return new Uint8Array(at % 4_096);
      }
    });
