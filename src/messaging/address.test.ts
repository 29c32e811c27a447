import { describe, expect, it } from "vitest";
import { addressAt, addressed } from "./address.ts";
import { list, quote, source, strong, text } from "./reply.ts";

describe("how a person is spoken to", () => {
  it.each([
    [9, "cháu"],
    [15, "cháu"],
    [16, "em"],
    [18, null],
    [59, null],
    [60, "bác"],
    [104, "bác"],
  ])("goes by the age: %i", (age, as) => expect(addressAt(age)).toBe(as));

  it("changes our words only", () => {
    const reply = {
      blocks: [
        strong("Anh/chị gọi 113."),
        text("Rồi anh/chị báo trưởng thôn."),
        list("anh/chị giữ bình tĩnh"),
        quote("anh/chị ơi"),
        source("Sổ tay anh/chị cần biết"),
      ],
      buttons: [{ label: "Anh/chị ở đâu?", payload: "anh/chị ở đâu" }],
    };
    expect(addressed(reply, "bác")).toEqual({
      blocks: [
        strong("Bác gọi 113."),
        text("Rồi bác báo trưởng thôn."),
        list("bác giữ bình tĩnh"),
        quote("anh/chị ơi"),
        source("Sổ tay anh/chị cần biết"),
      ],
      buttons: [{ label: "Bác ở đâu?", payload: "anh/chị ở đâu" }],
    });
  });
});
