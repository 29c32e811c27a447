import { describe, expect, it } from "vitest";
import { readUtterance } from "../../../language/utterance.ts";
import { readBegin } from "./begin.ts";

const begin = (text: string) => readBegin(text, readUtterance(text));

describe("a wish to report", () => {
  it.each([
    "/baocao",
    "báo cáo",
    "bao cao",
    "tố giác",
    "Báo tin",
    "to giac toi pham",
    "em muốn báo tin ạ",
    "/baocao@bot",
  ])("%s", (text) => {
    expect(begin(text)).toBe("");
  });

  it.each([
    ["/baocao trộm xe ở chợ", "trộm xe ở chợ"],
    ["/baocao\nmất xe\nở chợ", "mất xe\nở chợ"],
    ["Báo tin: có nhóm đánh bạc", "có nhóm đánh bạc"],
    ["bao tin, nha toi bi trom", "nha toi bi trom"],
    ["tố giác hàng xóm đang đánh bạc ăn tiền", "hàng xóm đang đánh bạc ăn tiền"],
    ["Kính thưa các đồng chí, tôi xin phản ánh tình trạng đổ đất ra suối", "đổ đất ra suối"],
    ["em chao anh, em muon bao tin, o cong truong co nguoi ban phao", "o cong truong co nguoi ban phao"],
    [
      "báo tin có người bán hàng cấm ở quán cà phê Mộc đường Lê Lai phường Đông Kinh tối 28/11",
      "có người bán hàng cấm ở quán cà phê Mộc đường Lê Lai phường Đông Kinh tối 28/11",
    ],
    ["toi trinh bao viec mat xe may dem qua", "mat xe may dem qua"],
    ["tôi muốn báo tin, /baocao đây", ""],
  ])("%s", (text, rest) => {
    expect(begin(text)).toBe(rest);
  });

  it.each([
    "tố giác ở đâu?",
    "báo tin có bị lộ tên không",
    "Tố giác tội phạm khác tin báo tội phạm chỗ nào?",
    "báo cáo kết quả phong trào năm 2022",
    "to giac tren vneid the nao",
    "phản ánh tiếng ồn thì gọi số nào",
    "xin chào",
    "phản ánh việc này ở đâu",
    "bao viec trom cap thi ai nhan",
    "anh ấy báo việc mất xe rồi",
    "muon bao tin. thoi khong bao nua",
    "tôi muốn tố giác, nhưng sợ bị trả thù",
    "xin báo về việc cấp căn cước cho trẻ em",
    "tôi đã trình báo việc mất xe từ tuần trước",
  ])("not: %s", (text) => {
    expect(begin(text)).toBeNull();
  });
});
