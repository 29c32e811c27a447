import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readUpdate, type UpdateReading } from "./update.ts";

const BOT = { id: "138000138", username: "troly138_bot" };
const NOW = 1_763_900_000_000;
const ME = { id: 138_000_138, is_bot: true, first_name: "Trợ lý 138", username: "troly138_bot" };
const OFFICER = { id: 5_512_087_463, is_bot: false, first_name: "Hà", language_code: "vi" };
const PRIVATE = { id: 5_512_087_463, type: "private", first_name: "Hà" };
const GROUP = { id: -1_001_380_000_777, type: "supergroup", title: "Tổ trực ban" };

const said = (content: object, chat: object = PRIVATE) => ({
  update_id: 731_204_418,
  message: { message_id: 912, from: OFFICER, chat, date: 1_763_875_200, ...content },
});

const read = (body: unknown, bot: Parameters<typeof readUpdate>[1] = BOT) => readUpdate(body, bot, NOW);

/** The content of what must be an inbound message. */
function content(body: unknown) {
  const reading = read(body);
  if (reading.kind !== "inbound") throw new Error(JSON.stringify(reading));
  return reading.inbound.content;
}

const what = (reading: UpdateReading) => (reading.kind === "ignored" ? reading.what : reading.kind);

describe("a private message", () => {
  it("becomes an inbound with ids as strings and a key that a redelivery repeats", () => {
    expect(read(said({ text: "Xin chào" }))).toEqual({
      kind: "inbound",
      inbound: {
        key: "u731204418",
        channel: "telegram",
        chat: "5512087463",
        sender: "5512087463",
        isPrivate: true,
        at: 1_763_875_200_000,
        messageId: "912",
        content: { kind: "text", text: "Xin chào" },
      },
    });
  });

  it.each([
    [
      "a photo in several sizes: the largest, wherever it stands",
      {
        photo: [
          { file_id: "small", file_unique_id: "a", width: 90, height: 51, file_size: 1_200 },
          { file_id: "large", file_unique_id: "b", width: 1280, height: 720, file_size: 184_322 },
          { file_id: "middle", file_unique_id: "c", width: 320, height: 180, file_size: 20_000 },
        ],
        caption: "Cổng trường",
        media_group_id: "13900112233",
      },
      {
        kind: "media",
        media: [{ kind: "image", ref: "large", bytes: 184_322 }],
        caption: "Cổng trường",
        album: "13900112233",
      },
    ],
    [
      "a video",
      { video: { file_id: "v", width: 640, height: 360, duration: 4, file_name: "q.mp4", file_size: 900 } },
      { kind: "media", media: [{ kind: "video", ref: "v", name: "q.mp4", bytes: 900 }] },
    ],
    ["a voice note", { voice: { file_id: "o", duration: 3 } }, media("audio", "o")],
    ["an audio file", { audio: { file_id: "m", duration: 3 } }, media("audio", "m")],
    ["a video note", { video_note: { file_id: "r", length: 240, duration: 2 } }, media("video", "r")],
    [
      "an animation, which comes as a document too",
      { animation: { file_id: "g" }, document: { file_id: "g", mime_type: "video/mp4" } },
      media("video", "g"),
    ],
    [
      "a document",
      { document: { file_id: "d", file_name: "don.pdf", mime_type: "application/pdf", file_size: 5 } },
      { kind: "media", media: [{ kind: "file", ref: "d", name: "don.pdf", bytes: 5 }] },
    ],
    ["a photo sent as a file", { document: { file_id: "p", mime_type: "image/jpeg" } }, media("image", "p")],
    [
      "a location",
      { location: { latitude: 21.8537, longitude: 106.7615 } },
      { kind: "location", lat: 21.8537, lng: 106.7615 },
    ],
    [
      "a venue, which comes as a location too",
      {
        location: { latitude: 21.85, longitude: 106.76 },
        venue: {
          location: { latitude: 21.85, longitude: 106.76 },
          title: "Nhà văn hoá",
          address: "Khối 3",
        },
      },
      { kind: "location", lat: 21.85, lng: 106.76, label: "Nhà văn hoá, Khối 3" },
    ],
    ["a sticker", { sticker: { file_id: "s", emoji: "👍" } }, { kind: "sticker" }],
    ["a poll", { poll: { id: "1", question: "?", options: [] } }, { kind: "unsupported", what: "poll" }],
    ["a dice", { dice: { emoji: "🎲", value: 3 } }, { kind: "unsupported", what: "dice" }],
    ["something of tomorrow", { hologram: { file_id: "h" } }, { kind: "unsupported", what: "other" }],
    ["a photo of a form we don't know", { photo: "none", caption: "Ảnh" }, { kind: "text", text: "Ảnh" }],
    [
      "a location off the globe",
      { location: { latitude: 321, longitude: 5 } },
      { kind: "unsupported", what: "other" },
    ],
  ])("%s", (_, message, expected) => expect(content(said(message))).toEqual(expected));

  it("keeps no number of a shared contact", () => {
    const reading = read(said({ contact: { phone_number: "+84000000000", first_name: "A" } }));
    expect(JSON.stringify(reading)).not.toContain("84000000000");
    expect(reading).toMatchObject({ inbound: { content: { kind: "unsupported", what: "contact" } } });
  });

  it("keeps no name of the person", () => {
    expect(JSON.stringify(read(said({ text: "Xin chào" })))).not.toContain("Hà");
  });

  it("replaces half a surrogate pair, which no store takes", () => {
    expect(content(said({ text: "a\ud83d" }))).toEqual({ kind: "text", text: "a\ufffd" });
  });

  it.each([
    ["pinned_message", { pinned_message: { message_id: 1 } }],
    ["write_access_allowed", { write_access_allowed: {} }],
  ])("the notice %s needs no answer", (_, notice) => expect(what(read(said(notice)))).toBe("service"));
});

