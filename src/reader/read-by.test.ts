import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readUtterance } from "../language/utterance.ts";
import { featuresOf, ROWS, rowsOf } from "./features.ts";
import { KNOWN_BYTES, type KnownFeatures, knownIn } from "./known-features.ts";
import { readLearned } from "./learned-reading.ts";
import { withoutPlaces } from "./places.ts";

const read = (text: string) => readLearned(readUtterance(text));

describe("the learned reading", () => {
  it.each([
    ["nhà em đang cháy to lắm cứu với", "danger"],
    ["hôm qua nhà tôi bị trộm vào lấy mất xe máy", "tell"],
    ["khu dân cư đạt tiêu chuẩn an toàn về an ninh trật tự cần điều kiện gì", "ask"],
    ["cho tôi xin số nhà của thằng Tuấn", "decline"],
  ])("%s: %s", (text, act) => {
    expect(read(text).acts[0]?.is).toBe(act);
    expect(read(text.normalize("NFD")).acts[0]?.is).toBe(act);
  });

  it("depends on what is open", () => {
    const acts = (matter: "draft" | "danger") => readLearned(readUtterance("ổn rồi"), matter).acts[0]?.is;
    expect(acts("draft")).not.toBe(acts("danger"));
  });

  it("gives probabilities, the likeliest first, whatever is typed, and the same each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const { acts, kinds, points, danger } = read(text);
        expect(danger).toBeGreaterThanOrEqual(0);
        expect(danger).toBeLessThanOrEqual(1);
        for (const list of [acts, kinds, points]) {
          expect(list.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 4);
          expect(list.map(({ p }) => p)).toEqual(list.map(({ p }) => p).toSorted((a, b) => b - a));
        }
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 60 },
    );
  });

  it("lies nearer to another wording of the question than to another question", () => {
    const near = (one: string, other: string) => {
      const { vector } = read(other);
      return read(one).vector.reduce((sum, value, d) => sum + value * (vector[d] as number), 0);
    };
    const asked = "mất căn cước thì làm lại ở đâu";
    expect(near(asked, "bị rơi mất cccd đi làm lại chỗ nào")).toBeGreaterThan(
      near(asked, "tết này có được đốt pháo không"),
    );
  });
});

describe("features", () => {
  const all = new Uint8Array(KNOWN_BYTES).fill(255);
  const rowsIn = (text: string, known: KnownFeatures = all) => rowsOf(readUtterance(text), known);

  it("a message without marks has nearly all of those with them", () => {
    const marked = rowsIn("có người cạy cửa nhà em");
    const unmarked = rowsIn("co nguoi cay cua nha em");
    expect(unmarked.filter((row) => !marked.includes(row))).toEqual(Int32Array.of());
  });

  it("are rows of the table, bounded for the longest message", () => {
    const rows = rowsIn("anh ".repeat(1_024));
    expect(rows.length).toBeLessThan(100);
    expect(rows.every((row) => row >= 0 && row < ROWS)).toBe(true);
    expect(rowsIn(Array.from({ length: 1_000 }, (_, i) => `chu${i}`).join(" ")).length).toBeLessThan(6_000);
  });

  it("that were seen too rarely say nothing", () => {
    const seen = ["có người cạy cửa", "cạy cửa nhà em", "trời đẹp"].map((text) =>
      featuresOf(readUtterance(text)),
    );
    const known = knownIn(seen, 2);
    expect(rowsIn("cạy cửa", known).length).toBeGreaterThan(3);
    expect(rowsIn("trời đẹp", known)).toEqual(Int32Array.of());
    expect(rowsIn("trời đẹp", knownIn(seen, 1)).length).toBeGreaterThan(3);
  });
});

describe("places", () => {
  const masked = (text: string) => withoutPlaces(readUtterance(text)).words.join(" ");

  it("of the province are masked where they are marked, or announced", () => {
    expect(masked("ở Đông Kinh có người bán pháo")).toBe(masked("ở Lạng Sơn có người bán pháo"));
    expect(masked("o dong kinh co nguoi ban phao")).toBe("o nơinày co nguoi ban phao");
  });

  it("without marks and announced by nothing are words like others: an illness may be meant", () => {
    expect(masked("con em dong kinh roi")).toBe("con em dong kinh roi");
  });
});
