import { describe, expect, it } from "vitest";
import { WEIGHTS_FILE } from "#reader-weights";
import { parseWeights, writeWeights } from "./weights.ts";

const other = (bytes: Uint8Array, at: number, byte: number) => {
  const changed = bytes.slice();
  changed[at] = byte;
  return changed;
};

describe("the weights' file", () => {
  it("is as large as was agreed: it travels with the Worker", () => {
    expect(WEIGHTS_FILE.length).toBeLessThanOrEqual(4_300_000);
  });

  it("is written as it was read", () => {
    expect(Buffer.compare(writeWeights(parseWeights(WEIGHTS_FILE)), WEIGHTS_FILE)).toBe(0);
  });

  it.each([
    ["cut", WEIGHTS_FILE.slice(0, -1), /bị cụt/],
    ["cut in its header", WEIGHTS_FILE.slice(0, 40), /không đúng bản này/],
    ["nothing", new Uint8Array(), /không đúng bản này/],
    [
      "another file",
      new TextEncoder().encode("PK\u0003\u0004 something else altogether"),
      /không đúng bản này/,
    ],
    ["of another version", writeWeights(withVersion(99)), /không đúng bản này/],
    ["longer than it says", new Uint8Array([...WEIGHTS_FILE, 0]), /dài hơn/],
    ["damaged in its header", other(WEIGHTS_FILE, 9, 0), /không đúng bản này/],
  ])("%s is refused in one sentence", (_, bytes, says) => {
    expect(() => parseWeights(bytes)).toThrow(says);
  });
});

function withVersion(version: number) {
  const weights = parseWeights(WEIGHTS_FILE);
  return { ...weights, header: { ...weights.header, version } };
}
