import type { Lane } from "../report.ts";

/** A span of time as rules state it. */
export type Span =
  | { readonly unit: "minutes"; readonly n: number }
  /** Ends with the n-th working day after the day of receipt. */
  | { readonly unit: "working_days"; readonly n: number }
  /** Ends with the n-th day after the day of receipt. */
  | { readonly unit: "days"; readonly n: number };

export interface LaneRules {
  /** On cards and in lists. */
  readonly label: string;
  /** What is promised to the citizen when the report is in. Says what is law and what is only aimed at. */
  readonly promise: string;
  /** By when a handler has to have taken it on. */
  readonly accept: Span;
  /** By when it should be closed. */
  readonly resolve: Span;
}

/**
 * The lanes with their wording and clocks. Crime: result of acceptance within 3 working days (joint circular
 * 01/2017, art. 14) and decision within 20 days (Criminal Procedure Code 2015, art. 147); that clock is the
 * competent body's, ours only follows it. The other spans are aims of this service.
 */
export const LANES: Readonly<Record<Lane, LaneRules>> = {
  urgent: {
    label: "Khẩn cấp",
    promise:
      "Tin được đánh dấu KHẨN và gửi ngay tới tổ trực. Mục tiêu: tổ trực xem trong 15 phút. Bot không thay được cuộc gọi: đang nguy hiểm thì gọi 113, 114 hoặc 115.",
    accept: { unit: "minutes", n: 15 },
    resolve: { unit: "working_days", n: 3 },
  },
  crime: {
    label: "Tin báo, tố giác về tội phạm",
    promise:
      "Cơ quan có thẩm quyền thông báo kết quả tiếp nhận trong 3 ngày làm việc kể từ khi tiếp nhận (Thông tư liên tịch 01/2017, Điều 14) và giải quyết trong 20 ngày, vụ phức tạp có thể kéo dài (Bộ luật Tố tụng hình sự 2015, Điều 147). Thời hạn này do cơ quan có thẩm quyền thực hiện; quy định có thể đã sửa đổi.",
    accept: { unit: "working_days", n: 3 },
    resolve: { unit: "days", n: 20 },
  },
  feedback: {
    label: "Phản ánh, kiến nghị",
    promise:
      "Mục tiêu của tổ trực: trả lời trong 3 ngày làm việc. Đây là mục tiêu, không phải thời hạn luật định.",
    accept: { unit: "working_days", n: 3 },
    resolve: { unit: "working_days", n: 3 },
  },
};

/** From how many reports of one chat within 24 hours on the next is marked for the handlers. It is never refused. */
export const LIKELY_SPAM_FROM = 5;

export const isLikelySpam = (reportsInLastDay: number): boolean => reportsInLastDay >= LIKELY_SPAM_FROM;
