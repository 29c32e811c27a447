import { displayMoment } from "../../../language/dates.ts";
import { type Block, type Reply, strong, text } from "../../../messaging/reply.ts";
import { DAY, HOUR, MINUTE } from "../../../platform/time.ts";
import type { DuplicateReason } from "../book/duplicates.ts";
import type { CaseEvent } from "../case.ts";
import { lostInWords } from "../media/files-in-words.ts";
import { FILE_LIMITS, type Lane, type LostMedia, type ReportState } from "../report.ts";
import type { Needs } from "../workflow/workflow.ts";
import { STATE_NAMES } from "../workflow/workflow-wording.ts";

/** Reasons for one tap; the reporter gets them unchanged. */
export const REASONS = ["Không đủ thông tin", "Không thuộc thẩm quyền", "Đã có cơ quan khác xử lý"] as const;
/** Results for one tap. */
export const RESULTS = [
  "Đã kiểm tra, giải quyết xong",
  "Đã kiểm tra, không thấy sự việc như tin báo",
  "Đã nhắc nhở, chấm dứt vi phạm",
  "Đã lập hồ sơ xử lý theo quy định",
] as const;
export const DESTINATIONS = ["Công an cấp xã", "Công an tỉnh", "Đồn Biên phòng", "UBND cấp xã"] as const;

export const LANE_MARKS: Readonly<Record<Lane, string>> = {
  urgent: "KHẨN",
  crime: "Tội phạm",
  feedback: "Phản ánh",
};

const LOST: Readonly<Record<LostMedia["why"], string>> = {
  too_large: `quá ${FILE_LIMITS.megabytes} MB`,
  not_fetched: "không tải được",
  not_allowed: "không mở được",
  too_many: `quá ${FILE_LIMITS.files} tệp`,
  busy: "chưa kịp tải vì lúc đó có nhiều tệp",
  day_full: "quá số tệp nhận được trong một ngày",
  all_full: "hôm nay hệ thống không nhận thêm tệp",
  not_agreed: "có thể lộ người gửi, người báo chưa đồng ý gửi kèm",
};

export const SIMILARITIES: Readonly<Record<DuplicateReason, string>> = {
  same_detail: "cùng biển số, tài khoản, số điện thoại hoặc đường dẫn",
  near_on_map: "gần nhau trên bản đồ",
  same_place_words: "cùng nơi",
};

/** What is missing of files, as handlers are told it. */
export const lostForHandlers = (lost: readonly LostMedia[]): string => lostInWords(lost, LOST);

export const mapLink = (lat: number, lng: number): string => `https://maps.google.com/?q=${lat},${lng}`;

/** "1 tin": messages that wait for the reporter's next message. */
export const undeliveredInWords = (n: number): string => `Chưa giao được ${n} tin cho người báo`;

/** What of a report's files isn't in the group. */
export const missingInWords = (files: string): string =>
  `Tệp chưa chuyển được vào nhóm: ${files}; xem lý do, gửi lại: người giám sát gõ /sotin`;

/** A list that stands for cards where many report at the same time. */
export const RUSH = {
  head: (n: number, since: string): string => `Nhiều tin cùng lúc: ${n} tin từ ${since}, gộp vào đây`,
  hint: "Tin khẩn vẫn có thẻ riêng. Mở một tin: gõ /tin và mã; thẻ của tin hiện ra khi có người nhận hoặc có điều mới.",
  all: "Xem tin mới",
} as const;

export const CARD_HINT =
  "Trả lời thẻ này = nhắn người báo. Bắt đầu bằng // = ghi chú nội bộ. Giao, hẹn, câu mẫu: gõ /help";
export const PRIVATE_HINT = "Chỉ để xem. Xử lý và nhắn người báo trong nhóm trực.";
export const ERASED = "Nội dung đã xóa theo quy định lưu giữ.";

const line = (words: string): Reply => ({ blocks: [text(words)] });
const about = (code: string, ...blocks: readonly Block[]): Reply => ({ blocks, about: code });

