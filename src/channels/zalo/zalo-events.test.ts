import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { APP_ID, FOLLOW, LOCATION, OA_ID, personEvent, TEXT, USER_ID } from "../../../test/zalo/samples.ts";
import type { InboundContent } from "../../messaging/inbound.ts";
import { readEvent } from "./zalo-events.ts";

const read = (body: unknown) => readEvent(body, OA_ID);

function content(kind: string, message: Record<string, unknown>): InboundContent | string {
  const reading = read(personEvent(kind, { msg_id: "c7a2e5108b3f49d6e011", ...message }));
  return reading.kind === "inbound" ? reading.inbound.content : reading.reason;
}

const attachment = (type: string, payload: unknown) => ({ attachments: [{ type, payload }] });

describe("a person's message", () => {
  it("becomes an inbound with string ids to the last digit", () => {
    expect(read(JSON.parse(TEXT))).toEqual({
      kind: "inbound",
      inbound: {
        key: "b41f7c0e93d25a687d10",
        channel: "zalo",
        chat: USER_ID,
        sender: USER_ID,
        isPrivate: true,
        at: 1763875200123,
        messageId: "b41f7c0e93d25a687d10",
        content: { kind: "text", text: "Đèn đường hỏng ở hẻm 12, mong phường xem giúp" },
      },
    });
  });

  it("is told apart by event, person and time where it has no id", () => {
    const reading = read(personEvent("text", { text: "xin chào" }));
    expect(reading).toMatchObject({ inbound: { key: `user_send_text|${USER_ID}|1763875231007` } });
    expect(reading.kind === "inbound" && "messageId" in reading.inbound).toBe(false);
  });

  it("takes a numeric timestamp and one of 12 digits", () => {
    expect(read({ ...personEvent("text", { text: "a" }), timestamp: 1763875231007 })).toMatchObject({
      inbound: { at: 1763875231007 },
    });
    expect(read({ ...personEvent("text", { text: "a" }), timestamp: "154390853474" })).toMatchObject({
      inbound: { at: 154390853474 },
    });
  });

  it("reads an image with its caption, and one without", () => {
    const photo = attachment("image", {
      thumbnail: "https://t.example.vn/a_t.jpg",
      url: "https://t.example.vn/a.jpg",
    });
    const media = [{ kind: "image", ref: "https://t.example.vn/a.jpg" }];
    expect(content("image", { text: "Ổ gà trước cổng trường", ...photo })).toEqual({
      kind: "media",
      media,
      caption: "Ổ gà trước cổng trường",
    });
    expect(content("image", photo)).toEqual({ kind: "media", media });
  });

  it("reads an album's photos one by one, each under its own key", () => {
    const keys = ["0", "1"].map((place) => {
      const payload = {
        url: "https://t.example.vn/a.jpg",
        album_id: "al7",
        id_in_album: place,
        total_item_in_album: "2",
      };
      const reading = read(personEvent("image", { msg_id: "m1", ...attachment("multi_image", payload) }));
      expect(reading).toMatchObject({
        inbound: { messageId: "m1", content: { kind: "media", album: "al7" } },
      });
      return reading.kind === "inbound" ? reading.inbound.key : "";
    });
    expect(new Set(keys).size).toBe(2);
  });

  it("reads GIF, audio, video and files", () => {
    const url = "https://f9.example.vn/0a1b2c";
    expect(content("gif", attachment("gif", { url }))).toMatchObject({
      media: [{ kind: "image", ref: url }],
    });
    expect(content("audio", attachment("audio", { url }))).toMatchObject({
      media: [{ kind: "audio", ref: url }],
    });
    expect(content("video", attachment("video", { url, description: "" }))).toMatchObject({
      media: [{ kind: "video" }],
    });
    const file = { url, name: "don-kien-nghi.pdf", size: "184322", type: "pdf", checksum: "5f0c" };
    expect(content("file", attachment("file", file))).toEqual({
      kind: "media",
      media: [{ kind: "file", ref: url, name: "don-kien-nghi.pdf", bytes: 184322 }],
    });
    expect(content("file", attachment("file", { ...file, type: "MP4", size: 5 }))).toMatchObject({
      media: [{ kind: "video", bytes: 5 }],
    });
    expect(content("file", attachment("file", { url, type: "constructor", size: "many" }))).toEqual({
      kind: "media",
      media: [{ kind: "file", ref: url }],
    });
  });

  it("answers for media whose address is none", () => {
    for (const url of [undefined, 7, "", "javascript:alert(1)", "file:///etc/passwd", "https://"]) {
      expect(content("image", attachment("image", { url }))).toEqual({ kind: "unsupported", what: "image" });
    }
  });

  it("reads a location in strings or numbers", () => {
    expect(read(JSON.parse(LOCATION))).toMatchObject({
      inbound: {
        content: {
          kind: "location",
          lat: 10.7769331,
          lng: 106.70098199999998,
          label: "Nhà văn hóa khu phố 3",
        },
      },
    });
    expect(
      content("location", attachment("location", { coordinates: { latitude: 21.85, longitude: 106.76 } })),
    ).toEqual({
      kind: "location",
      lat: 21.85,
      lng: 106.76,
    });
  });

  it.each([
    ["91", "106"],
    ["21", "-180.1"],
    ["0", "0"],
    ["", ""],
    [null, "106"],
    ["1e1", "106"],
    [Number.NaN, 106],
    ["21", [106]],
    [true, true],
  ])("doesn't believe the location %s, %s", (latitude, longitude) => {
    expect(content("location", attachment("location", { coordinates: { latitude, longitude } }))).toEqual({
      kind: "unsupported",
      what: "location",
    });
  });

  it("treats a link as words", () => {
    const link = attachment("link", { url: "https://vi-du.example.vn/bai", description: "Lịch cắt điện" });
    expect(content("link", { text: "đọc bài này", ...link })).toEqual({
      kind: "text",
      text: "đọc bài này\nLịch cắt điện",
    });
    const bare = attachment("link", { url: "https://vi-du.example.vn/bai", description: "" });
    expect(content("link", bare)).toEqual({ kind: "text", text: "https://vi-du.example.vn/bai" });
  });

  it("keeps nothing of a business card", () => {
    const card = { text: "Trần Thị Hoa", ...attachment("link", { description: '{"phone":"84900000001"}' }) };
    expect(content("business_card", card)).toEqual({ kind: "unsupported", what: "business_card" });
  });

  it("reads a sticker, and an empty text", () => {
    expect(content("sticker", attachment("sticker", { id: "e7a90c15d2", url: "https://x" }))).toEqual({
      kind: "sticker",
    });
    expect(content("text", { text: "" })).toEqual({ kind: "text", text: "" });
  });

  it("cuts an endless text between characters", () => {
    const result = content("text", { text: `a${"👍".repeat(8000)}` });
    expect(result).toMatchObject({ kind: "text" });
    const { text } = result as { text: string };
    expect(text.length).toBe(9_999);
    expect(text.isWellFormed()).toBe(true);
  });
});

