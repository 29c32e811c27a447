import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutJpegMetadata } from "./jpeg.ts";
import { contentTypeOf } from "./sniff.ts";

const segment = (marker: number, text: string) => {
  const body = new TextEncoder().encode(text);
  return [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body];
};
const PIXELS = [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9];
const jpeg = (...segments: number[][]) => new Uint8Array([0xff, 0xd8, ...segments.flat(), ...PIXELS]);
const textOf = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);

describe("a photo's metadata", () => {
  it("goes: place, device, editor, comments; the picture stays", () => {
    const photo = jpeg(
      segment(0xe0, "JFIF"),
      segment(0xe1, "Exif GPS 21.85 106.76 SerialNumber 123"),
      segment(0xed, "Photoshop Nguyen Van A"),
      segment(0xfe, "comment"),
      segment(0xdb, "quantisation"),
    );
    const clean = withoutJpegMetadata(photo);
    expect(textOf(clean)).not.toMatch(/Exif|GPS|Photoshop|comment/);
    expect(clean).toEqual(jpeg(segment(0xe0, "JFIF"), segment(0xdb, "quantisation")));
    expect(contentTypeOf(clean)).toBe("image/jpeg");
  });

  it("anything else comes back as it is", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const broken = new Uint8Array([0xff, 0xd8, ...bytes.filter((byte) => byte !== 0xff)]);
        expect(withoutJpegMetadata(broken)).toEqual(broken);
      }),
    );
  });
});