describe("commands", () => {
  it.each([
    ["/solieu@troly138_bot năm 2022", "/solieu năm 2022"],
    ["/SoLieu@TroLy138_Bot", "/SoLieu"],
    ["/baocao\nmất xe", "/baocao\nmất xe"],
    ["/tracuu TB-7K2M-9QXA", "/tracuu TB-7K2M-9QXA"],
    ["thư tới a@b.vn", "thư tới a@b.vn"],
    ["/giá@cả", "/giá@cả"],
  ])("%s → %s", (typed, expected) =>
    expect(content(said({ text: typed }))).toEqual({ kind: "text", text: expected }),
  );

  it("a caption may be a command too", () => {
    const photo = [{ file_id: "f", width: 1, height: 1 }];
    expect(content(said({ photo, caption: "/baocao@troly138_bot trộm" }, GROUP))).toMatchObject({
      caption: "/baocao trộm",
    });
  });

  it("to another bot are none of ours", () => {
    expect(what(read(said({ text: "/help@khac_bot" }, GROUP)))).toBe("other_bot");
    expect(what(read(said({ text: "/help@khac_bot" })))).toBe("other_bot");
  });

  it("without our own name configured, a group's ambiguous command is left to others", () => {
    const nameless = { id: BOT.id };
    expect(what(read(said({ text: "/help@nao_do_bot" }, GROUP), nameless))).toBe("other_bot");
    expect(what(read(said({ text: "/solieu@nao_do_bot" }, GROUP), nameless))).toBe("inbound");
    expect(what(read(said({ text: "/help@nao_do_bot" }), nameless))).toBe("inbound");
  });
});

