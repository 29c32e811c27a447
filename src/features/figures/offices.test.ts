import { describe, expect, it } from "vitest";
import { answerText } from "../../../test/figures/fixtures.ts";

describe("what offices ask as they write it", () => {
  it.each<[string, string[]]>([
    // Abbreviations.
    ["trg hoc dat chuan nam 2022 may truong", ["291/296"]],
    ["xp dat bao nhieu nam 2022", ["173/181", "4/5"]],
    ["cong ca xp va thi tran dat bao nhieu tren tong bao nhieu nam 2022", ["191/200"]],
    ["hien nay tinh con 65 xp dung k", ["Đúng với nguồn"]],
    ["hien nay con 66 xa phuong dung khong", ["Không khớp"]],
    // A total of what is named, or of all kinds of it.
    ["lang son co tat ca may cua khau", ["Tổng cộng: 12 cửa khẩu", "2 cửa khẩu", "9 cửa khẩu"]],
    ["tổng số tập thể được khen 2022, cả bộ cả tỉnh", ["36", "11 tập thể", "25 tập thể"]],
    ["bộ và tỉnh khen bao nhiêu tập thể năm 2022", ["11 tập thể", "25 tập thể"]],
    // Places ranked by what was named together.
    ["huyện cũ nào nhiều xã, thị trấn nhất năm 2020", ["Cao nhất: huyện Hữu Lũng (cũ), 24"]],
    ["huyen nao it xa va thi tran nhat nam 2020", ["Thấp nhất: huyện Văn Lãng (cũ)"]],
    // Two things of two kinds.
    ["số cơ quan đạt năm 2022 và số cuộc phát động", ["583/598", "32 cuộc"]],
    // "Đơn vị" beside the level says nothing more.
    ["bắc sơn cũ năm 2020 có mấy đơn vị cấp xã", ["Đơn vị hành chính cấp xã, huyện Bắc Sơn (cũ)"]],
    // Slips of those who type as they speak, and texts under other names.
    ["thang 4/2024 co 45 vu vi pham trat tu xa hoi fai ko", ["Không khớp với nguồn", "52"]],
    ["soạn lời dẫn ngắn về mô hình năm 2022", ["66 mô hình", "16 mô hình"]],
    // A share to be reached.
    ["xã phấn đấu 100% năm 2022 thì vướng mấy xã", ["Cần thêm 8 xã"]],
    ["cơ quan hướng tới 99% thì còn thiếu mấy", ["Cần thêm 10 cơ quan"]],
    // What a place has.
    ["quảng lạc có mấy tổ", ["Tổ hòa giải", "Tổ an ninh nhân dân", "9 tổ"]],
    // What isn't counted.
    [
      "năm 2022 có mấy hộ dân đạt tiêu chuẩn an toàn về antt",
      ["Chưa có số liệu năm 2022", "Nguồn chỉ có số của"],
    ],
    // Nothing but "share": of what?
    ["tỉ lệ bao nhiêu", ["Anh/chị hỏi số liệu năm nào"]],
    // Before and after the merger the units themselves are counted.
    ["xã phường sau sáp nhập ít hơn năm 2022 bao nhiêu đơn vị", ["giảm 135"]],
    ["truoc sap xep co may xa phuong", ["194"]],
    ["cong tat ca so vu thang 4/2024: hinh su, te nan, khac", ["Tổng cộng: 52 vụ"]],
    ["thị trấn có cái nào trượt năm 2022 không", ["Không còn thị trấn nào chưa đạt: 14/14"]],
    ["tóm gọn giúp 3 câu kết quả 2022", ["Kết quả năm 2022"]],
    // People are what is counted, whichever word is used.
    ["năm 2022 hình sự với ma túy bắt tổng bao nhiêu người", ["1.180 đối tượng"]],
    ["số giấy khen nhiều hơn bằng khen mấy lần năm 2022", ["2,27 lần"]],
    ["2 loại đạt thấp nhất năm 2022, cộng lại được mấy phần trăm", ["48/62 (77,42%)"]],
    ["doanh nghiệp đạt thêm 5 đơn vị nữa thì tỷ lệ 2022 lên bao nhiêu", ["49/57 (85,96%)"]],
    ["nếu công nhận thêm 3 xã thì xã đạt bao nhiêu phần trăm năm 2022", ["176/181 (97,24%)"]],
    ["cơ quan 2022 hơn trường học bao nhiêu đơn vị đạt", ["292 đơn vị"]],
    // A share of its own, or of a whole.
    ["công ty đạt chuẩn năm 2022 chiếm mấy %", ["44/57 (77,19%)"]],
    ["kqua phá án trọng án 2022", ["100%"]],
    // Smaller than one.
    ["bằng khen bộ trưởng gấp mấy lần giấy khen giám đốc năm 2022", ["bằng 44%", "2,27 lần"]],
  ])("%s", async (question, wanted) => {
    const answer = await answerText(question);
    for (const part of wanted) expect(answer).toContain(part);
  });

  it.each([
    ["huyện cũ nào nhiều xã, thị trấn nhất năm 2020", "“cũ”"],
    ["xã phấn đấu 100% năm 2022 thì vướng mấy xã", "Chưa tính đến"],
    ["bằng khen bộ trưởng gấp mấy lần giấy khen giám đốc năm 2022", "gấp 0,"],
    ["viết giúp đoạn ngắn về kết quả đạt chuẩn antt 2022", "dự báo"],
    ["viet giup doan ngan ket qua dat chuan antt 2022 du cac loai", "dự báo"],
  ])("%s: no %s", async (question, unwanted) => {
    const answer = await answerText(question);
    expect(answer).not.toBe("");
    expect(answer).not.toContain(unwanted);
  });
});

