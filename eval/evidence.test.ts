import { describe, expect, it } from "vitest";
import { COMPOSED } from "../src/features/answering/answering-wording.ts";
import { cite, quote } from "../src/features/answering/quote.ts";
import type { Passage } from "../src/knowledge/knowledge-index.ts";
import { text } from "../src/messaging/reply.ts";
import { citedPassages, strangers, ungrounded } from "./evidence.ts";
import type { Exchange } from "./exchange.ts";
import { markReply } from "./marks.ts";
import { CHECK, type Question } from "./question.ts";

const passage = (id: string, words: string, citation: string): Passage => ({
  id,
  document: { id, title: "Bảo vệ người báo tin", asOf: "2026-11-01", audience: "public" },
  headings: ["Bảo vệ người báo tin", "Báo tin thì sao?"],
  text: words,
  asks: [],
  citation,
  sources: [],
});

const one = passage(
  "a",
  "Từ ngày 10/02/2022, hồ sơ nộp tại Công an tỉnh Lạng Sơn. Có 5 tiêu chí.",
  "Văn bản A",
);
const other = passage("b", "Có 7 việc phải làm.", "Văn bản B");

const exchange = (words: string, cited: readonly Passage[], events: readonly string[] = []): Exchange => ({
  text: words,
  buttons: [],
  replies: [{ blocks: [text(words), ...cite(cited)] }],
  searches: [[one, other]],
  events,
  ms: 1,
  tokens: 0,
  calls: 0,
});
const composed = (words: string) => exchange(`${words}\n${COMPOSED}`, [one], ["model_answered"]);

describe("what an answer rests on", () => {
  it("is what its lines name, of what was found", () => {
    expect(citedPassages(exchange("Có 5 tiêu chí.", [one])).map(({ id }) => id)).toEqual(["a"]);
    expect(ungrounded(exchange("Xin chào.", []))).toBeNull();
  });

  it("holds a quoted answer to the very words", () => {
    const quoted = {
      ...exchange("", [one]),
      replies: [{ blocks: [...quote(one, "?", 700), ...cite([one])] }],
    };
    expect(ungrounded(quoted)).toEqual([]);
    expect(ungrounded(exchange("Có đến 5 tiêu chí.", [one]))).toEqual([
      "not word for word: Có đến 5 tiêu chí.",
    ]);
  });

  it("holds a model's answer to numbers, dates and names, in any form of the same date", () => {
    expect(ungrounded(composed("Hồ sơ nộp từ ngày 10 tháng 2 năm 2022, có đến 5 tiêu chí."))).toEqual([]);
    expect(ungrounded(composed("Nộp từ 11/02/2022, có 7 tiêu chí."))).toEqual([
      "number: 11/02/2022",
      "number: 7",
    ]);
    expect(ungrounded(composed("Hồ sơ nộp cho ông Trần Văn Bịa."))).toEqual(["name: Trần Văn Bịa"]);
  });

  it("knows fullwidth digits for digits", () => {
    expect(strangers("Gọi ０９１２", "")).toEqual(["number: 0912"]);
  });
});

describe("the marks", () => {
  const asked = (all: string[][]): Question => ({
    id: "C1",
    kind: "citizen",
    text: "?",
    style: { has_diacritics: true, teencode_or_abbrev: false },
    check: CHECK.parse({ all, source: true }),
  });

  it("tell a fact that was found from one that was said and one that was cited", () => {
    const said = exchange("Có 5 tiêu chí.", [one]);
    expect(markReply(asked([["5 tieu chi"]]), said, true)).toEqual({
      facts: true,
      recall: true,
      citations: true,
      refusals: true,
      grounded: true,
    });
    expect(markReply(asked([["7 viec"]]), said, false)).toMatchObject({
      facts: false,
      recall: true,
      citations: false,
    });
    expect(markReply(asked([["9 viec"]]), said, false)).toMatchObject({ recall: false });
  });

  it("count a refusal where there is an answer as wrong", () => {
    const refused = exchange("Tôi chưa có thông tin.", [], ["not_known"]);
    expect(markReply(asked([["5 tieu chi"]]), refused, false)).toMatchObject({
      refusals: false,
      grounded: null,
    });
  });
});
