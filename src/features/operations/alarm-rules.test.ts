import { describe, expect, it } from "vitest";
import { type AlarmName, BURST, daytimeSince, findingsOf, type Observations } from "./alarm-rules.ts";

const at = (hour: string, day = "2025-11-23") => Date.parse(`${day}T${hour}:00+07:00`);
const QUIET: Observations = {
  now: at("10:00"),
  cronBefore: at("09:55"),
  zalo: { lastAt: at("09:00"), silenceHours: 12, tokenFails: false },
  newlyParked: 0,
  newReports: 0,
  stuck: { n: 0, since: null },
  gaps: [],
};
const isOn = (name: AlarmName, change: Partial<Observations>) =>
  findingsOf({ ...QUIET, ...change }).find((finding) => finding.name === name)?.isOn;
const zalo = (lastAt: number | null, tokenFails: boolean | null = false) => ({
  zalo: { lastAt, silenceHours: 12, tokenFails },
});

describe("alarms", () => {
  it("all is quiet where all is well, and where there is no Zalo account", () => {
    const { zalo: _, ...without } = QUIET;
    expect(
      [...findingsOf(QUIET), ...findingsOf(without)].filter((finding) => finding.isOn !== false),
    ).toEqual([]);
  });

  it("the night's silence counts for nothing, and is told in daytime only", () => {
    expect(isOn("zalo_silent", { ...zalo(at("20:30", "2025-11-22")), now: at("08:00") })).toBe(false);
    expect(isOn("zalo_silent", { ...zalo(at("10:00", "2025-11-22")), now: at("08:00") })).toBe(true);
    expect(isOn("zalo_silent", { ...zalo(at("10:00", "2025-11-22")), now: at("23:30") })).toBeNull();
    expect(isOn("zalo_silent", { ...zalo(null), now: at("12:00") })).toBe(false);
  });

  it("cron may miss once, not thrice; the first run misses nothing", () => {
    expect(isOn("cron_missed", { cronBefore: at("09:46") })).toBe(false);
    expect(isOn("cron_missed", { cronBefore: at("09:44") })).toBe(true);
    expect(isOn("cron_missed", { cronBefore: null })).toBe(false);
  });

  it("eleven newly parked are too many, ten are not", () => {
    expect([
      isOn("parked_growing", { newlyParked: 10 }),
      isOn("parked_growing", { newlyParked: 11 }),
    ]).toEqual([false, true]);
  });

  it("a burst of reports is told, and what couldn't be counted is not", () => {
    const told = [BURST.reports - 1, BURST.reports, null].map((newReports) =>
      isOn("reports_burst", { newReports }),
    );
    expect(told).toEqual([false, true, null]);
  });

  it("a token, a stuck message and a difference are told; what couldn't be seen is not", () => {
    expect(isOn("zalo_token", zalo(at("09:00"), true))).toBe(true);
    expect(isOn("stuck", { stuck: { n: 1, since: at("09:00") } })).toBe(true);
    expect(isOn("ledger_gap", { gaps: [{ day: "2025-11-23", gap: 1 }] })).toBe(true);
    expect([
      isOn("stuck", { stuck: null }),
      isOn("ledger_gap", { gaps: null }),
      isOn("zalo_token", zalo(null, null)),
    ]).toEqual([null, null, null]);
  });

  it("a disk is low under a tenth; where it can't be seen nothing is said, where nobody watches none is", () => {
    expect(isOn("disk_low", { disk: { freeShare: 0.1 } })).toBe(false);
    expect(isOn("disk_low", { disk: { freeShare: 0.099 } })).toBe(true);
    expect(isOn("disk_low", { disk: { freeShare: null } })).toBeNull();
    expect(isOn("disk_low", {})).toBe(false);
  });

  it("too many files in a day are told before no more are taken", () => {
    const many = (usedShare: number | null) => isOn("files_many", { files: { usedShare } });
    expect([many(0.79), many(0.8), many(null)]).toEqual([false, true, null]);
    expect(isOn("files_many", {})).toBe(false);
  });

  it("a day has fourteen hours of daytime", () => {
    expect(daytimeSince(at("00:00", "2025-11-20"), at("00:00", "2025-11-22"))).toBe(2 * 14 * 3_600_000);
    expect(daytimeSince(at("21:00", "2025-11-20"), at("07:00", "2025-11-21"))).toBe(0);
  });
});
