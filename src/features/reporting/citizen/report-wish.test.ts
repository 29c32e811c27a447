import { describe, expect, it } from "vitest";
import { readReportWish } from "./report-wish.ts";

describe("the wish to report", () => {
  it.each([
    ["cô muốn báo lên công an chuyện này", ""],
    ["thôi tố nó luôn đi", ""],
    ["o day nhan tin bao ve hang lau khong", ""],
    ["đúng rồi, gửi giúp em", ""],
    ["u bao tiep di em", ""],
    ["chau mun bao tin", ""],
    ["vâng, cho bác trình báo với", ""],
    ["nó đi con dream màu nho, giờ tôi muốn tố cáo nó", "nó đi con dream màu nho"],
    ["nha no o dau xom Trang, bao cong an giup chau", "nha no o dau xom Trang"],
    ["tui muon bao cho ca biet chuyen nay", ""],
    ["có thể báo với biên phòng giúp tôi được không", ""],
    ["nhờ cán bộ chuyển lên xã giúp, tôi không biết viết đơn", ""],
    ["nó tên Hợi, báo hộ tôi với công an nhé", "nó tên Hợi"],
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
    "báo công an giúp tôi thì có mất tiền không",
    "nó báo công an hộ tôi rồi",
  ])("isn't in: %s", (said) => expect(readReportWish(said)).toBeNull());
});
