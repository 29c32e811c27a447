import { localHour } from "../../language/dates.ts";
import { CRON_MISSED_AFTER } from "../../ledger/operations-state.ts";
import { LOW_DISK } from "../../platform/disk.ts";
import { DAY, HOUR, MINUTE } from "../../platform/time.ts";

/** What cron saw. `null` where it couldn't find out: an alarm then stays as it was. */
export interface Observations {
  readonly now: number;
  /** When cron last ran through before this time; null where it never did. */
  readonly cronBefore: number | null;
  /** Absent where there is no Zalo account; `lastAt` is null where nobody ever wrote. */
  readonly zalo?: {
    readonly lastAt: number | null;
    readonly silenceHours: number;
    /** No access token, or no way to a next one. */
    readonly tokenFails: boolean | null;
  };
  readonly newlyParked: number | null;
  readonly stuck: { readonly n: number; readonly since: number | null } | null;
  readonly gaps: readonly { readonly day: string; readonly gap: number }[] | null;
  /** Absent where nobody watches the disk, as on Cloudflare. */
  readonly disk?: { readonly freeShare: number | null };
}

export type AlarmName =
  | "zalo_silent"
  | "zalo_token"
  | "parked_growing"
  | "cron_missed"
  | "stuck"
  | "ledger_gap"
  | "disk_low";

/** One condition; `isOn` is null where nothing can be said about it now. */
export interface Finding {
  readonly name: AlarmName;
  readonly isOn: boolean | null;
}

/** More newly parked messages than this in an hour mean that something is wrong with the channel. */
export const PARKED_GROWING_OVER = 10;

/** Hours of daytime without a Zalo message: nearly a whole day, since a day here has fourteen of them. */
export const DEFAULT_SILENCE_HOURS = 12;

/** People write between these hours in Vietnam; the night's silence is none. */
const DAYTIME = { from: 7, to: 21 };

/** A gap of yesterday's counts more than today's: nothing beyond is looked at, it was told when it came. */
export function findingsOf(seen: Observations): readonly Finding[] {
  const { now, cronBefore, zalo, newlyParked, stuck, gaps, disk } = seen;
  return [
    { name: "cron_missed", isOn: cronBefore !== null && now - cronBefore > CRON_MISSED_AFTER },
    { name: "zalo_token", isOn: zalo === undefined ? false : zalo.tokenFails },
    { name: "zalo_silent", isOn: zalo === undefined ? false : isSilent(zalo, now) },
    { name: "parked_growing", isOn: newlyParked === null ? null : newlyParked > PARKED_GROWING_OVER },
    { name: "stuck", isOn: stuck === null ? null : stuck.n > 0 },
    { name: "ledger_gap", isOn: gaps === null ? null : gaps.length > 0 },
    { name: "disk_low", isOn: disk === undefined ? false : isLow(disk.freeShare) },
  ];
}

const isLow = (freeShare: number | null): boolean | null =>
  freeShare === null ? null : freeShare < LOW_DISK;

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
