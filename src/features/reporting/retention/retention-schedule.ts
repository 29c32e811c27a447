import { CLOSED_REPORTS_KEPT, type KeptSpan } from "../../../platform/retention.ts";
import { DAY } from "../../../platform/time.ts";
import type { Lane } from "../report.ts";

/** How long the content and the reporter of a closed report are stored. */
export interface RetentionRule extends KeptSpan {
  readonly id: Lane | "spam";
  /** The rule as citizens read it: "phản ánh, kiến nghị 12 tháng". */
  readonly words: string;
}

const NAMES: Readonly<Record<RetentionRule["id"], string>> = {
  spam: "tin rác đã bị từ chối",
  feedback: "phản ánh, kiến nghị",
  crime: "tin báo, tố giác về tội phạm",
  urgent: "tin khẩn cấp",
};

const SPANS: Readonly<Record<RetentionRule["id"], KeptSpan>> = CLOSED_REPORTS_KEPT;

export const RETENTION: readonly RetentionRule[] = (Object.keys(SPANS) as RetentionRule["id"][]).map((id) => {
  const { days, months } = SPANS[id];
  const span = months === undefined ? `${days} ngày` : `${months} tháng`;
  return { id, ...SPANS[id], words: `${NAMES[id]} ${span}` };
});

/** Reports that were closed at or before this time are deleted. */
export function cutOff({ days = 0, months = 0 }: RetentionRule, now: number): number {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months, 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime() - days * DAY;
}
