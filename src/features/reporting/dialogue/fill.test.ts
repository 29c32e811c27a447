import { expect, it } from "vitest";
import { takeWords } from "./dialogue.ts";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";

const NOW = Date.UTC(2026, 10, 23, 15);
const told = (...pieces: readonly string[]): Draft =>
  pieces.reduce<Draft>((draft, piece) => takeWords(draft, piece, NOW).draft, {
    ...EMPTY_DRAFT,
    step: "summary",
  });

it("lets a fuller place and time take the place of vague ones", () => {
  const { where, when, what } = told(
    "lúc nãy hàng xóm cạnh nhà đánh vợ",
    "nó đánh vợ tối qua tầm 8h, ở khu 2 thị trấn Lộc Bình, say rượu",
  );
  expect(where?.words).toBe("khu 2 thị trấn Lộc Bình");
  expect(when?.words).toBe("tối qua tầm 8h");
  expect(what).toContain("cạnh nhà");
});

it("lets a place with its name take the place of what a story only mentions", () => {
  const { where, what } = told(
    "hôm qua tụi nó ngồi ở quán nước chửi bới",
    "chợ Bản Ngà có người chen ngã, đau lắm",
  );
  expect(where?.words).toBe("chợ Bản Ngà");
  expect(what).toContain("quán nước");
});

it("doesn't give up a named place for another that is told in passing", () => {
  const { where } = told(
    "mất ví trên xe khách ở bến xe Bắc Sơn sáng nay",
    "nhà xe Hoà Bình, ghế cuối, xe 29 chỗ",
  );
  expect(where?.words).toBe("trên xe khách ở bến xe Bắc Sơn");
});

it("joins what an address says in two pieces, and nothing of it stands in the story twice", () => {
  const { where, what } = told("ở quán karaoke Hương Lan có đánh nhau", "xã Bắc Sơn");
  expect(where?.words).toBe("quán karaoke Hương Lan, xã Bắc Sơn");
  expect(what).toBe("ở quán karaoke Hương Lan có đánh nhau");
});

it("an hour told of a habit makes no day of it, in any order", () => {
  const { when } = told("chợ Đồng Đăng bán pháo lậu", "sáng chủ nhật nào cũng có", "tầm 9 giờ");
  expect(when).toEqual({ words: "sáng chủ nhật nào cũng, 9 giờ" });
  expect(told("tụ tập hút chích", "khoảng 22h", "đêm nào cũng").when).toEqual({ words: "đêm nào cũng, 22h" });
});

it("takes no sentence for a place or a time on the reader's word, and nothing for what is known", () => {
  const draft = told("nghi mại dâm ở nhà nghỉ Thanh Xuân");
  const more = takeWords(draft, "chủ nhà nghỉ canh cửa", NOW, "place").draft;
  expect(more.where?.words).toBe("nhà nghỉ Thanh Xuân");
  expect(more.what).toContain("chủ nhà nghỉ canh cửa");
  const nowhere = told("nổ mìn trái phép");
  expect(takeWords(nowhere, "rung nứt hết tường nhà dân", NOW, "place").draft.where).toBeUndefined();
});
