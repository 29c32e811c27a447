import { describe, expect, it } from "vitest";
import { readUtterance } from "../../src/language/utterance.ts";
import weights from "../../src/reading/danger/likeness/weights.json" with { type: "json" };
import { collected, fingerprint, numbersOf } from "./examples.ts";
import { learn } from "./learn.ts";

describe("weights.json", () => {
  it("was learned from the examples as they are", () => {
    const says = weights.learnedFrom === fingerprint(collected()) ? "up to date" : "examples changed";
    expect(says, "examples changed: npm run learn:danger").toBe("up to date");
  });
});

describe("fingerprint", () => {
  it("changes with a message, with a label and with the order, not with a date", () => {
    const first = { text: "cháy nhà", label: "114", batch: "danger-1", date: "2026-11-23" };
    const second = { text: "nhà đẹp", label: "calm", batch: "calm-1", date: "2026-11-23" };
    const of = fingerprint([first, second]);
    expect(fingerprint([{ ...first, date: "2030-01-01" }, second])).toBe(of);
    expect(fingerprint([{ ...first, text: `${first.text}!` }, second])).not.toBe(of);
    expect(fingerprint([{ ...first, label: "calm" }, second])).not.toBe(of);
    expect(fingerprint([second, first])).not.toBe(of);
  });
});

describe("numbersOf", () => {
  it("is every number of a danger and none of calm talk", () => {
    const example = { text: "a", batch: "a", date: "2026-11-23" };
    expect(numbersOf({ ...example, label: "114 115" })).toEqual(["114", "115"]);
    expect(numbersOf({ ...example, label: "calm" })).toEqual([]);
  });
});

describe("learn", () => {
  it("weighs what stands only in one kind of message", () => {
    const examples = ["máu chảy nhiều", "máu ra nhiều", "xã có mấy thôn", "xã nào"].map((message, i) => ({
      said: readUtterance(message),
      isOne: i < 2,
    }));
    const { of } = learn(examples);
    expect(of.mau).toBeGreaterThan(0);
    expect(of.xa).toBeLessThan(0);
    expect(learn(examples)).toEqual(learn(examples));
  });
});
