import { describe, expect, it } from "vitest";
import { findDetails, withDetails } from "./details.ts";

describe("sums", () => {
  it.each([
    ["chuyển 2 triệu 7 rồi nó chặn", "2 triệu 7"],
    ["mat 3tr2", "3tr2"],
    ["đóng 1 triệu rưỡi tiền hụi", "1 triệu rưỡi"],
    ["lai 4k 1 trieu 1 ngay", "4k; 1 trieu"],
    ["lấy 2 triệu 3 lần", "2 triệu"],
    ["thu 5 củ", "5 củ"],
  ])("in %s", (text, amount) => expect(findDetails(text).amount).toBe(amount));

  it("stand all where several were told", () => {
    const first = withDetails({}, "lần đầu 2 triệu 7, biển 12H1-123.45");
    expect(withDetails(first, "lần sau 900k nữa, lại 2 triệu 7")).toEqual({
      amount: "2 triệu 7; 900k",
      plate: "12H1-123.45",
    });
  });
});
