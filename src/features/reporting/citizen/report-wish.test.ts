import { describe, expect, it } from "vitest";
import { readReportWish } from "./report-wish.ts";

describe("the wish to report", () => {
  it.each([
    ["cô muốn báo lên công an chuyện này", ""],
    ["thôi tố nó luôn đi", ""],
    ["u bao tiep di em", ""],
    ["chau mun bao tin", ""],
    ["vâng, cho bác trình báo với", ""],
    ["nó đi con dream màu nho, giờ tôi muốn tố cáo nó", "nó đi con dream màu nho"],
    ["nha no o dau xom Trang, bao cong an giup chau", "nha no o dau xom Trang"],
    [
      "tôi muốn báo công an chuyện thằng Tám đốt rác cạnh trạm y tế",
      "tôi muốn báo công an chuyện thằng Tám đốt rác cạnh trạm y tế",
    ],
  ])("%s", (said, rest) => expect(readReportWish(said)).toEqual({ rest }));

  it.each([
    "cô không muốn báo công an đâu",
    "hôm kia đã báo công an xã rồi",
    "muốn báo công an thì làm thế nào",
    "chồng bảo đừng tố nó",
    "em muốn báo thêm biển số xe",
    "nó dọa báo công an bắt em",
    "mẹ bảo giúp đi chợ",
    "trời sắp có bão",
  ])("isn't in: %s", (said) => expect(readReportWish(said)).toBeNull());
});
