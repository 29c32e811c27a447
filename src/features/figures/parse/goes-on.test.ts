import { describe, expect, it } from "vitest";
import { answerText, ask } from "../../../../test/figures/fixtures.ts";

const GATES = ["tỉnh có mấy cửa khẩu quốc tế", "cửa khẩu phụ?"];
const CASES = ["số vụ hình sự của tỉnh năm 2022", "còn ma túy?"];
const TYPES = ["KDC đạt bao nhiêu % năm 2022", "còn xã?", "phường nữa"];
const FAILED = ["top 3 loai con nhieu don vi chua dat 2022", "cong 3 cai lai"];
const TARGETS = ["chi tieu 2026 ve xa khong ma tuy", "pha an thi sao"];
const TEAMS = ["BRVT lap may to bao ve antt", "bao nhieu thanh vien", "tb moi to may nguoi", "nghe an?"];

describe("a chat that goes on", () => {
  it.each<[readonly string[], string, readonly string[]]>([
    [CASES, "loại nào nhiều hơn, hơn mấy vụ", ["nhiều hơn", "18 vụ"]],
    [[...CASES, "loại nào nhiều hơn, hơn mấy vụ"], "thế đối tượng thì sao", ["558", "622"]],
    [["mo hinh moi xd nam 2022"], "con 2023", ["8 mô hình"]],
    [["mo hinh moi xd nam 2022", "con 2023", "giam may %"], "sao lai giam the", ["không nêu nguyên nhân"]],
    [["tỷ lệ doanh nghiệp đạt 2022"], "vì sao thấp vậy", ["không nêu nguyên nhân"]],
    [["mo hinh moi xd nam 2022", "con 2023"], "giam may %", ["giảm 50%"]],
    [FAILED.slice(0, 1), "cong 3 cai lai", ["69"]],
    [FAILED, "chiem bn % tong so chua dat", ["83,13%"]],
    [TARGETS.slice(0, 1), "pha an thi sao", ["ít nhất 80%", "năm 2026"]],
    [TARGETS, "an rat nghiem trong?", ["trên 95%", "năm 2026"]],
    [[...TARGETS, "an rat nghiem trong?"], "the 2022 thuc te dat may", ["100%", "năm 2022"]],
    [["tp lang son 10 nam phat bao nhieu to roi"], "cong voi sach dc bn", ["35.000", "13.000"]],
    [TYPES, "trung bình 3 loại", ["91,07%", "97,39%"]],
    [TEAMS.slice(0, 3), "nghe an?", ["3.979 tổ"]],
    [TEAMS, "gap may lan BRVT", ["7,91 lần"]],
    [GATES, "tất cả là bao nhiêu", ["Tổng cộng: 12 cửa khẩu"]],
    [[...GATES, "phụ gấp mấy lần quốc tế"], "tất cả là bao nhiêu", ["Tổng cộng: 12 cửa khẩu"]],
    [["Bà Rịa Vũng Tàu 2023 phá được mấy vụ", "tỷ lệ?"], "2024 thì sao, tăng hay giảm", ["83,5%"]],
    [["Gia Lai bằng khen Bộ 2023", "còn Lạng Sơn?"], "hơn kém bn", ["13 tập thể", "11 tập thể", "2 tập thể"]],
    [["ty le pha an 2022", "Nghệ An 2023?", "Quảng Trị?"], "cao nhất tỉnh nào", ["96,28%", "91%", "88,03%"]],
  ])("%j, %s", async (before, question, wanted) => {
    const answer = await answerText(...before, question);
    for (const words of wanted) expect(answer).toContain(words);
  });

  it.each([
    [TYPES, "vẽ luôn đi", 3],
    [["mo hinh moi xd nam 2022", "con 2023", "giam may %"], "ve di", 2],
  ] as const)("is drawn: %j, %s", async (before, question, bars) => {
    const chart = (await ask([...before, question])).at(-1)?.chart;
    expect(JSON.stringify(chart)?.match(/"label"/gu)?.length ?? 0).toBeGreaterThanOrEqual(bars);
  });
});

describe("averages of what was asked", () => {
  it("are of the places that have a figure", async () => {
    const answer = await answerText("Bình quân mỗi huyện trong 9 huyện năm 2020 có bao nhiêu đơn vị cấp xã?");
    expect(answer).toContain("Bình quân mỗi huyện: 20 đơn vị");
    expect(answer).toContain("180 đơn vị, chia cho 9");
  });
});
