import { describe, expect, it } from "vitest";
import { plainText } from "../../messaging/reply.ts";
import type { DangerKind } from "../../reading/danger/danger.ts";
import { readMessage } from "../../reading/read-message.ts";
import { dangerReply } from "./emergency-feature.ts";
import { DANGER_WORDS } from "./emergency-wording.ts";

const replyTo = (message: string) => {
  const danger = readMessage(message).danger;
  return danger === null ? "" : plainText(dangerReply(danger));
};

describe("dangerReply", () => {
  it("names every number in the first line, the one that leads first", () => {
    const [line = ""] = replyTo("cháy nhà có người bị bỏng nặng").split("\n");
    expect(line.match(/11[1-5]/gu)).toEqual(["114", "115"]);
  });

  it.each(Object.keys(DANGER_WORDS) as DangerKind[])("%s: short steps and no promise", (kind) => {
    const { steps, tell } = DANGER_WORDS[kind];
    expect(steps.length).toBeLessThanOrEqual(4);
    expect(tell).not.toBe("");
    const reply = plainText(dangerReply({ kind, numbers: ["113"], language: "vi" }));
    expect(reply.length).toBeLessThan(800);
    expect(reply).not.toMatch(/sẽ đến|đã báo|đang đến|phút nữa/u);
    expect(reply).toContain("không gọi thay được");
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