describe("a short text to read out", () => {
  it.each<[string[], string[], string[]]>([
    [
      ["viet giup e doan ngan doc hop ve ket qua dat chuan antt 2022 cua tinh, du cac loai hinh"],
      ["1.686/1.727 khu dân cư (97,63%)", "44/57 doanh nghiệp", "291/296", "cộng lại 2.795/2.878"],
      ["32 cuộc"],
    ],
    [
      ["cho mấy dòng về phong trào năm 2022: phát động, mô hình, khen thưởng, đọc trước dân"],
      ["32 cuộc", "66 mô hình", "16 mô hình", "11 tập thể", "25 tập thể"],
      ["355 vụ", "khu dân cư"],
    ],
    [
      ["tỷ lệ khám phá án 2022", "án rất nghiêm trọng?", "chỉ tiêu 2026", "viết gọn lại cho anh đọc"],
      ["96,28%", "100%", "ít nhất 80%", "trên 95%"],
      ["355 vụ"],
    ],
    [["soạn giúp vài câu về vụ ma túy và vụ hình sự năm 2022"], ["355 vụ", "373 vụ"], ["32 cuộc"]],
    [["viết 1 đoạn ngắn về ma túy năm 2022 để đưa vào báo cáo"], ["355 vụ", "622 đối tượng"], ["32 cuộc"]],
    [["viết giúp 2 câu về tình hình lừa đảo mạng 2022"], ["14 vụ", "trên 2,4 tỷ"], ["32 cuộc"]],
    [["cho xin vài câu về tội phạm hình sự năm 2022"], ["373 vụ", "558 đối tượng"], ["Chưa có"]],
    [["viết hộ 3 dòng số liệu xã phường thị trấn sau sắp xếp"], ["65 đơn vị"], ["tiêu chuẩn"]],
    [["viết một đoạn về xã, phường đạt chuẩn 2022"], ["173/181 xã", "4/5 phường"], ["khu dân cư"]],
  ])("%s", async (questions, wanted, unwanted) => {
    const answer = await answerText(...questions);
    for (const part of wanted) expect(answer).toContain(part);
    for (const part of unwanted) expect(answer).not.toContain(part);
  });

  it("isn't what is asked where nothing is named, or how to write", async () => {
    expect(await answerText("viết gọn lại cho anh đọc")).toBe("");
    expect(await answerText("cách viết đoạn văn về khu dân cư đạt chuẩn")).not.toContain("1.686");
  });
});

describe("what is put forward across roles and units", () => {
  it.each([
    ["Tháng 4/2024 làm rõ 45 trên 52 vụ, đúng chưa", "Đúng với nguồn"],
    ["tháng 4/2024 khám phá 45/52 vụ đúng không", "Đúng với nguồn"],
    ["tháng 4/2024 khám phá 44/52 vụ đúng không", "Không khớp"],
    ["tháng 4/2024 khám phá 45/53 vụ đúng không", "Không khớp"],
    ["tháng 4/2024 còn 7 vụ chưa khám phá đúng không", "Đúng với nguồn"],
    ["25 cá nhân được giấy khen giám đốc năm 2022, đúng không", "Không khớp với nguồn: 25 là"],
    ["Bộ trưởng tặng bằng khen 11 cá nhân năm 2022 phải không", "Không khớp với nguồn: 11 là"],
    [
      "tháng 4/2024 thiệt hại tài sản 1,4 triệu đúng không",
      "Không khớp với nguồn: thiệt hại tài sản là trên 1,4 tỷ",
    ],
    ["tháng 4/2024 thiệt hại tài sản hơn 1,4 tỷ đúng không", "Đúng với nguồn"],
    ["năm 2022 ngăn chặn lừa đảo được 0,6 tỷ đồng phải không", "Đúng với nguồn"],
    ["tháng 4/2024 làm rõ 45 nghìn vụ đúng không", "Không khớp"],
    ["dự thảo ghi 291 trên 296 trường đạt, chuẩn chưa", "Đúng với nguồn"],
    ["tháng 4/2024 xảy ra 52 vụ, trong đó hình sự 33, tệ nạn 11, khác 8. số đúng chưa", "Đúng với nguồn"],
    ["tháng 4/2024 xảy ra 52 vụ, trong đó hình sự 33, tệ nạn 11, khác 9. số đúng chưa", "Không khớp"],
  ])("%s", async (question, verdict) => {
    expect(await answerText(question)).toContain(verdict);
  });

  it("is never confirmed where the parts may overlap", async () => {
    const answer = await answerText("mô hình mới 2022", "vậy tổng là 82 mô hình phải không");
    expect(answer).not.toContain("Đúng với nguồn");
    expect(answer).toContain("trùng nhau");
  });
});
