import { describe, expect, it } from "vitest";
import { plainText } from "../../../messaging/reply.ts";
import { choiceButtons, findingBlocks, oneByOne, sentBlocks } from "./choice-wording.ts";
import { readChoice } from "./choose.ts";
import { type Finding, screen } from "./screen.ts";

const found = (text: string): readonly Finding[] => screen([{ text }]).findings;
const ONE = found("0935246810");
const TWO = found("0935246810; 0399999888");

describe("what is said to the question whose it is", () => {
  it.each(["che", "Che đi ạ", "che hết", "của tôi", "số đó là của em", "cua minh", "che 0935 246 810"])(
    "hides: %s",
    (typed) => {
      expect(readChoice(typed, ONE)).toEqual({ say: "hide", about: ONE });
    },
  );

  it.each([
    "của người bị báo",
    "cua nguoi bi bao",
    "của nó",
    "cứ chuyển",
    "0935246810 là của kẻ lừa đảo",
    "không che",
  ])("passes on: %s", (typed) => {
    expect(readChoice(typed, ONE)).toEqual({ say: "pass", about: ONE });
  });

  it.each(["gửi", "che mặt bằng khăn đỏ", "nó của xóm bên", "thêm là nó che biển số", "0935246810", ""])(
    "is something else: %s",
    (typed) => {
      expect(readChoice(typed, ONE)).toBeNull();
    },
  );

  it("of several one must be named, or all", () => {
    expect(readChoice("của nó", TWO)).toEqual({ say: "which" });
    expect(readChoice("0399999888 của nó", TWO)).toEqual({ say: "pass", about: TWO.slice(1) });
    expect(readChoice("cứ chuyển hết", TWO)).toEqual({ say: "pass", about: TWO });
    expect(readChoice("che", TWO)).toEqual({ say: "hide", about: TWO });
  });

  it.each([
    "của người khác",
    "ten nguoi khac",
    "không phải của em",
    "khong phai ten toi",
    "không phải tên em",
  ])("a name that isn't the writer's: %s", (typed) => {
    const name = found("Lường Bá Khoan");
    expect(readChoice(typed, name)).toEqual({ say: "pass", about: name });
  });

  it("a button of what is no longer there does nothing", () => {
    expect(readChoice("của người bị báo #zzzz", ONE)).toBeNull();
  });

  it("every button says what it does", () => {
    const press = (findings: readonly Finding[], buttons: readonly { readonly payload: string }[]) =>
      buttons.map(({ payload }) => {
        expect(new TextEncoder().encode(payload).length).toBeLessThanOrEqual(60);
        return readChoice(payload, findings);
      });
    expect(press(ONE, choiceButtons(ONE))).toEqual([
      { say: "hide", about: ONE },
      { say: "pass", about: ONE },
    ]);
    expect(press(TWO, choiceButtons(TWO))).toEqual([{ say: "hide", about: TWO }, { say: "which" }]);
    expect(press(TWO, oneByOne(TWO).buttons ?? [])).toEqual([
      { say: "pass", about: TWO.slice(0, 1) },
      { say: "pass", about: TWO.slice(1) },
      { say: "hide", about: TWO },
    ]);
  });
});

describe("what is shown of it", () => {
  const words = (blocks: ReturnType<typeof findingBlocks>) => plainText({ blocks });

  it("is every hidden thing, and never more", () => {
    expect(words(findingBlocks(TWO, false))).toMatch(/đang che[\s\S]*0935246810[\s\S]*0399999888/u);
    expect(words(sentBlocks(TWO, false))).toMatch(/Đã che, không lưu cùng tin: “0935246810”, “0399999888”/u);
    expect(findingBlocks(found("có đánh bạc ở chợ"), false)).toEqual([]);
    expect(sentBlocks([], false)).toEqual([]);
  });

  it("asks for what each is taken for, and of a name accuses nobody", () => {
    const name = found("em là Lường Bá Khoan, có trộm");
    expect(words(findingBlocks(name, false))).toMatch(
      /^“Lường Bá Khoan” là tên anh\/chị\?[\s\S]*Của người khác/u,
    );
    expect(choiceButtons(name).map(({ label }) => label)).toEqual(["Che", "Của người khác"]);
    const both = found("em là Lường Bá Khoan, nhà em ở số 31 ngách 9, sđt 0935246810");
    expect(words(findingBlocks(both, false))).toMatch(
      /Khoan \(tên anh\/chị\?\)[\s\S]*ngách 9 \(nhà anh\/chị\?\)[\s\S]*0935246810 \(của anh\/chị\?\)/u,
    );
  });

  it("in a danger names what goes to the desk", () => {
    const { findings } = screen([{ text: "nhà em ở số 31 ngách 9, gọi em 0935246810" }], { danger: true });
    expect(words(findingBlocks(findings, true))).toMatch(
      /nơi anh\/chị nói \(“số 31 ngách 9”\) và số gọi lại “0935246810”/u,
    );
    expect(choiceButtons(findings)).toMatchObject([{ label: "Che lại" }]);
  });
});
