import { describe, expect, it } from "vitest";
import { answerText } from "../../../test/figures/fixtures.ts";

describe("suppositions", () => {
  it.each([
    ["neu 8 xa con lai dat het thi ty le chung ca 7 loai 2022 len bao nhieu", "2.803/2.878 (97,39%)"],
    ["giả sử 13 doanh nghiệp chưa đạt đều đạt thì tỷ lệ chung năm 2022 là mấy", "2.808/2.878 (97,57%)"],
    ["nếu 1 phường nữa đạt thì tỷ lệ phường 2022 là bao nhiêu", "5/5 (100%)"],
    ["nếu doanh nghiệp đạt hết thì tỷ lệ chung 2022 là bao nhiêu", "2.808/2.878 (97,57%)"],
    ["gia su phuong con lai dat not thi ti le cap xa 2022 len may", "192/200 (96%)"],
    ["nếu toàn bộ cơ quan chưa đạt 2022 đều được công nhận thì sao", "598/598 (100%)"],
    ["nếu có thêm 5 xã đạt năm 2022 thì tỷ lệ xã là bao nhiêu", "178/181 (98,34%)"],
  ])("%s", async (question, wanted) => {
    expect(await answerText(question)).toContain(wanted);
  });

  it.each([
    "nếu một nửa số xã chưa đạt được công nhận thì tỷ lệ chung 2022 là bao nhiêu",
    "nếu bớt 3 xã đạt thì tỷ lệ xã 2022 còn mấy",
  ])("never gets the number of today as its answer: %s", async (question) => {
    expect(await answerText(question)).toMatch(/Tôi chưa dùng được|Nếu /u);
  });

  it.each(["nếu bỏ doanh nghiệp ra thì tỷ lệ đạt chung 2022 còn lại là bao nhiêu"])(
    "tells apart what only says how to count: %s",
    async (question) => {
      expect(await answerText(question)).toContain("2.751/2.821");
    },
  );
});