export const who = (actor: CaseEvent["actor"]): string =>
  actor === "reporter" ? "Người báo" : actor === "system" ? "Hệ thống" : actor.label || "Cán bộ";

export const WORDING = {
  privateOnly: line("Việc này chỉ làm trong cuộc trò chuyện riêng với tôi, không làm trong nhóm."),
  notHere: line("Nút này chỉ dùng được trong nhóm trực."),
  badButton: line("Nút này không còn dùng được. Gõ /tin và mã để xem tin mới nhất."),
  typo: line("Mã này gõ sai: xem lại từng chữ. Mã có dạng TB-XXXX-XXXX."),
  noteOfWhat: line("Chưa ghi: chưa rõ ghi chú của tin nào. Trả lời đúng thẻ của tin, bắt đầu bằng //."),
  oneSlash: line(
    "Chưa gửi cho ai: không có lệnh này. Ghi chú nội bộ: viết // ở đầu. Xem các lệnh: gõ riêng /help.",
  ),
  cannotPass: line("Chưa gửi cho ai: chỉ chuyển được chữ, ảnh, video, ghi âm, tệp và vị trí."),
  resultNeedsWords: line("Chưa ghi gì: viết kết quả bằng một câu, gửi cùng ảnh."),
  emptyNote: line("Ghi chú trống: viết nội dung sau //."),
  unknown: (code: string): Reply => line(`Không có tin ${code}.`),
  passedOn: (code: string, lost: string): Reply =>
    about(
      code,
      text(`Đã chuyển cho người báo ${code}.`),
      ...(lost === "" ? [] : [text(`Không gửi được: ${lost}.`)]),
    ),
  notPassed: (code: string, lost: string): Reply =>
    about(code, text(`Chưa gửi cho người báo ${code}: ${lost}.`)),
  noted: (code: string, lost: string): Reply =>
    about(code, text(`Đã ghi nội bộ (${code}).`), ...(lost === "" ? [] : [text(`Không giữ được: ${lost}.`)])),
  noReporter: (code: string): Reply =>
    about(code, text(`Không chuyển được: dữ liệu của người báo ${code} đã xóa.`)),
  moved: (code: string, state: ReportState, by: string): Reply =>
    about(code, text(`${code}: ${STATE_NAMES[state]} (${by}).`)),
  notAllowed: (code: string, state: ReportState): Reply =>
    about(code, text(`${code} đang ở “${STATE_NAMES[state]}”: không làm được bước này.`)),
  supervisorOnly: (code: string): Reply =>
    about(code, text(`${code} đã khép lại: chỉ người giám sát mở lại được.`)),
  withdrawn: (code: string): Reply => about(code, text(`${code}: thôi, không thay đổi gì.`)),
  notAnOriginal: (code: string): Reply =>
    about(
      code,
      text(
        `Chưa ghi được: ${code} cần mã của một tin khác, có thật và chưa bị đánh dấu trùng. Tin khẩn chỉ gộp vào tin khẩn đang mở: không thì gộp tin kia vào tin này. Trả lời tin này bằng mã đúng.`,
      ),
    ),
} as const;

export const TAKE_BACK_LABEL = "Bấm nhầm, mở lại";

/** Says who was faster and what they did. */
export const outpaced = (code: string, last: CaseEvent): Reply =>
  about(
    code,
    text(
      `Chưa làm: ${who(last.actor)} đã chuyển ${code} sang “${STATE_NAMES[last.to ?? "received"]}” lúc ${displayMoment(last.at)}. Xem thẻ mới.`,
    ),
  );

/** The questions before a move that needs more. The answers are sent to the reporter, except another case's code. */
export const QUESTIONS: Readonly<Record<Needs, string>> = {
  result:
    "Kết quả thế nào? Bấm một câu, hoặc trả lời chính tin này bằng một câu. Người báo đọc được nguyên văn: không ghi tên, số của ai.",
  reason:
    "Vì sao không xử lý? Bấm một lý do, hoặc trả lời chính tin này bằng một câu. Người báo đọc được nguyên văn.",
  destination:
    "Chuyển tới cơ quan nào? Bấm một nơi, hoặc trả lời chính tin này bằng tên cơ quan. Người báo đọc được tên này.",
  duplicate_of:
    "Trùng với tin nào? Trả lời chính tin này bằng mã của tin kia (TB-XXXX-XXXX), hoặc bấm mã nếu có. Người báo không biết mã kia.",
};

