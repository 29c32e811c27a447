import { describe, expect, it } from "vitest";
import { answerText } from "../../../test/figures/fixtures.ts";

describe("nothing that was asked is dropped, nothing unasked put in", () => {
  it.each<[string[], string[], string[]]>([
    // A hurry is no number of times.
    [["tổng cơ quan với trường học đạt 2022 bao nhiêu? sếp cần gấp"], ["874/894"], ["Cao nhất"]],
    [
      ["cho 2 số: phường chưa đạt 2022 và giám đốc khen mấy tập thể năm 2022"],
      ["chưa đạt 1", "25 tập thể"],
      [],
    ],
    [
      ["xã Quảng Lạc 2023 mấy buổi tuyên truyền, còn cả thành phố"],
      ["15 buổi", "1.766", "không tách riêng năm 2023"],
      [],
    ],
    [["Hữu Lũng năm 2020 mấy đơn vị cấp xã", "gộp cả 9 huyện lại"], ["Tổng cộng: 180"], ["Chưa tính đến"]],
    [["Hữu Lũng năm 2020 mấy đơn vị cấp xã", "thế huyện nào ít nhất"], ["Thấp nhất", "17 đơn vị"], []],
    [["cần mấy cuộc phát động nữa thì năm 2022 đủ 40"], ["Còn thiếu 8", "40 − 32"], []],
    [["bình quân 2022 và 2023 mỗi năm mấy mô hình xây mới"], ["12 mô hình", "chưa trọn"], []],
    [["loại nào được xét ít nhất năm 2022"], ["phường", "5 phường được xét"], ["80%"]],
    // Beside other places a month is no year.
    [["tỷ lệ phá án Lạng Sơn và Quảng Trị"], ["96,28%", "88,03%", "chỉ nên xem để tham khảo"], ["86,5%"]],
    [["cả nước tháng 7/2025 mấy mô hình, không phải của Lạng Sơn"], ["4.300"], ["142"]],
    [["số cả nước về mô hình năm 2025 là bao nhiêu"], ["4.300", "2.500"], ["142"]],
    [["HN có mấy điểm mô hình camera"], ["265 điểm", "Hà Nội"], []],
    [["những tỉnh nào có số tổ bảo vệ an ninh trật tự"], ["3.979", "503"], ["không xếp hạng"]],
    [["trung bình một tháng năm 2022 mấy vụ ma túy"], ["29,58"], []],
    [["danh sách tên cơ quan chưa đạt 2022, xã Tân Thanh có không"], ["không nêu tên", "chưa đạt 15"], []],
    [
      ["đối tượng ma túy 2022", "từ 15/12/2025 đến 16/01/2026", "bằng mấy phần trăm năm 2022"],
      ["không tính thành phần trăm", "101", "622"],
      ["không trừ"],
    ],
    // What is said of some isn't said of all, and less than a number is no other number.
    [["2022 tỉnh có 5 phường, một phường chưa đạt, đúng không"], ["Đúng với nguồn"], []],
    [["năm 2022 cơ quan đạt ít hơn 590 phải không"], ["Đúng với nguồn"], []],
    [["tổng xã với phường chưa đạt 2022 mấy, xã chiếm mấy phần trăm"], ["88,89%", "9/186"], ["83/"]],
    [["chỉ tiêu phá án 2026", "2022 đạt mấy", "thế vượt chỉ tiêu mấy điểm"], ["16,28"], ["246,7"]],
  ])("%j", async (chat, wanted, never) => {
    const answer = await answerText(...chat);
    for (const part of wanted) expect(answer).toContain(part);
    for (const part of never) expect(answer).not.toContain(part);
  });
});
