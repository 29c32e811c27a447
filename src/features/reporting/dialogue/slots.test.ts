import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UTC_OFFSET } from "../../../language/dates.ts";
import { isTimeAnswer, readWhen } from "./when.ts";
import { isElsewhere, isPlaceAnswer, readPlaceAnswer, readWhere } from "./where.ts";
import { whereIn } from "./whole-address.ts";

/** Thursday 26/11/2026, 15:30 in Vietnam. */
const NOW = Date.UTC(2026, 10, 26, 8, 30);

/** Text, place, from, to; "-" is none, "?" a time whose words are kept without a span. Month-day hour:minute. */
const ROWS = readFileSync(join(import.meta.dirname, "slots.examples.tsv"), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t") as [string, string, string, string]);

const local = (at: number): string => new Date(at + UTC_OFFSET).toISOString().slice(5, 16).replace("T", " ");

describe("what people write of place and time", () => {
  it.each(ROWS)("%s", (text, place, from, to) => {
    const when = readWhen(text, NOW);
    expect((readWhere(text) ?? readPlaceAnswer(text))?.words ?? "-").toBe(place);
    expect(when === null ? "-" : when.from === undefined ? "?" : local(when.from)).toBe(from);
    expect(when === null ? "-" : when.to === undefined ? "?" : local(when.to)).toBe(to);
  });
});

describe("a place told in two breaths", () => {
  it.each([
    ["Thôn Quảng Hồng ba. sã Thất Khê à khong Kháng Chiến", "Thôn Quảng Hồng ba, Kháng Chiến"],
    ["ở quán Hương Lan, xã Hữu Lũng, à nhầm, xã Tuấn Sơn", "quán Hương Lan, xã Tuấn Sơn"],
    ["o nga tu Phai Tran, a nham, nga ba Phai Tran", "nga ba Phai Tran"],
  ])("%s", (text, words) => expect(whereIn(text)?.words).toBe(words));
});

it("what somebody else has isn't where it happened", () => {
  expect(isElsewhere("Thằng cầm đầu tên Cường, có tiệm cầm đồ ở đường Bà Triệu")).toBe(true);
  expect(isElsewhere("có tiệm cầm đồ ở đường Bà Triệu cho vay nặng lãi")).toBe(false);
});

const PLACES =
  "Khòn Lèng|nà mười|ngoài bản|chỗ cũ|vuon dao|bờ đê|nhà tôi|dạ ở Pò Lùng ạ|ruộng nhà cô Lài|ql4a|tầng 3 chung cư|phòng trọ của em";
const TIMES =
  "hqua|khoảng 9 rưỡi tối|dạ sáng nay ạ|lúc tan học|hôm nọ|tối nào cũng vậy|cách đây 2 hôm|hôm mưa to|bây giờ luôn";
const NEITHER =
  "dán giấy|áo khoác đen|em sợ lắm|khong biet ro|bắt chó|xe sirius trắng|nó tên Dũng|gửi luôn|cảm ơn|có ai không|đòi 5 triệu|12H1-123.45|với bạn|tóc vàng|bo qua|đang trọ";

describe("a bare answer", () => {
  it.each(PLACES.split("|"))("is a place: %s", (text) => {
    expect(isPlaceAnswer(text)).toBe(true);
    expect(isTimeAnswer(text, NOW)).toBe(false);
  });
  it.each(TIMES.split("|"))("is a time: %s", (text) => {
    expect(isTimeAnswer(text, NOW)).toBe(true);
    expect(isPlaceAnswer(text)).toBe(false);
  });
  it.each(NEITHER.split("|"))("is neither: %s", (text) => {
    expect(isPlaceAnswer(text)).toBe(false);
    expect(isTimeAnswer(text, NOW)).toBe(false);
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    ...ROWS.flatMap(([text]) => text.split(" ")),
    ..."ở tại gần thôn Nà 8h 31/12 29/2 từ đến nay tối thứ 7 tháng 12 0 99 , . - / nữa mai".split(" "),
  );
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 4_096 }),
    fc.array(pieces, { maxLength: 60 }).map((words) => words.join(" ")),
  );
  const moment = fc
    .date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true })
    .map((date) => date.getTime());

  it("is quoted as typed, and no time is in the future", () => {
    fc.assert(
      fc.property(text, moment, (typed, now) => {
        const clean = typed.normalize("NFC");
        for (const place of [readWhere(typed), readPlaceAnswer(typed)])
          if (place !== null) expect(clean).toContain(place.words);
        const when = readWhen(typed, now);
        isTimeAnswer(typed, now);
        if (when === null) return;
        for (const words of when.words.split(", ")) expect(clean).toContain(words);
        expect(when.words).not.toBe("");
        expect(when.to ?? now).toBeLessThanOrEqual(now);
        expect(when.from ?? now).toBeLessThanOrEqual(when.to ?? now);
      }),
      { numRuns: 600 },
    );
  });

  it.each(["thôn ", "Nà ", "ở gần ", "từ 8h đến ", "chợ, "])("of 4,096 characters is read: %s…", (piece) => {
    const long = piece.repeat(4_096 / piece.length);
    expect((readWhere(long)?.words ?? "").length).toBeLessThan(200);
    expect(isPlaceAnswer(long)).toBe(false);
    expect(() => readWhen(long, NOW)).not.toThrow();
  });
});
