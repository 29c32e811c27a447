import { describe, expect, it } from "vitest";
import { contextOf } from "../../../test/turn-context.ts";
import { plainText } from "../../messaging/reply.ts";
import { DANGER_KINDS, type DangerKind, NUMBERS_OF } from "../../reader/names/danger.ts";
import { readMessage } from "../../reading/read-message.ts";
import { dangerReply, emergency } from "./emergency-feature.ts";
import { OPEN_DANGER } from "./open-danger.ts";

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

describe("a danger that is told on", () => {
  /** What an alarm of this kind becomes in an open danger. */
  async function within(before: DangerKind, kind: DangerKind, typed: string, p = 0.95) {
    const numbers = NUMBERS_OF[before];
    const session = OPEN_DANGER.with({ kind: before, numbers, at: 0, said: 1 });
    const context = contextOf(typed, { session, matter: "danger" });
    const learned = {
      ...context.reading.learned,
      acts: [{ is: "danger", p: 0.95 }],
      kinds: [{ is: kind, p }],
    } as const;
    const danger = { kind, numbers: [...NUMBERS_OF[kind], "111"], language: "vi" } as const;
    const taken = await emergency.take({ ...context, reading: { ...context.reading, learned, danger } });
    return OPEN_DANGER.of(taken?.session ?? {});
  }

  it.each([
    ["snakebite", "unconscious", "bố lả đi, không nhìn thấy gì nữa"],
    ["violence", "fire", "có đứa tưới xăng khắp chỗ đó đòi đốt"],
    ["buried", "missingPerson", "mẹ em còn đang lùa lợn chưa thấy ra"],
    ["buried", "flood", "nước khe tự nhiên đục ngầu"],
    ["gas", "breakIn", "thấy một bàn tay dưới cửa, gọi không ai thưa"],
  ] as const)("stays %s where it is read as %s: %s", async (before, kind, typed) =>
    expect((await within(before, kind, typed))?.kind).toBe(before),
  );

  it("becomes another where that is sure, and is joined by no number that nothing told asks for", async () => {
    expect((await within("violence", "fire", "cháy nhà rồi, lửa to lắm"))?.kind).toBe("fire");
    expect((await within("roadCrash", "weapon", "nó cầm dao xuống xe đòi chém bố em", 0.98))?.kind).toBe(
      "weapon",
    );
    expect((await within("snakebite", "unconscious", "bố lả đi"))?.numbers).toEqual(["115"]);
  });
});
