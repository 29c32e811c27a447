import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AlarmState, step, TELL_AGAIN_AFTER, type Telling } from "./alarm-board.ts";
import type { AlarmName } from "./alarm-rules.ts";

const MINUTE = 60_000;

/** What is told when an alarm is seen like this, one run of cron every five minutes. */
function told(seen: readonly (boolean | null)[], name: AlarmName = "stuck") {
  let state: AlarmState | null = null;
  const tellings: (Telling & { readonly at: number })[] = [];
  seen.forEach((isOn, i) => {
    const at = (i + 1) * 5 * MINUTE;
    const next = step(state, { name, isOn }, at);
    state = next.state;
    if (next.telling !== null) tellings.push({ ...next.telling, at });
  });
  return tellings;
}
const many = (n: number, isOn: boolean) => Array.from({ length: n }, () => isOn);

describe("telling an alarm", () => {
  it("once, and its end once", () => {
    expect(told([false, true, true, null, true, false, false]).map(({ kind }) => kind)).toEqual([
      "alarm",
      "over",
    ]);
  });

  it("again after six hours while it goes on", () => {
    expect(told(many(6 * 12 + 2, true)).map(({ kind }) => kind)).toEqual(["alarm", "alarm"]);
  });

  it("of a missed cron no end is told", () => {
    expect(told([true, false, false], "cron_missed").map(({ kind }) => kind)).toEqual(["alarm"]);
  });

  it("never oftener than every six hours, no end without its alarm, no key twice", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.boolean()), { maxLength: 400 }), (seen) => {
        const tellings = told(seen);
        const alarms = tellings.filter(({ kind }) => kind === "alarm");
        alarms.slice(1).forEach((telling, i) => {
          expect(telling.at - (alarms[i]?.at ?? 0)).toBeGreaterThanOrEqual(TELL_AGAIN_AFTER);
        });
        tellings.forEach(({ kind }, i) => {
          if (kind === "over") expect(tellings[i - 1]?.kind).toBe("alarm");
        });
        expect(new Set(tellings.map(({ key }) => key)).size).toBe(tellings.length);
      }),
    );
  });
});
