import { describe, expect, it } from "vitest";
import { plainText } from "../../messaging/reply.ts";
import { DANGER_KINDS } from "../../reader/names/danger.ts";
import { readMessage } from "../../reading/read-message.ts";
import { dangerReply } from "./emergency-feature.ts";

const replyTo = (message: string) => {
  const danger = readMessage(message).danger;
  return danger === null ? "" : plainText(dangerReply(danger));
};

describe("dangerReply", () => {
  it("names every number in the first line, the one that leads first", () => {
    const [line = ""] = replyTo("cháy nhà có người bị bỏng nặng").split("\n");
    expect(line.match(/11[1-5]/gu)).toEqual(["114", "115"]);
  });

  it.each(DANGER_KINDS)("%s: whom to call, then steps, and that this machine can't call", (kind) => {
    const { blocks } = dangerReply({ kind, numbers: ["113"], language: "vi" });
    expect(blocks.map((block) => block.kind)).toEqual(["strong", "list", "text", "text", "source", "source"]);
    const [first = ""] = plainText({ blocks }).split("\n");
    expect(first).toMatch(/\b11[1-5]\b/u);
    expect(first).toContain("113");
    expect(plainText({ blocks })).toContain("không gọi thay được");
  });

  it("has each number to call for one tap, beside the words", () => {
    const { calls } = dangerReply({ kind: "heldAbroad", numbers: ["111"], language: "vi" });
    expect(calls?.map(({ phone }) => phone)).toEqual(["+84981848484", "113", "111"]);
    expect(dangerReply({ kind: "fire", numbers: ["114"], language: "en" }).calls).toEqual([
      { label: "114 (fire and rescue)", phone: "114" },
    ]);
  });

  it("asks one short question where the danger is unclear", () => {
    const reply = replyTo("co chuyen roi anh oi den ngay di");
    expect(reply).toContain("chuyện gì đang xảy ra, ở đâu, có ai bị thương không");
  });

  it("answers in the language of the cry", () => {
    expect(replyTo("help fire")).toMatch(/^Call now: 114/);
    expect(replyTo("救命")).toContain("113");
  });

  it("doesn't blame a child", () => {
    const reply = replyTo("bo chau hay danh chau bang day dien, chau 13 tuoi, chau so lam");
    expect(reply).toContain("không phải lỗi của cháu");
    expect(reply).toContain("giữ kín");
  });
});
