import { displayMoment } from "../../../language/dates.ts";
import { HOUR } from "../../../platform/time.ts";
import type { Occurrence } from "../report.ts";

/** The understood time, to show to the citizen: their words, then the date. */
export function describeWhen({ words, from, to }: Occurrence): string {
  if (from === undefined) return words;
  return `${words} (${spanOf(from, to ?? from)})`;
}

function spanOf(from: number, to: number): string {
  if (to - from <= HOUR) return `khoảng ${displayMoment((from + to) / 2)}`;
  const [start = "", startDay = ""] = displayMoment(from).split(" ngày ");
  const [end = "", endDay = ""] = displayMoment(to).split(" ngày ");
  if (startDay !== endDay)
    return to - from > 30 * HOUR
      ? `từ ${startDay} đến ${endDay}`
      : `${start} ngày ${startDay} đến ${end} ngày ${endDay}`;
  return start === "00:00" ? `ngày ${startDay}` : `${start}–${end} ngày ${startDay}`;
}
