import type { ReportState } from "../report.ts";

/** The name of a state, for handlers and citizens. */
export const STATE_NAMES: Readonly<Record<ReportState, string>> = {
  received: "Đã nhận tin, chờ tiếp nhận",
  accepted: "Đã tiếp nhận",
  in_progress: "Đang xử lý",
  resolved: "Đã xong",
  rejected: "Không xử lý",
  duplicate: "Xử lý chung hồ sơ",
  forwarded: "Đã chuyển nơi có thẩm quyền",
};

/** What a new state means to the citizen. A duplicate never mentions another report: that could reveal a reporter. */
export const CITIZEN_WORDS: Readonly<Record<ReportState, string>> = {
  received: "Tin đã được lưu và gửi tới tổ trực. Tổ trực chưa bấm tiếp nhận.",
  accepted: "Tổ trực đã tiếp nhận tin của anh/chị.",
  in_progress: "Tin của anh/chị đang được xử lý.",
  resolved:
    "Tổ trực báo đã xử lý xong tin của anh/chị. Nếu sự việc vẫn chưa được giải quyết, anh/chị có thể yêu cầu xem lại.",
  rejected: "Tổ trực không xử lý tin này.",
  duplicate:
    "Nội dung anh/chị gửi đã được đưa vào hồ sơ để xử lý chung. Anh/chị không cần gửi lại; khi có kết quả, anh/chị được báo theo chính mã này.",
  forwarded: "Tin của anh/chị đã được chuyển tới nơi có thẩm quyền.",
};

/** The desk took back what it had told: a wrong press, or not all was done. */
export const OPENED_AGAIN =
  "Tổ trực mở lại tin của anh/chị: điều vừa báo trước đó chưa đúng hoặc chưa đủ. Tin đang được xử lý tiếp; có kết quả, tôi báo ở đây.";

/** To the reporter of the case into which another went: not how many there are, nor who. */
export const MERGED =
  "Tổ trực đã gộp các thông tin về cùng sự việc vào tin của anh/chị để xử lý chung. Anh/chị không cần làm gì thêm.";

const NOTE_LEADS: Partial<Readonly<Record<ReportState, string>>> = {
  resolved: "Kết quả",
  rejected: "Lý do",
  forwarded: "Nơi nhận",
};

/**
 * The new state in plain words for the citizen, with the handler's reason or destination. Only states that announce a
 * note include it.
 */
export function citizenWords(state: ReportState, note?: string): string {
  const lead = NOTE_LEADS[state];
  if (lead === undefined || note === undefined || note.trim() === "") return CITIZEN_WORDS[state];
  return `${CITIZEN_WORDS[state]}\n${lead}: ${note.trim()}`;
}
