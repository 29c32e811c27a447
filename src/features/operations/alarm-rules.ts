import { localHour } from "../../language/dates.ts";
import { CRON_MISSED_AFTER } from "../../ledger/operations-state.ts";
import { LOW_DISK } from "../../platform/disk.ts";
import { DAY, HOUR, MINUTE } from "../../platform/time.ts";

/** What cron observed. `null` where it couldn't find out: the alarm then stays unchanged. */
export interface Observations {
  readonly now: number;
  /** When cron last finished before this run; null where it never did. */
  readonly cronBefore: number | null;
  /** Absent where there is no Zalo account; `lastAt` is null where nobody ever wrote. */
  readonly zalo?: {
    readonly lastAt: number | null;
    readonly silenceHours: number;
    /** True where there is no access token, or no way to renew it. */
    readonly tokenFails: boolean | null;
  };
  readonly newlyParked: number | null;
  /** Reports of the last `BURST.within` milliseconds that are still open. */
  readonly newReports: number | null;
  readonly stuck: { readonly n: number; readonly since: number | null } | null;
  readonly gaps: readonly { readonly day: string; readonly gap: number }[] | null;
  /** How much of the files that are taken in on one day came today, 1 is all; absent where no reports are taken. */
  readonly files?: { readonly usedShare: number | null };
  /** Absent where the disk isn't watched, as on Cloudflare. */
  readonly disk?: { readonly freeShare: number | null };
}

export type AlarmName =
  | "zalo_silent"
  | "zalo_token"
  | "parked_growing"
  | "reports_burst"
  | "cron_missed"
  | "stuck"
  | "ledger_gap"
  | "disk_low"
  | "files_many";

/** One condition; `isOn` is null where it is unknown now. */
export interface Finding {
  readonly name: AlarmName;
  readonly isOn: boolean | null;
}

/** From this share of a day's files on supervisors are told: there is still time to see who sends so much. */
export const MANY_FILES = 0.8;

/** More newly parked messages in an hour mean a fault of the channel. */
export const PARKED_GROWING_OVER = 10;

/** So many reports within so many milliseconds are a disaster or a flood: either way urgent cards need more eyes. */
export const BURST = { reports: 30, within: 10 * MINUTE } as const;

/** Hours of daytime without a Zalo message. A day has fourteen hours of daytime, so this is nearly a whole day. */
export const DEFAULT_SILENCE_HOURS = 12;

/** People write between these hours in Vietnam; silence at night doesn't count. */
const DAYTIME = { from: 7, to: 21 };

/** A gap of yesterday goes before one of today. Older days are not checked: their gaps were reported then. */
export function findingsOf(seen: Observations): readonly Finding[] {
  const { now, cronBefore, zalo, newlyParked, newReports, stuck, gaps, disk, files } = seen;
  return [
    { name: "cron_missed", isOn: cronBefore !== null && now - cronBefore > CRON_MISSED_AFTER },
    { name: "zalo_token", isOn: zalo === undefined ? false : zalo.tokenFails },
    { name: "zalo_silent", isOn: zalo === undefined ? false : isSilent(zalo, now) },
    { name: "parked_growing", isOn: newlyParked === null ? null : newlyParked > PARKED_GROWING_OVER },
    { name: "reports_burst", isOn: newReports === null ? null : newReports >= BURST.reports },
    { name: "stuck", isOn: stuck === null ? null : stuck.n > 0 },
    { name: "ledger_gap", isOn: gaps === null ? null : gaps.length > 0 },
    { name: "disk_low", isOn: disk === undefined ? false : isLow(disk.freeShare) },
    { name: "files_many", isOn: files === undefined ? false : isMuch(files.usedShare) },
  ];
}

const isLow = (freeShare: number | null): boolean | null =>
  freeShare === null ? null : freeShare < LOW_DISK;

const isMuch = (usedShare: number | null): boolean | null =>
  usedShare === null ? null : usedShare >= MANY_FILES;

function isSilent({ lastAt, silenceHours }: NonNullable<Observations["zalo"]>, now: number): boolean | null {
  if (lastAt === null) return false;
  if (daytimeSince(lastAt, now) < silenceHours * HOUR) return false;
  return isDaytime(now) ? true : null;
}

function isDaytime(at: number): boolean {
  const hour = localHour(at);
  return hour >= DAYTIME.from && hour < DAYTIME.to;
}

/** Milliseconds of daytime between two moments, counted by quarters of an hour; a month at most. */
export function daytimeSince(from: number, to: number): number {
  const step = 15 * MINUTE;
  let sum = 0;
  for (let at = Math.max(from, to - 31 * DAY); at < to; at += step)
    if (isDaytime(at)) sum += Math.min(step, to - at);
  return sum;
}
