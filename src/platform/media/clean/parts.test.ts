import { describe, expect, it } from "vitest";
import { OddFile, Parts } from "./parts.ts";

/** A file that stands inside a larger memory, as a downloaded one does. */
const fileOf = (...bytes: readonly number[]) => {
  const memory = new Uint8Array(bytes.length + 8).fill(255);
  memory.set(bytes, 4);
  return memory.subarray(4, 4 + bytes.length);
};

const packed = (file: Uint8Array<ArrayBuffer>, ...kept: readonly Uint8Array[]) => {
  const parts = new Parts();
  parts.add(...kept);
  return parts.packed(file);
};

describe("the parts that are kept of a file", () => {
  it("move together in the file's own memory", () => {
    const file = fileOf(1, 2, 3, 4, 5, 6);
    const clean = packed(file, file.subarray(1, 2), Uint8Array.of(9), file.subarray(3, 6));
    expect(clean).toEqual(Uint8Array.of(2, 9, 4, 5, 6));
    expect(clean.buffer).toBe(file.buffer);
  });

  it.each([
    {
      what: "a piece of ours before them",
      kept: (file: Uint8Array) => [Uint8Array.of(8, 9), file.subarray(1, 3)],
    },
    { what: "another order", kept: (file: Uint8Array) => [file.subarray(2, 4), file.subarray(0, 2)] },
    { what: "more than the file", kept: (file: Uint8Array) => [file.subarray(0, 4), Uint8Array.of(7)] },
  ])("are whole also with $what", ({ kept }) => {
    const expected = kept(fileOf(1, 2, 3, 4)).flatMap((part) => [...part]);
    const file = fileOf(1, 2, 3, 4);
    expect([...packed(file, ...kept(file))]).toEqual(expected);
  });

  it("can't be so many that they fill the memory", () => {
    const parts = new Parts();
    const empty = new Uint8Array();
    expect(() => {
      for (let i = 0; i < 60_000; i += 1) parts.add(empty);
    }).toThrow(OddFile);
  });
});
