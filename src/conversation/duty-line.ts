import type { SendOutcome } from "../messaging/channel.ts";
import { type Reply, strong, text } from "../messaging/reply.ts";
import { localDay } from "../vietnamese/dates.ts";

/** How long a card waits for its next try while the duty group can't be reached. */
const TRY_AGAIN = 5 * 60_000;

/**
 * Nothing for the duty group is ever given up: whatever the messenger says (the bot was thrown out, the group is gone,
 * no right to write), it is tried again until somebody mends it.
 */
export function neverGivenUp(outcome: SendOutcome): SendOutcome {
  if (outcome.kind === "sent" || outcome.kind === "retry") return outcome;
  return { kind: "retry", reason: outcome.reason, afterMs: TRY_AGAIN };
}

/** Told to each supervisor once a day, by its key. */
export function lineDown(reason: string, now: number): { readonly key: string; readonly reply: Reply } {
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
