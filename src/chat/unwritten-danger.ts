import { dangerReply } from "../features/emergency/emergency-feature.ts";
import type { Channel } from "../messaging/channel.ts";
import type { ChannelName, Inbound } from "../messaging/inbound.ts";
import { logEvent } from "../platform/log.ts";
import { readInbound } from "../reading/read-message.ts";

/** Keys of answered messages in memory; the oldest are dropped first. */
const KEPT = 10_000;

/**
 * Answers a danger that can't be stored, as on a full disk: the emergency numbers go straight to the messenger. Nothing
 * is on disk, so where the reply fails the messenger is asked to deliver again.
 */
export class UnwrittenDanger {
  readonly #channels: () => ReadonlyMap<ChannelName, Channel>;
  /** Message → whether its reply was sent. A second delivery waits for the first. */
  readonly #answers = new Map<string, Promise<boolean>>();

  /** @param channels made when the first one is needed */
  constructor(channels: () => ReadonlyMap<ChannelName, Channel>) {
    this.#channels = channels;
  }

  /** True where this message was answered here before: storing it now would answer it twice. */
  async isAnswered(inbound: Inbound): Promise<boolean> {
    return (await this.#answers.get(keyOf(inbound))) ?? false;
  }

  /** @returns false where the message isn't about a danger or the reply wasn't sent */
  async answer(inbound: Inbound): Promise<boolean> {
    const key = keyOf(inbound);
    const answer = this.#answers.get(key) ?? this.#send(inbound);
    this.#answers.set(key, answer);
    const isSent = await answer;
    if (!isSent) this.#answers.delete(key);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > KEPT && oldest !== undefined) this.#answers.delete(oldest);
    return isSent;
  }

  async #send(inbound: Inbound): Promise<boolean> {
    const danger = readInbound(inbound).danger;
    const channel = this.#channels().get(inbound.channel);
    if (danger === null || channel === undefined) return false;
    const { chat, thread, messageId, isPrivate } = inbound;
    const [first, ...more] = channel.render(dangerReply(danger), {
      chat,
      ...(messageId !== undefined && !isPrivate && { replyTo: messageId }),
    });
    if (first === undefined) return false;
    const to = { chat, ...(thread !== undefined && { thread }) };
    const outcome = await channel.send(first, to);
    logEvent("danger_unwritten", { channel: inbound.channel, outcome: outcome.kind });
    if (outcome.kind !== "sent") return false;
    for (const part of more) await channel.send(part, to);
    return true;
  }
}

const keyOf = ({ channel, chat, key }: Inbound): string => `${channel}:${chat}:${key}`;
