import { describe, expect, it } from "vitest";
import { answerText } from "../../../test/figures/fixtures.ts";

describe("every part of a question is answered, or said not to be", () => {
  it.each([
    ["trước và sau sắp xếp Lạng Sơn có bao nhiêu đơn vị cấp xã", ["200", "194", "65"]],
    ["truoc va sau ngay 01/07/2025 tinh co may don vi hanh chinh cap xa", ["194", "65"]],
    ["cqdn đạt năm 2022 bao nhiêu", ["583/598", "44/57"]],
    ["thang 4/2024 xay ra bao nhieu vu, kham pha bao nhieu, con lai may", ["52", "45", "7 vụ"]],
    ["tổng số xã của Hữu Lũng và Bắc Sơn năm 2020", ["23 xã", "17 xã", "40 xã"]],
    ["giả sử thêm 2 phường đạt nữa thì tỷ lệ năm 2022 là bao nhiêu", ["Không thể", "5 phường"]],
    ["nếu có thêm 5 cơ quan đạt nữa thì tỉ lệ 2022 lên mấy", ["588/598", "98,33%"]],
    ["mô hình kẻng an ninh ở Hải Dương 2017 chiếm mấy phần trăm", ["212", "chưa tính được phần so sánh"]],
    [
      "Đề nghị cho số cơ sở giáo dục chưa đạt năm 2022 và tỷ lệ chưa đạt là bao nhiêu. Trân trọng!",
      ["5 cơ sở giáo dục chưa đạt", "1,69%"],
    ],
  ])("%s", async (question, wanted) => {
    const answer = await answerText(question);
    for (const part of wanted) expect(answer).toContain(part);
  });

  it.each([
    ["65 xã, phường đạt chuẩn năm 2022 mấy phần trăm", "65"],
    ["xã và tcxh đạt năm 2022 bao nhiêu", "tcxh"],
  ])("%s: “%s” is said", async (question, words) => {
    expect(await answerText(question)).toContain(`“${words}”`);
  });

  it.each([["xã Quảng Lạc 2023 bao nhiêu người nghe tuyên truyền", "tb mỗi buổi?", "90 người"]])(
    "%s, %s",
    async (first, then, wanted) => {
      expect(await answerText(first, then)).toContain(wanted);
    },
  );
});
