import type { Officials } from "../../features/officials/directory.ts";
import { type FindChat, tellOfficial } from "../../messaging/chats.ts";

/** Carries what officials have to be told to their chats. Never throws: the cron carries the rest. */
export function createAnnounce(chatOf: FindChat, officials: Officials): () => Promise<void> {
  return () =>
    officials.notices.carry(
      () => officials.supervisors(),
      (chat, key, reply) => tellOfficial(chatOf, chat, key, reply),
      Date.now(),
    );
}
