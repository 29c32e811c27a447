import { localDay } from "../language/dates.ts";
import type { Deferral } from "../messaging/channel.ts";
import { type Reply, strong, text } from "../messaging/reply.ts";
import { MINUTE } from "../platform/time.ts";

/** Time between two tries for messages to the duty group while the group can't be reached, in milliseconds. */
export const TRY_GROUP_AGAIN = 5 * MINUTE;

/** Reasons that concern the whole group: the bot was removed, may not write, or the group is gone. */
const GROUP_REASONS: ReadonlySet<string> = new Set([
  "forbidden",
  "no_rights",
  "chat_not_found",
  "migrated",
  "channel_off",
]);

/**
 * True where nothing can be sent to the group until somebody repairs it: its messages wait, however long. A single
 * message that Telegram refuses is different: it must not hold up the next ones.
 */
export function isGroupDown({ kind, reason }: Deferral, isFile: boolean): boolean {
  // A group may take words and no files: then its words must not wait.
  if (isFile && reason === "no_rights") return false;
  return (kind === "hold" || kind === "park") && GROUP_REASONS.has(reason);
}

/** Sent to each supervisor once a day. Chats have stored the key, so it keeps its old name. */
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

/** Sent to each supervisor once for a case: parts of it were set aside. */
export function setAsideNotice(
  code: string,
  isFile: boolean,
): { readonly key: string; readonly reply: Reply } {
  const what = isFile ? "Có tệp" : "Có tin";
  return {
    key: `duty-set-aside:${code}:${isFile ? "files" : "words"}`,
    reply: {
      blocks: [
        strong(`${what} của ${code === "" ? "nhóm trực" : code} chưa chuyển được vào nhóm trực.`),
        text(
          "Nội dung vẫn được giữ. Anh/chị gõ /sotin để xem lý do, gửi lại bằng /sotin thulai và số của tin. Xem tin báo: /tin và mã.",
        ),
      ],
    },
  };
}
