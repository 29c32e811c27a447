import { type Api, GrammyError, InputFile, InputMediaBuilder } from "grammy";
import type { Destination, SendOutcome } from "../../messaging/channel.ts";
import type { KeptFile, ReadMedia } from "../../messaging/media.ts";
import type { Attachment } from "../../messaging/reply.ts";
import { outcomeOf } from "./outcome.ts";

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

type Loaded = Attachment & { readonly file: KeptFile };

/** Sends stored files: one by itself, several as an album. Files that no longer exist are left out. */
export async function sendMedia(
  api: Api,
  to: Destination,
  attachments: readonly Attachment[],
  read: ReadMedia,
): Promise<SendOutcome> {
  const files = await loadAll(attachments, read);
  if (files === null) return { kind: "retry", reason: "media_unreadable" };
  if (files.length === 0) return { kind: "park", reason: "media_gone" };
  try {
    return { kind: "sent", messageIds: await send(api, to, files) };
  } catch (error) {
    const moved = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
    if (moved === undefined || String(moved) === to.chat) return outcomeOf(error);
    const outcome = await sendMedia(api, { chat: String(moved) }, attachments, read);
    return outcome.kind === "sent" ? { ...outcome, movedTo: String(moved) } : outcome;
  }
}

async function loadAll(attachments: readonly Attachment[], read: ReadMedia): Promise<Loaded[] | null> {
  try {
    const loaded = await Promise.all(attachments.map(async (one) => ({ ...one, file: await read(one.key) })));
    return loaded.flatMap(({ file, ...one }) => (file === null ? [] : [{ ...one, file }]));
  } catch {
    return null;
  }
}

async function send(api: Api, to: Destination, files: readonly Loaded[]): Promise<string[]> {
  const thread = to.thread === undefined ? {} : { message_thread_id: Number(to.thread) };
  const [first] = files;
  if (first !== undefined && files.length === 1) {
    const message = await sendOne(api, to.chat, first, thread);
    return message?.message_id === undefined ? [] : [String(message.message_id)];
  }
  const album = files.map((one) =>
    one.kind === "video" ? InputMediaBuilder.video(input(one)) : InputMediaBuilder.photo(input(one)),
  );
  const messages = await api.sendMediaGroup(to.chat, album, thread);
  return Array.isArray(messages) ? messages.map(({ message_id: id }) => String(id)) : [];
}

function sendOne(
  api: Api,
  chat: string,
  one: Loaded,
  thread: { message_thread_id?: number },
): Promise<{ message_id?: number } | undefined> {
  switch (one.kind) {
    case "image":
      return api.sendPhoto(chat, input(one), thread);
    case "video":
      return api.sendVideo(chat, input(one), thread);
    case "audio":
    case "file":
      return api.sendDocument(chat, input(one), thread);
  }
}

/** We give the name: the sender's own file name may say who they are. */
const input = ({ kind, file }: Loaded): InputFile =>
  new InputFile(file.open(), `${kind}.${ENDINGS[file.contentType] ?? "bin"}`);
