import { describe, expect, it } from "vitest";
import { answerText } from "../../../../test/figures/fixtures.ts";

describe("the two sides of a comparison", () => {
  it.each<[string[], string[]]>([
    [
      ["năm 2022 xã đạt tỷ lệ cao hơn khu dân cư phải không"],
      ["Không khớp với nguồn", "Khu dân cư cao hơn xã"],
    ],
    [["năm 2022 doanh nghiệp đạt tỷ lệ thấp hơn phường đúng không"], ["Đúng với nguồn", "Phường cao hơn"]],
    [
      ["xã 2022 đạt mấy", "phường", "gộp lại", "vậy thấp hơn cơ quan đúng không"],
      ["Đúng với nguồn", "2,33 điểm", "177/186"],
    ],
    [
      ["Lạng Sơn năm 2025 mấy mô hình", "bằng mấy phần trăm cả nước"],
      ["Không nên so như vậy", "142"],
    ],
    [["mô hình xây mới 2023 còn thiếu mấy thì bằng năm 2022"], ["8 mô hình", "50%"]],
    [["cơ quan 2022 trượt mấy, chiếm bao nhiêu phần trăm số được xét"], ["15/598", "2,51%"]],
    [["hiện nay phường chiếm mấy phần trăm đơn vị cấp xã"], ["6,15%"]],
  ])("%j", async (chat, wanted) => {
    const answer = await answerText(...chat);
    for (const part of wanted) expect(answer).toContain(part);
  });
});
