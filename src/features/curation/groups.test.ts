import { describe, expect, it } from "vitest";
import { askedBy, groupQuestions } from "./groups.ts";

const asked = (words: string, n: number, lastDay = "2026-11-20") => ({ id: words, words, n, lastDay });
const approved = (question: string, asks: readonly string[] = []) => ({
  number: 1,
  approvedAt: 0,
  question,
  asks,
  answer: "Tại trụ sở.",
  source: "Quy chế",
  audience: "public" as const,
  author: "Tổ 1",
});

describe("groupQuestions", () => {
  it("puts what asks the same together, the most asked first, with the last day of any", () => {
    const groups = groupQuestions(
      [
        asked("làm lại căn cước ở đâu", 5, "2026-11-18"),
        asked("đăng ký nuôi chó mất bao lâu", 4),
        asked("lam lai can cuoc o dau", 3, "2026-11-22"),
      ],
      [],
    );
    expect(
      groups.map(({ n, lastDay, variants }) => [n, lastDay, variants.map(({ words }) => words)]),
    ).toEqual([
      [8, "2026-11-22", ["làm lại căn cước ở đâu", "lam lai can cuoc o dau"]],
      [4, "2026-11-20", ["đăng ký nuôi chó mất bao lâu"]],
    ]);
  });

  it("leaves out what an approved answer answers by now, in any of its wordings", () => {
    const questions = [asked("làm lại căn cước ở đâu", 5), asked("đăng ký nuôi chó mất bao lâu", 4)];
    const live = [approved("Cấp căn cước?", ["Làm lại căn cước ở đâu?"])];
    expect(groupQuestions(questions, live).map(({ variants }) => variants[0].words)).toEqual([
      "đăng ký nuôi chó mất bao lâu",
    ]);
  });
});

describe("askedBy", () => {
  it("finds the questions that one of the texts asks too", () => {
    const questions = [asked("làm lại căn cước ở đâu", 5), asked("đăng ký nuôi chó mất bao lâu", 4)];
    expect(askedBy(["Lam lai can cuoc o dau?"], questions)).toEqual([questions[0]]);
    expect(askedBy([], questions)).toEqual([]);
  });
});
