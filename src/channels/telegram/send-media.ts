import type { Destination, SendOutcome } from "../../messaging/channel.ts";
import type { KeptFile, ReadMedia } from "../../messaging/media.ts";
import type { Attachment } from "../../messaging/reply.ts";
import { formOf, isAlbum, type MediaForm } from "./media-form.ts";
import { newIdOf, outcomeOf, refusalOf, wantsOtherForm } from "./outcome.ts";
import { encodePart } from "./part.ts";
import type { TelegramClientSettings } from "./telegram-client.ts";
import { type Upload, upload } from "./upload.ts";
import { LARGE, oneAtATime } from "./upload-gate.ts";

/** Telegram doesn't show the name of a photo or video. Other files need an ending so that they open. */
const ENDINGS: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
  "video/mp4": "mp4",
  "audio/mpeg": "mp3",
  "audio/ogg": "ogg",
  "audio/amr": "amr",
  "application/pdf": "pdf",
};

const METHODS = { photo: "sendPhoto", video: "sendVideo", document: "sendDocument" } as const;

/** An album that isn't taken for one of these is tried file by file: one of them may be at fault. */
const ALBUM_AT_FAULT: ReadonlySet<string> = new Set(["timeout", "network"]);

type Loaded = Attachment & { readonly file: KeptFile };

/** Where files go; protected ones can't be forwarded or saved. */
export type MediaDestination = Destination & { readonly protect?: true };

/**
 * Sends stored files: one by itself, several as an album. A refused album is divided into its files; a refused photo or
 * video goes as a document. Files that no longer exist are left out.
 */
export async function sendMedia(
  settings: TelegramClientSettings,
  to: MediaDestination,
  attachments: readonly Attachment[],
  read: ReadMedia,
): Promise<SendOutcome> {
  const known = attachments.reduce((sum, { bytes = LARGE }) => sum + bytes, 0);
  return oneAtATime(known, async () => {
    const files = await loadAll(attachments, read);
    if (files === null) return { kind: "retry", reason: "media_unreadable" };
    if (files.length === 0) return { kind: "park", reason: "media_gone" };
    if (files.length > 1 && !isAlbum(files)) return divided(to, files, "too_large");
    return attempt(settings, to, files);
  });
}

async function loadAll(attachments: readonly Attachment[], read: ReadMedia): Promise<Loaded[] | null> {
  const loaded: Loaded[] = [];
  try {
    for (const one of attachments) {
      const file = await read(one.key);
      if (file !== null) loaded.push({ ...one, bytes: file.size, contentType: file.contentType, file });
    }
    return loaded;
  } catch {
    return null;
  }
}

async function attempt(
  settings: TelegramClientSettings,
  to: MediaDestination,
  files: readonly Loaded[],
  asDocument = false,
): Promise<SendOutcome> {
  try {
    return { kind: "sent", messageIds: await upload(settings, requestOf(to, files, asDocument)) };
  } catch (error) {
    const moved = newIdOf(error, to.chat);
    if (moved !== undefined) {
      const { thread: _, ...elsewhere } = { ...to, chat: moved };
      const outcome = await attempt(settings, elsewhere, files, asDocument);
      return outcome.kind === "sent" ? { ...outcome, movedTo: moved } : outcome;
    }
    const reason = refusalOf(error);
    if (reason === "topic_gone" && to.thread !== undefined) {
      const { thread: _, ...general } = to;
      return attempt(settings, general, files, asDocument);
    }
    if (files.length > 1 && (wantsOtherForm(error) || ALBUM_AT_FAULT.has(reason)))
      return divided(to, files, reason);
    if (!asDocument && wantsOtherForm(error) && files.some((one) => formOf(one) !== "document"))
      return attempt(settings, to, files, true);
    return outcomeOf(error);
  }
}

/** Each file as a part of its own. */
function divided({ protect }: MediaDestination, files: readonly Loaded[], reason: string): SendOutcome {
  const into = files.map(({ file: _, ...one }) =>
    encodePart({ method: "sendMedia", attachments: [one], ...(protect && { protect }) }),
  );
  return { kind: "divided", reason, into };
}

function requestOf(
  { chat, thread, protect }: MediaDestination,
  files: readonly Loaded[],
  asDocument: boolean,
): Upload {
  const fields = {
    chat_id: chat,
    ...(thread !== undefined && { message_thread_id: thread }),
    ...(protect && { protect_content: "true" }),
  };
  const named = files.map((one, i) => {
    const form: MediaForm = asDocument ? "document" : formOf(one);
    const name = one.name ?? `${one.kind}.${ENDINGS[one.file.contentType] ?? "bin"}`;
    return { form, field: files.length === 1 ? form : `file${i}`, name, file: one.file };
  });
  const [first] = named;
  if (first !== undefined && named.length === 1) return { method: METHODS[first.form], fields, files: named };
  const media = named.map(({ form, field }) => ({ type: form, media: `attach://${field}` }));
  return { method: "sendMediaGroup", fields: { ...fields, media: JSON.stringify(media) }, files: named };
}
