import { displayDate, localDay } from "../../language/dates.ts";
import { type Block, list, type Reply, strong, text } from "../../messaging/reply.ts";
import type { Official } from "./directory.ts";
import { may, type Permission, ROLE_NAMES, type Role } from "./roles.ts";

const say = (...paragraphs: string[]): Reply => ({ blocks: paragraphs.map(text) });

export const WORDING = {
  notAllowed: say(
    "Lệnh này dành cho cán bộ được phân quyền. Anh/chị gõ /help để xem những việc tôi làm được.",
  ),
  privateOnly: say("Việc phân quyền chỉ làm trong cuộc trò chuyện riêng với tôi, không làm trong nhóm."),
  inviteHow: say(
    "Anh/chị viết: /moi <vai trò> <tên gọi>. Vai trò là xem, trực hoặc giám sát.",
    "Ví dụ: /moi trực Tổ trực ban số 2",
  ),
  noUsername: say(
    "Chưa tạo được liên kết mời: người vận hành cần khai báo tên người dùng của bot (TELEGRAM_BOT_USERNAME).",
  ),
  nobody: say("Chưa có cán bộ nào được mời. Gõ /moi <vai trò> <tên gọi> để mời."),
  noSuchOfficial: say("Không có cán bộ mang số thứ tự đó. Gõ /canbo để xem danh sách."),
  linkUnknown: say("Liên kết mời này không đúng. Anh/chị hỏi lại người đã gửi."),
  linkExpired: say("Liên kết mời đã hết hạn. Anh/chị nhờ người giám sát gửi liên kết mới."),
  linkUsed: say(
    "Liên kết mời đã được người khác dùng. Nếu người đó không phải là anh/chị, hãy báo ngay cho người giám sát.",
  ),
} as const;

export function invited(role: Role, label: string, link: string): Reply {
  return {
    blocks: [
      strong(`Liên kết mời cho ${label} (vai trò ${ROLE_NAMES[role]}):`),
      text(link),
      text(
        "Liên kết dùng một lần, hết hạn sau 24 giờ. Chỉ gửi cho đúng người; tin nhắn này nên xóa sau khi gửi.",
      ),
    ],
  };
}

export function welcomed(role: Role): Reply {
  return say(
    `Anh/chị đã được thêm với vai trò ${ROLE_NAMES[role]}. Mọi lần dùng số liệu nội bộ đều được ghi nhật ký.`,
    "Gõ /help để xem những việc tôi làm được.",
  );
}

export function listed(officials: readonly Official[]): Reply {
  return {
    blocks: [
      strong(`Cán bộ được phân quyền (${officials.length}):`),
      list(
        ...officials.map(
          ({ label, role, grantedAt }, i) =>
            `${i + 1}. ${label}: ${ROLE_NAMES[role]}, từ ${displayDate(localDay(grantedAt))}`,
        ),
      ),
      text(
        "Thu hồi: gõ /thuhoi và số thứ tự, ví dụ /thuhoi 1. Người giám sát khai báo trong cài đặt không nằm trong danh sách này.",
      ),
    ],
  };
}

export const revoked = (label: string): Reply =>
  say(`Đã thu hồi quyền của ${label}. Việc này có hiệu lực ngay.`);

/** What an official can do, by permission; added to the help that everyone gets. */
const PERMITTED_ACTIONS: readonly (readonly [Permission, string])[] = [
  ["see_internal", "Số liệu nội bộ: hỏi như số liệu thường, chỉ trong cuộc trò chuyện riêng này."],
  ["handle_reports", "Tin báo: /tin xem tin đang mở, /tin TB-… xem một tin."],
  ["manage_officials", "Danh tính người báo: /danhtinh TB-… và lý do; cần hai người giám sát."],
  ["update_knowledge", "Số liệu: /capnhat rồi gửi tệp CSV hoặc Excel; xem trước rồi mới xác nhận."],
  [
    "update_knowledge",
    "Câu trả lời: /cauhoi xem câu chưa ai trả lời được, /traloi soạn, xem, gỡ câu trả lời đã duyệt.",
  ],
  ["keep_ledger", "Sổ tin: /sotin xem nhận, trả lời, đang chờ; gửi lại hoặc khép tin chưa giao được."],
  ["manage_officials", "Phân quyền: /moi, /canbo, /thuhoi."],
];

export function helpOf(role: Role): Block[] {
  const lines = PERMITTED_ACTIONS.filter(([permission]) => may(role, permission)).map(([, line]) => line);
  return [strong(`Với vai trò ${ROLE_NAMES[role]}, anh/chị còn có thể:`), list(...lines)];
}
