import { z } from "zod";

/** Zalo's ids exceed 2^53: ids are strings from end to end. */
export const ChannelName = z.enum(["zalo", "telegram"]);
export type ChannelName = z.infer<typeof ChannelName>;

const MediaKind = z.enum(["image", "video", "audio", "file"]);
export type MediaKind = z.infer<typeof MediaKind>;

/** A file the person sent. `ref` is a URL (Zalo) or a file_id (Telegram); never shown to anyone. */
export const Media = z.object({
  kind: MediaKind,
  ref: z.string(),
  name: z.exactOptional(z.string()),
  bytes: z.exactOptional(z.number()),
});
export type Media = Readonly<z.infer<typeof Media>>;

const InboundContent = z.discriminatedUnion("kind", [
  /** `tapped` marks a button press: the text is then the button's payload. */
  z.object({ kind: z.literal("text"), text: z.string(), tapped: z.exactOptional(z.boolean()) }),
  z.object({
    kind: z.literal("location"),
    lat: z.number(),
    lng: z.number(),
    label: z.exactOptional(z.string()),
  }),
  z.object({
    kind: z.literal("media"),
    media: z.array(Media.readonly()).readonly(),
    caption: z.exactOptional(z.string()),
    album: z.exactOptional(z.string()),
  }),
  /** An edited message: the new words of an earlier one. */
  z.object({ kind: z.literal("edited"), text: z.string() }),
  z.object({ kind: z.literal("sticker") }),
  /** The person opened the chat: followed the account or tapped "Nhắn tin". */
  z.object({ kind: z.literal("opened") }),
  z.object({ kind: z.literal("left") }),
  /** Somebody came into the group: `sender` is who. Nobody wrote. */
  z.object({ kind: z.literal("joined") }),
  /** Our own standing in the group changed: whether we may remove people now. */
  z.object({ kind: z.literal("standing"), mayRemove: z.boolean() }),
  /** A human operator typed to this person in the official account's own tool. */
  z.object({ kind: z.literal("operator"), text: z.string() }),
  /** The person withdrew consent or asked for deletion through the messenger. */
  z.object({ kind: z.literal("withdrawn") }),
  /** Nobody wrote: a pause that the session asked for has ended. */
  z.object({ kind: z.literal("pause") }),
  /** Something that no feature understands: a poll, a dice, a payment. */
  z.object({ kind: z.literal("unsupported"), what: z.string() }),
]);
export type InboundContent = Readonly<z.infer<typeof InboundContent>>;

/** One event in a chat of any messenger. Parsed when a chat reads back what it stored. */
export const Inbound = z.object({
  /** Deduplication key, unique within the chat: a redelivery carries the same one. */
  key: z.string(),
  channel: ChannelName,
  /** The chat to answer in: a Zalo user id or a Telegram chat id. */
  chat: z.string(),
  /** Who wrote; equals `chat` in a private chat. */
  sender: z.string(),
  isPrivate: z.boolean(),
  /** Milliseconds since the epoch, by the messenger's clock. */
  at: z.number(),
  /** The messenger's id of the message, to reply to. */
  messageId: z.exactOptional(z.string()),
  /** The messenger's id of our message that this one replies to. */
  repliedTo: z.exactOptional(z.string()),
  /** Somebody else's words, forwarded or sent through another bot: read, but never as an official's command. */
  forwarded: z.exactOptional(z.literal(true)),
  /** No person answers for it: written in the name of a group or a channel, or by a bot. */
  impersonal: z.exactOptional(z.enum(["chat", "bot"])),
  /** How the person is called in the duty group; never read elsewhere. */
  senderName: z.exactOptional(z.string()),
  /** The messenger may have cut a long text here: the rest of it would be the next message. */
  mayGoOn: z.exactOptional(z.literal(true)),
  /** The forum topic of the message. */
  thread: z.exactOptional(z.string()),
  content: InboundContent.readonly(),
});
export type Inbound = Readonly<z.infer<typeof Inbound>>;
