import { expect, it } from "vitest";
import { contentTypeOf } from "./sniff.ts";

const typeOf = (start: string) => contentTypeOf(Uint8Array.from(start, (char) => char.charCodeAt(0)));

it.each([
  ["\xff\xd8\xff\xe1", "image/jpeg"],
  ["\0\0\0\x18ftypqt  ", "video/quicktime"],
  ["\0\0\0\x18ftypisom", "video/mp4"],
  ["\0\0\0\x18ftypheic", "image/heic"],
  ["\0\0\0\x18ftypM4A ", "audio/mp4"],
  ["%PDF-1.7", "application/pdf"],
  ["PK\x03\x04", "application/zip"],
  ["", "application/octet-stream"],
])("%j is %s", (start, type) => {
  expect(typeOf(start)).toBe(type);
});
