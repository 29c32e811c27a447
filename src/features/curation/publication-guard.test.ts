import { describe, expect, it } from "vitest";
import type { CuratedBody } from "./curated-answers.ts";
import { noticesOn, obstacleTo } from "./publication-guard.ts";

const body: CuratedBody = {
  question: "Đổi biển số xe ở đâu?",
  asks: [],
  answer: "Tại Công an cấp xã. Gọi 113 khi cần gấp.",
  source: "Công an xã Thụy Hùng",
  audience: "public",
  author: "Đội 2",
};

describe("obstacleTo", () => {
  it.each([
    "124/2021/TT-BCA",
    "Nghị định 282/2025",
    "https://bocongan.gov.vn/a",
    "congan.langson.gov.vn",
    "UBND xã Na Sầm",
    "Luật Cư trú",
  ])("takes as a source: %s", (source) => {
    expect(obstacleTo({ ...body, source })).toBeNull();
  });

  it.each([
    [{ source: "" }, "no_source"],
    [{ source: "tôi" }, "unknown_source"],
    [{ source: "12345" }, "unknown_source"],
    [{ answer: "…" }, "empty"],
    [{ answer: "a".repeat(1_501) }, "too_long"],
    [{ question: "a".repeat(301) }, "question_too_long"],
  ] as const)("refuses %o", (change, why) => {
    expect(obstacleTo({ ...body, ...change })).toBe(why);
  });
});

describe("noticesOn", () => {
  it.each([
    [{}, []],
    [{ answer: "Gọi 0205 3812 345 để hẹn." }, ["phone"]],
    [{ answer: "Gặp anh Nguyễn Văn Tám, căn cước 020098001234." }, ["personal"]],
    [{ answer: "Đến trụ sở. ".repeat(70) }, ["long"]],
    [{ asks: ["cháy nhà tôi rồi cứu với"] }, ["danger_first"]],
  ] as const)("%o", (change, notices) => {
    expect(noticesOn({ ...body, ...change })).toEqual(notices);
  });
});
