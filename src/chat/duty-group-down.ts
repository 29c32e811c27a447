import { localDay } from "../language/dates.ts";
import type { SendOutcome } from "../messaging/channel.ts";
import { type Reply, strong, text } from "../messaging/reply.ts";
import { MINUTE } from "../platform/time.ts";

/** How long what is for the duty group waits for its next try while the group can't be reached, in milliseconds. */
export const TRY_GROUP_AGAIN = 5 * MINUTE;

/** What closes a group as a whole: the bot was thrown out, has no right to write, the group is gone. */
const GROUP_REASONS: ReadonlySet<string> = new Set([
  "forbidden",
  "no_rights",
  "chat_not_found",
  "migrated",
  "channel_off",
]);

/**
 * True where nothing can be sent to the group until somebody mends it: its messages wait then, however long. A single
 * message that Telegram refuses is another matter: it must not hold up the ones behind it.
 */
export function isGroupDown(outcome: Exclude<SendOutcome, { kind: "sent" }>): boolean {
  return outcome.kind !== "retry" && GROUP_REASONS.has(outcome.reason);
}

/** Told to each supervisor once a day, by its key. */
export function groupDownNotice(
  reason: string,
  now: number,
): { readonly key: string; readonly reply: Reply } {
  return {
    key: `duty-line-down:${localDay(now)}`,
    reply: {
      blocks: [
        strong("Bot không gửi được vào nhóm trực."),
        text(
          `Nguyên nhân: ${reason}. Tin báo của người dân vẫn được lưu và sẽ vào nhóm khi gửi được. Anh/chị kiểm tra: bot còn trong nhóm không, có quyền gửi không, TELEGRAM_DUTY_CHAT_ID đúng chưa.`,
        ),
      ],
    },
  };
}
