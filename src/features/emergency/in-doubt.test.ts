import { describe, expect, it } from "vitest";
import { contextOf } from "../../../test/turn-context.ts";
import { plainText, type Reply, text } from "../../messaging/reply.ts";
import type { Doubt } from "../../reading/danger/detect-danger.ts";
import { readMessage } from "../../reading/read-message.ts";
import type { Feature } from "../../turn/feature.ts";
import { inDoubt } from "./in-doubt.ts";

const ANSWER: Reply = { blocks: [text("Câu trả lời.")] };
const answers: Feature = { name: "answers", take: () => ({ replies: [ANSWER, ANSWER] }) };
const passes: Feature = { name: "passes", take: () => null };

const DOUBT = { kind: "fire", numbers: ["114", "115"], language: "vi", isNear: true } as const;
const context = (doubt: Doubt | null) => {
  const reading = readMessage("nhà bên có mùi khét");
  const learned = { ...reading.learned, acts: [{ is: "outside", p: 0.9 } as const] };
  return { ...contextOf("nhà bên có mùi khét"), reading: { ...reading, doubt, learned, incident: null } };
};

describe("an answer in doubt", () => {
  it("has the numbers in its first line, and stands whole below it", async () => {
    const result = await inDoubt(answers).take(context(DOUBT));
    const [first, second] = result?.replies ?? [];
    expect(first && plainText(first)).toBe(
      "Nếu có người đang gặp nguy: gọi 114 (cứu hỏa, cứu nạn), 115 (cấp cứu).\n\nCâu trả lời.",
    );
    expect(second).toBe(ANSWER);
  });

  it("is no cheerful word to thanks that may be a goodbye", async () => {
    const thanks: Feature = {
      name: "smalltalk",
      take: () => ({ replies: [{ blocks: [text("Rất vui được giúp.")] }] }),
    };
    const goodbye = { kind: "selfHarm", numbers: ["115", "113"], language: "vi", isNear: false } as const;
    const said = plainText((await inDoubt(thanks).take(context(goodbye)))?.replies[0] ?? ANSWER);
    expect(said).toMatch(/^Tôi đang nghe[^\n]*115[^\n]*113/u);
    expect(said).toContain("096 306 1414");
    expect(said).not.toContain("Rất vui");
    const other = plainText((await inDoubt(thanks).take(context(DOUBT)))?.replies[0] ?? ANSWER);
    expect(other).toContain("Rất vui");
  });

  it("is no advice on a wrong to who may have pills at hand", async () => {
    const theft: Feature = {
      name: "incidents",
      take: () => ({ replies: [{ blocks: [text("Giữ nguyên hiện trường.")] }] }),
    };
    const despair = { kind: "selfHarm", numbers: ["115", "113"], language: "vi", isNear: true } as const;
    const { reading, ...rest } = context(despair);
    const to = async (act: "danger" | "tell") => {
      const learned = { ...reading.learned, acts: [{ is: act, p: 0.9 }] };
      const said = await inDoubt(theft).take({ ...rest, reading: { ...reading, learned } });
      return plainText(said?.replies[0] ?? ANSWER);
    };
    expect(await to("danger")).not.toContain("hiện trường");
    expect(await to("danger")).toContain("096 306 1414");
    expect(await to("tell")).toContain("hiện trường");
  });

  it("is the advice on that danger where nothing is known and the message reads as one", async () => {
    const unknown: Feature = {
      name: "unknown",
      take: () => ({ replies: [{ blocks: [text("Tôi chưa có thông tin.")] }], events: ["not_known"] }),
    };
    const read = (act: "danger" | "outside", isNear = true) => {
      const { reading, ...rest } = context({ ...DOUBT, isNear });
      return {
        ...rest,
        reading: { ...reading, learned: { ...reading.learned, acts: [{ is: act, p: 0.9 }] } },
      };
    };
    const [alike] = (await inDoubt(unknown).take(read("danger")))?.replies ?? [];
    expect(alike && plainText(alike)).toMatch(/^Nếu có người đang gặp nguy: gọi 114[^\n]*\n\n• /u);
    expect(alike && plainText(alike)).not.toContain("Tôi chưa có thông tin");
    const [far] = (await inDoubt(unknown).take(read("danger", false)))?.replies ?? [];
    expect(far && plainText(far)).toMatch(
      /^Nếu có người đang gặp nguy: gọi 114[^\n]*\n\nTôi chưa chắc hiểu đúng/u,
    );
    const [calm] = (await inDoubt(unknown).take(read("outside")))?.replies ?? [];
    expect(calm && plainText(calm)).toContain("Tôi chưa chắc hiểu đúng");
  });

  describe("on a wrong that is told", () => {
    const advice: Reply = { blocks: [text("Không tự bắt giữ. Bị đe dọa: gọi ngay 113.")] };
    const advises: Feature = { name: "advises", take: () => ({ replies: [advice] }) };
    const told = (doubt: Doubt, danger = 0.1) => {
      const { reading, ...rest } = context(doubt);
      const learned = { ...reading.learned, acts: [{ is: "tell" as const, p: 0.97 }], danger };
      return { ...rest, reading: { ...reading, doubt, incident: "theft" as const, learned } };
    };
    const police: Doubt = { kind: "threat", numbers: ["113"], language: "vi", isNear: false };
    const firstOf = async (...given: Parameters<typeof told>) =>
      (await inDoubt(advises).take(told(...given)))?.replies[0];

    it("gives way to what helps where it is nearly an alarm, and the offer stays", async () => {
      const { reading, ...rest } = told({ kind: "fire", numbers: ["114"], language: "vi", isNear: true });
      const learned = { ...reading.learned, acts: [{ is: "danger" as const, p: 0.7 }] };
      const buttons = [{ label: "Báo tin này", payload: "x" }];
      const offers: Feature = { name: "wrong", take: () => ({ replies: [{ ...advice, buttons }] }) };
      const [reply] =
        (await inDoubt(offers).take({ ...rest, reading: { ...reading, learned } }))?.replies ?? [];
      expect(reply && plainText(reply)).toMatch(/^Nếu có người đang gặp nguy: gọi 114[^\n]*\n\n• Hô to/u);
      expect(reply?.buttons).toEqual(buttons);
    });

    it("stays as it is where the advice names the number itself", async () => {
      expect(await firstOf(police)).toEqual(advice);
    });

    it.each([
      ["the danger is nearly sure", { ...police, isNear: true }, 0.1],
      ["one part of it surely tells of a danger", { ...police, isOfPart: true as const }, 0.1],
      ["another number is needed", { ...police, numbers: ["115"] as const }, 0.1],
      ["much of it speaks of a danger", police, 0.8],
    ])("has the line where %s", async (_, doubt, danger) =>
      expect(await firstOf(doubt, danger)).not.toEqual(advice),
    );
  });

  it("is the same answer where there is none", async () => {
    expect((await inDoubt(answers).take(context(null)))?.replies).toEqual([ANSWER, ANSWER]);
    expect(await inDoubt(passes).take(context(DOUBT))).toBeNull();
  });
});
