import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../../test/fuzz/runs.ts";
import { cleanFile } from "./clean.ts";

const FILES = fileURLToPath(new URL("../../../../test/files/media/", import.meta.url));
const PLANTED = /NGUYEN-VAN-THU|MAYANH|SERIAL-SECRET|iPhone|x26[45]|\+21\.8|MARKER/;

/** In a broken file no one can tell an encoder's name in front of the sound from the sound itself. */
const ENCODER = /Lav[cf]/;

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const bytesOf = (text: string): Buffer => Buffer.from(text, "latin1");
const read = (name: string): Buffer => readFileSync(FILES + name);
const names = readdirSync(FILES).filter((name) => name !== "README.md");
const UNCLEAN = ["photo.heic", "voice.ogg"];

/** The cleaned bytes, as text. @throws where it isn't clean */
function cleaned(file: Uint8Array): string {
  const result = cleanFile(new Uint8Array(file));
  if (result.kind !== "clean") throw new Error(`unclean ${result.contentType}`);
  return latin1(result.bytes);
}

/** Like `cleaned`; null where the file was refused, which leaks nothing either. */
function cleanedOrNothing(file: Uint8Array): string | null {
  const result = cleanFile(new Uint8Array(file));
  return result.kind === "clean" ? latin1(result.bytes) : null;
}

const inserted = (file: Buffer, at: number, part: Buffer): Buffer =>
  Buffer.concat([file.subarray(0, at), part, file.subarray(at)]);

function u32(value: number, isLittle = false): Buffer {
  const bytes = Buffer.alloc(4);
  if (isLittle) bytes.writeUInt32LE(value);
  else bytes.writeUInt32BE(value);
  return bytes;
}

const box = (name: string, body: Buffer): Buffer =>
  Buffer.concat([u32(8 + body.length), bytesOf(name), body]);
const pngChunk = (name: string, body: Buffer): Buffer =>
  Buffer.concat([u32(body.length), bytesOf(name), body, u32(crc32(Buffer.concat([bytesOf(name), body])))]);
const segment = (marker: number, text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker, 0, 2 + text.length]), bytesOf(text)]);

describe("real files with planted metadata", () => {
  it.each(names.filter((name) => !UNCLEAN.includes(name)))("%s loses it", (name) => {
    expect(latin1(read(name))).toMatch(name === "old.3gp" ? /ftyp/ : PLANTED);
    const once = cleaned(read(name));
    expect(once).not.toMatch(PLANTED);
    expect(once).not.toMatch(ENCODER);
    expect(cleaned(bytesOf(once))).toBe(once);
  });

  it.each(UNCLEAN)("%s can't be cleaned", (name) => {
    expect(cleanFile(new Uint8Array(read(name))).kind).toBe("unclean");
  });

  it.each([
    ["PDF", "%PDF-1.4 /Author (MARKER)"],
    ["TIFF", "II*\0MARKER"],
    ["a document", "PK\u0003\u0004MARKER"],
    ["MP3", "ID3MARKER"],
    ["nothing known", "MARKER"],
    ["an empty file", ""],
  ])("%s can't be cleaned", (_, text) => {
    expect(cleanFile(new Uint8Array(bytesOf(text))).kind).toBe("unclean");
  });

  it("a photo stays the right way up", () => {
    expect(cleaned(read("photo.jpg"))).toContain("Exif\0\0MM\0*");
    expect(cleaned(read("mpf.jpg"))).not.toContain("Exif");
  });
});

const jpeg = read("photo.jpg");
const png = read("photo.png");
const gif = read("anim.gif");
const webp = read("photo.webp");
const film = read("film.mp4");

