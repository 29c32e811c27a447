import { describe, expect, it } from "vitest";
import { fileInWords, filesInWords, lostInWords, sizeInWords } from "./files-in-words.ts";

const REASONS = {
  too_large: "quá lớn",
  not_fetched: "không tải được",
  not_allowed: "không mở được",
  too_many: "quá nhiều",
  busy: "đang bận",
  day_full: "hết lượt",
  all_full: "hết chỗ",
  not_agreed: "chưa đồng ý",
};

describe("files in words", () => {
  it("counts each kind", () => {
    expect(filesInWords([{ kind: "image" }, { kind: "video" }, { kind: "image" }])).toBe("2 ảnh, 1 video");
    expect(filesInWords([])).toBe("");
  });

  it("names one file with its type and size", () => {
    const file = { key: "a", kind: "file", bytes: 235_520, contentType: "application/pdf" } as const;
    expect(fileInWords(file)).toBe("tệp (PDF, 230 KB)");
    expect(fileInWords({ ...file, kind: "image", contentType: "application/octet-stream" })).toBe(
      "ảnh (không rõ loại, 230 KB)",
    );
    expect([1, 1_048_576, 1_572_864, 20_971_520].map(sizeInWords)).toEqual([
      "1 KB",
      "1 MB",
      "1,5 MB",
      "20 MB",
    ]);
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
