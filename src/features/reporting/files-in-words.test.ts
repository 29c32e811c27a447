import { describe, expect, it } from "vitest";
import { filesInWords, lostInWords } from "./files-in-words.ts";

const REASONS = {
  too_large: "quá lớn",
  not_fetched: "không tải được",
  not_allowed: "không mở được",
  too_many: "quá nhiều",
};

describe("files in words", () => {
  it("counts each kind", () => {
    expect(filesInWords([{ kind: "image" }, { kind: "video" }, { kind: "image" }])).toBe("2 ảnh, 1 video");
    expect(filesInWords([])).toBe("");
  });

  it("says once what is missing and why", () => {
    const lost = [
      { kind: "image", why: "not_fetched" },
      { kind: "image", why: "not_fetched" },
      { kind: "audio", why: "too_large" },
    ] as const;
    expect(lostInWords(lost, REASONS)).toBe("ảnh không tải được; ghi âm quá lớn");
  });
});
