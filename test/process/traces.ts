import { createHash, createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Something that must not be found, in every form in which it could lie on a disk. */
export interface Marker {
  readonly name: string;
  readonly forms: readonly Buffer[];
}

const utf16 = (text: string, isBigEndian: boolean): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
};

/** The characters of a text's base64 that don't depend on what stands before and after it: one for each alignment. */
function base64Of(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/u, "");
    const begin = Math.ceil((before * 8) / 6);
    const end = Math.floor(((before + bytes.length) * 8) / 6);
    return encoded.slice(begin, end);
  });
}

const written = (bytes: Buffer): Buffer[] => {
  const base64 = base64Of(bytes);
  const hex = bytes.toString("hex");
  return [
    bytes,
    ...[...base64, ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"))].map((text) =>
      Buffer.from(text),
    ),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
  ];
};

/** Words: as typed, in small letters, without marks, decomposed. */
export function wordsMarker(name: string, words: string): Marker {
  const bare = words.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
  const variants = new Set([words, words.toLowerCase(), words.normalize("NFD"), bare, bare.toLowerCase()]);
  return {
    name,
    forms: unique(
      [...variants].flatMap((text) => [...written(Buffer.from(text)), utf16(text, false), utf16(text, true)]),
    ),
  };
}

export const bytesMarker = (name: string, bytes: Uint8Array): Marker => ({
  name,
  forms: unique(written(Buffer.from(bytes))),
});

/** SQLite's variable-length integer (sqlite.org/fileformat2.html#varint), for numbers below 2⁶³. */
function varint(value: bigint): Buffer {
  const isLongest = value >= 1n << 56n;
  const last = isLongest ? 8n : 7n;
  const bytes = [Number(value & ((1n << last) - 1n))];
  for (let rest = value >> last; rest > 0n || (isLongest && bytes.length < 9); rest >>= 7n)
    bytes.unshift(Number(rest & 0x7fn) | 0x80);
  return Buffer.from(bytes);
}

/** A person's id on a messenger, and what can be computed from it without a key. */
export function idMarker(channel: "zalo" | "telegram", id: string): Marker {
  const number = Buffer.alloc(8);
  number.writeBigInt64BE(BigInt(id));
  const short = number.subarray([...number].findIndex((byte) => byte !== 0));
  return {
    name: `${channel}:${id}`,
    forms: unique([
      ...written(Buffer.from(id)),
      utf16(id, false),
      utf16(id, true),
      number,
      Buffer.from(number).reverse(),
      short,
      Buffer.from(short).reverse(),
      varint(BigInt(id)),
      ...derivedFrom(channel, id),
    ]),
  };
}

/** Hashes that anybody can compute from an id: the runtime's name of a chat's object among them. */
export function derivedFrom(channel: string, id: string): Buffer[] {
  const names = [id, `${channel}:${id}`, `${channel}/${id}`, `${id}:${channel}`];
  const plain = names.flatMap((name) =>
    ["md5", "sha1", "sha256", "sha512"].map((hash) => createHash(hash).update(name).digest()),
  );
  // workerd: HMAC-SHA-256 of the name under the SHA-256 of the class's key; 16 bytes, then a check of 16 more.
  const objects = names.map((name) =>
    createHmac("sha256", createHash("sha256").update("tro-ly-138-Conversation").digest())
      .update(name)
      .digest(),
  );
  return [...plain, ...objects].flatMap((digest) => written(digest.subarray(0, 8)));
}

const unique = (forms: readonly Buffer[]): Buffer[] => [
  ...new Map(forms.map((form) => [form.toString("latin1"), form])).values(),
];

/** One file, or something printed. */
export interface Place {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Every file below the folders with its name; an archive also unpacked. What disappears meanwhile is no trace. */
export function placesIn(...folders: readonly string[]): Place[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = { path, bytes: Buffer.from(path) };
      if (!entry.isFile()) return [name];
      try {
        const bytes = readFileSync(path);
        const packed = path.endsWith(".gz") ? [{ path: `${path}!`, bytes: gunzipSync(bytes) }] : [];
        return [name, { path, bytes }, ...packed];
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return [name];
        throw error;
      }
    }),
  );
}

/** Looks for all forms of all markers in one pass. Every form has four bytes or more. */
class Search {
  readonly #isBegin = new Uint8Array(65_536);
  readonly #forms = new Map<number, { readonly form: Buffer; readonly name: string }[]>();

  constructor(markers: readonly Marker[]) {
    for (const { name, forms } of markers)
      for (const form of forms) {
        this.#isBegin[form.readUInt16BE()] = 1;
        const begin = form.readUInt32BE();
        this.#forms.set(begin, [...(this.#forms.get(begin) ?? []), { form, name }]);
      }
  }

  /** The names of the markers in these bytes. */
  in(bytes: Buffer): Set<string> {
    const found = new Set<string>();
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (this.#isBegin[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] === 0) continue;
      for (const { form, name } of this.#forms.get(bytes.readUInt32BE(at)) ?? [])
        if (bytes.compare(form, 0, form.length, at, Math.min(at + form.length, bytes.length)) === 0)
          found.add(name);
    }
    return found;
  }
}

/** Which marker lies where: "folder/file: marker". */
export function findMarkers(places: readonly Place[], markers: readonly Marker[]): string[] {
  const search = new Search(markers);
  return places.flatMap(({ path, bytes }) => [...search.in(bytes)].map((name) => `${kindOf(path)}: ${name}`));
}

/** Files that name a report beside the person who sent it, or anything that can be computed from who it is. */
export function findLinks(
  places: readonly Place[],
  pairs: readonly { readonly code: string; readonly channel: "zalo" | "telegram"; readonly id: string }[],
): string[] {
  const search = new Search(
    pairs.flatMap(({ code, channel, id }) => [wordsMarker(code, code), idMarker(channel, id)]),
  );
  return places.flatMap(({ path, bytes }) => {
    const found = new Set([...search.in(bytes), ...search.in(Buffer.from(path))]);
    return pairs
      .filter(({ code, channel, id }) => found.has(code) && found.has(`${channel}:${id}`))
      .map(({ code, channel, id }) => `${kindOf(path)}: ${code} beside ${channel}:${id}`);
  });
}

/** A path without what changes from run to run. */
const kindOf = (path: string): string =>
  path.replace(/^.*?\/(?=v3\/|backup|[^/]*$)/u, "").replaceAll(/[0-9a-f]{32,}/gu, "…");
