import { describe, expect, it } from "vitest";
import { answerText } from "../../../../test/figures/fixtures.ts";

describe("what a short message takes from the question before", () => {
  it.each<[string[], string[]]>([
    [
      ["bao nhiêu địa bàn phát động vượt chỉ tiêu năm 2023", "thế chỉ tiêu được giao bao nhiêu"],
      ["Chỉ tiêu: 15 địa bàn"],
    ],
    [
      ["hien nay tinh co may xa phuong", "truoc khi sap nhap may don vi", "giam bao nhieu phan tram"],
      ["66,49%"],
    ],
    [["tháng 4/2024 mấy vụ tệ nạn xã hội", "chiếm mấy phần trăm"], ["21,15%"]],
    [["số vụ hình sự tháng 4/2024", "tháng 6 thì sao"], ["Chưa có số liệu tháng 6/2024"]],
    [["huyện nào nhiều xã nhất năm 2020", "thứ hai?"], ["Cao thứ 2: huyện Tràng Định (cũ), 21 xã"]],
    [["loại nào đạt thấp nhất năm 2022", "còn thứ ba"], ["Thấp thứ 3: xã"]],
    [["Bắc Sơn năm 2020 có mấy xã", "hiện nay thì sao"], ["Chưa có số liệu từ 01/07/2025"]],
    [["chỉ tiêu án đặc biệt nghiêm trọng 2026", "thế năm 2022 đạt bao nhiêu"], [": 100%"]],
    [["chỉ tiêu khám phá án năm 2026", "2022 đạt được bao nhiêu"], ["96,28%"]],
    [
      ["xã Quảng Lạc 2023 tuyên truyền mấy buổi", "có bao nhiêu tổ hòa giải"],
      ["9 tổ", "Quảng Lạc"],
    ],
    [
      ["xã đạt chuẩn năm 2022", "đường biên giới dài bao nhiêu km"],
      ["231,74 km", "năm 2024"],
    ],
    [["năm 2022 tỉnh có mấy thị trấn", "so sánh số phường năm 2022 với hiện nay"], ["giảm 1 phường"]],
    [["Bộ trưởng tặng bằng khen mấy tập thể năm 2022", "cá nhân được mấy"], ["không nêu số cá nhân"]],
    [["loại nào dưới 90% năm 2022", "nếu bỏ hai loại ấy ra thì tỷ lệ chung là bao nhiêu"], ["2.747/2.816"]],
    [["ba loại thấp nhất 2022", "các loại còn lại có bao nhiêu đơn vị chưa đạt"], ["61/2.635"]],
    [["xã, phường, thị trấn 2022 đạt bao nhiêu", "các loại còn lại thì sao"], ["2.604/2.678"]],
    [["loại nào dưới mức chung năm 2022", "mấy loại đó cộng lại chưa đạt bao nhiêu"], ["22/243"]],
    [["xã 2022", "phường", "thị trấn", "ba loại này loại nào thấp nhất"], ["Thấp nhất: phường"]],
    [["ma túy 2022 mấy vụ", "hình sự mấy vụ", "tổng hai loại"], ["728 vụ"]],
    [["xã 2022 đạt mấy", "gộp phường vào", "thiếu bao nhiêu nữa thì đủ 97%"], ["Cần thêm 4 xã, phường"]],
    [["bằng khen 2022", "giấy khen?", "tổng cộng mấy tập thể"], ["36 tập thể"]],
    [["hai loại thấp nhất 2022", "hai loại đó cộng lại đạt bao nhiêu"], ["48/62"]],
    [["loại nào thấp nhất 2022", "cần thêm mấy đơn vị để được 90%"], ["Cần thêm 8 doanh nghiệp"]],
    [
      ["loại nào dưới 90% năm 2022", "bỏ hai loại đó ra", "trong số còn lại đó mấy đơn vị chưa đạt"],
      ["69/2.816"],
    ],
    [
      ["Tháng 4/2024 mấy vụ hình sự", "tệ nạn xã hội thì sao", "hai thứ ấy chiếm mấy phần trăm tổng số vụ"],
      ["44/52", "84,62%"],
    ],
    [["xã đạt năm 2022", "hai năm đó chênh nhau mấy"], ["chưa dùng được “hai năm đó”"]],
    [["xã đạt năm 2022", "bỏ loại đó ra thì còn bao nhiêu"], ["chưa dùng được"]],
    [
      ["so sánh số vụ hình sự Lạng Sơn 2022 với Quảng Trị 2023", "còn ma túy"],
      ["148 vụ", "năm 2022"],
    ],
    [["cq 2022 bao nhieu %", "th bao nhieu %"], ["291/296"]],
  ])("%j", async (chat, wanted) => {
    const answer = await answerText(...chat);
    for (const part of wanted) expect(answer).toContain(part);
  });

  it("a period that was named stays, also where it has no figure", async () => {
    expect(await answerText("xã đạt chuẩn năm 2023", "khu dân cư thì sao")).toContain(
      "Chưa có số liệu năm 2023",
    );
  });
});
