import type { StoredFile } from "./media.ts";
import type { TelegramSent } from "./telegram-chats.ts";

/** One entry of a `photo` array. */
export const photoSize = (name: string): object => ({
  file_id: name,
  file_unique_id: name,
  width: 1280,
  height: 720,
});

/** A message of the bot as the Bot API gives it, without who sent it and where. */
export function sentOnWire(message: TelegramSent): object {
  return {
    message_id: message.messageId,
    date: Math.floor(message.at / 1000),
    ...(message.thread === undefined ? {} : { message_thread_id: message.thread, is_topic_message: true }),
    ...(message.album === undefined ? {} : { media_group_id: message.album }),
    ...content(message),
    ...(message.keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: message.keyboard } }),
  };
}

function content({ text, photo, video, document }: TelegramSent): object {
  const caption = text === "" ? {} : { caption: text };
  if (photo !== undefined) return { photo: [photoSize(photo)], ...caption };
  if (video !== undefined)
    return { video: { ...file(video), width: 1280, height: 720, duration: 1 }, ...caption };
  if (document !== undefined)
    return { document: { ...file(document.name), file_name: document.fileName }, ...caption };
  return { text };
}

const file = (name: string): object => ({ file_id: name, file_unique_id: name });

/** Where a file of this type lies under the file address. */
export function filePath(name: string, { type }: StoredFile): string {
  if (type.startsWith("image/")) return `photos/${name}`;
  return `${type.startsWith("video/") ? "videos" : "documents"}/${name}`;
}
