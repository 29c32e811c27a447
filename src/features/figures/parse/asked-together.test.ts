import { describe, expect, it } from "vitest";
import { answerText } from "../../../../test/figures/fixtures.ts";

describe("what was asked one after another is taken together", () => {
  it.each<[string[], string[]]>([
    [["Bắc Sơn năm 2020 mấy đơn vị cấp xã", "Văn Lãng", "Văn Quan thì sao", "cộng cả 3 lại"], ["52 đơn vị"]],
    [
      ["Bắc Sơn năm 2020 mấy đơn vị cấp xã", "Văn Lãng", "trong 2 huyện đó huyện nào ít nhất"],
      ["Thấp nhất: huyện Văn Lãng (cũ)"],
    ],
    [
      [
        "huu lung nam 2020 may don vi cap xa",
        "bac son",
        "van lang nua",
        "trong 3 huyen do cai nao nhieu nhat",
      ],
      ["Cao nhất: huyện Hữu Lũng (cũ), 24"],
    ],
    [["bằng khen bộ trưởng 2022 mấy tập thể", "cá nhân?", "của giám đốc thì sao"], ["25 tập thể"]],
    [["bằng khen bộ trưởng 2022 mấy tập thể", "cá nhân?", "của giám đốc thì sao", "cộng cả hai"], ["36"]],
    [["vụ ma túy 2022", "vụ hình sự", "cộng cả 2 cái"], ["728 vụ"]],
    [["mô hình mới 2023", "năm 2022 thì sao", "cộng cả hai năm"], ["24 mô hình"]],
    [
      ["tỉ lệ trường học đạt năm 2022", "thiếu mấy nữa thì đủ 99%", "cơ quan cũng mức đó thì thiếu mấy"],
      ["10 cơ quan", "99%"],
    ],
    [
      ["xã cần thêm mấy để đạt 97% năm 2022", "thế khu dân cư cũng mức ấy"],
      ["97%", "khu dân cư"],
    ],
    [
      ["hiện giờ Lạng Sơn bao nhiêu xã", "phường?", "thị trấn nữa", "so với năm 2022 thì giảm bao nhiêu xã"],
      ["giảm 120"],
    ],
    [["tháng 4/2024 xảy ra mấy vụ", "làm rõ được bao nhiêu", "%?"], ["86,54%"]],
    [["tháng 4/2024 xảy ra mấy vụ", "làm rõ được bao nhiêu", "còn mấy vụ chưa ra"], ["Còn lại 7 vụ"]],
    [
      ["tỷ lệ các loại 2022", "bỏ cái 100% ra"],
      ["6 loại", "77,19%"],
    ],
    [
      ["tỷ lệ các loại 2022", "bỏ cái 100% ra", "xếp từ thấp đến cao"],
      ["Thấp nhất: doanh nghiệp", "98,31%"],
    ],
    [["tỷ lệ các loại 2022", "bỏ loại thấp nhất ra", "xếp từ cao xuống thấp"], ["Thấp nhất: phường"]],
    [
      ["năm 2022 tỉnh có 66 mô hình xây mới đúng không", "thế 66 là gì"],
      ["Mô hình liên kết được duy trì, năm 2022"],
    ],
    [["xã đạt chuẩn 2022", "598 là số nào"], ["Cơ quan đạt chuẩn, năm 2022: 583/598"]],
    [["xã đạt chuẩn 2022", "599 là số gì"], ["không nêu số 599"]],
    [["quảng lạc 2023 tuyên truyền mấy buổi", "dân dự bao nhiêu"], ["Người nghe tuyên truyền: 1.350 người"]],
    [
      [
        "tỷ lệ khám phá án của tỉnh năm 2022",
        "Quảng Trị 2023 thì sao",
        "Nghệ An nữa",
        "trong 3 tỉnh đó ai cao nhất",
      ],
      ["Cao nhất: tỉnh Lạng Sơn (năm 2022), 96,28%", "tham khảo"],
    ],
    [
      [
        "2022 khen mấy tập thể",
        "của Bộ bao nhiêu",
        "Gia Lai năm đó được Bộ khen mấy",
        "hơn kém nhau bao nhiêu",
      ],
      [" 1 tập thể"],
    ],
    [
      ["2022 bao nhieu vu ma tuy", "binh quan 1 vu may doi tuong", "hinh su thi sao"],
      ["Bình quân mỗi vụ: 1,5 "],
    ],
    [
      ["loại nào dưới 98% năm 2022", "bỏ mấy loại dưới 80% ra"],
      ["Còn 4 loại: khu dân cư, cơ quan, xã, phường"],
    ],
    [
      ["loại nào dưới 98% năm 2022", "bỏ mấy loại dưới 80% ra", "xếp giảm dần giúp tôi"],
      ["Cao nhất: khu dân cư", "Thấp nhất: phường"],
    ],
    [
      ["tỉ lệ đạt chuẩn 7 loại 2022", "dưới 90% là loại nào", "mỗi loại còn thiếu mấy"],
      ["Phường; Chưa đạt: 1", "14/62"],
    ],
    [
      [
        "tỉ lệ đạt chuẩn 7 loại 2022",
        "dưới 90% là loại nào",
        "mỗi loại còn thiếu mấy",
        "để cả hai cùng đạt 90% thì thêm mấy",
      ],
      ["Cần thêm 8 phường, doanh nghiệp", "Phường: thêm 1", "Doanh nghiệp: thêm 8"],
    ],
    [["năm 2022 bao nhiêu thôn đạt", "còn bao nhiêu thôn nữa"], ["41 khu dân cư chưa đạt"]],
    [["vu hinh su nam 2022", "ma tuy", "cai nao nhieu hon", "hon may phan tram"], ["hơn 5,07%"]],
    [["vu hinh su nam 2022", "ma tuy", "cai nao nhieu hon", "hon may phan tram", "tong 2 cai"], ["728 vụ"]],
    [["tháng 4/2024 mấy vụ hình sự", "chiếm bao nhiêu % tổng số", "tệ nạn thì sao"], ["21,15%"]],
    [
      ["Quảng Lạc năm 2023 tuyên truyền mấy buổi", "có mấy tổ hòa giải", "viết lại thành đoạn ngắn"],
      ["1.350", "9 tổ"],
    ],
    [["cua khau quoc te co may cai", "cua khau phu", "cong lai", "ca cua khau chinh nua"], ["12 cửa khẩu"]],
    [
      ["xã 2022 đạt 173 đúng không", "phường 5 đúng không"],
      ["Không khớp với nguồn: 5 là số phường được xét"],
    ],
    [
      ["xã 2022 đạt mấy", "phường", "thị trấn", "tổng 3 cái 192 phải không"],
      ["Không khớp", "là 191"],
    ],
    [["trước sáp nhập có bao nhiêu xã biên giới", "bây giờ"], ["11 xã"]],
    [
      ["trước sáp nhập có bao nhiêu xã biên giới", "bây giờ", "giảm mấy"],
      ["20 xã", "11 xã", "không cùng phạm vi"],
    ],
    [["vụ ma túy năm 2022", "bắt mấy người"], ["Đối tượng ma túy: 622"]],
    [["loại nào dưới 97% năm 2022", "trong đó loại nào cao nhất"], ["Cao nhất: xã"]],
    [
      ["doanh nghiệp đạt 2022", "còn thiếu mấy đơn vị để đạt 90"],
      ["Cần thêm 8 doanh nghiệp", "90%"],
    ],
    [
      ["Cao Lộc cũ năm 2020 mấy xã", "Lộc Bình", "Tràng Định nữa", "xếp từ ít đến nhiều"],
      ["Thấp nhất: huyện Lộc Bình (cũ), 19"],
    ],
    [
      ["loại nào đạt trên 97% năm 2022", "bỏ thị trấn ra"],
      ["291/296", "1.686/1.727", "583/598"],
    ],
    [
      ["phát động 2022 mấy cuộc", "2023?", "2 năm cộng lại"],
      ["không đếm cùng một thứ", "32", "52"],
    ],
    [
      ["giấy khen 2022 mấy tập thể", "thế bằng khen", "gộp lại bao nhiêu", "bằng khen chiếm mấy phần trăm"],
      ["30,56%", "11/36"],
    ],
    [["khen thưởng năm 2022 gồm những gì", "của Bộ chiếm bao nhiêu phần trăm tổng số"], ["30,56%"]],
    [
      ["loại nào đạt trên 97% năm 2022", "bỏ thị trấn ra", "còn lại cộng lại được bao nhiêu"],
      ["2.560/2.621"],
    ],
    [
      ["loại nào đạt trên 97% năm 2022", "bỏ thị trấn ra", "còn lại cộng lại được bao nhiêu", "chưa đạt mấy"],
      ["61 "],
    ],
    [
      ["xã 2022 thiếu mấy để đạt 98%", "phường thì sao", "cả hai gộp lại"],
      ["Cần thêm 6 xã, phường", "98%"],
    ],
  ])("%s", async (questions, wanted) => {
    const answer = await answerText(...questions);
    for (const part of wanted) expect(answer).toContain(part);
  });

  it.each<[string[], string[]]>([
    [["tỷ lệ các loại 2022", "bỏ cái 100% ra"], ["hị trấn"]],
    [["tỷ lệ các loại 2022", "bỏ cái 100% ra", "xếp từ thấp đến cao"], ["hị trấn"]],
    [["hiện giờ Lạng Sơn bao nhiêu xã", "thị trấn nữa", "so với năm 2022 thì giảm bao nhiêu xã"], ["195"]],
    [["mô hình mới 2022", "còn 2020 2021"], ["không trừ"]],
  ])("%s: not %s", async (questions, unwanted) => {
    const answer = await answerText(...questions);
    expect(answer).not.toBe("");
    for (const part of unwanted) expect(answer).not.toContain(part);
  });
});
