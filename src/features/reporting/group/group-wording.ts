import type { GateRefusal } from "../../../messaging/group-gate.ts";
import { type Reply, strong, text } from "../../../messaging/reply.ts";

const REASONS: Readonly<Record<GateRefusal | "unreachable", string>> = {
  bot_powerless: "bot không phải quản trị viên nhóm, hoặc không có quyền cấm người dùng",
  is_administrator: "người này là quản trị viên hoặc chủ nhóm",
  other: "Telegram không nhận yêu cầu",
  unreachable: "chưa liên lạc được với Telegram, tôi vẫn đang thử lại",
};

const told = (head: string, ...words: readonly string[]): Reply => ({
  blocks: [strong(head), ...words.map(text)],
});

/** What supervisors are told of people who leave the duty group with their role, or may come back with it. */
export const GROUP_WORDS = {
  ofSettings: (id: string): string => `Người giám sát trong cài đặt (số ${id})`,
  removal: {
    done: (label: string): Reply =>
      told(`${label} không còn quyền trực và đã bị đưa ra khỏi nhóm trực.`, "Muốn mời lại: dùng /moi trước."),
    failed: (label: string, id: string, why: keyof typeof REASONS): Reply =>
      told(
        `Chưa đưa được ${label} ra khỏi nhóm trực: ${REASONS[why]}.`,
        `Người này không còn làm được gì với tin báo, nhưng vẫn đọc được nhóm. Anh/chị hãy tự xóa ${label} (tài khoản số ${id}) khỏi nhóm.`,
      ),
  },
  readmission: {
    done: (label: string): Reply => told(`${label} vào lại nhóm trực được.`),
    failed: (label: string, id: string, why: keyof typeof REASONS): Reply =>
      told(
        `Chưa gỡ được lệnh cấm của ${label} trong nhóm trực (nếu có): ${REASONS[why]}.`,
        `Nếu ${label} (tài khoản số ${id}) không vào được nhóm, anh/chị gỡ trong phần “Người bị xóa” của nhóm.`,
      ),
  },
} as const;
