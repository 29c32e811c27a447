import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attachment } from "../../messaging/reply.ts";
import { albumsOf, formOf, isAlbum } from "./media-form.ts";

const MB = 1024 * 1024;
const KINDS = ["image", "video", "audio", "file"] as const;
const TYPES = ["image/jpeg", "image/png", "image/webp", "image/gif", "video/mp4", "application/octet-stream"];

describe("formOf", () => {
  it.each([
    ["image", "image/jpeg", 1, "photo"],
    ["image", "image/webp", 10 * MB, "photo"],
    ["image", "image/jpeg", 10 * MB + 1, "document"],
    ["image", "application/octet-stream", 1, "document"],
    ["image", "image/gif", 1, "document"],
    ["video", "video/mp4", 20 * MB, "video"],
    ["video", "application/octet-stream", 1, "document"],
    ["file", "image/jpeg", 1, "document"],
    ["audio", "audio/ogg", 1, "document"],
  ] as const)("%s of %s, %i bytes: %s", (kind, contentType, bytes, form) => {
    expect(formOf({ key: "k", kind, contentType, bytes })).toBe(form);
  });

  it("goes by the kind where an older release stored nothing else", () => {
    expect(KINDS.map((kind) => formOf({ key: "k", kind }))).toEqual([
      "photo",
      "video",
      "document",
      "document",
    ]);
  });
});

describe("albumsOf", () => {
  it("leaves no file out, keeps their order within a form, and stays within what one request may have", () => {
    const files = fc.array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        bytes: fc.integer({ min: 1, max: 20 * MB }),
        contentType: fc.constantFrom(...TYPES),
      }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(files, (drawn) => {
        const all = drawn.map((file, i): Attachment => ({ ...file, key: String(i) }));
        const albums = albumsOf(all);
        for (const album of albums) expect(album.length === 1 || isAlbum(album)).toBe(true);
        const keys = albums.flat().map(({ key }) => Number(key));
        expect([...keys].sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
        const visual = albums.flat().filter((file) => formOf(file) !== "document");
        expect(visual).toEqual(all.filter((file) => formOf(file) !== "document"));
      }),
    );
  });
});
