import { describe, expect, it } from "vitest";
import { answerText } from "../../../test/figures/fixtures.ts";

describe("a first message is answered in its own scope, from what there is", () => {
  it.each([
    ["gộp cả 7 loại thì năm 2022 đạt bao nhiêu trên bao nhiêu", ["2.795/2.878", "97,12%"]],
    ["từ 373 lên 400 vụ thì tăng bao nhiêu phần trăm", ["tăng 27, bằng 7,24%", "không phải số liệu"]],
    ["giảm bao nhiêu % từ 200 xuống 65 đơn vị cấp xã", ["giảm 135, bằng 67,5%"]],
    ["tinh hinh an ninh trat tu thang 4/2024", ["52 vụ", "33 vụ", "45 vụ"]],
    [
      "chỉ tiêu antt năm 2026 gồm những gì, đọc cho tôi",
      ["ít nhất 10%", "ít nhất 30%", "ít nhất 80%", "trên 95%"],
    ],
    ["vụ hình sự tháng 4/2024 tỷ trọng bao nhiêu", ["63,46%"]],
    ["cuối năm 2025 đầu năm 2026 bắt mấy vụ ma túy, mấy đt", ["55 vụ", "101 đối tượng", "15/12/2025"]],
    ["Đồng Đăng có mấy khu phố, mấy dân, đường biên dài bao nhiêu", ["7 khu phố", "9.300", "3,916 km"]],
    ["tỉnh nào tỷ lệ khám phá án cao nhất", ["không xếp hạng", "91%", "năm 2023", "83,5%"]],
    ["bằng khen của Bộ trưởng năm 2022", ["11 tập thể"]],
    ["loại nào chưa tới 80 phần trăm hả em", ["Có 1 loại dưới 80%: doanh nghiệp"]],
    ["doanh nghiệp cần thêm mấy nữa mới bằng cơ quan về tỷ lệ, năm 2022", ["chưa dùng được “bằng cơ quan”"]],
    ["bằng khen Bộ với giấy khen Giám đốc 2022 cái nào nhiều hơn", ["14 tập thể"]],
    ["tỷ lệ khám phá án 2022 so với chỉ tiêu 2026 thế nào", ["96,28%", "ít nhất 80%"]],
    ["trộm cắp năm 2022 bao nhiêu vụ", ["Tôi chưa có số liệu về “trộm cắp”"]],
    ["năm 2022 bắt mấy đối tượng ma túy, bình quân tháng bao nhiêu", ["Bình quân mỗi tháng: 51,83"]],
    ["ma túy với hình sự năm 2022 cái nào nhiều đối tượng hơn", ["64 đối tượng"]],
    ["loại nào cao thứ hai", ["Cao thứ 2: cơ sở giáo dục"]],
    ["năm 2022 phường xếp thứ mấy trong bảy loại", ["Phường: 4/5 (80%), đứng thứ 6"]],
    ["doanh nghiệp và cơ quan năm 2022 loại nào chưa đạt nhiều hơn", ["Cơ quan chưa đạt nhiều hơn", " 2 "]],
    ["bằng khen Bộ năm 2023 của Gia Lai hơn Lạng Sơn năm 2022 mấy tập thể", ["2 tập thể", "hai năm khác"]],
    ["hình sự và tệ nạn tháng 4/2024 chiếm mấy phần trăm tổng số vụ", ["44/52", "84,62%"]],
    ["số vụ hình sự gấp mấy lần tệ nạn xã hội tháng 4/2024", ["gấp 3 lần"]],
    ["hoi nghi 8/2/2023 cong bo sl cua nam nao vay", ["của năm 2022"]],
    ["xa that khe da dat an toan antt nam 2022 chua", ["Chưa có số liệu năm 2022", "Thất Khê"]],
    ["huu lung duoc may don vi", ["Chưa có số liệu", "vừa là tên huyện cũ"]],
    ["xp tt an toan ve antt 2022, tung loai mot nhe", ["173/181", "4/5", "14/14"]],
    ["gửi tôi vài dòng nêu đủ các con số của phong trào năm 2022 để phát biểu", ["1.686/1.727", "32 cuộc"]],
    ["cho tôi xin con số với, đang họp gấp", ["số liệu năm nào"]],
    ["giảm mấy đơn vị cấp xã sau sắp xếp, bằng bao nhiêu phần trăm", ["giảm 129", "66,49%"]],
  ])("%s", async (question, wanted) => {
    const answer = await answerText(question);
    for (const part of wanted) expect(answer).toContain(part);
  });

  it.each([
    "anh toi lam cong nhan o bac giang thi khai bao tam tru ra sao",
    "cho vay nóng bao nhiêu phần trăm thì là vi phạm",
    "bua tong ket nam 2022 to chuc truc tiep hay truc tuyen, o cho nao",
    "buổi tổng kết phong trào năm 2022 diễn ra hôm nào",
  ])("leaves alone what only sounds like a figure: %s", async (question) => {
    expect(await answerText(question)).toBe("");
  });

  it("compares places in the years that they have, whatever was asked before", async () => {
    const answer = await answerText("xã đạt năm 2022", "so sánh số cơ quan đạt giữa Gia Lai và Lạng Sơn");
    for (const part of ["695", "năm 2023", "583"]) expect(answer).toContain(part);
  });
});
