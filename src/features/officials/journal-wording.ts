import { displayDate, displayMoment, localDay } from "../../language/dates.ts";
import { list, type Reply, strong, text } from "../../messaging/reply.ts";
import type { AuditHead, AuditRow } from "./audit-chain.ts";
import type { NoticeWords } from "./notices.ts";

/** What each action is in plain words; an action that isn't here is shown as it is stored. */
const ACTIONS: Readonly<Record<string, string>> = {
  audit_begins: "bắt đầu chuỗi nhật ký (số dòng có từ trước)",
  journal_read: "xem nhật ký",
  invite: "tạo liên kết mời",
  invite_cancelled: "hủy liên kết mời",
  accept: "mở liên kết, nhận vai trò",
  accept_refused: "mở liên kết nhưng không được cấp gì",
  revoke: "thu hồi quyền",
  in_settings: "bỏ dòng thừa của giám sát đã có trong cài đặt",
  code_renewed: "tạo lại mã một lần",
  use_internal: "dùng số liệu, tài liệu nội bộ",
  identity_request: "yêu cầu mở danh tính",
  identity_confirm: "xác nhận mở danh tính",
  identity_veto: "dừng yêu cầu mở danh tính",
  identity_read: "xem danh tính",
  identity_refused: "thử mở danh tính, không được",
  parked_retry: "gửi lại tin chưa giao được",
  parked_dismiss: "khép tin chưa giao được",
  answer_published: "duyệt câu trả lời",
  answer_retired: "gỡ câu trả lời",
  question_skipped: "bỏ qua câu hỏi",
  figures_upload: "nạp số liệu",
  figures_rollback: "lùi số liệu",
};

const ACTORS: Readonly<Record<string, string>> = {
  system: "hệ thống",
  operator: "người vận hành",
  stranger: "người không phải cán bộ",
};

export const JOURNAL = {
  empty: { blocks: [text("Nhật ký chưa có dòng nào khớp.")] } satisfies Reply,
  older: "Cũ hơn",
} as const;

/** The head as supervisors get it once a day. */
export function auditHead(
  { n, hash }: AuditHead,
  { now, isWhole }: { readonly now: number; readonly isWhole: boolean },
): NoticeWords {
  return {
    paragraphs: [
      `Nhật ký, sáng ${displayDate(localDay(now))}: ${n} dòng, mã cuối ${hash}.`,
      isWhole
        ? "Các dòng gần đây nối nhau đúng. Giữ lại tin này: nếu ai xóa dòng nào sau này, đối chiếu mã sẽ thấy (npm run audit:verify -- --head)."
        : "CẢNH BÁO: có dòng nhật ký bị sửa, xóa hoặc chèn. Báo ngay người vận hành chạy npm run audit:verify.",
    ],
  };
}

/** @param nameOf how the actor is called */
export function journalPage(
  rows: readonly AuditRow[],
  {
    nameOf,
    isWhole,
    older,
  }: {
    readonly nameOf: (actor: string) => string;
    readonly isWhole: boolean;
    /** The command for the next page; null at the end. */
    readonly older: string | null;
  },
): Reply {
  return {
    blocks: [
      strong("Nhật ký, mới nhất trước:"),
      list(
        ...rows.map(
          ({ n, at, actor, action, subject }) =>
            `${n}. ${displayMoment(at)}, ${ACTORS[actor] ?? nameOf(actor)}: ${ACTIONS[action] ?? action} (${subject})`,
        ),
      ),
      text(
        isWhole
          ? "Chuỗi nhật ký liền mạch (đã kiểm 1.000 dòng mới nhất)."
          : "CẢNH BÁO: chuỗi nhật ký bị đứt, có dòng bị sửa, xóa hoặc chèn. Báo ngay người vận hành chạy npm run audit:verify.",
      ),
    ],
    ...(older !== null && { buttons: [{ label: JOURNAL.older, payload: older }] }),
  };
}
