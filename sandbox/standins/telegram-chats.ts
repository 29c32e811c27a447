import type { InlineKeyboard } from "./telegram-method.ts";

/** A message of the bot as the chat shows it. */
export interface TelegramSent {
  readonly chatId: string;
  readonly messageId: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Text or caption without markup. */
  readonly text: string;
  /** Text or caption as sent, where `parse_mode` was HTML. */
  readonly html?: string;
  /** The name under which `MediaFiles` has it. */
  readonly photo?: string;
  /** The name under which `MediaFiles` has it. */
  readonly video?: string;
  readonly document?: { readonly name: string; readonly fileName: string };
  /** The same for all messages of one album. */
  readonly album?: string;
  /** Its forum topic. */
  readonly thread?: number;
  readonly keyboard: InlineKeyboard;
  readonly replyTo?: number;
  readonly edited?: boolean;
  /** Nobody can forward or save it. */
  readonly isProtected?: boolean;
}

/**
 * Message numbers, and the bot's messages that still exist in each chat. Numbers begin at the clock time, so that an
 * old state folder never sees one again after a restart.
 */
export class TelegramChats {
  #next = Math.floor(Date.now() / 1000) - 1_700_000_000;
  readonly #standing = new Map<string, TelegramSent>();
  readonly #numbers = new Set<string>();

  nextId(chatId: string): number {
    this.#next += 1;
    this.#numbers.add(key(chatId, this.#next));
    return this.#next;
  }

  exists(chatId: string, messageId: number): boolean {
    return this.#numbers.has(key(chatId, messageId));
  }

  keep(message: TelegramSent): void {
    this.#standing.set(key(message.chatId, message.messageId), message);
  }

  find(chatId: string, messageId: number): TelegramSent | undefined {
    return this.#standing.get(key(chatId, messageId));
  }

  remove(chatId: string, messageId: number): boolean {
    return this.#standing.delete(key(chatId, messageId));
  }
}

const key = (chatId: string, messageId: number): string => `${chatId}:${messageId}`;
