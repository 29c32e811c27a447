import { describe, expect, it } from "vitest";
import { categoryOf, mayTell, tellsOfIncident } from "./detect-incident.ts";

const learned = (tell: number, danger = 0): Parameters<typeof categoryOf>[0] => ({
  acts: [
    { is: "tell", p: tell },
    { is: "ask", p: 1 - tell },
  ],
  incidents: [
    { is: "theft", p: 0.9 },
    { is: "other", p: 0.1 },
  ],
  danger,
  kinds: [{ is: "blackmail", p: 1 }],
});

describe("a told wrong", () => {
  it("is told where telling is probable, and may be long before", () => {
    expect(tellsOfIncident(learned(0.9999))).toBe(true);
    expect(tellsOfIncident(learned(0.01))).toBe(false);
    expect(mayTell(learned(0.9))).toBe(true);
    expect(mayTell(learned(0))).toBe(false);
  });

  it("is the likeliest one; of a danger the one that comes closest", () => {
    expect(categoryOf(learned(1))).toBe("theft");
    expect(categoryOf(learned(0, 0.9))).toBe("blackmail");
  });

  it("is none where two are as likely", () => {
    const incidents = [
      { is: "theft", p: 0.4 },
      { is: "fraud", p: 0.4 },
      { is: "other", p: 0.2 },
    ] as const;
    expect(categoryOf({ ...learned(1), incidents })).toBeNull();
  });
});
