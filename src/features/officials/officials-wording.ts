import { displayDate, displayMoment, localDay } from "../../language/dates.ts";
import { type Block, list, type Reply, strong, text } from "../../messaging/reply.ts";
import type { Official } from "./directory.ts";
import type { Acceptance, InvitationRefusal, OpenInvitation } from "./invitations.ts";
import { may, type Permission, ROLE_NAMES, type Role } from "./roles.ts";

const say = (...paragraphs: string[]): Reply => ({ blocks: paragraphs.map(text) });

const INVITE_HOW = [
  "Anh/chị viết: /moi <vai trò> <tên gọi>. Vai trò là xem, trực hoặc giám sát.",
  "Ví dụ: /moi trực Tổ trực ban số 2",
];

const BY_SETTINGS =
  "người vận hành thêm mã Telegram của người đó vào TELEGRAM_ADMIN_IDS trong cài đặt rồi khởi động lại";

export const WORDING = {
  notAllowed: say(
    "Lệnh này dành cho cán bộ được phân quyền. Anh/chị gõ /help để xem những việc tôi làm được.",
  ),
  privateOnly: say("Việc phân quyền chỉ làm trong cuộc trò chuyện riêng với tôi, không làm trong nhóm."),
  noUsername: say(
    "Chưa tạo được liên kết mời: người vận hành cần khai báo tên người dùng của bot (TELEGRAM_BOT_USERNAME).",
  ),
  nobody: say("Chưa có cán bộ nào được mời. Gõ /moi <vai trò> <tên gọi> để mời."),
  noSuchOfficial: say("Không có cán bộ mang mã đó. Gõ /canbo để xem mã của từng người."),
  revokeHow: say("Anh/chị viết: /thuhoi <mã>. Mã của từng người có trong /canbo."),
  ofSettings: say(
    "Giám sát này được khai báo trong cài đặt, nên không thu hồi được bằng tin nhắn.",
    "Cách làm: người vận hành bỏ mã Telegram của người đó khỏi TELEGRAM_ADMIN_IDS rồi khởi động lại.",
  ),
  notRevoked: say("Chưa thu hồi quyền của ai."),
  noSuchLink: say("Không có liên kết nào mang mã đó đang chờ mở. Gõ /moi để xem danh sách."),
} as const;

export const INVITATION_REFUSALS: Readonly<Record<InvitationRefusal, Reply>> = {
  settings_only: say(
    "Cài đặt mới có một giám sát, nên không mời giám sát bằng liên kết được: nếu được, một người có thể tự mời chính mình bằng máy khác rồi một mình mở danh tính người báo.",
    `Cách thêm: ${BY_SETTINGS}. Vai trò xem và trực vẫn mời bằng /moi như thường.`,
  ),
  name_taken: say(
    "Tên gọi này đã có người dùng, hoặc chỉ dành cho giám sát trong cài đặt. Anh/chị đặt tên khác để không ai nhầm người.",
  ),
  not_supervisor: WORDING.notAllowed,
};

type LinkRefusal = Extract<Acceptance, { readonly kind: "refused" }>["why"];

export const LINK_REFUSALS: Readonly<Record<LinkRefusal, Reply>> = {
  unknown: say("Liên kết mời này không đúng hoặc không còn dùng được. Anh/chị hỏi lại người đã gửi."),
  expired: say("Liên kết mời đã hết hạn. Anh/chị nhờ người giám sát gửi liên kết mới."),
  used: say(
    "Liên kết mời này đã được dùng, không cấp quyền thêm lần nữa. Cần quyền, anh/chị hỏi người giám sát.",
  ),
  own: say("Đây là liên kết do chính anh/chị tạo: không tự mời mình được. Anh/chị gửi cho người cần mời."),
  maker_gone: say("Người tạo liên kết này không còn là giám sát, nên liên kết không dùng được nữa."),
  settings_only: say(
    `Chưa cấp được: giám sát mới phải được khai báo trong cài đặt. Cách làm: ${BY_SETTINGS}.`,
  ),
};

/** How to invite, and the links that can still be opened. */
export function inviteHow(open: readonly (OpenInvitation & { readonly by: string })[]): Reply {
  if (open.length === 0) return say(...INVITE_HOW);
  return {
    blocks: [
      ...INVITE_HOW.map(text),
      strong(`Liên kết đang chờ mở (${open.length}):`),
      list(
        ...open.map(
          ({ id, label, role, by, expiresAt }) =>
            `${id}: ${label}, ${ROLE_NAMES[role]}; ${by} tạo, hết hạn ${displayMoment(expiresAt)}`,
        ),
      ),
      text("Hủy một liên kết: /moi hủy <mã>."),
    ],
  };
}

export function invited(role: Role, label: string, link: string): Reply {
  return {
    blocks: [
      strong(`Liên kết mời cho ${label} (vai trò ${ROLE_NAMES[role]}):`),
      text(link),
      text(
        "Liên kết dùng một lần, hết hạn sau 24 giờ. Chỉ gửi cho đúng người; tin nhắn này nên xóa sau khi gửi. Các giám sát khác đã được báo.",
      ),
    ],
  };
}

