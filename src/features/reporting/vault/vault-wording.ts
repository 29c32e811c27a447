import type { DisclosureRefusal } from "./disclosures.ts";

/** What a supervisor is told where an identity isn't revealed. */
export const DISCLOSURE_REFUSALS: Readonly<Record<DisclosureRefusal, string>> = {
  not_supervisor: "Việc này chỉ dành cho người giám sát. Lần thử này đã được ghi nhật ký.",
  no_reason: "Anh/chị viết: /danhtinh TB-XXXX-XXXX <lý do>. Lý do được ghi lại và gửi người xác nhận.",
  unknown: "Không có danh tính để mở: mã không đúng, hoặc dữ liệu người báo đã được xóa.",
  same_person: "Người yêu cầu không tự xác nhận được. Cần một người giám sát khác.",
  too_close:
    "Chưa xác nhận được: một trong hai người vừa được người kia cấp quyền trong 24 giờ qua. Cần một người giám sát khác.",
  expired: "Yêu cầu đã quá 30 phút. Anh/chị gửi lại yêu cầu mới kèm lý do.",
  not_requester: "Chỉ người đã yêu cầu mới được xem.",
  not_confirmed: "Chưa có người giám sát thứ hai xác nhận.",
  used: "Yêu cầu này đã được dùng. Mỗi lần mở danh tính cần một yêu cầu mới.",
};

export const DISCLOSURE_WORDS = {
  requested: (code: string): string =>
    `Đã ghi yêu cầu mở danh tính người báo tin ${code}. Cần một người giám sát khác xác nhận trong 30 phút.`,
  asks: (code: string, reason: string): string =>
    `Có yêu cầu mở danh tính người báo tin ${code}. Lý do: ${reason}\nChỉ xác nhận khi anh/chị biết rõ người yêu cầu và thấy lý do chính đáng. Mọi bước được ghi nhật ký.`,
  confirmed: (code: string): string =>
    `Yêu cầu mở danh tính người báo tin ${code} đã được xác nhận. Người yêu cầu xem được một lần.`,
  warning:
    "Thông tin này chỉ dùng cho lý do đã nêu. Không chuyển tiếp, không chụp màn hình; xóa tin nhắn sau khi dùng.",
} as const;
