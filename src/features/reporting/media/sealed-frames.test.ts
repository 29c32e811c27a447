import { describe, expect, it } from "vitest";
import { toBase64Url } from "../../../platform/crypto/base64url.ts";
import { parseKeyRing } from "../../../platform/crypto/key-ring.ts";
import { FRAME, HEAD_BYTES, openHead, sealFile } from "./sealed-frames.ts";

const keyOf = (fill: number) => toBase64Url(new Uint8Array(32).fill(fill));
const ring = parseKeyRing(`k2:${keyOf(2)},k1:${keyOf(1)}`);
if (ring === null) throw new Error("no ring");
const older = parseKeyRing(`k1:${keyOf(1)}`);
if (older === null) throw new Error("no ring");

const fileOf = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 10)) & 255);

function stored(bytes: Uint8Array, key = "a", by = ring): Uint8Array {
  if (by === null) throw new Error("no ring");
  const { length, parts } = sealFile(by, key, bytes, "image/png");
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  expect(at).toBe(length);
  return whole;
}

function opened(whole: Uint8Array, key = "a"): Uint8Array {
  const file = openHead(ring as NonNullable<typeof ring>, key, whole.subarray(0, HEAD_BYTES));
  if (file === null) throw new Error("not framed");
  expect(file.contentType).toBe("image/png");
  const parts = file.frames.map(({ offset, length, binding }) =>
    ring?.openBytesNow(whole.subarray(offset, offset + length), binding),
  );
  return new Uint8Array(Buffer.concat(parts.map((part) => part ?? new Uint8Array())));
}

describe("a file in sealed frames", () => {
  it.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME + 7])("of %i bytes comes back", (size) => {
    const bytes = fileOf(size);
    expect(Buffer.compare(opened(stored(bytes)), bytes)).toBe(0);
    expect(Buffer.compare(opened(stored(bytes, "a", older)), bytes)).toBe(0);
  });

  it("shows nothing of what it holds, nor its type", () => {
    const bytes = new TextEncoder().encode("Nguyễn Văn Planted, GPS 21.85".repeat(100));
    expect(Buffer.from(stored(bytes)).includes("Planted")).toBe(false);
    expect(Buffer.from(stored(bytes)).includes("image/png")).toBe(false);
  });

  it("opens under no other name", () => {
    expect(() => opened(stored(fileOf(10)), "b")).toThrow("could not be opened");
  });

  it.each([
    [
      "frames swapped",
      (whole: Uint8Array, length: number, from: number) => {
        const first = whole.slice(from, from + length);
        whole.copyWithin(from, from + length, from + 2 * length);
        whole.set(first, from + length);
      },
    ],
    [
      "a frame twice",
      (whole: Uint8Array, length: number, from: number) => {
        whole.copyWithin(from + length, from, from + length);
      },
    ],
    [
      "a bit turned",
      (whole: Uint8Array, length: number, from: number) => {
        whole[from + length - 1] = (whole[from + length - 1] ?? 0) ^ 1;
      },
    ],
    [
      "a frame of an earlier writing",
      (whole: Uint8Array, length: number, from: number) => {
        whole.set(stored(fileOf(3 * FRAME)).subarray(from, from + length), from);
      },
    ],
  ])("refuses %s", (_, spoil) => {
    const whole = stored(fileOf(3 * FRAME));
    const [first] = openHead(ring, "a", whole.subarray(0, HEAD_BYTES))?.frames ?? [];
    if (first === undefined) throw new Error("no frame");
    spoil(whole, first.length, first.offset);
    expect(() => opened(whole)).toThrow("could not be opened");
  });

  it("refuses a head that is cut short, and leaves one sealed value to its reader", () => {
    expect(() => openHead(ring, "a", stored(fileOf(10)).subarray(0, 20))).toThrow("could not be opened");
    expect(openHead(ring, "a", ring.sealBytesNow(fileOf(10), "media/a"))).toBeNull();
  });

  it("can't be shortened: what the head says of the size holds", () => {
    const short = stored(fileOf(3 * FRAME)).subarray(0, 2 * FRAME);
    expect(() => opened(short)).toThrow("could not be opened");
  });
});
