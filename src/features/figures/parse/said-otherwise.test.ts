import { describe, expect, it } from "vitest";
import { answerText, ask } from "../../../../test/figures/fixtures.ts";
import { plainText } from "../../../messaging/reply.ts";

describe("what is asked for in other words", () => {
  it.each<[string, ...string[]]>([
    ["2022 ngăn được mấy vụ chuyển tiền cho bọn lừa đảo, tổng bao nhiêu tiền", "3 vụ", "khoảng 600 triệu"],
    ["Số vụ ma túy 2022 bằng bao nhiêu % số vụ hình sự?", "95,17%"],
    ["vụ ma túy 2022 chiếm mấy phần trăm so với vụ hình sự", "95,17%"],
    ["hai duong tieng keng an ninh gap may lan cum lien ket", "4,24 lần"],
    ["Hải Dương dòng họ tự quản hơn xứ đạo bao nhiêu mô hình", "154 mô hình"],
    ["2022 bao nhieu CBCS duoc khen thuong", "không nêu số cá nhân"],
    ["Kinh phí chi cho phong trào TDBVANTQ năm 2022 là mấy tỷ?", "Tôi chưa có số liệu về “kinh phí”"],
    ["2022 tinh minh bao nhieu ho dat gia dinh van hoa", "Tôi chưa có số liệu về “gia dinh van hoa”"],
    ["Tháng 4/2024 còn mấy vụ chưa khám phá, chiếm bao nhiêu %", "Còn lại 7 vụ (7/52, bằng 13,46%)"],
    ["xã chưa đạt 2022 chiếm bao nhiêu %", "8 xã chưa đạt (8/181, bằng 4,42%)"],
    ["Liệt kê gọn chỉ tiêu 2026, mỗi ý một gạch đầu dòng", "10%", "30%", "80%", "95%"],
    ["mo hinh moi xd nam 2022", "16 mô hình"],
    ["cơ cấu các vụ tháng 4/2024", "63,46%", "21,15%", "15,38%"],
    ["Cơ cấu vụ việc tháng 4 năm 2024 ra sao", "63,46%", "15,38%"],
    ["Trung bình mỗi mô hình ở Phước Sơn có mấy thành viên", "12,1"],
    ["mot thang 2022 tb bat bn doi tuong ma tuy", "Bình quân mỗi tháng: 51,83 đối tượng"],
    [
      "Quang Nam 2024 phan loai phong trao: xuat sac kha trung binh bao nhieu don vi",
      "3/52",
      "45/52",
      "4/52",
    ],
    ["ty le chung 7 loai 2022 lam tron 1 so le", "97,1%"],
    ["sap nhap xong con bao nhieu dvhc cap xa, truoc do bao nhieu", "65", "194"],
    ["thang 4 nam 2024 toi pham hinh su + te nan = may vu", "Tổng cộng: 44 vụ"],
    ["Trong 7 loại năm 2022 loại nào kéo tỷ lệ chung xuống nhất", "Thấp nhất: doanh nghiệp"],
    ["liet ke so lieu ANTT thang 4/2024 dang gach dau dong", "Kết quả tháng 4/2024", "33 vụ", "17 người"],
    ["bien gioi tinh dai may km, bao nhieu xa bien gioi hien nay", "231,74 km", "11 xã"],
    ["bảng ma túy và hình sự 2022: số vụ, số đối tượng", "355", "622", "373", "558"],
    ["Bằng khen Bộ cho tập thể ở Gia Lai 2023 so với 2022 tăng bao nhiêu %", "tăng 30%"],
    ["dân số xã Đồng Đăng", "Chưa có số liệu", "thị trấn Đồng Đăng (cũ)", "trên 9.300 nhân khẩu"],
    ["So với Gia Lai 2023 thì số KDC đạt của mình 2022 nhiều hơn mấy", "132"],
    ["52 vụ tháng 4/2024 gồm những loại nào", "63,46%", "21,15%"],
  ])("%s", async (question, ...wanted) => {
    const answer = await answerText(question);
    for (const words of wanted) expect(answer).toContain(words);
  });

  it("has those that failed in the table where they are asked for beside the others", async () => {
    const answer = await answerText("kẻ bảng 7 loại đạt / chưa đạt / tỷ lệ năm 2022 giúp em, 5p nữa họp rồi");
    for (const row of ["1.686/1.727; Chưa đạt: 41", "44/57; Chưa đạt: 13"]) expect(answer).toContain(row);
  });

  it("puts many failed ones in order by their number", async () => {
    const answer = await answerText("top 3 loai con nhieu don vi chua dat 2022");
    expect(answer).toContain("khu dân cư chưa đạt, cơ quan chưa đạt, doanh nghiệp chưa đạt");
  });

  it("ranks nothing where the things are counted in other units", async () => {
    const answer = await answerText("Phát động 2023 so với chỉ tiêu đầu năm thế nào, vượt mấy %?");
    expect(answer).not.toContain("Cao nhất");
    for (const words of ["246,7%", "37 địa bàn", "52 địa bàn"]) expect(answer).toContain(words);
  });

  it("draws bars for the parts of a whole, and says that it can't draw a pie", async () => {
    const [reply] = await ask(["Vẽ biểu đồ tròn cơ cấu 52 vụ tháng 4/2024"]);
    expect(JSON.stringify(reply?.chart)).toContain("33");
    expect(reply && plainText(reply)).toContain("không vẽ hình tròn");
  });

  it("leaves no word of the movement's name unread", async () => {
    expect(await answerText("LS 2023 co may dia ban duoc phat dong pt TDBVANTQ")).not.toContain(
      "Chưa tính đến",
    );
  });
});
