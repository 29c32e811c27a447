import type { InboundContent, Media, MediaKind } from "../../messaging/inbound.ts";
import type { File, Message, Photo } from "./telegram-wire.ts";

/**
 * Fields that report an event of the chat, not something a person said. Nobody waits for an answer to these. Everything
 * else that we can't read gets an answer.
 */
const SERVICE_FIELDS: readonly string[] = [
  "boost_added",
  "channel_chat_created",
  "chat_background_set",
  "chat_owner_changed",
  "chat_owner_left",
  "chat_shared",
  "checklist_tasks_added",
  "checklist_tasks_done",
  "community_chat_added",
  "community_chat_joined",
  "community_chat_removed",
  "connected_website",
  "delete_chat_photo",
  "direct_message_price_changed",
  "forum_topic_closed",
  "forum_topic_created",
  "forum_topic_edited",
  "forum_topic_reopened",
  "general_forum_topic_hidden",
  "general_forum_topic_unhidden",
  "gift_upgrade_sent",
  "giveaway_completed",
  "giveaway_created",
  "group_chat_created",
  "left_chat_member",
  "managed_bot_created",
  "message_auto_delete_timer_changed",
  "migrate_from_chat_id",
  "migrate_to_chat_id",
  "new_chat_members",
  "new_chat_photo",
  "new_chat_title",
  "paid_message_price_changed",
  "pinned_message",
  "poll_option_added",
  "poll_option_deleted",
  "proximity_alert_triggered",
  "refunded_payment",
  "suggested_post_approval_failed",
  "suggested_post_approved",
  "suggested_post_declined",
  "suggested_post_paid",
  "suggested_post_refunded",
  "supergroup_chat_created",
  "users_shared",
  "video_chat_ended",
  "video_chat_participants_invited",
  "video_chat_scheduled",
  "video_chat_started",
  "write_access_allowed",
];

/**
 * Fields of a message that somebody else wrote: the present one, and those of servers before Bot API 7.0. `via_bot` is
 * a text that another bot composed.
 */
const FOREIGN_FIELDS: readonly string[] = [
  "forward_origin",
  "forward_from",
  "forward_from_chat",
  "forward_sender_name",
  "forward_date",
  "via_bot",
];

/** Things that people send and no feature reads but for their words (`ownWords`). A contact's number isn't stored: it is a third person's. */
const UNSUPPORTED_FIELDS: readonly string[] = [
  "contact",
  "poll",
  "dice",
  "game",
  "story",
  "checklist",
  "invoice",
  "successful_payment",
  "paid_media",
  "rich_message",
  "gift",
  "giveaway",
  "web_app_data",
];

/** The order matters: an animation also comes as `document`, a live photo also as `photo`. */
const FILE_FIELDS = ["video", "animation", "video_note", "voice", "audio", "document", "live_photo"] as const;

const KIND_OF_FIELD: Readonly<Record<Exclude<(typeof FILE_FIELDS)[number], "document">, MediaKind>> = {
  video: "video",
  animation: "video",
  video_note: "video",
  voice: "audio",
  audio: "audio",
  live_photo: "video",
};

/** A poll of "?" and "👍" says nothing. */
const SAYS = /[\p{L}\p{N}]/u;

/** A field of null is none. */
const has = (message: Message, field: string): boolean =>
  message[field] !== undefined && message[field] !== null;

/** True where the message reports an event of the chat. What has words was written by somebody. */
export function isService(message: Message): boolean {
  if (message.text !== undefined || message.caption !== undefined) return false;
  return SERVICE_FIELDS.some((field) => has(message, field));
}

/** True where the words aren't the sender's own. */
export function isForeign(message: Message): boolean {
  return FOREIGN_FIELDS.some((field) => has(message, field));
}

/**
 * What the person said. Words of any kind are a text; a kind without words that we can't read is `unsupported`.
 * @param own the message's own words, a command in them already without the bot's name
 * @param words all its words, its own first
 */
export function readContent(message: Message, own: string, words: string): InboundContent {
  const media = message.text === undefined ? readMedia(message) : null;
  if (media !== null) {
    return {
      kind: "media",
      media: [media],
      ...(words !== "" && { caption: words }),
      ...(message.media_group_id !== undefined && { album: message.media_group_id }),
    };
  }
  if (message.text !== undefined) return { kind: "text", text: words };
  // A venue also comes as `location`, without its name.
  if (message.venue !== undefined) return readVenue(message.venue);
  if (message.location !== undefined) return point(message.location);
  if (message.sticker !== undefined) return { kind: "sticker" };
  if (SAYS.test(own)) return { kind: "text", text: words };
  return {
    kind: "unsupported",
    what: UNSUPPORTED_FIELDS.find((field) => has(message, field)) ?? "other",
  };
}

function readMedia(message: Message): Media | null {
  if (message.photo !== undefined) {
    const { file_id: ref, file_size: bytes } = largest(message.photo);
    return { kind: "image", ref, ...(bytes !== undefined && { bytes }) };
  }
  for (const field of FILE_FIELDS) {
    const file = message[field];
    if (file !== undefined) return readFile(file, field);
  }
  return null;
}

function readFile(file: File, field: (typeof FILE_FIELDS)[number]): Media {
  return {
    kind: field === "document" ? kindOfDocument(file) : KIND_OF_FIELD[field],
    ref: file.file_id,
    ...(file.file_name !== undefined && { name: file.file_name }),
    ...(file.file_size !== undefined && { bytes: file.file_size }),
  };
}

/** A photo or video sent "as a file" is still a picture. */
function kindOfDocument({ mime_type: type }: File): MediaKind {
  const family = type?.split("/")[0];
  return family === "image" || family === "video" || family === "audio" ? family : "file";
}

/** Sizes usually come in ascending order, but the Bot API doesn't promise it. */
function largest(sizes: readonly Photo[]): Photo {
  return sizes.reduce((best, next) => (area(next) >= area(best) ? next : best));
}

const area = ({ width = 0, height = 0 }: Photo): number => width * height;

function readVenue({ location, title, address }: NonNullable<Message["venue"]>): InboundContent {
  const label = [title, address].filter((part) => part !== undefined && part.trim() !== "").join(", ");
  return { ...point(location), ...(label !== "" && { label }) };
}

function point({ latitude, longitude }: NonNullable<Message["location"]>) {
  return { kind: "location", lat: latitude, lng: longitude } as const;
}
