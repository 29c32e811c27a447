import { describe, expect, it } from "vitest";
import { answerText, ask } from "../../../../test/figures/fixtures.ts";

/** The first line: what is told before all else. */
const headOf = (answer: string): string => answer.split("\n", 1)[0] ?? "";

describe("what is told is what was asked, or is said not to be there", () => {
  it.each<[readonly string[], string]>([
    [["Gia Lai với Lạng Sơn tỷ lệ doanh nghiệp đạt chuẩn bên nào hơn"], "Không so được tỷ lệ"],
    [["Cao Bang voi ben minh ty le xa dat chuan ben nao hon"], "Chưa có số của tỉnh Cao Bằng"],
    [["doanh nghiệp chưa đạt 2022", "so với năm 2021 thì sao"], "Chưa có số năm 2021"],
    [["ca nam 2024 co bao nhieu vu te nan"], "Chưa có số cả năm 2024"],
    [["66+16=82 mo hinh dung ko"], "Không cộng được"],
    [["bao cao ghi nam 2022 co 80 mo hinh lien ket, dung khong"], "liên kết được duy trì là 66"],
    [["57 la toan bo doanh nghiep cua tinh ha, sao it the"], "không phải tổng số doanh nghiệp"],
    [["em o cong an xa Na Duong, phai them may doanh nghiep nua thi dat 90%"], "Cần thêm 8 doanh nghiệp"],
    [["ko phai xa, em hoi KDC co ma. KDC dat bao nhieu"], "1.686/1.727"],
    [["tỷ lệ doanh nghiệp đạt chuẩn năm 2022, kèm tử số và mẫu số"], "44/57 (77,19%)"],
    [["Loại nào dưới 90%", "không, ý bác là từ 98 trở lên cơ"], "Có 2 loại từ 98% trở lên"],
    [["loai nao duoi 96"], "dưới 96%"],
    [["loai nao duoi 80", "loại đó thiếu mấy nữa thì đạt 80"], "Cần thêm 2 doanh nghiệp"],
    [["thang 4/2024 bn vu", "trong do hinh su", "chiem %"], "63,46%"],
    [["kdc chua dat 2022", "chiem may % so chua dat cua ca tinh"], "49,4%"],
    [["kdc chua dat 2022", "cac kdc do o xa nao"], "không nêu tên khu dân cư"],
    [["an ma tuy 2022", "hinh su", "ben nao nhieu doi tuong hon"], "64 đối tượng"],
    [["an ma tuy 2022", "hinh su", "dot cao diem vua roi thi sao"], "Vụ ma túy: 55 vụ"],
    [
      ["số đơn vị cấp xã hiện nay", "bao nhiêu phường", "trước đó năm 2022 là bao nhiêu đơn vị"],
      "200 đơn vị",
    ],
    [["tỷ lệ 7 loại 2022", "loại nào thấp nhất", "lấy lại con số đầu tiên, làm bảng"], "2.795/2.878"],
  ])("%j", async (chat, wanted) => {
    expect(headOf(await answerText(...chat))).toContain(wanted);
  });

  it.each([
    [
      "Năm 2022 bao nhiêu vụ lừa đảo qua mạng, thiệt hại bao nhiêu, ngăn chặn được mấy vụ",
      ["14 vụ", "2,4 tỷ", "3 vụ"],
    ],
    ["chi tieu 2026 giam toi pham may %, ty le dieu tra kham pha toi thieu bao nhieu", ["10%", "80%"]],
    ["2023 phát động 52 địa bàn vượt chỉ tiêu 37, thế chỉ tiêu ban đầu là bao nhiêu", ["15 địa bàn"]],
    ["tổng số đơn vị được xét năm 2022 trừ khu dân cư ra, đạt bao nhiêu", ["1.151", "1.109"]],
    ["So lieu dat chuan nay chot ngay nao, nguon o dau de em trich dan", ["hội nghị 08/02/2023"]],
    ["Trong số 83 đơn vị chưa đạt năm 2022 thì khu dân cư chiếm mấy phần trăm", ["49,4%"]],
  ])("%s: every half", async (question, wanted) => {
    const answer = await answerText(question);
    for (const part of wanted) expect(answer).toContain(part);
    expect(answer).not.toContain("Chưa tính đến");
  });

  it("keeps the chart, and puts a column beside what was told", async () => {
    const replies = await ask(["vẽ biểu đồ tỷ lệ 7 loại năm 2022", "bo KDC di", "them so chua dat vao canh"]);
    expect(replies.map((reply) => reply?.chart !== undefined)).toEqual([true, true, true]);
    expect(JSON.stringify(replies.at(-1)?.blocks)).toContain("13");
  });

  it("names the wards of today", async () => {
    expect(await answerText("hiện nay có mấy phường", "kể tên 4 phường đó")).toContain("Kỳ Lừa, Đông Kinh");
  });
});
