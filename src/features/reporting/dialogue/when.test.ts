import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayMoment } from "../../../language/dates.ts";
import { describeWhen } from "./describe-when.ts";
import { readWhen } from "./when.ts";

/** Monday 23/11/2026, 15:00 in Vietnam. */
const NOW = Date.UTC(2026, 10, 23, 8, 0);

const shown = (text: string): string => {
  const read = readWhen(text, NOW);
  if (read === null) return "—";
  const from = displayMoment(read.from ?? 0);
  return read.from === read.to ? from : `${from} → ${displayMoment(read.to ?? 0)}`;
};

describe("when it happened", () => {
  it.each([
    ["10 phút trước", "14:48 ngày 23/11/2026 → 14:52 ngày 23/11/2026"],
    ["cách đây khoảng 2 tiếng có mấy thanh niên", "12:48 ngày 23/11/2026 → 13:12 ngày 23/11/2026"],
    ["tối qua 10/11 khoảng 21h", "21:00 ngày 10/11/2026"],
    ["mới nãy thôi, gần 2h chiều", "14:00 ngày 23/11/2026"],
    ["2 tieng truoc", "12:48 ngày 23/11/2026 → 13:12 ngày 23/11/2026"],
    ["nửa tiếng trước", "14:27 ngày 23/11/2026 → 14:33 ngày 23/11/2026"],
    ["mất xe 30p trước", "14:27 ngày 23/11/2026 → 14:33 ngày 23/11/2026"],
    ["vừa xong", "14:45 ngày 23/11/2026 → 15:00 ngày 23/11/2026"],
    ["tối qua", "18:00 ngày 22/11/2026 → 22:00 ngày 22/11/2026"],
    ["toi qua o cho ky lua", "18:00 ngày 22/11/2026 → 22:00 ngày 22/11/2026"],
    ["tối qua lúc 9h", "21:00 ngày 22/11/2026"],
    ["khoảng 9h tối qua", "21:00 ngày 22/11/2026"],
    ["9 giờ rưỡi tối hôm qua", "21:30 ngày 22/11/2026"],
    ["đêm qua lúc 1 giờ", "01:00 ngày 23/11/2026"],
    ["đêm qua", "21:00 ngày 22/11/2026 → 05:00 ngày 23/11/2026"],
    ["3h sáng nay", "03:00 ngày 23/11/2026"],
    ["sáng nay", "05:00 ngày 23/11/2026 → 11:00 ngày 23/11/2026"],
    ["hôm qua", "00:00 ngày 22/11/2026 → 00:00 ngày 23/11/2026"],
    ["hom kia", "00:00 ngày 21/11/2026 → 00:00 ngày 22/11/2026"],
    ["14h30", "14:30 ngày 23/11/2026"],
    ["lúc 20:15", "20:15 ngày 22/11/2026"],
    ["9 giờ kém 15 sáng nay", "08:45 ngày 23/11/2026"],
    ["ngày 12/11", "00:00 ngày 12/11/2026 → 00:00 ngày 13/11/2026"],
    ["9h sáng 12/11", "09:00 ngày 12/11/2026"],
    ["ngày 12 tháng 11 năm 2026", "00:00 ngày 12/11/2026 → 00:00 ngày 13/11/2026"],
    ["25/12", "00:00 ngày 25/12/2025 → 00:00 ngày 26/12/2025"],
    ["thứ bảy vừa rồi", "00:00 ngày 21/11/2026 → 00:00 ngày 22/11/2026"],
    ["chủ nhật", "00:00 ngày 22/11/2026 → 00:00 ngày 23/11/2026"],
    ["tuần trước", "00:00 ngày 16/11/2026 → 00:00 ngày 23/11/2026"],
  ])("%s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    "bị trộm mất xe máy",
    "chay sang Trung Quoc",
    "ở số nhà 12 đường Trần Đăng Ninh",
    "biển số 12B1-123.45",
    "mất 15 triệu",
    "nam 45 tuổi",
    "tôi không nhớ",
    "gọi 113",
    "ngày 45/13",
  ])("says nothing of time: %s", (text) => {
    expect(shown(text)).toBe("—");
  });

  it("quotes the words as typed and shows what was understood", () => {
    const read = readWhen("Nhà tôi mất con trâu tối qua lúc 9h ở Hữu Lũng", NOW);
    expect(read?.words).toBe("tối qua lúc 9h");
    expect(read && describeWhen(read)).toBe("tối qua lúc 9h (khoảng 21:00 ngày 22/11/2026)");
  });

  it("is never in the future, whatever is written", () => {
    const word = fc.constantFrom(
      ..."tối qua nay sáng mai lúc 9h 23h59 24h 31/12 29/2 hôm kia đêm 10 phút trước tuần tới thứ hai cách đây rưỡi kém 15".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 8 }),
        fc.date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true }),
        (words, date) => {
          const now = date.getTime();
          const read = readWhen(words.join(" "), now);
          if (read?.from === undefined) return;
          expect(read.from).toBeLessThanOrEqual(now);
          expect(read.to).toBeLessThanOrEqual(now);
          expect(read.from).toBeLessThanOrEqual(read.to ?? 0);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

it.each([
  ["khoảng 11h đêm tới 3h sáng, cả tuần nay rồi", "11h đêm tới 3h sáng, cả tuần nay"],
  ["hôm nào cũng từ 9 rưỡi tối đến quá nửa đêm", "hôm nào cũng từ 9 rưỡi tối đến quá nửa đêm"],
  ["toi nao tu 22h den 1h cung co xe", "toi nao tu 22h den 1h"],
])("keeps the words of what comes again, without a day: %s", (text, words) => {
  expect(readWhen(text, NOW)).toEqual({ words });
});

it.each([
  ["hôm nay tôi đổ 50k lúc 7h", "hôm nay, lúc 7h"],
  ["vay tháng 3, mỗi ngày đóng 500 nghìn, đóng đến giờ", "tháng 3, mỗi ngày, đến giờ"],
  ["chiều nào cũng có 2h đến 5h, chục thằng", "chiều nào cũng có 2h đến 5h"],
])("is quoted without the sums and deeds that are told between: %s", (text, words) => {
  expect(readWhen(text, NOW)?.words).toBe(words);
});

it.each(["biển thì chụp được 2 cái 12C-078.41 với 12H-003.9 gì đấy", "xe 12H-00391 chạy qua"])(
  "a plate is no hour: %s",
  (text) => expect(shown(text)).toBe("—"),
);
