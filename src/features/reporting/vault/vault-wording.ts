import { displayMoment } from "../../../language/dates.ts";
import type { NoticeWords } from "../../officials/notices.ts";
import { TWO_PERSON_RULES } from "../../officials/two-person-rules.ts";
import type { Lane } from "../report.ts";
import type { DisclosureRefusal } from "./disclosure-refusal.ts";

const { standingDays, requestsPerHour, confirmMinutes, vetoMinutes, code: codeRules } = TWO_PERSON_RULES;

/** What a supervisor is told where an identity isn't revealed. */
export const DISCLOSURE_REFUSALS: Readonly<Record<DisclosureRefusal, string>> = {
  not_supervisor: "Việc này chỉ dành cho người giám sát. Lần thử này đã được ghi nhật ký.",
  too_new: `Chưa được: anh/chị, hoặc người đã mời anh/chị, làm giám sát chưa đủ ${standingDays} ngày.`,
  cut_off:
    "Chưa được: người mời anh/chị không còn là giám sát. Cần một giám sát khác thu hồi rồi mời lại anh/chị, sau đó chờ đủ " +
    `${standingDays} ngày.`,
  no_reason: "Anh/chị viết: /danhtinh TB-XXXX-XXXX <lý do>. Lý do được ghi lại và gửi người xác nhận.",
  unknown: "Không có danh tính để mở: mã không đúng, chưa có yêu cầu, hoặc dữ liệu người báo đã được xóa.",
  no_second:
    "Chưa có người thứ hai xác nhận được. Cần ít nhất hai giám sát được khai báo trong cài đặt (TELEGRAM_ADMIN_IDS): người vận hành thêm vào rồi khởi động lại.",
  too_many: `Anh/chị đã gửi ${requestsPerHour} yêu cầu trong một giờ qua: yêu cầu này chưa được ghi. Anh/chị gửi lại sau.`,
  same_person: "Người yêu cầu không tự xác nhận được. Cần một người giám sát khác.",
  same_root:
    "Chưa xác nhận được: anh/chị và người yêu cầu được cùng một giám sát mời, hoặc người này mời người kia. Cần một giám sát thuộc nhánh khác.",
  expired: `Yêu cầu đã quá hạn (${confirmMinutes} phút để xác nhận, rồi mới đến giờ xem). Anh/chị gửi yêu cầu mới kèm lý do.`,
  vetoed: "Yêu cầu này đã bị một giám sát dừng lại. Nếu vẫn cần, hãy trao đổi với nhau rồi gửi yêu cầu mới.",
  voided:
    "Yêu cầu không còn giá trị: quyền của một trong hai người đã thay đổi. Anh/chị gửi yêu cầu mới kèm lý do.",
  not_requester: "Chỉ người đã yêu cầu mới được xem.",
  not_confirmed: "Chưa có người giám sát thứ hai xác nhận.",
  not_yet: "Chưa đến giờ xem: các giám sát khác còn có thể dừng yêu cầu này.",
  wrong_code: "Mã không đúng hoặc đã dùng. Chờ ứng dụng hiện mã mới rồi gõ lại.",
  locked: `Đã gõ sai mã quá ${codeRules.tries} lần: tạm khóa ${codeRules.lockMinutes} phút. Các giám sát khác đã được báo.`,
  no_key:
    "Chưa dùng được mã một lần: người vận hành cần tạo lại mã cho anh/chị (npm run official:code -- <mã Telegram> --renew).",
  used: "Yêu cầu này đã được dùng. Mỗi lần mở danh tính cần một yêu cầu mới.",
};

/** A refusal in words, with the time from which on it would be possible. */
export const refusalInWords = (why: DisclosureRefusal, from: number | undefined): string =>
  from === undefined
    ? DISCLOSURE_REFUSALS[why]
    : `${DISCLOSURE_REFUSALS[why]} Được từ ${displayMoment(from)}.`;

export const VETO = "Dừng";

const vetoButton = (id: string) => ({ label: VETO, payload: `/danhtinh dung ${id}` });

const opensInWords = (lane: Lane): string =>
  vetoMinutes[lane] === 0
    ? "Tin khẩn: sau khi xác nhận, người yêu cầu xem được ngay."
    : `Sau khi xác nhận, ${vetoMinutes[lane]} phút nữa mới xem được; đến lúc đó ai cũng dừng được.`;