/** A marker in each container, at each kind of place. */
const PLANTINGS: readonly (readonly [string, Buffer])[] = [
  ["a comment in a JPEG", inserted(jpeg, 2, segment(0xfe, "MARKER"))],
  [
    "fill bytes before a JPEG's EXIF",
    inserted(inserted(jpeg, 2, segment(0xe1, "Exif\0\0MARKER")), 2, Buffer.from([0xff, 0xff])),
  ],
  ["a private segment in a JPEG", inserted(jpeg, 2, segment(0xec, "MARKER"))],
  [
    "a second Adobe segment with more in it",
    inserted(jpeg, 2, segment(0xee, "Adobe\0d\0\0\0\0\u0001MARKER")),
  ],
  ["after a JPEG's end", Buffer.concat([jpeg, bytesOf("MARKER")])],
  ["a second picture after a JPEG's end", Buffer.concat([jpeg, jpeg, segment(0xfe, "MARKER")])],
  [
    "a comment between a JPEG's scans",
    inserted(read("prog.jpg"), latin1(read("prog.jpg")).lastIndexOf("\xff\xda"), segment(0xfe, "MARKER")),
  ],
  ["a text in a PNG", inserted(png, 33, pngChunk("tEXt", bytesOf("Author\0MARKER")))],
  [
    "a compressed text in a PNG",
    inserted(png, 33, pngChunk("zTXt", Buffer.concat([bytesOf("Author\0\0"), deflateSync("MARKER")]))),
  ],
  ["EXIF in a PNG", inserted(png, 33, pngChunk("eXIf", bytesOf("MM\0*MARKER")))],
  ["a private chunk in a PNG", inserted(png, 33, pngChunk("prVt", bytesOf("MARKER")))],
  ["colours that a PNG doesn't use", inserted(png, 33, pngChunk("PLTE", bytesOf("MARKER")))],
  [
    "see-through colours of a PNG that are none",
    inserted(png, 33, pngChunk("tRNS", bytesOf("MARKERMARKER"))),
  ],
  ["after a PNG's end", Buffer.concat([png, bytesOf("MARKER")])],
  [
    "a comment in a GIF",
    inserted(gif, gif.length - 1, Buffer.concat([Buffer.from([0x21, 0xfe, 6]), bytesOf("MARKER\0")])),
  ],
  [
    "a text in a GIF",
    inserted(gif, gif.length - 1, Buffer.concat([Buffer.from([0x21, 0x01, 6]), bytesOf("MARKER\0")])),
  ],
  [
    "an application's data in a GIF",
    inserted(
      gif,
      gif.length - 1,
      Buffer.concat([Buffer.from([0x21, 0xff, 11]), bytesOf("XMP DataXMP\u0006MARKER\0")]),
    ),
  ],
  [
    "data of the looping application",
    inserted(
      gif,
      gif.length - 1,
      Buffer.concat([Buffer.from([0x21, 0xff, 11]), bytesOf("NETSCAPE2.0\u0006MARKER\0")]),
    ),
  ],
  ["after a GIF's end", Buffer.concat([gif, bytesOf("MARKER")])],
  ["EXIF in a WebP", riffWith(webp, "EXIF")],
  ["XMP in a WebP", riffWith(webp, "XMP ")],
  ["an unknown chunk in a WebP", riffWith(webp, "NOTE")],
  ["after a WebP's end", Buffer.concat([webp, bytesOf("MARKER")])],
  ["a box at the end of a film", Buffer.concat([film, box("uuid", bytesOf("MARKER"))])],
  ["user data at the end of a film", Buffer.concat([film, box("udta", box("\xa9xyz", bytesOf("MARKER")))])],
  ["free space in a film", Buffer.concat([film, box("free", bytesOf("MARKER"))])],
  ["media data of no track", Buffer.concat([film, box("mdat", bytesOf("MARKER"))])],
  [
    "a box with a long length",
    Buffer.concat([film, u32(1), bytesOf("skip"), u32(0), u32(22), bytesOf("MARKER")]),
  ],
  ["a box up to the end", Buffer.concat([film, u32(0), bytesOf("mdat"), bytesOf("MARKER")])],
];

