import { describe, expect, it } from "vitest";
import { readActiveTime, readUpload } from "./upload.ts";

describe("readUpload", () => {
  it("finds both sizes among other words", () => {
    expect(readUpload("⛅️ wrangler\nTotal Upload: 7420.80 KiB / gzip: 2003.17 KiB\nYour Worker …")).toEqual({
      whole: 7420.8,
      gzip: 2003.17,
    });
  });

  it("refuses words without a size", () => {
    expect(() => readUpload("--dry-run: exiting now.")).toThrow("no size");
  });
});

describe("readActiveTime", () => {
  it("is the time at work, not the time looked at", () => {
    const words = "Profile window: 595.5 ms\n│   Active: 416.5 ms (including 56.7 ms garbage collection)";
    expect(readActiveTime(words)).toBe(416.5);
    expect(readActiveTime("Idle: 163.2 ms")).toBeNull();
  });
});
