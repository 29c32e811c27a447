import { z } from "zod";
import type { Fields } from "./body.ts";
import { imageType, isMp4, type MediaFiles } from "./media.ts";
import { badRequest, InputMedia } from "./telegram-method.ts";

/** A file of a message, by its name in `MediaFiles`. */
export type SentFile =
  | { readonly photo: string }
  | { readonly video: string }
  | { readonly document: { readonly name: string; readonly fileName: string } };

type FileKind = "photo" | "video" | "document";

/** Telegram's own limit for what a bot uploads. */
const MAX_UPLOAD = 50 * 1024 * 1024;

/** A file comes directly, as `attach://` with the file in another field, or as the id of one that we have. */
export async function readUpload(
  files: MediaFiles,
  kind: FileKind,
  value: unknown,
  fields: Fields,
): Promise<SentFile> {
  const file = typeof value === "string" && value.startsWith("attach://") ? fields[value.slice(9)] : value;
  if (file instanceof File) {
    if (file.size > MAX_UPLOAD) throw badRequest("file is too big");
    if (file.size === 0) throw badRequest("file must be non-empty");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const name = files.put({ bytes, type: typeOf(kind, bytes, file.type) });
    return sentFile(kind, name, file.name);
  }
  if (typeof file === "string" && files.has(file)) return sentFile(kind, file, file);
  throw badRequest("wrong file identifier/HTTP URL specified");
}

/** An album: two to ten photos and videos, or two to ten documents. */
export async function readAlbum(
  files: MediaFiles,
  value: unknown,
  fields: Fields,
): Promise<{ readonly file: SentFile; readonly caption: string }[]> {
  const album = z.array(InputMedia).safeParse(value);
  if (!album.success) throw badRequest("can't parse media JSON object");
  if (album.data.length < 2 || album.data.length > 10)
    throw badRequest("group send failed: wrong number of messages");
  const documents = album.data.filter(({ type }) => type === "document").length;
  if (documents > 0 && documents < album.data.length)
    throw badRequest("document can't be mixed with other media types");
  return Promise.all(
    album.data.map(async ({ type, media, caption }) => ({
      file: await readUpload(files, type, media, fields),
      caption,
    })),
  );
}

/** A document's declared type is used only where the page can show it without running anything. */
function typeOf(kind: FileKind, bytes: Uint8Array, declared: string): string {
  const image = imageType(bytes);
  if (kind === "photo" && image === undefined) throw badRequest("IMAGE_PROCESS_FAILED");
  if (image !== undefined) return image;
  if (isMp4(bytes)) return "video/mp4";
  return declared === "application/pdf" ? declared : "application/octet-stream";
}

function sentFile(kind: FileKind, name: string, fileName: string): SentFile {
  switch (kind) {
    case "photo":
      return { photo: name };
    case "video":
      return { video: name };
    case "document":
      return { document: { name, fileName } };
  }
}
