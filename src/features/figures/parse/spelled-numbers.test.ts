import { describe, expect, it } from "vitest";
import { answerText } from "../../../../test/figures/fixtures.ts";
import { fold } from "../../../language/fold.ts";
import { writeDigits } from "./spelled-numbers.ts";

const DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split(" ");
const last = (n: number, tens: number) =>
  n === 5 ? "lăm" : n === 1 && tens > 1 ? "mốt" : (DIGITS[n] as string);

/** Spells a number out as it is read aloud: 85 is "tám mươi lăm". */
function spell(n: number): string {
  if (n >= 1000)
    return `${DIGITS[Math.floor(n / 1000)]} nghìn${n % 1000 === 0 ? "" : ` ${hundreds(n % 1000)}`}`;
  return n >= 100 ? hundreds(n) : tens(n);
}
const hundreds = (n: number) =>
  `${DIGITS[Math.floor(n / 100)]} trăm${n % 100 === 0 ? "" : n % 100 < 10 ? ` lẻ ${DIGITS[n % 10]}` : ` ${tens(n % 100)}`}`;
const tens = (n: number) => {
  const [many, rest] = [Math.floor(n / 10), n % 10];
  return `${many === 1 ? "mười" : `${DIGITS[many]} mươi`}${rest === 0 ? "" : ` ${last(rest, many)}`}`;
};

describe("numbers that are spelled out", () => {
  it("are written in digits, with marks and without, and the words around them stay", () => {
    for (let n = 11; n < 10_000; n++) {
      const words = spell(n);
      expect(writeDigits(`nếu thêm ${words} xã thì sao`)).toBe(`nếu thêm ${n} xã thì sao`);
      expect(writeDigits(fold(`có ${words} xã`)), words).toBe(`co ${n} xa`);
    }
  });

  it.each([
    ["tám mươi năm 2022", "80 năm 2022"],
    ["chín bảy phẩy sáu ba phần trăm", "97,63 phần trăm"],
    ["năm hai không hai hai", "năm 2022"],
    ["đạt trăm phần trăm", "đạt 100 phần trăm"],
    ["còn hơn chục đơn vị", "còn hơn 10 đơn vị"],
  ])("%s", (said, written) => expect(writeDigits(said)).toBe(written));

  it.each([
    "hai loại thấp nhất",
    "vài chục xã",
    "hết năm phần trăm xã đạt",
    "bao nhiêu phần trăm",
    "muoi xa",
  ])("%s stays", (said) => expect(writeDigits(said)).toBe(said));

  it.each([
    ["doanh nghiệp lên tám mươi lăm phần trăm cần thêm mấy đơn vị theo số năm 2022", ["Cần thêm 5", "85%"]],
    ["nam hai nghin khong tram hai muoi hai xa dat bao nhieu", ["173/181", "năm 2022"]],
    ["loại nào còn hơn chục đơn vị chưa đạt năm 2022", ["Có 3 loại", "41", "15", "13"]],
  ])("a question with them is answered: %s", async (question, wanted) => {
    const answer = await answerText(question);
    for (const part of wanted) expect(answer).toContain(part);
  });
});
