import type { Lane } from "../report.ts";

/** How long a closed report keeps its content and its reporter. */
export interface RetentionRule {
  readonly id: Lane | "spam";
  readonly days?: number;
  readonly months?: number;
  /** As told to officials and citizens. */
  readonly words: string;
}

/**
 * Defaults of this program, not law: the body that operates it decides, by what the law asks of it. Counted from
 * closing; an open case is never deleted.
 */
export const RETENTION: readonly RetentionRule[] = [
  { id: "spam", days: 30, words: "tin rác đã bị từ chối: 30 ngày sau khi đóng" },
  { id: "feedback", months: 12, words: "phản ánh, kiến nghị: 12 tháng sau khi đóng" },
  { id: "crime", months: 24, words: "tin báo, tố giác về tội phạm: 24 tháng sau khi đóng" },
  { id: "urgent", months: 24, words: "tin khẩn cấp: 24 tháng sau khi đóng" },
];

/** What closed on or before this moment is past its time. */
export function cutOff({ days = 0, months = 0 }: RetentionRule, now: number): number {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months, 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime() - days * 86_400_000;
}
