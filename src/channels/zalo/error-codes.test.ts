import { describe, expect, it } from "vitest";
import { errorCodeOf, KNOWN_CODES, untilMorning } from "./error-codes.ts";

/** Every code of the platform's table, and the four that mean a bad token in the field. */
const TABLE = [
  -32, -100, -200, -201, -204, -205, -209, -210, -211, -212, -213, -214, -216, -217, -218, -219, -220, -221,
  -223, -224, -227, -230, -232, -233, -234, -235, -237, -238, -241, -240, -242, -244, -248, -320, -321, -403,
  -1340, -1341, -124, 216, 401, -401,
];

describe("the error codes", () => {
  it("are all there, and no other", () => {
    expect([...KNOWN_CODES].sort()).toEqual([...TABLE].sort());
  });

  it("renew the token for what means a bad token, and for nothing else", () => {
    const renewing = KNOWN_CODES.filter((code) => errorCodeOf(code)?.treatment.do === "refresh");
    expect(renewing.sort()).toEqual([-124, -216, -220, -401, 216, 401].sort());
  });

  it("keep what the person's next word makes deliverable", () => {
    const held = KNOWN_CODES.filter((code) => errorCodeOf(code)?.treatment.do === "hold");
    expect(held.sort()).toEqual([-211, -218, -230, -232, -320, -321].sort());
  });

  it("don't know others", () => {
    expect(errorCodeOf(-99_999)).toBeUndefined();
    expect(errorCodeOf(0)).toBeUndefined();
  });
});

describe("untilMorning", () => {
  it.each([
    ["2026-03-01T16:00:00Z", 7],
    ["2026-03-01T22:59:00Z", 1 / 60],
    ["2026-03-01T23:00:00Z", 24],
    ["2026-03-01T01:00:00Z", 22],
  ])("from %s it is %d hours to 06:00 in Vietnam", (from, hours) => {
    expect(untilMorning(Date.parse(from))).toBe(Math.round(hours * 3_600_000));
  });
});
