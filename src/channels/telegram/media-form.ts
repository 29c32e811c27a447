import type { Attachment } from "../../messaging/reply.ts";

/** In what form a file goes out. */
export type MediaForm = "photo" | "video" | "document";

interface Form {
  readonly form: Exclude<MediaForm, "document">;
  readonly kind: Attachment["kind"];
  /** By the first bytes. Others, such as HEIC, are refused in this form. */
  readonly types: ReadonlySet<string>;
  readonly maxBytes: number;
}

const MB = 1024 * 1024;

/** What Telegram takes in a form that the group sees at once (core.telegram.org/bots/api#sending-files). */
const FORMS: readonly Form[] = [
  {
    form: "photo",
    kind: "image",
    types: new Set(["image/jpeg", "image/png", "image/webp"]),
    maxBytes: 10 * MB,
  },
  { form: "video", kind: "video", types: new Set(["video/mp4"]), maxBytes: 50 * MB },
];

/** One request stays far below the 50 MB that Telegram takes, so that it ends in time on a slow line too. */
const ALBUM = { files: 10, bytes: 20 * MB } as const;

/** The form for a file by what it is; a document where Telegram would refuse the other forms, or nothing is known. */
export function formOf({ kind, bytes, contentType }: Attachment): MediaForm {
  if (contentType === undefined) return kind === "image" ? "photo" : kind === "video" ? "video" : "document";
  const found = FORMS.find((form) => form.kind === kind && form.types.has(contentType));
  return found === undefined || (bytes ?? 0) > found.maxBytes ? "document" : found.form;
}

/** True where these go out in one request. */
export function isAlbum(files: readonly Attachment[]): boolean {
  return (
    files.length <= ALBUM.files &&
    files.every((file) => formOf(file) !== "document") &&
    files.reduce((sum, { bytes = 0 }) => sum + bytes, 0) <= ALBUM.bytes
  );
}

/** Photos and videos in as few albums as possible, in order; each other file by itself. */
export function albumsOf(files: readonly Attachment[]): readonly (readonly Attachment[])[] {
  const albums: Attachment[][] = [];
  for (const file of files.filter((one) => formOf(one) !== "document")) {
    const last = albums.at(-1);
    if (last !== undefined && isAlbum([...last, file])) last.push(file);
    else albums.push([file]);
  }
  return [...albums, ...files.filter((one) => formOf(one) === "document").map((file) => [file])];
}
