import { type Api, GrammyError } from "grammy";

/** Telegram's limit for a topic's name. */
const MAX_TITLE = 128;

/**
 * Opens a topic in a forum group.
 * @returns its `message_thread_id`; null where the group is no forum or the bot may not manage topics. Never throws:
 * without a topic the message goes to the group as a whole.
 */
export async function openTopic(api: Api, chat: string, title: string): Promise<string | null> {
  try {
    const group = await api.getChat(chat);
    if (!("is_forum" in group) || group.is_forum !== true) return null;
    const topic = await api.createForumTopic(chat, title.slice(0, MAX_TITLE));
    return topic?.message_thread_id === undefined ? null : String(topic.message_thread_id);
  } catch (error) {
    if (error instanceof GrammyError || error instanceof Error) return null;
    throw error;
  }
}