export const question = (code: string, words: string): Block[] => [strong(code), text(words)];

/** Answers that cancel the move, folded. */
export const WITHDRAWING: ReadonlySet<string> = new Set(["thoi", "huy", "bo", "bo qua", "khong"]);

export const NOTICES = {
  said: (code: string): string => `Người báo ${code} nhắn:`,
  lost: (files: string): string => `Có tệp gửi kèm mà tôi không giữ được: ${files}.`,
  files: (code: string): string => `Tệp người báo gửi kèm ${code}:`,
  reopened: (code: string): string => `MỞ LẠI ${code}: người báo cho biết việc chưa xong.`,
  undelivered: (code: string): string => `${code}: chưa giao được tin cho người báo.`,
  undeliveredHow: "Tin được giữ lại và tự gửi khi người báo nhắn lần tới. Không cần gửi lại.",
} as const;

/** Names of events in the history; a move is named by its states. */
export const ACTION_WORDS: Readonly<Record<CaseEvent["action"], string>> = {
  received: "gửi tin",
  moved: "",
  reopened: "mở lại",
  told_reporter: "nhắn người báo",
  told_duty: "nhắn tổ trực",
  placed: "sửa nơi, lúc; trước đó",
  noted: "ghi chú",
  assigned: "giao phụ trách",
  snoozed: "tạm gác đến",
  waiting: "chờ người báo, hạn tạm dừng",
  resumed: "trở lại bàn trực",
  merged: "gộp vào tin này",
  undelivered: "chưa giao được một tin cho người báo",
  alarmed: "báo động",
  satisfied: "cho biết đã ổn",
  erased: "xóa nội dung theo quy định lưu giữ",
};

export const LIST_WORDS = {
  more: (n: number): string => `… và ${n} tin nữa.`,
  waits: "chờ người báo",
  late: (age: string): string => `QUÁ HẠN ${age}`,
  received: (when: string): string => `nhận ${when}`,
  note: (words: string): string => `ghi chú: ${words}`,
  result: (words: string): string => `kết quả: ${words}`,
  left: (span: string): string => `hạn còn ${span}`,
  snoozed: (until: string): string => `gác đến ${until}`,
  spam: "có thể là tin rác",
  history: (code: string): string => `Diễn biến ${code}:`,
  earlier: (n: number): string => `${n} việc trước đó không hiện ở đây.`,
} as const;

/** How long ago, as one speaks: "5 phút", "3 giờ", "2 ngày". */
export function ageInWords(span: number): string {
  if (span < HOUR) return `${Math.max(0, Math.floor(span / MINUTE))} phút`;
  return span < 2 * DAY ? `${Math.floor(span / HOUR)} giờ` : `${Math.floor(span / DAY)} ngày`;
}

export const DIGEST = {
  head: (day: string): string => `Việc của tổ trực, sáng ${day}`,
  fresh: (n: number): string => `Chờ tiếp nhận: ${n}`,
  overdue: (n: number): string => `QUÁ HẠN: ${n}`,
  stuck: (n: number, days: number): string => `${days} ngày làm việc không có gì mới: ${n}`,
  undelivered: (n: number): string => `Có tin chưa giao được cho người báo: ${n}`,
  hint: "Xem cả danh sách: /tin. Xem một tin: /tin và mã.",
  escalated: (n: number): string => `${n} tin quá hạn, cần người giám sát:`,
  late: (age: string): string => `quá ${age}`,
  escalationHint: "Mời anh/chị nhắc tổ trực hoặc xử lý trong nhóm trực. Xem một tin: /tin và mã.",
} as const;

export const IDENTITY = {
  of: (code: string): string => `Người báo tin ${code}`,
  channels: { zalo: "Zalo, mã người dùng của Official Account", telegram: "Telegram, mã người dùng" },
} as const;
