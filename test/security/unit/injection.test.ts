import { describe, expect, it } from "vitest";
import { renderReply as renderTelegram } from "../../../src/channels/telegram/telegram-render.ts";
import { renderReply as renderZalo } from "../../../src/channels/zalo/zalo-render.ts";
import { list, type Reply, source, strong, text } from "../../../src/messaging/reply.ts";
import { parseHtml } from "../../telegram/parse-html.ts";

/** What a person might put into a name, a place, a report, a file's name. */
const HOSTILE = [
  "<b>đậm</b>",
  '<a href="tg://user?id=1">x</a>',
  "</pre><code>x",
  "&lt;b&gt; &amp;amp; &#60;",
  '"><script>alert(1)</script>',
  "<tg-spoiler>ẩn",
  "**đậm** _nghiêng_ [x](http://x) `mã`",
  "a < b && c > d",
  "<!-- -->",
  "<b",
] as const;

const everywhere = (words: string): Reply => ({
  blocks: [
    strong(words),
    text(words),
    list(words, words),
    { kind: "table", header: ["A", words], rows: [[words, "1"]] },
    source(words, `https://example.vn/?q=${words}`),
  ],
  buttons: [{ label: words, payload: "/help" }],
});

const payloads = (reply: Reply) =>
  renderTelegram(reply, {}).map(
    ({ body }) => (JSON.parse(body) as { payload: { text: string } }).payload.text,
  );

describe("words of people in messages to officials", () => {
  it.each(HOSTILE)("%s is shown as it stands and is no markup", (words) => {
    for (const html of payloads(everywhere(words))) {
      expect(() => parseHtml(html)).not.toThrow();
      expect(html).not.toMatch(/<(?!\/?(?:b|i|pre)>|a href="https:\/\/example\.vn\/|\/a>)/u);
    }
    expect(
      payloads({ blocks: [text(words)] })
        .map((html) => parseHtml(html).text)
        .join(""),
    ).toBe(words.trim());
  });

  it.each(["javascript:alert(1)", "tg://resolve?domain=x", "data:text/html,x", " https://x y", "https://"])(
    "%s is no link",
    (url) => {
      for (const html of payloads({ blocks: [source("Nguồn", url)] })) expect(html).not.toContain("<a ");
    },
  );

  it("marks that turn or hide what is read are left out; emoji and Vietnamese stay whole", () => {
    const hidden = "\u202eexe.gpj\u202c\u200b\u2066x\u2069\u061c\ufeff";
    const kept = "Đường Trần Đăng Ninh 👨‍👩‍👧 🇻🇳 e\u0301";
    for (const render of [renderTelegram, (reply: Reply) => renderZalo(reply)]) {
      const bodies = render({ blocks: [text(`${hidden} ${kept}`)] }, {})
        .map(({ body }) => body)
        .join("");
      expect(bodies).not.toMatch(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u);
      expect(bodies).toContain("exe.gpjx");
      expect(bodies.normalize("NFC")).toContain(kept.normalize("NFC"));
    }
  });

  it("nothing but invisible marks is no message", () => {
    expect(renderTelegram({ blocks: [text("\u202e\u200b\u2066")] }, {})).toEqual([]);
  });

  it("Zalo gets plain text: nothing of it is markup there", () => {
    const [part] = renderZalo({ blocks: [text("**a** <b>c</b>")] });
    expect(JSON.parse(part?.body ?? "{}")).toMatchObject({ message: { text: "**a** <b>c</b>" } });
  });
});
