import type { NoticeWords } from "./notices.ts";
import { ROLE_NAMES, type Role } from "./roles.ts";

const say = (...paragraphs: readonly string[]): NoticeWords => ({ paragraphs: [...paragraphs] });

/** Four digits tell people of one office apart. */
const ending = (telegramId: string): string => telegramId.slice(-4);

const listed = (what: string, ids: readonly string[]): string =>
  ids.length === 0 ? "" : `${what}: ${ids.map((id) => `tài khoản Telegram ${id}`).join(", ")}.`;

const IF_WRONG = "Nếu anh/chị thấy việc này không đúng, hãy báo ngay cho các giám sát khác.";

const LINK_REFUSALS: Readonly<Record<string, string>> = {
  already: "người mở đã là cán bộ, nên không có gì thay đổi",
  used: "liên kết đã được dùng",
  expired: "liên kết đã hết hạn",
  own: "người tạo tự mở liên kết của mình",
  maker_gone: "người tạo không còn là giám sát",
  settings_only: "chỉ có một giám sát trong cài đặt nên giám sát mới phải được khai báo ở đó",
};

const OF_SETTINGS = "cài đặt";

/** What the other supervisors are told of grants and links. */
export const NOTICES = {
  settings: OF_SETTINGS,
  first: (telegramId: string): string => `giám sát …${ending(telegramId)} (${OF_SETTINGS})`,
  account: (telegramId: string): string => `tài khoản …${ending(telegramId)}`,
  invited: (role: Role, label: string, by: string): NoticeWords =>
    say(
      `Quyền cán bộ: ${by} vừa tạo liên kết mời “${label}”, vai trò ${ROLE_NAMES[role]}.`,
      "Liên kết nhầm thì hủy được: gõ /moi để xem mã, rồi /moi hủy <mã>.",
    ),
  granted: (
    { telegramId, role, label }: { readonly telegramId: string; readonly role: Role; readonly label: string },
    by: string,
  ): NoticeWords =>
    say(
      `Quyền cán bộ: “${label}” (tài khoản Telegram ${telegramId}) vừa mở liên kết của ${by}, nay có vai trò ${ROLE_NAMES[role]}.`,
      "Nếu không phải đúng người, thu hồi ngay: /canbo để xem mã, rồi /thuhoi <mã>.",
    ),
  linkRefused: (label: string, why: string, who: string | null): NoticeWords =>
    say(
      `Quyền cán bộ: ${who ?? "có người"} mở liên kết mời “${label}” nhưng không được cấp gì: ${LINK_REFUSALS[why] ?? why}.`,
    ),
  cancelled: ({ role, label }: { readonly role: Role; readonly label: string }, by: string): NoticeWords =>
    say(`Quyền cán bộ: ${by} đã hủy liên kết mời “${label}” (vai trò ${ROLE_NAMES[role]}).`),
  revoked: ({ role, label }: { readonly role: Role; readonly label: string }, by: string): NoticeWords =>
    say(
      `Quyền cán bộ: ${by} đã thu hồi quyền ${ROLE_NAMES[role]} của “${label}”. Có hiệu lực ngay.`,
      IF_WRONG,
    ),
  settingsChanged: (came: readonly string[], left: readonly string[]): NoticeWords =>
    say(
      `Quyền cán bộ: người vận hành vừa đổi giám sát trong cài đặt.${listed(" Thêm", came)}${listed(" Bỏ", left)}`,
      IF_WRONG,
    ),
  codeRenewed: (who: string): NoticeWords =>
    say(`Người vận hành vừa tạo lại mã một lần (dùng khi xem danh tính) cho ${who}.`, IF_WRONG),
  youWereRevoked: (by: string): NoticeWords =>
    say(
      `Quyền cán bộ của anh/chị vừa được ${by} thu hồi.`,
      "Nếu có nhầm lẫn, anh/chị liên hệ người giám sát khác.",
    ),
} as const;
