import { describe, expect, it } from "vitest";
import type { Point } from "../../../reader/names/labels.ts";
import { correct } from "./correct.ts";
import { beginDraft } from "./dialogue.ts";
import type { Draft } from "./draft.ts";
import { isPlainCorrection, rightHour } from "./plain-correction.ts";

const NOW = Date.UTC(2026, 10, 23, 8, 0);
const TOLD = beginDraft("hôm kia lúc 8h sáng ở chợ Kỳ Lừa có đánh nhau", NOW).draft;

function changed(text: string, about?: Point, draft: Draft = TOLD): Draft {
  const change = correct(draft, text, NOW, about);
  if (change.kind !== "done") throw new Error(change.kind);
  return change.progress.draft;
}

describe("putting a report right", () => {
  it.each([
    "không phải Kỳ Lừa, ở chợ Giếng Vuông cơ",
    "ở chợ Giếng Vuông chứ không phải Kỳ Lừa",
    "không phải ở Kỳ Lừa mà ở chợ Giếng Vuông",
    "sai chỗ rồi, chợ Giếng Vuông mới đúng",
    "sửa nơi thành chợ Giếng Vuông",
    "nhầm, ý tôi là chợ Giếng Vuông",
  ])("the place changes at once: %s", (text) => {
    const draft = changed(text, "place");
    expect(draft.where?.words).toMatch(/^chợ Giếng Vuông/u);
    expect(draft.step).toBe("summary");
    // In the story too: else its handlers read both.
    expect(draft.what).toContain("chợ Giếng Vuông");
    expect(draft.what).not.toContain("Kỳ Lừa");
  });

  it("only what is denied of a place is put right, and the rest stays", () => {
    const whole = { ...TOLD, where: { words: "nhà sàn cạnh cây đa đầu bản Co Măn, xã Thống Nhất" } };
    expect(changed("cuối bản chứ không phải đầu bản", "place", whole).where?.words).toBe(
      "nhà sàn cạnh cây đa cuối bản Co Măn, xã Thống Nhất",
    );
  });

  it("the commune of the place before doesn't stay behind another one", () => {
    const whole = { ...TOLD, where: { words: "thôn Nà Pàn, xã Thống Nhất" } };
    expect(changed("nhầm, thôn Nà Lùng xã Hữu Liên", "place", whole).where?.words).toBe(
      "thôn Nà Lùng xã Hữu Liên",
    );
  });

  const LOAN: Draft = {
    ...TOLD,
    what: "cho vay ở đường Bắc Sơn phường Tam Thanh, 4 thanh niên thu tiền",
    where: { words: "đường Bắc Sơn phường Tam Thanh" },
  };
  it.each([
    "à tôi nhầm, chỗ đó ở phường Kỳ Lừa chứ không phải Tam Thanh",
    "phường Kỳ Lừa chứ không phải phường Tam Thanh",
    "sửa phường Tam Thanh thành phường Kỳ Lừa",
    "tôi ghi nhầm phường, phường Kỳ Lừa mới đúng",
  ])("a name that sounds like our word for a change is a name: %s", (text) => {
    const draft = changed(text, "place", LOAN);
    expect(draft.where?.words).toBe("đường Bắc Sơn phường Kỳ Lừa");
    expect(draft.what).toBe("cho vay ở đường Bắc Sơn phường Kỳ Lừa, 4 thanh niên thu tiền");
    expect(draft.step).toBe("summary");
  });

  it("what both places begin with is said once", () => {
    const shop = { ...TOLD, where: { words: "quán nước đầu thôn Pò Lèo xã Văn Lãng" } };
    expect(changed("quán nước cuối thôn chứ không phải đầu thôn", "place", shop).where?.words).toBe(
      "quán nước cuối thôn Pò Lèo xã Văn Lãng",
    );
  });

  it("another number of the same street leaves the name of the house", () => {
    const inn: Draft = {
      ...TOLD,
      what: "nhà nghỉ Thanh Bình số 14 đường Lê Lợi chứa bạc",
      where: { words: "nhà nghỉ Thanh Bình số 14 đường Lê Lợi" },
    };
    const draft = changed("địa chỉ đúng là số 41 đường Lê Lợi", "place", inn);
    expect(draft.where?.words).toBe("nhà nghỉ Thanh Bình số 41 đường Lê Lợi");
    expect(draft.what).toBe("nhà nghỉ Thanh Bình số 41 đường Lê Lợi chứa bạc");
  });

  it.each([
    [
      "duong Le Loi, p Luong Van Tri, so 45",
      "a sua so nha 54 moi dung",
      "duong Le Loi, p Luong Van Tri, so nha 54",
    ],
    [
      "trường mầm non ở xã Hữu Lũng chỗ gần ga Bắc Lệ",
      "sửa chỗ địa điểm là xã Tuấn Sơn nhé",
      "trường mầm non ở xã Tuấn Sơn chỗ gần ga Bắc Lệ",
    ],
    [
      "phuong Luong Van Tri, so 12 duong Tam Thanh",
      "so 21 moi dung a",
      "phuong Luong Van Tri, so 21 duong Tam Thanh",
    ],
    [
      "ngã tư đường Bà Triệu - Hùng Vương",
      "À mà chỗ đó đúng là ngã ba chứ không phải ngã tư",
      "ngã ba đường Bà Triệu - Hùng Vương",
    ],
    ["cột mốc 1090", "à không, mốc 1099", "mốc 1099"],
    [
      "cầu treo Bản Trại, thôn Nà Pàn, xã Kháng Chiến",
      "nhầm, thôn Nà Lùng",
      "cầu treo Bản Trại, thôn Nà Lùng, xã Kháng Chiến",
    ],
  ])("of %s one part is put right: %s", (before, text, words) => {
    expect(changed(text, "place", { ...TOLD, where: { words: before } }).where?.words).toBe(words);
  });

  it("what says more than that a place is wrong isn't lost while the place is asked for", () => {
    const draft = changed("sai chỗ rồi, gần nhà bà bán bún hay có mấy thằng xăm trổ ngồi", "place");
    expect(draft.what).toContain("bà bán bún");
  });

  it("a plate that isn't somebody's stays a plate", () => {
    const hit = beginDraft("xe 12H1-12345 đâm em ở chợ Kỳ Lừa", NOW).draft;
    expect(changed("đâu phải xe 12H1-12345 của em, của anh em", "details", hit).details.plate).toBe(
      "12H1-12345",
    );
  });

  it("a sum that is denied is none any more", () =>
    expect(changed("mất 3tr5 chứ không phải 2tr", "details").details.amount).toBe("3tr5"));

  it("a bare name will do for a place", () => {
    expect(changed("không phải Kỳ Lừa, Giếng Vuông cơ", "place").where?.words).toBe("Giếng Vuông");
    expect(changed("nham roi, Gieng Vuong nhe", "place").where?.words).toBe("Gieng Vuong");
  });

  it("an hour alone is one of the day that was told", () => {
    const { when } = changed("nhầm, 9h tối", "time");
    expect(when?.from).toBe(Date.UTC(2026, 10, 21, 14, 0));
    expect(changed("nhầm, sáng nay", "time").when?.words).toBe("sáng nay");
  });

  it.each([
    ["sửa địa điểm", "place", "where"],
    ["nhầm chỗ rồi", "place", "where"],
    ["sửa giờ giúp em", "time", "when"],
    ["sửa nội dung", "what", "what"],
  ] as const)("without a new value it is asked for: %s", (text, about, step) => {
    expect(changed(text, about)).toMatchObject({ step, fixing: true, where: TOLD.where, what: TOLD.what });
  });

  it.each(["nhầm rồi", "ghi sai rồi", "sua lai cho toi"])(
    "asks which part where none is named: %s",
    (text) => {
      expect(correct(TOLD, text, NOW, "place").kind).toBe("which");
    },
  );

  it.each([
    ["không, ý tôi là thôn Pò Mỏ", true],
    ["nham, hom qua", true],
    ["cuối cầu Ngầm mới đúng", true],
    ["thôn Pò Mỏ", false],
    ["không phải nó đánh, thằng em nó ở thôn Pò Mỏ đánh", false],
    ["nó sai người đến đập phá", false],
  ])("is nothing but another place or time: %s", (text, is) => {
    expect(isPlainCorrection(text, NOW)).toBe(is);
  });

  it("more about what happened joins the story", () => {
    const draft = changed("sửa phần người, nó đi xe wave màu xanh", "people");
    expect(draft.what).toBe(`${TOLD.what}\nsửa phần người, nó đi xe wave màu xanh`);
    expect(draft.step).toBe("summary");
  });

  it("goes by what it holds where the reader doesn't say which part", () => {
    expect(changed("nhầm, ở chợ Giếng Vuông").where?.words).toBe("chợ Giếng Vuông");
    expect(changed("nhầm, sáng nay").when?.words).toBe("sáng nay");
    expect(correct(TOLD, "sửa lại cái", NOW).kind).toBe("which");
    expect(changed("sai rồi, ba thằng bịt mặt cầm gậy").what).toContain("ba thằng bịt mặt");
  });

  it("the new answer takes the place of the old one", () => {
    const asked = changed("sửa địa điểm", "place");
    expect(changed("chợ Giếng Vuông", "place", asked)).toMatchObject({
      step: "summary",
      where: { words: "chợ Giếng Vuông" },
      what: TOLD.what?.replace("chợ Kỳ Lừa", "chợ Giếng Vuông"),
    });
  });

  it("an hour that is denied gives way to the one that is told in its place", () => {
    const cow = beginDraft("mất trâu, hôm kia 5h chiều vẫn còn, sáng qua mất", NOW).draft;
    const text = "không phải 5h đâu, bà nhà tôi bảo 7h tối bà ấy ra cho ăn vẫn còn";
    expect(rightHour(cow, text, NOW)).toBe("hôm kia 7h tối vẫn còn, sáng qua");
    expect(rightHour(cow, "7h tối bà ấy ra cho ăn", NOW)).toBeUndefined();
  });

  it("an hour that is put right stands beside the day in the story", () =>
    expect(changed("nhầm, 9h tối", "time").what).toMatch(/hôm kia[^\n]*9h tối/u));

  it("denied words go from the story though nothing was read of them", () => {
    const draft: Draft = { ...TOLD, what: "trưa nay xe khách lấn làn ở đèo Bén", when: undefined };
    const { what } = changed("k phải trưa nay, là chiều qua lúc 5h", "time", draft);
    expect(what).toMatch(/^chiều qua lúc 5h xe khách/u);
  });

  it("what is told behind a count is told too", () => {
    const draft: Draft = { ...TOLD, what: "có 2 người đào trộm đất" };
    const { what } = changed("nhầm, 5 người chứ không phải 2 người, có cả máy xúc vàng", "people", draft);
    expect(what).toBe("có 5 người đào trộm đất\ncó cả máy xúc vàng");
  });

  it.each(["tên Hà với tên Lộc ạ", "la chi Nguyet ban nuoc"])("names are told, and no place: %s", (text) => {
    const draft = changed(text, "place");
    expect(draft.step).toBe("summary");
    expect(draft.where).toEqual(TOLD.where);
    expect(draft.what).toContain(text);
  });

  it.each(["files", "identity", "anew"] as const)("leaves %s to the feature", (about) => {
    expect(correct(TOLD, "bỏ đi", NOW, about).kind).toBe(about);
  });

  it("goes one step back", () => {
    expect(changed("quay lại", "back").step).toBe("when");
  });
});
