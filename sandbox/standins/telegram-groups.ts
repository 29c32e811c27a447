import { BotApiError, badRequest } from "./telegram-method.ts";

export interface ForumTopic {
  readonly id: number;
  readonly name: string;
}

/** The real limit for a bot in one group. */
const REAL_LIMIT = { messages: 20, withinMs: 60_000 } as const;

/** The special states of a group: a forum, moved to another id, the bot removed, too many messages. */
export class TelegramGroups {
  readonly #forums = new Map<string, ForumTopic[]>();
  readonly #publicNames = new Map<string, string>();
  readonly #closedTopics = new Set<number>();
  readonly #thrownOutOf = new Set<string>();
  readonly #movedTo = new Map<string, string>();
  readonly #limits = new Map<string, { readonly messages: number; readonly withinMs: number }>();
  readonly #sentAt = new Map<string, number[]>();

  /** From now on the group has topics. */
  makeForum(chatId: string): void {
    this.#forums.set(chatId, this.#forums.get(chatId) ?? []);
  }

  /** Sending to the group, asking about it and editing there answer 403 until `takeBack`. */
  throwOut(chatId: string): void {
    this.#thrownOutOf.add(chatId);
  }

  takeBack(chatId: string): void {
    this.#thrownOutOf.delete(chatId);
  }

  /** The group became a supergroup: its old id answers 400 with the new one. */
  migrate(from: string, to: string): void {
    this.#movedTo.set(from, to);
  }

  /** Allows the bot so many messages; more are answered with 429. Without it a group accepts everything. */
  limit(chatId: string, limit: { readonly messages: number; readonly withinMs: number } = REAL_LIMIT): void {
    this.#limits.set(chatId, limit);
  }

  /** Anybody finds the group by this name and may read there; undefined makes it private again. */
  setPublicName(chatId: string, name: string | undefined): void {
    if (name === undefined) this.#publicNames.delete(chatId);
    else this.#publicNames.set(chatId, name);
  }

  publicName(chatId: string): string | undefined {
    return this.#publicNames.get(chatId);
  }

  isForum(chatId: string): boolean {
    return this.#forums.has(chatId);
  }

  topics(chatId: string): readonly ForumTopic[] {
    return this.#forums.get(chatId) ?? [];
  }

  /** Telegram numbers a topic by the message that opened it. */
  openTopic(chatId: string, topic: ForumTopic): void {
    const topics = this.#forums.get(chatId);
    if (topics === undefined) throw badRequest("the chat is not a forum");
    topics.push(topic);
  }

  /** Somebody deleted the topic: what goes there is refused. */
  deleteTopic(id: number): void {
    this.#closedTopics.add(id);
  }

  /** @throws BotApiError where the bot can do nothing with this chat */
  reach(chatId: string): void {
    const movedTo = this.#movedTo.get(chatId);
    if (movedTo !== undefined) {
      throw new BotApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", {
        migrate_to_chat_id: Number(movedTo),
      });
    }
    if (this.#thrownOutOf.has(chatId))
      throw new BotApiError(403, "Forbidden: bot was kicked from the supergroup chat");
  }

  /** Accepts `count` new messages. @throws BotApiError as Telegram refuses them */
  admit(
    chatId: string,
    { thread, count = 1 }: { readonly thread: number | undefined; readonly count?: number },
  ): void {
    this.reach(chatId);
    const isOpen =
      this.topics(chatId).some(({ id }) => id === thread) && !this.#closedTopics.has(thread ?? 0);
    if (thread !== undefined && !isOpen) throw badRequest("message thread not found");
    this.#count(chatId, count);
  }

  #count(chatId: string, count: number): void {
    const limit = this.#limits.get(chatId);
    if (limit === undefined) return;
    const now = Date.now();
    const recent = (this.#sentAt.get(chatId) ?? []).filter((at) => at > now - limit.withinMs);
    if (recent.length + count > limit.messages) {
      const seconds = Math.max(1, Math.ceil(((recent[0] ?? now) + limit.withinMs - now) / 1000));
      throw new BotApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
    }
    this.#sentAt.set(chatId, [...recent, ...Array<number>(count).fill(now)]);
  }
}
