export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

const ENDINGS: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "video/mp4": "mp4",
  "application/pdf": "pdf",
};

/** Files people and the bot have uploaded, in memory. */
export class MediaFiles {
  readonly #files = new Map<string, StoredFile>();

  /** The name under which the file can be fetched. */
  put(file: StoredFile): string {
    const name = `${crypto.randomUUID()}.${ENDINGS[file.type] ?? "bin"}`;
    this.#files.set(name, file);
    return name;
  }

  /** A person's picture; bytes that aren't a picture are stored as a jpeg that can't be opened. */
  putImage(bytes: Uint8Array): string {
    return this.put({ bytes, type: imageType(bytes) ?? "image/jpeg" });
  }

  has(name: string): boolean {
    return this.#files.has(name);
  }

  get(name: string): StoredFile | undefined {
    return this.#files.get(name);
  }

  answer(name: string): Response {
    const file = this.#files.get(name);
    if (file === undefined) return new Response("not found", { status: 404 });
    return new Response(Uint8Array.from(file.bytes), {
      headers: { "content-type": file.type, "x-content-type-options": "nosniff" },
    });
  }
}

/** By the first box of every MP4 file. */
export const isMp4 = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(4, 8)) === "ftyp";

/** jpeg, png or gif by the first bytes; the declared type isn't trusted. */
export function imageType(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return "image/jpeg";
  if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) return "image/png";
  if (bytes[0] === 0x47 && bytes[1] === 0x49 && bytes[2] === 0x46) return "image/gif";
  return undefined;
}