/** What the supervisors are told of each step. */
export const DISCLOSURE_NOTICES = {
  asks: ({
    id,
    code,
    reason,
    lane,
    by,
  }: {
    readonly id: string;
    readonly code: string;
    readonly reason: string;
    readonly lane: Lane;
    readonly by: string;
  }): NoticeWords => ({
    paragraphs: [
      `Có yêu cầu mở danh tính người báo tin ${code}, của ${by}. Lý do: ${reason}`,
      `Chỉ xác nhận khi anh/chị biết rõ người yêu cầu và thấy lý do chính đáng. ${opensInWords(lane)} Mọi bước được ghi nhật ký.`,
    ],
    buttons: [{ label: "Xác nhận", payload: `/danhtinh xacnhan ${id}` }, vetoButton(id)],
  }),
  confirmed: ({
    id,
    code,
    opensAt,
    isUrgent,
    by,
    requester,
  }: {
    readonly id: string;
    readonly code: string;
    readonly opensAt: number;
    readonly isUrgent: boolean;
    readonly by: string;
    readonly requester: string;
  }): NoticeWords => ({
    paragraphs: [
      `${by} đã xác nhận yêu cầu mở danh tính người báo tin ${code} của ${requester}.`,
      isUrgent
        ? "Tin khẩn: người yêu cầu xem được ngay, một lần."
        : `Xem được từ ${displayMoment(opensAt)}, một lần. Thấy không đúng, anh/chị bấm Dừng trước lúc đó.`,
    ],
    buttons: [vetoButton(id)],
  }),
  opened: (code: string, closesAt: number): NoticeWords => ({
    paragraphs: [
      `Danh tính người báo tin ${code} xem được từ bây giờ đến ${displayMoment(closesAt)}, một lần, kèm mã 6 số trong ứng dụng xác thực.`,
    ],
    buttons: [{ label: "Xem một lần", payload: `/danhtinh xem ${code}` }],
  }),
  vetoed: (code: string, by: string): NoticeWords => ({
    paragraphs: [`${by} đã dừng yêu cầu mở danh tính người báo tin ${code}. Không ai xem được nữa.`],
  }),
  read: (code: string, reason: string, by: string): NoticeWords => ({
    paragraphs: [`${by} vừa xem danh tính người báo tin ${code}. Lý do đã nêu: ${reason}`],
  }),
  refused: (subject: string, why: DisclosureRefusal, who: string | null): NoticeWords => ({
    paragraphs: [
      who === null
        ? "Có người không phải cán bộ thử lệnh mở danh tính người báo. Không có gì được mở; nhật ký ghi mỗi tài khoản một dòng mỗi giờ."
        : `${who} thử mở danh tính người báo (${subject}) nhưng không được: ${REFUSED_BECAUSE[why]}.`,
    ],
  }),
} as const;

/** Reasons as the other supervisors are told them. */
const REFUSED_BECAUSE: Readonly<Record<DisclosureRefusal, string>> = {
  not_supervisor: "không phải giám sát",
  too_new: `làm giám sát chưa đủ ${standingDays} ngày`,
  cut_off: "người mời không còn là giám sát",
  no_reason: "thiếu lý do",
  unknown: "không có tin hoặc yêu cầu đó",
  no_second: "không có người thứ hai xác nhận được",
  too_many: "quá nhiều yêu cầu trong một giờ",
  same_person: "tự xác nhận yêu cầu của mình",
  same_root: "hai tài khoản thuộc cùng một nhánh mời",
  expired: "yêu cầu đã quá hạn",
  vetoed: "yêu cầu đã bị dừng",
  voided: "quyền của một trong hai người đã thay đổi",
  not_requester: "không phải người đã yêu cầu",
  not_confirmed: "chưa ai xác nhận",
  not_yet: "chưa đến giờ xem",
  wrong_code: "mã một lần không đúng",
  locked: "gõ sai mã quá nhiều lần, đang tạm khóa",
  no_key: "mã một lần cần tạo lại",
  used: "yêu cầu đã được dùng",
};

export const DISCLOSURE_WORDS = {
  requested: (code: string): string =>
    `Đã ghi yêu cầu mở danh tính người báo tin ${code} và báo các giám sát khác. Cần một người xác nhận trong ${confirmMinutes} phút.`,
  confirmed: (code: string, opensAt: number, isUrgent: boolean): string =>
    `Đã xác nhận mở danh tính người báo tin ${code}. Chỉ người yêu cầu xem được, một lần${isUrgent ? "" : `, từ ${displayMoment(opensAt)}`}.`,
  vetoed: (code: string): string =>
    `Đã dừng yêu cầu mở danh tính người báo tin ${code}. Các giám sát khác đã được báo.`,
  codeNeeded: (code: string): string =>
    `Bước cuối: mở ứng dụng xác thực, rồi gõ /danhtinh xem ${code} và mã 6 số đang hiện. Mã dùng một lần. Chưa có ứng dụng: hỏi người vận hành (npm run official:code).`,
  warning:
    "Thông tin này chỉ dùng cho lý do đã nêu. Không chuyển tiếp, không chụp màn hình; xóa tin nhắn sau khi dùng.",
} as const;
