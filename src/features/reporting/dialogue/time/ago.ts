import { DAY, MINUTE } from "../../../../platform/time.ts";
import type { TypedWord } from "../typed-words.ts";
import { daysAgo, type Range, sinceDaysAgo } from "./calendar.ts";
import { numberAt } from "./clock.ts";
import type { Read } from "./item.ts";
import { TIME } from "./time-words.ts";

/** "10 phút trước" is approximate: a tenth of the span to each side, at least two minutes. */
const slack = (ago: number): number => Math.max(2 * MINUTE, ago / 10);

const around = (now: number, ago: number): Range => ({
  from: now - ago - slack(ago),
  to: now - ago + slack(ago),
});

/** A time told from now: "cách đây 2 tiếng", "3 hôm trước", "mấy hôm nay", "mới đây 5p", "2 ngày nữa". */
export function agoAt(typed: readonly TypedWord[], at: number): Read | null {
  const recent = TIME.recent.at(typed, at);
  // Without its mark "nãy" is "này": "nguoi nay".
  const isUnsure = recent?.length === 1 && typed[at]?.word === typed[at]?.folded;
  if (recent !== null && !isUnsure) {
    const told = spanAt(typed, at + recent.length);
    if (told !== null && told.unit < DAY)
      return { kind: "moment", of: (now) => around(now, told.ago), length: told.end - at };
    const from = recent.value * MINUTE;
    return { kind: "moment", of: (now) => ({ from: now - from, to: now }), length: recent.length };
  }
  const lead = TIME.ago.lengthAt(typed, at);
  if (lead === 0 && TIME.numbered.endsBefore(typed, at)) return null;
  const told = spanAt(typed, at + lead + (lead > 0 ? TIME.leads.lengthAt(typed, at + lead) : 0));
  if (told === null) return null;
  const { ago, unit, isVague, end } = told;
  const future = TIME.futureTails.lengthAt(typed, end);
  if (future > 0) return { kind: "future", length: end + future - at };
  const before = TIME.before.lengthAt(typed, end);
  const since = before > 0 || told.isPart ? 0 : TIME.since.lengthAt(typed, end);
  const length = end + Math.max(before, since) - at;
  if (since > 0)
    return {
      kind: "span",
      of: (now) => (unit < DAY ? { from: now - ago, to: now } : sinceDaysAgo(now, Math.ceil(ago / DAY))),
      length,
    };
  if (before === 0 && lead === 0) return null;
  if (isVague && unit >= DAY) return { kind: "vague", length };
  if (unit === DAY) return { kind: "day", of: (now) => daysAgo(now, ago / DAY), length };
  return { kind: unit < DAY ? "moment" : "span", of: (now) => around(now, ago), length };
}

interface Told {
  readonly ago: number;
  readonly unit: number;
  /** "mấy", "vài". */
  readonly isVague: boolean;
  /** "8 tối qua" is an hour, not eight evenings. */
  readonly isPart: boolean;
  readonly end: number;
}

/** "2 tiếng rưỡi", "nửa giờ", "mấy hôm". */
function spanAt(typed: readonly TypedWord[], at: number): Told | null {
  const amount = amountAt(typed, at);
  if (amount === null || amount.value === 0) return null;
  const unit = TIME.units.at(typed, at + amount.length);
  if (unit === null) return null;
  const end = at + amount.length + unit.length;
  const half = TIME.half.lengthAt(typed, end);
  const isWhole = Number.isInteger(amount.value);
  const isVague = isWhole && amount.inWords && numberAt(typed, at, TIME.numbers) === null;
  return {
    ago: (amount.value + (half > 0 ? 0.5 : 0)) * unit.value,
    unit: half > 0 || !isWhole ? Math.min(unit.value, DAY - 1) : unit.value,
    isVague,
    isPart: !isVague && TIME.parts.at(typed, at + amount.length) !== null,
    end: end + half,
  };
}

/** "2", "hai"; of "2-3" the larger one. */
function amountAt(typed: readonly TypedWord[], at: number): ReturnType<typeof numberAt> {
  const one = numberAt(typed, at, TIME.amounts);
  if (one === null || one.inWords) return one;
  const start = at + one.length + (/^[-–]$/.test(typed[at + one.length]?.typed ?? "") ? 1 : 0);
  const other = numberAt(typed, start, TIME.numbers);
  if (other === null || other.inWords || other.value <= one.value) return one;
  return { ...other, length: start + other.length - at };
}
