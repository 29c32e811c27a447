/**
 * One thing that happened in a chat, whichever messenger it came by.
 * Ids are strings from end to end: Zalo's exceed 2^53.
 */
export type ChannelName = "zalo" | "telegram";

export type MediaKind = "image" | "video" | "audio" | "file";

/** A file the person sent. `ref` is a URL (Zalo) or a file_id (Telegram); never shown to anyone. */
export interface Media {
  readonly kind: MediaKind;
  readonly ref: string;
  readonly name?: string;
  readonly bytes?: number;
}

export type InboundContent =
  /** `tapped` marks a button press: the text is then the button's payload. */
  | { readonly kind: "text"; readonly text: string; readonly tapped?: boolean }
  | { readonly kind: "location"; readonly lat: number; readonly lng: number; readonly label?: string }
  | {
      readonly kind: "media";
      readonly media: readonly Media[];
      readonly caption?: string;
      readonly album?: string;
    }
  /** Words that the person put in the place of earlier ones. */
  | { readonly kind: "edited"; readonly text: string }
  | { readonly kind: "sticker" }
  /** The person opened the chat: followed the account or tapped "Nhắn tin". */
  | { readonly kind: "opened" }
  | { readonly kind: "left" }
  /** A human operator typed to this person in the official account's own tool. */
  | { readonly kind: "operator"; readonly text: string }
  /** The person withdrew consent or asked for deletion through the messenger. */
  | { readonly kind: "withdrawn" }
  /** Nobody wrote: the time that the session had asked for has come. */
  | { readonly kind: "pause" }
  /** Something no feature understands: a poll, a dice, a payment. */
  | { readonly kind: "unsupported"; readonly what: string };

export interface Inbound {
  /** Deduplication key, unique within the chat: a redelivery carries the same one. */
  readonly key: string;
  readonly channel: ChannelName;
  /** The chat to answer in: a Zalo user id or a Telegram chat id. */
  readonly chat: string;
  /** Who wrote; equals `chat` in a private chat. */
  readonly sender: string;
  readonly isPrivate: boolean;
  /** Milliseconds since the epoch, by the messenger's clock. */
  readonly at: number;
  /** The messenger's id of the message, to reply to. */
  readonly messageId?: string;
  /** The messenger's id of the message of ours that this one replies to. */
  readonly repliedTo?: string;
  /** Somebody else's words, passed on: they are read, but never taken for a command of an official. */
  readonly forwarded?: true;
  /** The forum topic that it was said in. */
  readonly thread?: string;
  readonly content: InboundContent;
}
