import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHtml } from "../../../test/telegram/parse-html.ts";
import { type Block, list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import { decodePart, type MessagePayload } from "./part.ts";
import { MAX_TEXT, renderReply } from "./telegram-render.ts";

function payloads(reply: Reply, to: { replyTo?: string } = {}): MessagePayload[] {
  return renderReply(reply, to).map((part) => {
    const decoded = decodePart(part);
    if (decoded === null || decoded.method === "sendMedia") throw new Error(part.body);
    return decoded.payload;
  });
}

const html = (...blocks: Block[]) => payloads({ blocks }).map((payload) => payload.text);

describe("a protected reply", () => {
  it("says so in every part, also of its files", () => {
    const bodies = renderReply(
      { blocks: [text("a".repeat(5_000))], attachments: [{ key: "k", kind: "image" }], protect: true },
      {},
    ).map(({ body }) => JSON.parse(body) as { method: string; payload?: object; protect?: boolean });
    expect(
      bodies.map(
        ({ payload, protect }) => protect ?? (payload as { protect_content?: true }).protect_content,
      ),
    ).toEqual([true, true, true]);
    expect(JSON.stringify(renderReply({ blocks: [text("a")] }, {}))).not.toContain("protect");
  });
});

it("shows no buttons to call: a number in the words can be tapped", () => {
  const reply = { blocks: [strong("Gọi ngay 114")] };
  expect(renderReply({ ...reply, calls: [{ label: "114", phone: "114" }] }, {})).toEqual(
    renderReply(reply, {}),
  );
});

describe("blocks", () => {
  it("what must be seen first is bold, a list has its dots, a source is in italics with its link", () => {
    expect(
      html(
        strong("Gọi ngay 113"),
        list("một", "hai"),
        source("Luật <số> 1 & 2", "https://vbpl.vn/a?b=1&c=2"),
        source("Báo cáo"),
      ),
    ).toEqual([
      "<b>Gọi ngay 113</b>\n\n• một\n• hai\n\n" +
        '<i>Nguồn: <a href="https://vbpl.vn/a?b=1&amp;c=2">Luật &lt;số&gt; 1 &amp; 2</a></i>\n<i>Nguồn: Báo cáo</i>',
    ]);
  });

  it.each(["javascript:alert(1)", "tg://user?id=1", "không phải địa chỉ", 'https://a.vn/" onclick="x'])(
    "links to nothing but the web: %s",
    (url) => {
      const links = html(source("Nguồn tin", url)).flatMap((part) => parseHtml(part).links);
      expect(links.every((link) => /^https:\/\/a\.vn\/[^"]*$/.test(link))).toBe(true);
    },
  );

  it("a narrow table stands in columns, numbers to the right", () => {
    const table: Block = {
      kind: "table",
      header: ["Cấp", "Số"],
      rows: [
        ["Xã", "1.686"],
        ["Phường", "41"],
      ],
    };
    expect(html(table)).toEqual(["<pre>Cấp        Số\nXã      1.686\nPhường     41</pre>"]);
  });

  it("a wide table becomes a list that a phone can break", () => {
    const table: Block = {
      kind: "table",
      header: ["Đơn vị", "Đạt chuẩn", "Tỷ lệ"],
      rows: [["Khu dân cư toàn tỉnh Lạng Sơn", "1.686/1.727", "97,63%"]],
    };
    expect(html(table)).toEqual(["• Khu dân cư toàn tỉnh Lạng Sơn; Đạt chuẩn: 1.686/1.727; Tỷ lệ: 97,63%"]);
  });

  it("says nothing where there is nothing to say", () => {
    expect(html(text(" \n\u200b"), strong(""))).toEqual([]);
  });
});

describe("parts", () => {
  it("a reply goes out in one message where it fits", () => {
    expect(html(text("a".repeat(2_000)), text("b".repeat(2_094)))).toHaveLength(1);
    expect(html(text("a".repeat(2_000)), text("b".repeat(2_095)))).toHaveLength(2);
  });

  it("a block that fits into one message isn't torn", () => {
    const [first, second] = html(text("a".repeat(3_000)), list("b".repeat(1_500), "c".repeat(1_500)));
    expect(first).toBe("a".repeat(3_000));
    expect(second).toMatch(/^• b+\n• c+$/);
  });

  it("is cut before it is escaped: an ampersand is one character, whatever it takes to write", () => {
    const parts = html(strong("&".repeat(MAX_TEXT + 1)));
    expect(parts.map((part) => parseHtml(part).text.length)).toEqual([MAX_TEXT, 1]);
  });

  it("no part begins with half a character", () => {
    const parts = html(text("🚒".repeat(MAX_TEXT)));
    expect(parts.every((part) => part.isWellFormed() && parseHtml(part).text.startsWith("🚒"))).toBe(true);
  });

  it("shows no preview of a link, and answers a message only where asked to, once", () => {
    const long = { blocks: [text("a ".repeat(5_000))] };
    expect(payloads(long)[0]).toMatchObject({ link_preview_options: { is_disabled: true } });
    expect(payloads(long)[0]).not.toHaveProperty("reply_parameters");
    expect(payloads(long, { replyTo: "912" }).map((part) => part.reply_parameters)).toEqual([
      { message_id: 912, allow_sending_without_reply: true },
      undefined,
      undefined,
    ]);
  });
});

describe("buttons", () => {
  const reply = (...buttons: { label: string; payload: string }[]): Reply => ({
    blocks: [text("a ".repeat(3_000))],
    buttons,
  });
  const labels = (part: MessagePayload | undefined) =>
    part?.reply_markup?.inline_keyboard.map((row) => row.map((button) => button.text));

  it("hang on the last part, two in a row where they are short", () => {
    const parts = payloads(
      reply(
        { label: "Báo tin", payload: "/baocao" },
        { label: "Tra cứu", payload: "/tracuu" },
        { label: "Tiêu chuẩn khu dân cư an toàn", payload: "tiêu chuẩn khu dân cư" },
        { label: "Số liệu", payload: "/solieu" },
      ),
    );
    expect(parts.map(labels)).toEqual([
      undefined,
      [["Báo tin", "Tra cứu"], ["Tiêu chuẩn khu dân cư an toàn"], ["Số liệu"]],
    ]);
  });

  it("a payload of more than 64 bytes is offered for typing instead of being shortened", () => {
    const fits = "ả".repeat(21);
    const long = "ả".repeat(22);
    const [, last] = payloads(reply({ label: "Vừa", payload: fits }, { label: "Dài", payload: long }));
    expect(labels(last)).toEqual([["Vừa"]]);
    expect(last?.reply_markup?.inline_keyboard[0]?.[0]?.callback_data).toBe(fits);
    expect(last?.text).toContain(`• Dài: gõ “${long}”`);
  });

  it("without a word above them still go out", () => {
    const parts = payloads({ blocks: [], buttons: [{ label: "Bắt đầu", payload: "/start" }] });
    expect(parts.map(labels)).toEqual([[["Bắt đầu"]]]);
    expect(parts[0]?.text.trim()).not.toBe("");
  });
});

describe("any reply", () => {
  const nasty = fc.constantFrom(
    "<b>",
    "&amp;",
    "</i>",
    "&",
    "🚒",
    "e\u0323\u0302",
    '"',
    "<a href=x>",
    "\n\n",
    " ",
    "\ud83d",
  );
  const piece = fc.oneof(nasty, fc.string({ unit: "binary" }), fc.lorem());
  const words = fc
    .tuple(fc.array(piece, { maxLength: 8 }), fc.integer({ min: 1, max: 700 }))
    .map(([pieces, times]) => pieces.join("").repeat(times).slice(0, 9_000));
  const block: fc.Arbitrary<Block> = fc.oneof(
    words.map(text),
    words.map(strong),
    fc.array(words, { maxLength: 3 }).map((items) => list(...items)),
    fc.tuple(words, fc.option(fc.webUrl(), { nil: undefined })).map(([value, url]) => source(value, url)),
    fc
      .tuple(fc.array(piece, { maxLength: 3 }), fc.array(fc.array(piece, { maxLength: 3 }), { maxLength: 5 }))
      .map(([header, rows]) => ({ kind: "table", header, rows }) as const),
  );
  const button = fc.record({ label: piece, payload: piece });

  it("becomes valid HTML within the limits, and never an empty message", () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 4 }),
        fc.array(button, { maxLength: 5 }),
        (blocks, buttons) => {
          for (const { text: part, reply_markup: keyboard } of payloads({ blocks, buttons })) {
            const { text: parsed } = parseHtml(part);
            expect(parsed.length).toBeLessThanOrEqual(MAX_TEXT);
            expect(parsed.trim()).not.toBe("");
            expect(part.isWellFormed()).toBe(true);
            for (const { callback_data: data } of keyboard?.inline_keyboard.flat() ?? []) {
              expect(new TextEncoder().encode(data).length).toBeLessThanOrEqual(64);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("keeps every letter of a text, in order", () => {
    const letters = (value: string) => value.match(/[\p{L}\p{N}]/gu)?.join("") ?? "";
    fc.assert(
      fc.property(words, (value) => {
        const sent = html(text(value)).map((part) => parseHtml(part).text);
        expect(letters(sent.join("\n"))).toBe(letters(value.toWellFormed()));
      }),
      { numRuns: 60 },
    );
  });
});

describe("attachments", () => {
  const photo = (n: number) => ({ key: `m${n}`, kind: "image" as const });
  const sizes = (reply: Reply) =>
    renderReply(reply, {}).map((part) => {
      const decoded = decodePart(part);
      return decoded?.method === "sendMedia" ? decoded.attachments.length : decoded?.method;
    });

  it("follow the words, photos and videos in albums of ten", () => {
    const attachments = [
      ...Array.from({ length: 12 }, (_, n) => photo(n)),
      { key: "v", kind: "video" as const },
    ];
    expect(sizes({ blocks: [text("Ảnh")], attachments })).toEqual(["sendMessage", 10, 3]);
  });

  it("other files go one by one", () => {
    const attachments = [{ key: "a", kind: "file" as const }, photo(1), { key: "b", kind: "audio" as const }];
    expect(sizes({ blocks: [], attachments })).toEqual([1, 1, 1]);
  });
});
