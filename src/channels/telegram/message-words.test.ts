import { describe, expect, it } from "vitest";
import { readUpdate } from "./update.ts";

const BOT = { id: "138000138", username: "troly138_bot" };
const US = { id: 138_000_138, is_bot: true, first_name: "Trợ lý" };
const PERSON = { id: 7, is_bot: false, first_name: "Hà" };
const ALARM = "cháy nhà ở chợ, cứu với";

const read = (content: object, kind = "message") =>
  readUpdate(
    {
      update_id: 1,
      [kind]: {
        message_id: 5,
        date: 1_763_875_200,
        chat: { id: 7, type: "private" },
        from: PERSON,
        ...content,
      },
    },
    BOT,
    0,
  );

function inbound(content: object, kind?: string) {
  const reading = read(content, kind);
  if (reading.kind !== "inbound") throw new Error(JSON.stringify(reading));
  return reading.inbound;
}

function words(content: object): string | undefined {
  const { content: said } = inbound(content);
  return said.kind === "text" ? said.text : said.kind === "media" ? said.caption : undefined;
}

const paragraph = (text: unknown) => ({ type: "paragraph", text });
const rich = (...blocks: unknown[]) => ({ rich_message: { blocks } });
const elsewhere = { origin: { type: "channel", date: 1, chat: { id: -5, type: "channel", title: "Kênh" } } };

describe("every word that a message carries", () => {
  it.each([
    ["rich text", rich(paragraph(ALARM)), ALARM],
    [
      "rich text in pieces, on one line",
      rich(
        paragraph([
          "cháy ",
          { type: "bold", text: ["nhà", { type: "italic", text: " ở chợ" }] },
          ", cứu với",
        ]),
      ),
      ALARM,
    ],
    [
      "a rich list, a quotation, a table and details",
      rich(
        { type: "list", items: [{ label: "•", blocks: [paragraph("một")] }] },
        { type: "blockquote", blocks: [paragraph("hai")] },
        { type: "table", cells: [[{ text: "ba" }, { text: { type: "bold", text: "bốn" } }]] },
        { type: "details", summary: "năm", blocks: [paragraph("sáu")] },
        { type: "photo", photo: [], caption: { text: "bảy" } },
        { type: "divider" },
      ),
      "một\nhai\nba\nbốn\nnăm\nsáu\nbảy",
    ],
    [
      "a checklist",
      {
        checklist: {
          title: "Trình báo mất xe",
          tasks: [
            { id: 1, text: "Ở chợ" },
            { id: 2, text: "Lúc tám giờ" },
          ],
        },
      },
      "Trình báo mất xe\nỞ chợ\nLúc tám giờ",
    ],
    ["a poll", { poll: { id: "1", question: ALARM, options: [{ text: "có" }] } }, `${ALARM}\ncó`],
    ["a live photo alone", { live_photo: { file_id: "l", duration: 3 }, caption: ALARM }, ALARM],
    ["a video note", { video_note: { file_id: "r" }, caption: ALARM }, ALARM],
    [
      "paid media",
      { paid_media: { star_count: 1, paid_media: [{ type: "preview" }] }, caption: ALARM },
      ALARM,
    ],
    ["a story", { story: { id: 1, chat: { id: 9, title: "Hà" } }, caption: ALARM }, ALARM],
    ["a gift's note", { gift: { gift: { id: "g", sticker: { emoji: "🎁" } }, text: ALARM } }, ALARM],
    ["a giveaway", { giveaway: { chats: [{ title: "Kênh" }], prize_description: "Xe máy" } }, "Xe máy"],
    ["a game", { game: { title: "Đua xe", description: "Vui", text: "Chơi" } }, "Đua xe\nChơi\nVui"],
    ["a kind of tomorrow", { hologram: { title: ALARM } }, ALARM],
    ["forwarded words", { text: ALARM, forward_origin: { type: "hidden_user", date: 1 } }, ALARM],
    [
      "an address behind words",
      {
        text: "Bấm đây",
        entities: [{ type: "text_link", offset: 0, length: 7, url: "https://xau.example/a" }],
      },
      "Bấm đây\nhttps://xau.example/a",
    ],
    [
      "an address that stands there already",
      { text: "https://a.example", link_preview_options: { url: "https://a.example" } },
      "https://a.example",
    ],
    [
      "what is quoted from elsewhere, after its own",
      {
        text: "có phải lừa đảo không",
        quote: { text: "Anh chuyển tiền ngay", position: 0 },
        external_reply: elsewhere,
      },
      "có phải lừa đảo không\nAnh chuyển tiền ngay",
    ],
    [
      "a checklist that is replied to elsewhere",
      {
        text: "thế này là sao",
        external_reply: { ...elsewhere, checklist: { title: "Việc", tasks: [{ text: "Nộp tiền" }] } },
      },
      "thế này là sao\nViệc\nNộp tiền",
    ],
    [
      "no quote of us",
      { text: "nghĩa là gì", quote: { text: "Gọi ngay 114" }, reply_to_message: { message_id: 4, from: US } },
      "nghĩa là gì",
    ],
    [
      "a command stands alone",
      { text: "/baocao", quote: { text: "Anh chuyển tiền ngay" }, external_reply: elsewhere },
      "/baocao",
    ],
    ["no title of a song or a chat", { audio: { file_id: "a", title: "Cháy nhà" } }, undefined],
  ])("%s", (_, content, expected) => expect(words(content)).toBe(expected));

  it("is bounded, however deep and long", () => {
    let deep: unknown = paragraph(ALARM);
    for (let i = 0; i < 5_000; i++) deep = { type: "blockquote", blocks: [deep] };
    expect(inbound(rich(deep)).content).toEqual({ kind: "unsupported", what: "rich_message" });
    expect(
      words(rich(...Array.from({ length: 3_000 }, (_, i) => paragraph(`đoạn ${i}`))))?.length,
    ).toBeLessThanOrEqual(10_000);
  });
});