describe("a group", () => {
  const reply = (from: object, more: object = {}) => ({
    reply_to_message: { message_id: 900, from, chat: GROUP, date: 1, text: "…", ...more },
  });

  it.each([
    ["a command", { text: "/solieu 2022" }, "inbound"],
    ["a command with marks", { text: "/hẹn TB-VR2S-PMMH 2 giờ" }, "inbound"],
    ["a note between colleagues", { text: "// họp lúc 8 giờ" }, "not_addressed"],
    ["a reply to the bot", { text: "còn phường?", ...reply(ME) }, "inbound"],
    ["a photo in reply to the bot", { photo: [{ file_id: "f" }], ...reply(ME) }, "inbound"],
    ["our name in a sentence", { text: "@troly138_bot xã đạt 2022?" }, "inbound"],
    ["our name under a photo", { photo: [{ file_id: "f" }], caption: "@Troly138_Bot là gì" }, "inbound"],
    ["another's name", { text: "@troly138_bot2 xã đạt 2022?" }, "not_addressed"],
    ["our name in an address", { text: "thư tới a@troly138_bot" }, "not_addressed"],
    ["talk among people", { text: "họp lúc 8 giờ" }, "not_addressed"],
    ["a reply to a colleague", { text: "đồng ý", ...reply(OFFICER) }, "not_addressed"],
    ["a sticker", { sticker: { file_id: "s" } }, "not_addressed"],
    [
      "a message in a topic that the bot opened",
      { text: "họp", ...reply(ME, { forum_topic_created: { name: "Tin báo" } }) },
      "not_addressed",
    ],
    ["another bot's words", { text: "/help", from: { id: 4, is_bot: true } }, "from_bot"],
    ["a move to a supergroup", { migrate_to_chat_id: -1_001_380_000_999 }, "migrated"],
    ["somebody joining", { new_chat_members: [OFFICER] }, "service"],
    ["a post of the linked channel", { text: "/help", is_automatic_forward: true }, "channel"],
  ])("%s: %s", (_, message, expected) => expect(what(read(said(message, GROUP)))).toBe(expected));

  it("reads a sentence without our name in it", () => {
    expect(content(said({ text: "xã đạt 2022 @Troly138_bot ơi" }, GROUP))).toEqual({
      kind: "text",
      text: "xã đạt 2022 ơi",
    });
  });

  it("keeps its long negative id exactly, and who wrote", () => {
    expect(read(said({ text: "/help" }, GROUP))).toMatchObject({
      inbound: { chat: "-1001380000777", sender: "5512087463", isPrivate: false },
    });
  });

  it("an anonymous administrator is the group itself, never the person", () => {
    const anonymous = { from: { id: 1_087_968_824, is_bot: true }, sender_chat: { ...GROUP } };
    expect(read(said({ text: "/help", ...anonymous }, GROUP))).toMatchObject({
      inbound: { sender: "-1001380000777" },
    });
  });
});

describe("a button", () => {
  const tap = (more: object) => ({
    update_id: 9,
    callback_query: {
      id: "4382000111222333",
      from: OFFICER,
      chat_instance: "-77",
      message: { message_id: 950, chat: GROUP, date: 0 },
      data: "gửi",
      ...more,
    },
  });

  it("says its payload, as tapped, and can be answered", () => {
    expect(read(tap({}))).toEqual({
      kind: "inbound",
      callbackId: "4382000111222333",
      inbound: {
        key: "u9",
        channel: "telegram",
        chat: "-1001380000777",
        sender: "5512087463",
        isPrivate: false,
        at: NOW,
        messageId: "950",
        content: { kind: "text", text: "gửi", tapped: true },
      },
    });
  });

  it("without a chat or a payload is ignored, and still answered", () => {
    for (const lacking of [{ message: undefined }, { data: undefined }]) {
      expect(read(tap(lacking))).toEqual({
        kind: "ignored",
        what: "callback",
        callbackId: "4382000111222333",
      });
    }
  });
});

describe("membership", () => {
  const changed = (status: string, chat: object) => ({
    update_id: 10,
    my_chat_member: {
      chat,
      from: OFFICER,
      date: 1_763_875_200,
      old_chat_member: { user: ME, status: "member" },
      new_chat_member: { user: ME, status },
    },
  });

  it.each([
    ["kicked", PRIVATE, "inbound"],
    ["kicked", GROUP, "inbound"],
    ["left", GROUP, "inbound"],
    ["member", PRIVATE, "membership"],
    ["administrator", GROUP, "inbound"],
    ["left", { id: -1_009, type: "channel" }, "membership"],
  ])("%s in %o: %s", (status, chat, expected) => expect(what(read(changed(status, chat)))).toBe(expected));

  it("a blocked bot knows that the person left", () => {
    expect(read(changed("kicked", PRIVATE))).toMatchObject({
      inbound: { key: "u10", chat: "5512087463", content: { kind: "left" } },
    });
  });
});

