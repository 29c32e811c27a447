import { describe, expect, it } from "vitest";
import { answerText, ask } from "../../../../test/figures/fixtures.ts";

const UNDER = ["xếp hạng tỷ lệ đạt bảy loại năm 2022", "mấy loại dưới 98%"];
const LEFT = ["tỷ lệ chung 7 loại năm 2022", "bỏ doanh nghiệp ra"];

describe("what a follow-up picks up", () => {
  it.each<[readonly string[], string]>([
    [[...UNDER, "mấy loại vừa nêu còn thiếu tổng cộng bao nhiêu đơn vị"], "78 "],
    [[...UNDER, "cong so chua dat cua may loai do lai"], "78 "],
    [
      ["xã, phường, thị trấn đạt 2022", "loại nào thấp nhất", "nó thiếu mấy", "ba loại đó cộng lại"],
      "191/200",
    ],
    [
      ["bằng khen bộ trưởng 2022", "bao nhiêu cá nhân", "năm đó Gia Lai được mấy tập thể bằng khen"],
      "10 tập thể",
    ],
    [["bằng khen bộ trưởng 2022", "Gia Lai năm đó", "hơn kém mình mấy"], "1 tập thể"],
    [["gio con may xa phuong", "truoc kia may"], "194 đơn vị"],
    [["gio con may xa phuong", "truoc kia may", "giam bao nhieu so voi 2022"], "giảm 135 đơn vị"],
    [["nay con may xa phuong", "giam bao nhieu so voi 2022", "thi tran con khong"], "0 thị trấn"],
    [["xã chưa đạt năm 2022 mấy", "cụ thể xã nào"], "không nêu tên"],
    [["mô hình duy trì 2022", "trong năm đó xây mới mấy cái"], "16 mô hình"],
    [
      ["Quảng Lạc 2023 mấy buổi tuyên truyền", "bình quân một buổi mấy người", "TP Lạng Sơn bao nhiêu cuộc"],
      "1.766 cuộc",
    ],
    [["nếu 20 khu dân cư nữa đạt 2022 thì tỷ lệ mấy", "thế 30 thì sao"], "1.716/1.727"],
    [[...LEFT, "nếu cơ quan đạt nốt hết thì sao"], "2.766/2.821"],
  ])("%j", async (chat, wanted) => {
    expect(await answerText(...chat)).toContain(wanted);
  });

  it("draws the types that were told, not those in between", async () => {
    const [reply] = (
      await ask([
        "cơ quan, trường học, doanh nghiệp 2022",
        "loại nào thấp nhất",
        "năm trước thì sao",
        "vẽ biểu đồ 3 loại đó",
      ])
    ).slice(-1);
    expect(JSON.stringify(reply?.chart)?.match(/"label"/gu)).toHaveLength(3);
  });
});

describe("words that are read for what they are", () => {
  it.each([
    ["xep thu tu ti le dat 7 loai 2022 tu cao xuong thap", "Cao nhất: thị trấn"],
    ["loại nào chưa đạt nhiều nhất 2022", "khu dân cư chưa đạt, 41"],
    ["xếp từ ít đến nhiều số chưa đạt 7 loại 2022", "Thấp nhất: thị trấn chưa đạt"],
    ["liet ke sl 7 loai dat chuan 2022", "2.795/2.878"],
    ["2023 them may mo hinh moi", "Mô hình xây mới: 8"],
    ["khong tinh khu dan cu thi ti le chung nam 2022 la bao nhieu", "1.109/1.151 đạt"],
    ["huyen nao nhieu don vi nhat", "huyện Hữu Lũng"],
    ["năm hai nghìn không trăm hai ba phát động bao nhiêu địa bàn", "52 địa bàn"],
    ["năm hai hai mấy phường đạt", "4/5"],
    ["đợt cao điểm Tết vừa rồi bắt mấy vụ ma túy", "55 vụ"],
    ["bo truong tang may bang khen 2022", "11 tập thể"],
    ["tháng 4/2024 mấy vụ, hình sự mấy vụ, làm rõ mấy vụ", "52 vụ"],
    ["số vụ hình sự 2022, tỷ lệ khám phá", "96,28%"],
  ])("%s", async (question, wanted) => {
    expect((await answerText(question)).split("\n\n")[0]).toContain(wanted);
  });

  it("names the home province first among the places that have a figure", async () => {
    expect(await answerText("huyện Tràng Định năm 2022 mấy xã đạt chuẩn")).toContain(
      "số liệu này: tỉnh Lạng Sơn",
    );
  });
});

describe("a claim and what stands around it", () => {
  it.each([
    ["theo báo cáo của phường thì 181 xã đạt chuẩn năm 2022, đúng không", "số xã đạt chuẩn là 173"],
    ["sao bot noi 57 doanh nghiep dat 2022", "57 là số doanh nghiệp được xét"],
    ["có người bảo năm 2022 còn 41 khu dân cư chưa đạt, đúng không", "Đúng với nguồn"],
    ["người ta nói 2022 có 14 thị trấn đạt, chuẩn không", "Đúng với nguồn"],
    ["Bộ trưởng tặng giấy khen cho 11 tập thể năm 2022, đúng không", "11 là bằng khen của Bộ trưởng"],
    ["năm 2022 phát động 66 cuộc, đúng không", "66 là mô hình liên kết được duy trì"],
  ])("%s", async (question, wanted) => {
    expect(await answerText(question)).toContain(wanted);
  });
});

describe("sentences over figures", () => {
  it.each<[readonly string[], string]>([
    [["viết 4 câu số liệu phong trào năm 2022 để khai mạc hội nghị"], "32 cuộc"],
    [["soan giup 1 doan ve khen thuong nam 2022"], "25 tập thể"],
    [["doanh nghiệp 2022 đạt mấy", "viết thành hai câu cho tôi đọc trước hội nghị"], "44/57 doanh nghiệp"],
  ])("%j", async (chat, wanted) => {
    expect(await answerText(...chat)).toContain(wanted);
  });

  it("are not made of a wish that has nothing to do with them", async () => {
    const [reply] = (await ask(["phường đạt 2022", "viết hai câu chúc mừng sinh nhật vợ"])).slice(-1);
    expect(JSON.stringify(reply ?? "")).not.toContain("4/5");
  });
});
