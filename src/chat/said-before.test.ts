import { describe, expect, it } from "vitest";
import type { Inbound, InboundContent } from "../messaging/inbound.ts";
import { type Said, saysTheSame, withSaid } from "./said-before.ts";

const message = (content: InboundContent, more: Partial<Inbound> = {}): Inbound => ({
  key: "k",
  channel: "telegram",
  chat: "7",
  sender: "7",
  isPrivate: true,
  at: 1,
  messageId: "5",
  content,
  ...more,
});
const text = (words: string): InboundContent => ({ kind: "text", text: words });
const edit = (words: string, messageId = "5") => message({ kind: "edited", text: words }, { messageId });

describe("an edit", () => {
  const photo = { kind: "media", media: [], caption: "ở chợ" } as const;
  it.each([
    ["of a text", text("ở chợ")],
    ["of a caption", photo],
  ])("%s that changes no word is known", (_, content) => {
    const said = withSaid([], message(content));
    expect(saysTheSame(edit("ở chợ"), said)).toBe(true);
    expect(saysTheSame(edit("ở chợ!"), said)).toBe(false);
    expect(saysTheSame(edit("ở chợ", "6"), said)).toBe(false);
  });

  it("is compared with the last words, and back and forth is two changes", () => {
    const said = [text("một"), { kind: "edited", text: "hai" } as const].reduce<Said>(
      (before, content) => withSaid(before, message(content)),
      [],
    );
    expect(saysTheSame(edit("hai"), said)).toBe(true);
    expect(saysTheSame(edit("một"), said)).toBe(false);
  });

  it("a new message that says the same is no edit", () => {
    expect(saysTheSame(message(text("ở chợ")), withSaid([], message(text("ở chợ"))))).toBe(false);
  });
});

describe("what is kept of it", () => {
  it("is no word, of the last messages only", () => {
    const said = Array.from({ length: 50 }, (_, i) =>
      message(text(`chuyện riêng ${i}`), { messageId: `${i}` }),
    );
    const kept = said.reduce<Said>(withSaid, []);
    expect(kept).toHaveLength(20);
    expect(new Set(kept.map(([, hash]) => hash)).size).toBe(20);
    expect(JSON.stringify(kept)).not.toContain("riêng");
  });

  it.each([
    ["where nobody can edit", message(text("a"), { channel: "zalo" })],
    ["of a group", message(text("a"), { isPrivate: false })],
    ["of a tapped button", message({ kind: "text", text: "gửi", tapped: true })],
    ["without words", message({ kind: "sticker" })],
  ])("is nothing %s", (_, inbound) => expect(withSaid([], inbound)).toEqual([]));
});