describe("other events", () => {
  it("open and leave the chat", () => {
    expect(read(JSON.parse(FOLLOW))).toMatchObject({
      inbound: { key: `follow|${USER_ID}|1763875101882`, chat: USER_ID, content: { kind: "opened" } },
    });
    expect(read({ ...JSON.parse(FOLLOW), event_name: "unfollow", source: undefined })).toMatchObject({
      inbound: { content: { kind: "left" } },
    });
  });

  const flat = { app_id: APP_ID, oa_id: OA_ID, user_id: USER_ID, timestamp: "1763875098730" };

  it("opens on a tap on 'Nhắn tin'", () => {
    expect(read({ ...flat, event_name: "user_click_chatnow" })).toMatchObject({
      inbound: { content: { kind: "opened" } },
    });
  });

  it("tells a withdrawal, also without the account's id; not without the person's", () => {
    const withdraw = { ...flat, event_name: "user_withdraw" };
    expect(read(withdraw)).toMatchObject({ inbound: { chat: USER_ID, content: { kind: "withdrawn" } } });
    expect(read({ ...withdraw, oa_id: "" })).toMatchObject({ inbound: { content: { kind: "withdrawn" } } });
    expect(read({ ...withdraw, user_id: "" })).toMatchObject({ kind: "ignored", event: "user_withdraw" });
  });

  const echo = {
    app_id: APP_ID,
    sender: { id: OA_ID, admin_id: "6620418835720914307" },
    recipient: { id: USER_ID },
    event_name: "oa_send_text",
    message: { text: "Phường đã cử người xuống ạ", msg_id: "17ca4e90b8d63f25a7e0" },
    timestamp: "1763875702116",
  };

  it("tells an operator's words from our own", () => {
    expect(read(echo)).toMatchObject({
      inbound: {
        chat: USER_ID,
        sender: "6620418835720914307",
        content: { kind: "operator", text: "Phường đã cử người xuống ạ" },
      },
    });
    expect(read({ ...echo, sender: { id: OA_ID } })).toEqual({
      kind: "ignored",
      event: "oa_send_text",
      reason: "not_ours",
    });
    expect(read({ ...echo, sender: { id: OA_ID, admin_id: "" } })).toMatchObject({ kind: "ignored" });
  });

  it.each([
    "user_received_message",
    "user_seen_message",
    "user_reacted_message",
    "oa_reacted_message",
    "anonymous_send_text",
    "oa_send_anonymous_text",
    "user_send_group_text",
    "oa_send_consent",
    "user_submit_info",
    "create_group",
    "user_send_group_hologram",
  ])("ignores %s by name", (event) => {
    const body = { ...personEvent("text", { text: "a", msg_id: "m" }), event_name: event };
    expect(read(body)).toEqual({ kind: "ignored", event, reason: "not_ours" });
  });

  it.each(["constructor", "__proto__", "toString", "<script>", "x".repeat(500)])(
    "isn't fooled by the name %.20s",
    (event) => {
      expect(read({ ...personEvent("text", { text: "a" }), event_name: event })).toMatchObject({
        kind: "ignored",
        reason: "not_ours",
      });
    },
  );

  it("leaves what was sent to another account", () => {
    const body = { ...personEvent("text", { text: "a" }), recipient: { id: "2906714538820461958" } };
    expect(read(body)).toEqual({ kind: "ignored", event: "user_send_text", reason: "other_account" });
    expect(read({ ...JSON.parse(FOLLOW), oa_id: "1" })).toMatchObject({ reason: "other_account" });
  });
});

