import type { Bindings } from "../../env.ts";
import type { Officials } from "../../features/officials/directory.ts";
import { tellOfficial } from "../../messaging/chats.ts";

/** Carries what officials have to be told to their chats. Never throws: the cron carries the rest. */
export function createAnnounce(
  { CONVERSATION }: Pick<Bindings, "CONVERSATION">,
  officials: Officials,
): () => Promise<void> {
  return () =>
    officials.notices.carry(
      () => officials.supervisors(),
      (chat, key, reply) => tellOfficial(CONVERSATION, chat, key, reply),
      Date.now(),
    );
}
