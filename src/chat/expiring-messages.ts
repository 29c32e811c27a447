import type { Channel, SendOutcome } from "../messaging/channel.ts";
import type { ChannelName } from "../messaging/inbound.ts";
import { type Reply, strong, text } from "../messaging/reply.ts";
import { logEvent } from "../platform/log.ts";
import { HOUR } from "../platform/time.ts";
import type { ChatMemory } from "./chat-memory.ts";
import { backoff } from "./retry-schedule.ts";
import type { OutgoingPart } from "./stored-rows.ts";

/** Telegram lets a bot delete its message for 48 hours: before that a supervisor has to know. */
const GIVE_UP_AFTER = 24 * HOUR;

export interface ExpiringMessagesOptions {
  readonly memory: ChatMemory;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  /** Sends a message to every supervisor; the same key is sent once. */
  readonly tellSupervisors: (message: { readonly key: string; readonly reply: Reply }) => Promise<void>;
}

/** Our messages of one chat that stay for a time only. When each one goes is stored with the record that it was sent. */
export class ExpiringMessages {
  readonly #options: ExpiringMessagesOptions;

  constructor(options: ExpiringMessagesOptions) {
    this.#options = options;
  }

  /** A part went out as these messages. Synchronous: written together with what the caller writes about the part. */
  sent({ channel, chat, marks }: OutgoingPart, messages: readonly string[], now: number): void {
    const after = marks?.deleteAfter;
    if (after === undefined) return;
    for (const message of messages)
      this.#options.memory.setExpiry(message, { channel, chat, sentAt: now, at: now + after, attempts: 0 });
  }

  /** Deletes the next message whose time has come; false where there is none. Never throws. */
  async removeNext(now: number): Promise<boolean> {
    const { memory, channels, tellSupervisors } = this.#options;
    const next = memory.nextExpiry();
    if (next === null || next.at > now) return false;
    const { message, ...expiry } = next;
    const channel = channels.get(expiry.channel);
    const outcome = (await channel?.remove?.(message, { chat: memory.movedTo() ?? expiry.chat })) ?? CANNOT;
    const again = (askedFor?: number): void => {
      const pause = backoff(expiry.attempts, askedFor, Math.random());
      memory.setExpiry(message, { ...expiry, at: now + pause, attempts: expiry.attempts + 1 });
    };
    if (outcome.kind === "sent") memory.setExpiry(message, null);
    else if (isLater(outcome) && now - expiry.sentAt < GIVE_UP_AFTER) again(outcome.afterMs);
    else {
      logEvent("message_not_deleted", { reason: outcome.reason });
      await tellSupervisors({ key: `not-deleted:${expiry.chat}:${message}`, reply: NOT_DELETED }).then(
        () => memory.setExpiry(message, null),
        () => again(),
      );
    }
    return true;
  }
}

const isLater = (outcome: SendOutcome): outcome is Extract<SendOutcome, { kind: "retry" | "wait" }> =>
  outcome.kind === "retry" || outcome.kind === "wait";

const CANNOT = { kind: "park", reason: "channel_off" } as const;

const NOT_DELETED: Reply = {
  blocks: [
    strong("Một tin có danh tính người báo chưa tự xóa được."),
    text("Ai vừa mở danh tính qua /danhtinh: anh/chị tự xóa tin đó trong cuộc trò chuyện với tôi."),
  ],
};
