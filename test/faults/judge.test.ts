import { describe, expect, it } from "vitest";
import { answeredBy, judge } from "./judge.ts";

const of = (...answers: string[]) => new Map([["a", answers]]);

describe("the storm's judge", () => {
  it("knows an answer by the number that it names first", () => {
    expect(answeredBy("114 là số báo cháy. Gặp người bị thương: 115.")).toBe("114");
    expect(answeredBy("Xin chào")).toBeNull();
  });

  it("finds what is whole, lost, doubled and out of order", () => {
    expect(judge(of("113", "114", "115"), 3)).toEqual({
      answered: 3,
      lost: [],
      answeredTwice: 0,
      outOfOrder: [],
    });
    expect(judge(of("113", "114"), 3)).toMatchObject({ answered: 2, lost: ["a: 2 of 3"] });
    expect(judge(of("113", "114", "114", "115"), 3)).toMatchObject({
      answeredTwice: 1,
      lost: [],
      outOfOrder: [],
    });
    expect(judge(of("114", "113", "115"), 3).outOfOrder).toHaveLength(1);
    expect(judge(of("113", "Xin lỗi", "115"), 3).outOfOrder).toHaveLength(1);
    expect(judge(of(), 1).lost).toEqual(["a: 0 of 1"]);
  });
});