function riffWith(file: Buffer, name: string): Buffer {
  const end = 8 + file.readUInt32LE(4);
  const chunk = Buffer.concat([bytesOf(name), u32(6, true), bytesOf("MARKER")]);
  const whole = inserted(file.subarray(0, end), end, chunk);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

describe("a marker at each kind of place", () => {
  it.each(PLANTINGS)("%s", (_, file) => {
    expect(latin1(file)).toMatch(/MARKER|zTXt/);
    const result = cleaned(file);
    expect(result).not.toMatch(PLANTED);
    expect(result).not.toContain("zTXt");
  });
});

describe("what is odd isn't passed on", () => {
  it.each([
    ["a JPEG without an end", jpeg.subarray(0, jpeg.length - 2)],
    ["a JPEG with more in a table than tables", inserted(jpeg, 2, segment(0xdb, "MARKER"))],
    ["a JPEG without a picture", Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
    ["a PNG with a false checksum", Buffer.concat([png.subarray(0, 29), u32(0), png.subarray(33)])],
    ["a PNG with two heads", inserted(png, 33, png.subarray(8, 33))],
    ["a PNG without an end", png.subarray(0, png.length - 12)],
    ["a film in fragments", Buffer.concat([film, box("moof", bytesOf("MARKER"))])],
    ["a film without its table", film.subarray(0, 64)],
    ["a film that ends within a sample", film.subarray(0, film.length - 40)],
  ])("%s", (_, file) => {
    expect(cleanFile(new Uint8Array(file)).kind).toBe("unclean");
  });
});

/** Where a box's name stands. */
const nameOf = (file: Buffer, name: string): number => file.indexOf(name, 0, "latin1");

/** The file with other bytes in the place of some. */
function replaced(file: Buffer, at: number, bytes: string): Buffer {
  const changed = Buffer.from(file);
  changed.write(bytes, at, "latin1");
  return changed;
}

describe("tracks that aren't what they call themselves", () => {
  it.each([
    ["notes that call themselves pictures", replaced(film, nameOf(film, "avc1\0\0\0"), "mebx")],
    ["pictures of an unknown codec", replaced(film, nameOf(film, "avc1\0\0\0"), "avcX")],
    ["pictures in a track of sound", replaced(film, nameOf(film, "vide\0"), "soun")],
    ["sound in a track of pictures", replaced(film, nameOf(film, "soun\0"), "vide")],
    ["pictures whose units' lengths don't add up", replaced(film, nameOf(film, "avcC") + 8, "\xfc")],
    ["sound of another coding", replaced(film, nameOf(film, "esds") + 21, "\x6b")],
    ["times in a track of pictures", replaced(film, nameOf(film, "avc1\0\0\0"), "tmcd")],
  ])("%s aren't passed on", (_, file) => {
    expect(cleanFile(new Uint8Array(file)).kind).toBe("unclean");
  });

  it("a unit of a kind that the standard leaves to cameras is overwritten, like a note", () => {
    const note = film.indexOf("\x06\x05", nameOf(film, "mdat"), "latin1");
    for (const kind of ["\x18", "\x1f", "\x00", "\x0c"])
      expect(cleaned(replaced(film, note, kind))).not.toMatch(PLANTED);
  });

  it("a maker's name among the formats becomes the common one", () => {
    const told = cleaned(replaced(replaced(film, 8, "CAEP"), 12, "2026"));
    expect(told).not.toMatch(/CAEP|2026/);
    expect(told.slice(4, 12)).toBe("ftypisom");
  });
});

const BOX_NAMES =
  "free mdat moov trak mdia minf stbl stsd stts stss stsc stsz stco hdlr soun vide meta udta mp4a mp4v avc1 avcC hvc1 esds wave tmcd mebx tkhd elst ftyp";
const NAMES = BOX_NAMES.split(" ");
const films = names.filter((name) => /mp4|mov|3gp|m4a/u.test(name)).map(read);
const namesIn = (file: Buffer): number[] =>
  [...latin1(file).matchAll(new RegExp(NAMES.join("|"), "gu"))].map(({ index }) => index);
const places = films.map(namesIn);

/** One thing that is changed in a film: a box's name, its length, a byte near its beginning, or any byte. */
const change = fc.oneof(
  fc.record({ kind: fc.constant("name"), at: fc.nat(), value: fc.nat(NAMES.length - 1) }),
  fc.record({ kind: fc.constant("length"), at: fc.nat(), value: fc.integer({ min: -32, max: 32 }) }),
  fc.record({ kind: fc.constant("near"), at: fc.nat(), value: fc.nat(255 * 40) }),
  fc.record({ kind: fc.constant("byte"), at: fc.nat(), value: fc.nat(255) }),
);

it("a film with boxes of other names, lengths and kinds is refused or clean", () => {
  fc.assert(
    fc.property(
      fc.nat(films.length - 1),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      (which, changes) => {
        const file = Buffer.from(films[which] ?? []);
        for (const { kind, at, value } of changes) {
          const box = places[which]?.[at % places[which].length] ?? 4;
          if (kind === "name") file.write(NAMES[value] ?? "", box, "latin1");
          else if (kind === "length") file.writeUInt32BE((file.readUInt32BE(box - 4) + value) >>> 0, box - 4);
          else if (kind === "near") file[box + 4 + (value % 40)] = value / 40;
          else file[at % file.length] = value;
        }
        expect(cleanedOrNothing(file) ?? "").not.toMatch(PLANTED);
      },
    ),
    { numRuns: runs(process.env.FUZZ, 5_000, 1) },
  );
});

it("a broken file is refused or clean, never an error and never telling", () => {
  const files = names.map(read);
  fc.assert(
    fc.property(
      fc.nat(files.length - 1),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
      fc.nat(),
      fc.boolean(),
      (which, changes, cut, isCut) => {
        const file = Buffer.from(files[which] ?? []);
        for (const [at, byte] of changes) file[at % file.length] = byte;
        const result = cleanedOrNothing(isCut ? file.subarray(0, cut % file.length) : file);
        expect(result ?? "").not.toMatch(PLANTED);
      },
    ),
    { numRuns: runs(process.env.FUZZ, 5_000, 1) },
  );
});