describe("an odd optional field", () => {
  it.each([
    ["entities", null],
    ["entities", [{ url: 5 }]],
    ["quote", "x"],
    ["quote", { text: 5 }],
    ["external_reply", []],
    ["link_preview_options", 3],
    ["from", null],
    ["from", { id: "7" }],
    ["sender_chat", null],
    ["pinned_message", null],
    ["migrate_to_chat_id", null],
    ["forward_date", null],
    ["via_bot", null],
    ["checklist", null],
    ["reply_to_message", { message_id: 4, from: {} }],
    ["caption", 4],
    ["photo", []],
    ["media_group_id", 5],
  ])("%s %j costs only itself", (field, value) => {
    expect(inbound({ text: ALARM, [field]: value })).toMatchObject({
      sender: "7",
      content: { kind: "text", text: ALARM },
    });
    expect(inbound({ text: ALARM, [field]: value })).not.toHaveProperty("forwarded");
  });

  it("of an update costs only itself", () => {
    expect(
      readUpdate(
        {
          update_id: 1,
          callback_query: null,
          message: { message_id: 5, date: 1, chat: { id: 7, type: "private" }, text: ALARM },
        },
        BOT,
        0,
      ),
    ).toMatchObject({ inbound: { content: { text: ALARM } } });
  });

  it("a writer in a group who can't be read is nobody, and so is a chat", () => {
    const group = { chat: { id: -9, type: "group" }, text: "/tin" };
    expect(inbound({ ...group, from: { id: "7" } })).toMatchObject({ sender: "-9", impersonal: "chat" });
    expect(inbound({ ...group, sender_chat: "x" })).toMatchObject({ sender: "0", impersonal: "chat" });
  });
});

describe("a kind without words", () => {
  it.each([
    ["contact", { phone_number: "+8490", first_name: "Cháy nhà" }],
    ["dice", { emoji: "🎲", value: 3 }],
    ["story", { id: 1, chat: { id: 9, title: "Cháy nhà" } }],
    ["web_app_data", { data: "{}", button_text: "Gửi" }],
    ["paid_media", { star_count: 1, paid_media: [] }],
    ["giveaway", { chats: [] }],
  ])("%s gets a word", (what, value) =>
    expect(inbound({ [what]: value }).content).toEqual({ kind: "unsupported", what }),
  );
});

describe("an edit", () => {
  it.each([
    ["of a text", { text: "ở chợ" }, "ở chợ"],
    ["of a caption", { photo: [{ file_id: "p" }], caption: "ở chợ" }, "ở chợ"],
    ["of rich text", rich(paragraph("ở chợ")), "ở chợ"],
    ["of what begins a report", { text: "/baocao@troly138_bot mất xe" }, "mất xe"],
  ])("%s brings the new words", (_, content, text) =>
    expect(inbound(content, "edited_message").content).toEqual({ kind: "edited", text }),
  );

  it.each([
    ["a command", { text: "/baocao" }],
    ["a command with the bot's name", { text: "/solieu@troly138_bot năm 2022" }],
    ["a photo without words", { photo: [{ file_id: "p" }] }],
    ["a live location", { location: { latitude: 21, longitude: 106 } }],
    ["a venue", { venue: { location: { latitude: 21, longitude: 106 }, title: "Chợ" } }],
    ["a sticker", { sticker: {} }],
  ])("of %s is nothing", (_, content) =>
    expect(read(content, "edited_message")).toMatchObject({ what: "edited" }),
  );
});

describe("messages of others' business", () => {
  it.each(["business_message", "edited_business_message", "guest_message", "chat_boost", "message_reaction"])(
    "%s is ignored",
    (kind) => expect(read({ text: ALARM }, kind)).toMatchObject({ kind: "ignored", what: "other" }),
  );
});

it("a long text may go on in the next message", () => {
  expect(inbound({ text: "a".repeat(2_049) })).toMatchObject({ mayGoOn: true });
  expect(inbound({ text: "a".repeat(2_048) })).not.toHaveProperty("mayGoOn");
  expect(inbound({ text: "a".repeat(4_096) }, "edited_message")).not.toHaveProperty("mayGoOn");
});