describe("what is malformed", () => {
  const good = personEvent("text", { text: "a", msg_id: "m" });

  it("an id as a bare number, which has lost its digits", () => {
    expect(read(JSON.parse(TEXT.replace('"7735120946683104825"', "7735120946683104825")))).toMatchObject({
      reason: "malformed",
    });
    expect(read({ ...good, recipient: { id: 2906714538820462000 } })).toMatchObject({ reason: "malformed" });
    expect(read({ ...JSON.parse(FOLLOW), follower: { id: 5 } })).toMatchObject({ reason: "malformed" });
  });

  it.each(["sender", "recipient", "timestamp"])("a message without its %s", (field) => {
    expect(read({ ...good, [field]: undefined })).toMatchObject({ kind: "ignored", reason: "malformed" });
  });

  it("an id with blanks, a timestamp in words", () => {
    expect(read({ ...good, sender: { id: "7 7" } })).toMatchObject({ reason: "malformed" });
    expect(read({ ...good, timestamp: "hôm nay" })).toMatchObject({ reason: "malformed" });
  });

  it("never throws, whatever the JSON", () => {
    const names = [
      "user_send_text",
      "user_send_image",
      "user_send_location",
      "follow",
      "user_withdraw",
      "oa_send_text",
    ];
    const anything = fc.jsonValue();
    const near = fc.record(
      {
        event_name: fc.constantFrom(...names),
        sender: fc.oneof(
          anything,
          fc.record({ id: fc.oneof(anything, fc.constant(OA_ID)), admin_id: anything }),
        ),
        recipient: fc.oneof(anything, fc.record({ id: fc.oneof(anything, fc.constant(OA_ID)) })),
        message: fc.oneof(
          anything,
          fc.record({
            text: fc.oneof(anything, fc.string()),
            attachments: fc.oneof(anything, fc.array(fc.record({ type: anything, payload: anything }))),
          }),
        ),
        follower: anything,
        user_id: anything,
        timestamp: fc.oneof(anything, fc.constant("1763875231007")),
      },
      { requiredKeys: ["event_name"] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, near), (body) => {
        const reading = read(body);
        if (reading.kind === "inbound") {
          expect(typeof reading.inbound.chat).toBe("string");
          expect(Number.isSafeInteger(reading.inbound.at)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
