import { describe, expect, it } from "vitest";
import { z } from "zod";
import { breaches } from "../../../../test/advised.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { plainText } from "../../../messaging/reply.ts";
import { DANGER_KINDS } from "../../../reader/names/danger.ts";
import sources from "../advice/sources.json" with { type: "json" };
import rules from "../advice-rules.json" with { type: "json" };
import OFTEN_ASKED from "./often-asked.json" with { type: "json" };
import { answerWithin, preparedAnswer } from "./often-asked.ts";

const prepared = (kind: (typeof DANGER_KINDS)[number], question: string) =>
  plainText({ blocks: preparedAnswer(kind, readUtterance(question)) ?? [] });

describe("prepared answers", () => {
  it("name known kinds and sources, are short, and advise nothing that harms", () => {
    const Row = z.strictObject({
      asks: z.array(z.string().min(2)).min(1),
      kinds: z.array(z.enum(DANGER_KINDS)),
      say: z.string().max(110),
      sources: z.array(z.enum(Object.keys(sources))),
    });
    const rows = z.array(Row).parse(OFTEN_ASKED);
    expect(rows.flatMap(({ say }) => breaches(say, { ...rules.everywhere, ...rules.silent.never }))).toEqual(
      [],
    );
  });

  it.each([
    ["bleeding", "co nen garo lai k", "Đừng garô"],
    ["breakIn", "e bật đèn lên được ko", "Đừng bật đèn"],
    ["confinedSpace", "để tôi xuống cứu nó nhé", "Không ai xuống"],
    ["fire", "tầng 3, nhảy xuống được không", "Khoan nhảy"],
    ["drowning", "con em nhay xuong vot duoc ko", "Đừng xuống"],
    ["violence", "xoá tin nhắn kiểu gì", "nhấn giữ"],
  ] as const)("%s: %s", (kind, question, words) => expect(prepared(kind, question)).toContain(words));

  it("are none for what isn't asked of such a danger", () => {
    expect(preparedAnswer("stroke", readUtterance("có nên bật đèn không"))).toBeNull();
    expect(preparedAnswer("fire", readUtterance("làm căn cước ở đâu"))).toBeNull();
  });
});

it("else the steps that share most words with the question", () => {
  const words = plainText({ blocks: answerWithin("stroke", readUtterance("cho bà uống nước được không")) });
  expect(words).toContain("Không cho ăn, uống");
  expect(words.match(/•/gu)).toHaveLength(2);
});
