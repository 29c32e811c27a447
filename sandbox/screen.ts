import type { InlineKeyboard } from "./standins/telegram-method.ts";
import type { ZaloButton } from "./standins/zalo-message.ts";

export type ScreenChat = "oa" | "private" | "second" | "group";

/** A message on one of the two phones. Paths are on the sandbox's own server. */
export interface Bubble {
  readonly key: string;
  readonly chat: ScreenChat;
  readonly from: "me" | "bot";
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly text?: string;
  /** Telegram's HTML as the bot sent it: the page sanitises it again. */
  readonly html?: string;
  readonly photo?: string;
  readonly video?: string;
  readonly file?: { readonly path: string; readonly name: string };
  /** The same for all photos of one album: they are shown together. */
  readonly album?: string;
  readonly place?: { readonly lat: string; readonly lng: string; readonly label?: string };
  readonly sticker?: true;
  /** The sender's message this one answers. */
  readonly replyTo?: string;
  readonly buttons?: readonly ZaloButton[];
  readonly keyboard?: InlineKeyboard;
  readonly edited?: boolean;
}

/** The events for the page, sent as Server-Sent Events. */
export type ScreenEvent =
  | { readonly kind: "bubble" | "edit"; readonly bubble: Bubble }
  | { readonly kind: "delete"; readonly key: string }
  /** The delivery state of a person's act; `key` is its bubble. */
  | {
      readonly kind: "delivery";
      readonly chat: ScreenChat;
      readonly key?: string;
      readonly state:
        | "sending"
        | "delivered"
        | "retrying"
        | "failed"
        /** Shown in the group, but Telegram's privacy mode hides it from the bot. */
        | "unheard";
    }
  | { readonly kind: "typing"; readonly chat: ScreenChat }
  | { readonly kind: "toast"; readonly queryId: string; readonly text: string; readonly alert: boolean }
  | { readonly kind: "commands"; readonly scope: string; readonly commands: readonly Command[] }
  /** One call on the wire, for the log beside the phones. */
  | {
      readonly kind: "wire";
      readonly at: number;
      readonly direction: "in" | "out";
      readonly label: string;
      readonly result: string;
      readonly ok: boolean;
    }
  /** Another person has the phone: this chat begins again. */
  | { readonly kind: "clear"; readonly chat: ScreenChat }
  /** The server has restarted: the page must be emptied. */
  | { readonly kind: "reset" };

interface Command {
  readonly command: string;
  readonly description: string;
}
