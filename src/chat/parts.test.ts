import { describe, expect, it } from "vitest";
import type { Inbound, InboundContent, MediaKind } from "../messaging/inbound.ts";
import { isUrgent } from "../reading/urgent.ts";
import { joined, PART_WAIT, waitOf } from "./parts.ts";

const ALARM = "cháy nhà cứu với";
const AT = 1_763_875_200_000;

function message(content: InboundContent, more: Partial<Inbound> = {}): Inbound {
  return { key: "a", channel: "telegram", chat: "7", sender: "7", isPrivate: true, at: AT, content, ...more };
}
const photo = (
  caption?: string,
  album: string | undefined = "al",
  kind: MediaKind = "image",
): InboundContent => ({
  kind: "media",
  media: [{ kind, ref: `${caption}` }],
  ...(caption !== undefined && { caption }),
  ...(album !== "" && { album }),
});
const words = (text: string): InboundContent => ({ kind: "text", text });
const cut = { mayGoOn: true } as const;

describe("a danger is seen wherever its words stand", () => {
  it.each([
    ["typed", words(ALARM)],
    ["a caption", photo(ALARM)],
    ["an edit", { kind: "edited", text: ALARM }],
    ["a place's name", { kind: "location", lat: 1, lng: 1, label: ALARM }],
  ] as const)("%s", (_, content) => expect(isUrgent(message(content))).toBe(true));

  it.each([
    ["no words", photo()],
    ["a tapped button", { kind: "text", text: ALARM, tapped: true }],
    ["an operator's", { kind: "operator", text: ALARM }],
  ] as const)("%s: none", (_, content) => expect(isUrgent(message(content))).toBe(false));
});

describe("what waits for more of it", () => {
  it.each([
    ["a photo of an album", message(photo("ở chợ")), PART_WAIT],
    ["a video of an album", message(photo(undefined, "al", "video")), PART_WAIT],
    ["a text that may go on", message(words("dài"), cut), PART_WAIT],
    ["a photo alone", message(photo("ở chợ", "")), 0],
    ["a short text", message(words("xin chào")), 0],
    ["a document of an album", message(photo(undefined, "al", "file")), 0],
    ["a photo in a group", message(photo(), { isPrivate: false }), 0],
    ["a photo with a danger", message(photo(ALARM)), 0],
    ["a long text with a danger", message(words(ALARM), cut), 0],
  ])("%s", (_, inbound, wait) => expect(waitOf(inbound)).toBe(wait));
});

describe("parts of one message", () => {
  it("an album is one message with every photo and every caption, under the first key", () => {
    const first = joined(message(photo()), message(photo("ở chợ"), { key: "b" }));
    const whole = first && joined(first, message(photo("tối qua"), { key: "c" }));
    expect(whole).toMatchObject({ key: "a", content: { album: "al", caption: "ở chợ\ntối qua" } });
    expect(whole?.content.kind === "media" && whole.content.media).toHaveLength(3);
  });

  it("a text that was cut is one message, which may go on again", () => {
    const first = message(words("phần một"), { ...cut, repliedTo: "4" });
    const two = joined(first, message(words("phần hai"), { key: "b", at: AT + 1_000, ...cut }));
    expect(two).toMatchObject({
      key: "a",
      repliedTo: "4",
      mayGoOn: true,
      content: { text: "phần một\nphần hai" },
    });
    const three = two && joined(two, message(words("hết"), { key: "c" }));
    expect(three).toMatchObject({ content: { text: "phần một\nphần hai\nhết" } });
    expect(three).not.toHaveProperty("mayGoOn");
  });

  it.each([
    ["another album", message(photo()), message(photo("x", "other"))],
    ["words behind an album", message(photo()), message(words("x"))],
    ["a document in an album", message(photo()), message(photo("x", "al", "file"))],
    ["short messages within seconds", message(words("alo")), message(words("có ai không"))],
    ["a command", message(words("x"), cut), message(words("/baocao"))],
    ["a tap", message(words("x"), cut), message({ kind: "text", text: "gửi", tapped: true })],
    ["a reply to us", message(words("x"), cut), message(words("y"), { repliedTo: "4" })],
    ["a later message", message(words("x"), cut), message(words("y"), { at: AT + 2_000 })],
    ["somebody else's words", message(words("x"), cut), message(words("y"), { forwarded: true })],
    ["another writer", message(photo()), message(photo(), { sender: "8" })],
    ["more words than a client sends", message(words("x".repeat(39_999)), cut), message(words("yy"))],
  ])("%s is no part", (_, first, next) => expect(joined(first, next)).toBeNull());
});