export const cancelled = ({ label }: OpenInvitation): Reply => say(`Đã hủy liên kết mời ${label}.`);

export function welcomed(role: Role): Reply {
  return say(
    `Anh/chị đã được thêm với vai trò ${ROLE_NAMES[role]}. Mọi lần dùng số liệu nội bộ đều được ghi nhật ký.`,
    "Gõ /help để xem những việc tôi làm được.",
  );
}

/** A link changes nothing of who is an official already. */
export const alreadyOfficial = (role: Role): Reply =>
  say(
    `Anh/chị đang có vai trò ${ROLE_NAMES[role]}; liên kết mời không đổi được vai trò.`,
    "Muốn đổi vai trò: một giám sát thu hồi quyền cũ (/thuhoi) rồi mời lại (/moi).",
  );

/** @param firstCount how many supervisors the settings name */
export function listed(officials: readonly Official[], firstCount: number): Reply {
  return {
    blocks: [
      strong(`Cán bộ được phân quyền (${officials.length}):`),
      list(
        ...officials.map(
          ({ id, label, role, grantedAt }) =>
            `${id}: ${label}, ${ROLE_NAMES[role]}, từ ${displayDate(localDay(grantedAt))}`,
        ),
      ),
      text(
        `Thu hồi: /thuhoi <mã>, ví dụ /thuhoi ${officials[0]?.id ?? ""}. Ngoài ra có ${firstCount} giám sát khai báo trong cài đặt, không nằm trong danh sách này.`,
      ),
    ],
  };
}

/** The question before a revocation, with the name. */
export const askRevocation = ({ id, label, role }: Official): Reply => ({
  blocks: [
    text(`Thu hồi quyền ${ROLE_NAMES[role]} của ${label}? Có hiệu lực ngay, các giám sát khác được báo.`),
  ],
  buttons: [
    { label: "Thu hồi", payload: `/thuhoi ${id} đồng ý` },
    { label: "Không", payload: "/thuhoi thôi" },
  ],
});

/** @param invited how many others hang on this official in the tree of invitations */
export const revoked = (label: string, invited: number): Reply =>
  say(
    `Đã thu hồi quyền của ${label}. Việc này có hiệu lực ngay; các liên kết người này đã tạo cũng bị hủy.`,
    ...(invited === 0
      ? []
      : [
          `${invited} giám sát do người này mời vẫn giữ vai trò, nhưng không còn được tham gia mở danh tính. Nếu vẫn cần, thu hồi rồi mời lại họ.`,
        ]),
  );

/** What an official can do, by permission; added to the help that everyone gets. */
const PERMITTED_ACTIONS: readonly (readonly [Permission, string])[] = [
  ["see_internal", "Số liệu nội bộ: hỏi như số liệu thường, chỉ trong cuộc trò chuyện riêng này."],
  [
    "handle_reports",
    "Tin báo: /tin (của tôi, mới, quá hạn, đã xong, tên xã, từ cần tìm), /tin TB-… xem một tin. Ca trực: /giaoca. Số liệu xử lý: /baocaothang.",
  ],
  ["manage_officials", "Danh tính người báo: /danhtinh TB-… và lý do; cần hai người giám sát."],
  ["see_internal", "Xuất số liệu: /xuat, ra bảng Excel hoặc một trang PDF."],
  [
    "update_knowledge",
    "Số liệu: /capnhat rồi gửi bảng Excel hoặc CSV; lấy mẫu bằng /capnhat mau. Xem trước rồi mới xác nhận.",
  ],
  [
    "update_knowledge",
    "Văn bản: gửi tệp PDF hoặc DOCX vào đây, xem trước rồi mới đăng. Các bản đã đăng: /tailieu danhsach.",
  ],
  [
    "update_knowledge",
    "Câu trả lời: /cauhoi xem câu chưa ai trả lời được, /traloi soạn, xem, gỡ câu trả lời đã duyệt.",
  ],
  [
    "update_knowledge",
    "Kho kiến thức: /cauhoi han xem mục đến hạn xem lại, /cauhoi chuaxacnhan xem mục chưa xác nhận.",
  ],
  ["keep_ledger", "Sổ tin: /sotin xem nhận, trả lời, đang chờ; gửi lại hoặc khép tin chưa giao được."],
  [
    "manage_officials",
    "Phân quyền: /moi, /canbo, /thuhoi. Nhật ký: /nhatky. Nhóm trực của xã, phường: /tuyen.",
  ],
];

export function helpOf(role: Role): Block[] {
  const lines = PERMITTED_ACTIONS.filter(([permission]) => may(role, permission)).map(([, line]) => line);
  return [strong(`Với vai trò ${ROLE_NAMES[role]}, anh/chị còn có thể:`), list(...lines)];
}
