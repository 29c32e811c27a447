import { withLaws } from "../../../language/laws.ts";
import type { Lane } from "../report.ts";

/** A time span as rules state it. */
export type Span =
  | { readonly unit: "minutes"; readonly n: number }
  /** Ends with the n-th working day after the day of receipt. */
  | { readonly unit: "working_days"; readonly n: number }
  /** Ends with the n-th day after the day of receipt. */
  | { readonly unit: "days"; readonly n: number };

export interface LaneRules {
  /** The name on cards and in lists. */
  readonly label: string;
  /** The promise to the citizen when the report is received. Says what is law and what is only a goal. */
  readonly promise: string;
  /** The time to accept it. */
  readonly accept: Span;
  /** From acceptance until the work begins; absent where only the time to close it counts. */
  readonly begin?: Span;
  /** The time to close it. */
  readonly resolve: Span;
}

const UNIT_WORDS = { minutes: "phút", working_days: "ngày làm việc", days: "ngày" } as const;

/**
 * The lanes with their wording and time limits. Crime: the law's spans for the result of acceptance and for the
 * decision; they bind the competent body, ours only follow them. The other spans are goals of this service. In a
 * promise "{accept}" and "{resolve}" stand for the spans, other names for a law.
 */
export const LANES: Readonly<Record<Lane, LaneRules>> = {
  urgent: lane({
    label: "Khẩn cấp",
    promise:
      "Tin được đánh dấu KHẨN và gửi ngay tới tổ trực. Mục tiêu: tổ trực xem trong {accept}. Bot không thay được cuộc gọi: đang nguy hiểm thì gọi 113, 114 hoặc 115.",
    accept: { unit: "minutes", n: 15 },
    begin: { unit: "minutes", n: 15 },
    resolve: { unit: "working_days", n: 3 },
  }),
  crime: lane({
    label: "Tin báo, tố giác về tội phạm",
    promise:
      "Cơ quan có thẩm quyền thông báo kết quả tiếp nhận trong {accept} kể từ khi tiếp nhận ({reportReception.result}) và giải quyết trong {resolve}, vụ phức tạp có thể kéo dài ({criminalProcedure.decision}). Thời hạn này do cơ quan có thẩm quyền thực hiện; quy định có thể đã sửa đổi.",
    accept: { unit: "working_days", n: 3 },
    resolve: { unit: "days", n: 20 },
  }),
  feedback: lane({
    label: "Phản ánh, kiến nghị",
    promise: "Mục tiêu của tổ trực: trả lời trong {resolve}. Đây là mục tiêu, không phải thời hạn luật định.",
    accept: { unit: "working_days", n: 3 },
    resolve: { unit: "working_days", n: 3 },
  }),
};

function lane(rules: LaneRules): LaneRules {
  const spanOf = (name: "accept" | "resolve") => `${rules[name].n} ${UNIT_WORDS[rules[name].unit]}`;
  const promise = rules.promise.replace(/\{(accept|resolve)\}/gu, (_, name: "accept" | "resolve") =>
    spanOf(name),
  );
  return { ...rules, promise: withLaws(promise) };
}

/** From this many reports of one chat within 24 hours on, the next is marked for the handlers. It is never refused. */
export const LIKELY_SPAM_FROM = 5;

export const isLikelySpam = (reportsInLastDay: number): boolean => reportsInLastDay >= LIKELY_SPAM_FROM;
