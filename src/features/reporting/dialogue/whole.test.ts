import { describe, expect, it } from "vitest";
import type { Point } from "../../../reader/names/labels.ts";
import { answer, beginDraft } from "./dialogue.ts";
import type { Step } from "./draft.ts";

/** Thursday 26/11/2026, 15:30 in Vietnam. */
const NOW = Date.UTC(2026, 10, 26, 8, 30);
const BEGUN = beginDraft("có người trộm chó", NOW).draft;
const told = (text: string, about: Point, step: Step) =>
  answer({ ...BEGUN, step }, { kind: "text", text }, NOW, about).draft;

describe("the place, as it was said", () => {
  it.each([
    ["gian bếp sau dãy C trường nội trú Bình Gia", "gian bếp sau dãy C trường nội trú Bình Gia"],
    [
      "Tôi xin giấu tên. Phòng trọ số 5 nhà bà Lụa, ngõ 48 đường Phai Vệ",
      "Phòng trọ số 5 nhà bà Lụa, ngõ 48 đường Phai Vệ",
    ],
    ["dạ ở chỗ lán gỗ gần ngã ba Pò Lèn ạ", "chỗ lán gỗ gần ngã ba Pò Lèn"],
    [
      "hom suoi duoi chan deo cach duong lon 200m, ban khuoi, tan tri cu",
      "hom suoi duoi chan deo cach duong lon 200m, ban khuoi, tan tri cu",
    ],
  ])("%s", (text, words) => {
    const { where, what } = told(text, "place", "where");
    expect(where?.words).toBe(words);
    expect(what?.split("\n")[0]).toBe("có người trộm chó");
  });

  it("without the story behind it, which joins the story", () => {
    const { where, what } = told(
      "gần nhà văn hoá thôn Nà Pàn, mà bọn nó đông lắm toàn xăm trổ",
      "place",
      "where",
    );
    expect(where?.words).toBe("gần nhà văn hoá thôn Nà Pàn");
    expect(what).toContain("xăm trổ");
  });

  it.each(["thôn Nà Pàn, thằng Tuấn lấy đấy", "thôn Nà Pàn, đừng nói em báo"])(
    "without who did it, or a plea: %s",
    (text) => {
      const { where, what } = told(text, "place", "where");
      expect(where?.words).toBe("thôn Nà Pàn");
      expect(what).toContain(text.split(", ")[1]);
    },
  );

  it.each([
    [
      "quán game gần trường tiểu học Bắc Sơn mở thâu đêm cho trẻ con chơi",
      "quán game gần trường tiểu học Bắc Sơn",
    ],
    ["trường mầm non Hoa Sen xã Vũ Lăng cho trẻ ăn thịt thiu", "trường mầm non Hoa Sen xã Vũ Lăng"],
    [
      "Nhà cũ của ông Sáng, thôn Pò Lỷ, xã Đồng Đăng. Chập tối là có mấy thanh niên vào",
      "Nhà cũ của ông Sáng, thôn Pò Lỷ, xã Đồng Đăng",
    ],
  ])("without the deed behind it: %s", (text, words) => {
    expect(told(text, "place", "where").where?.words).toBe(words);
  });

  it("with nothing around it, where the reader takes the message for something else", () =>
    expect(told("có hai đứa canh ở ngã ba Pò Lèn cầm bộ đàm", "people", "where").where?.words).toBe(
      "ngã ba Pò Lèn",
    ));
});

describe("the time, as it was said", () => {
  it.each([
    ["hôm kia, giờ ra chơi", "hôm kia, giờ ra chơi"],
    ["cứ nắng là đốt, đêm qua từ 10h đến 1h", "cứ nắng là đốt, đêm qua từ 10h đến 1h"],
  ])("%s", (text, words) => {
    const { when, what } = told(text, "time", "when");
    expect(when?.words).toBe(words);
    expect(when?.from).toBeDefined();
    expect(what).toBe("có người trộm chó");
  });

  it("without what is told behind it, which joins the story", () => {
    const { when, what } = told("chiều qua 2h đến 5h, chục thằng", "time", "when");
    expect(when?.words).toBe("chiều qua 2h đến 5h");
    expect(what).toContain("chục thằng");
  });

  it("the hours of a habit are those of no one day", () => {
    const { when } = told("từ 22 giờ đến 3 giờ sáng, gần một tháng nay", "time", "when");
    expect(when).toEqual({ words: "từ 22 giờ đến 3 giờ sáng, gần một tháng nay" });
  });
});
