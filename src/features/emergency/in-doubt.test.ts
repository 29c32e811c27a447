import { describe, expect, it } from "vitest";
import { contextOf } from "../../../test/turn-context.ts";
import { plainText, type Reply, text } from "../../messaging/reply.ts";
import { readMessage } from "../../reading/read-message.ts";
import type { Feature } from "../../turn/feature.ts";
import { inDoubt } from "./in-doubt.ts";

const ANSWER: Reply = { blocks: [text("Câu trả lời.")] };
const answers: Feature = { name: "answers", take: () => ({ replies: [ANSWER, ANSWER] }) };
const passes: Feature = { name: "passes", take: () => null };

const DOUBT = { kind: "fire", numbers: ["114", "115"], language: "vi" } as const;
const context = (doubt: typeof DOUBT | null) => {
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

  it("is the same answer where there is none", async () => {
    expect((await inDoubt(answers).take(context(null)))?.replies).toEqual([ANSWER, ANSWER]);
    expect(await inDoubt(passes).take(context(DOUBT))).toBeNull();
  });
});
