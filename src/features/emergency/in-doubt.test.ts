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
  return { ...contextOf("nhà bên có mùi khét"), reading: { ...reading, doubt, learned: reading.learned } };
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

  it("stays as it is where plainly a wrong is told, and hardly a danger", async () => {
    const told = (danger: number) => {
      const { reading, ...rest } = context(DOUBT);
      const acts = [{ is: "tell" as const, p: 0.97 }];
      const incidents = [{ is: "theft" as const, p: 0.99 }];
      const learned = { ...reading.learned, acts, incidents, danger };
      return { ...rest, reading: { ...reading, doubt: DOUBT, incident: "theft" as const, learned } };
    };
    expect((await inDoubt(answers).take(told(0.1)))?.replies).toEqual([ANSWER, ANSWER]);
    expect((await inDoubt(answers).take(told(0.4)))?.replies[0]).not.toEqual(ANSWER);
  });

  it("is the same answer where there is none", async () => {
    expect((await inDoubt(answers).take(context(null)))?.replies).toEqual([ANSWER, ANSWER]);
    expect(await inDoubt(passes).take(context(DOUBT))).toBeNull();
  });
});