describe("who comes into a group", () => {
  const NEW = { id: 5_512_087_777, is_bot: false, first_name: "Người", last_name: "Mới" };
  const changed = (before: object | undefined, now: object, chat: object = GROUP) => ({
    update_id: 11,
    chat_member: {
      chat,
      from: OFFICER,
      date: 1_763_875_200,
      ...(before !== undefined && { old_chat_member: { user: NEW, ...before } }),
      new_chat_member: { user: NEW, ...now },
    },
  });
  const OUT = { status: "left" };

  it.each([
    ["joins", OUT, { status: "member" }],
    ["comes back restricted", { status: "kicked", until_date: 0 }, { status: "restricted", is_member: true }],
    ["joins and nothing is known before", undefined, { status: "member" }],
    ["becomes an administrator", { status: "member" }, { status: "administrator" }],
  ])("%s: told", (_, before, now) => {
    expect(read(changed(before, now))).toMatchObject({
      inbound: { sender: "5512087777", isPrivate: false, content: { kind: "joined" } },
    });
  });

  it.each([
    ["leaves", { status: "member" }, OUT, GROUP],
    ["is restricted outside", OUT, { status: "restricted", is_member: false }, GROUP],
    ["stays what they were", { status: "member" }, { status: "member" }, GROUP],
    ["joins a channel", OUT, { status: "member" }, { id: -1_009, type: "channel" }],
  ])("%s: nothing to tell", (_, before, now, chat) => {
    expect(what(read(changed(before, now, chat)))).toBe("membership");
  });

  it("is called by name in the duty group only", () => {
    const update = changed(OUT, { status: "member" });
    expect(read(update, { ...BOT, dutyChat: String(GROUP.id) })).toMatchObject({
      inbound: { senderName: "Người Mới" },
    });
    expect(JSON.stringify(read(update, { ...BOT, dutyChat: "-1" }))).not.toContain("Người Mới");
    expect(JSON.stringify(read(said({ text: "a" })))).not.toContain("Hà");
  });

  it("what the bot may do in a group is told with its standing", () => {
    const standing = (now: object) => ({
      update_id: 12,
      my_chat_member: { chat: GROUP, from: OFFICER, date: 1, new_chat_member: { user: ME, ...now } },
    });
    const may = (mayRemove: boolean) => ({ inbound: { content: { kind: "standing", mayRemove } } });
    expect(read(standing({ status: "administrator", can_restrict_members: true }))).toMatchObject(may(true));
    expect(read(standing({ status: "administrator" }))).toMatchObject(may(false));
    expect(read(standing({ status: "member" }))).toMatchObject(may(false));
  });
});

describe("what isn't for us", () => {
  it.each([
    ["an edit", { edited_message: { message_id: 1 } }, "edited"],
    ["a channel's post", { channel_post: { message_id: 1 } }, "channel"],
    ["a poll's answer", { poll_answer: {} }, "other"],
    ["a kind of tomorrow", { telepathy: {} }, "other"],
  ])("%s is ignored", (_, update, expected) =>
    expect(what(read({ update_id: 3, ...update }))).toBe(expected),
  );

  it.each([
    [undefined],
    [null],
    [[]],
    ["text"],
    [{ update_id: "3" }],
    [{ update_id: 3 }],
    [{ update_id: 3, message: {} }],
    [{ update_id: 2 ** 53, poll: {} }],
    [said({ text: "x" }, { ...PRIVATE, id: 5.5 })],
    [{ message: said({ text: "x" }).message }],
  ])("%j is no update", (body) => expect(read(body)).toEqual({ kind: "invalid" }));

  it("never throws, whatever the JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(["inbound", "ignored", "invalid"]).toContain(read(body).kind);
      }),
    );
  });

  it("never throws where a message has any content, and an inbound always has its ids", () => {
    const fields = ["text", "caption", "photo", "video", "document", "location", "venue", "reply_to_message"];
    const message = fc.dictionary(fc.constantFrom(...fields, "from", "sender_chat"), fc.jsonValue());
    fc.assert(
      fc.property(message, (more) => {
        const reading = read(said(more));
        if (reading.kind === "inbound") expect(reading.inbound.sender).toMatch(/^-?\d+$/);
      }),
    );
  });
});

function media(kind: string, ref: string) {
  return { kind: "media", media: [{ kind, ref }] };
}

describe("words put right", () => {
  const edited = (type: string) => ({
    update_id: 9,
    edited_message: {
      message_id: 5,
      date: 1_763_875_200,
      edit_date: 1_763_875_300,
      chat: { id: type === "private" ? 7 : -100, type },
      from: { id: 7, is_bot: false },
      text: "ở chợ Đông Kinh",
    },
  });

  it("are told apart from new ones, in a private chat", () => {
    expect(readUpdate(edited("private"), { id: "138000138" })).toMatchObject({
      kind: "inbound",
      inbound: { key: "u9", content: { kind: "edited", text: "ở chợ Đông Kinh" } },
    });
    expect(readUpdate(edited("supergroup"), { id: "138000138" })).toMatchObject({
      kind: "ignored",
      what: "edited",
    });
  });
});
