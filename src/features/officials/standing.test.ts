import { describe, expect, it } from "vitest";
import { DAY } from "../../platform/time.ts";
import { type Grant, standingOf } from "./standing.ts";

const NOW = 1_000 * DAY;
const FIRST = new Set(["A", "H"]);
const grant = (
  telegramId: string,
  grantedBy: string,
  daysAgo: number,
  role: Grant["role"] = "supervisor",
) => ({
  telegramId,
  grantedBy,
  role,
  grantedAt: NOW - daysAgo * DAY,
});
const standing = (id: string, ...grants: Grant[]) => standingOf(id, grants, FIRST, NOW);
const none = (why: string) => ({ kind: "none", why });

describe("standing", () => {
  it("is there at once for a supervisor of the settings, whatever row there is", () => {
    expect(standing("A")).toEqual({ kind: "stands", root: "A", path: "A" });
    expect(standing("A", grant("A", "C", 1, "viewer"))).toMatchObject({ kind: "stands", root: "A" });
  });

  it("comes after seven days, to the millisecond", () => {
    expect(standing("C", grant("C", "A", 7))).toMatchObject({ kind: "stands", root: "A" });
    const tooNew = { ...grant("C", "A", 7), grantedAt: NOW - 7 * DAY + 1 };
    expect(standing("C", tooNew)).toEqual({ ...none("too_new"), from: NOW + 1 });
  });

  it("counts over everybody on the way up", () => {
    expect(standing("D", grant("D", "C", 30), grant("C", "A", 3))).toMatchObject(none("too_new"));
    expect(standing("D", grant("D", "C", 30), grant("C", "H", 40))).toMatchObject({
      kind: "stands",
      root: "H",
    });
  });

  it("hangs on the nearest supervisor of the settings", () => {
    expect(standing("D", grant("D", "A", 30), grant("A", "X", 1))).toMatchObject({ root: "A" });
  });

  it("ends where somebody on the way is no supervisor any more", () => {
    expect(standing("D", grant("D", "C", 30))).toEqual(none("cut_off"));
    expect(standing("D", grant("D", "C", 30), grant("C", "A", 30, "duty"))).toEqual(none("cut_off"));
    expect(standing("D", grant("D", "E", 30), grant("E", "D", 30))).toEqual(none("cut_off"));
    expect(standing("D", grant("D", "D", 30))).toEqual(none("cut_off"));
  });

  it("is nobody's without the role", () => {
    expect(standing("C", grant("C", "A", 30, "duty"))).toEqual(none("not_supervisor"));
    expect(standing("X")).toEqual(none("not_supervisor"));
  });

  it("names everybody with their grant, so that a grant made anew is another", () => {
    const [one, other] = [grant("C", "A", 30), grant("C", "A", 20)];
    expect(standing("C", one)).not.toEqual(standing("C", other));
  });
});
