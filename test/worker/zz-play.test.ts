import { appendFileSync } from "node:fs";
import { beforeAll, it } from "vitest";
import { migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";
beforeAll(migrate);
type M = string | { p?: string; k?: "image"|"video"|"audio"|"file"; loc?: [number, number]; wait?: number; al?: string; e?: string };
const CHATS: M[][] = [
  ["đêm qua chuồng nhà tôi bị mất hai con lợn giống", "nhà ở cuối bản Nà Mười", "khoảng 2 giờ sáng chó sủa dữ lắm", {p: "vết bánh xe trước cổng"}, "có vệt xe ba gác", "báo tin này"],
  ["co may thanh nien hay tu tap hut hit sau nha kho hop tac xa", "chung 4 dua", "toi nao cung tu 9h den nua dem", {p: ""}, "xong roi bao di"],
  ["em bị nó lừa mất 12 triệu mua tủ lạnh trên mạng", "stk 0451000233445 ngân hàng VCB", {p: "ảnh chuyển tiền đây ạ"}, "hôm mùng 5 tháng này", "tiền đấy có đòi lại được không", "gửi giúp em"],
  [{p: ""}, "xe tải chở rác đổ trộm xuống suối", "chỗ cầu Khánh Khê", "sáng nay lúc 5h", "gửi"],
  ["nha hang xom mo loa keo keo den 1h sang khong ai ngu duoc", "to 6 khoi Vinh Trai", "tuan nay dem nao cung the", "nhac roi ma no chui", "gui tin nay giup"],
  ["chồng cái Hoa xóm trên đánh nó suốt, mặt tím bầm", {p: "", k: "audio"}, "hôm qua lại đánh", "nhà ở ngõ 45 đường Bà Triệu", "báo tin này"],
  ["thấy có ô tô lạ đỗ trước cổng trường mấy hôm", "bien so 12A 334.56", "cứ 4 rưỡi chiều là nó đến", {p:"nó đây"}, {loc:[21.85,106.76]}, "bao tin nay"],
  ["có thằng bán thuốc lắc ở quán karaoke", "thôi", ],
  ["con tôi bị bạn bắt nạt đòi tiền", "không", "báo tin này"],
  ["xe máy đâm tôi rồi bỏ chạy", "ở ngã tư Phai Vệ chiều hôm qua", "à còn chuyện nữa nhà ông Tư mở sòng xóc đĩa ăn tiền trong vườn", "báo tin này", "gửi", "báo tin này"],
  ["mat cai dien thoai samsung o ben xe phia bac", "luc 10h sang nay", {wait: 4*3600_000}, "báo tin này"],
  ["nhà em bị trộm mất con trâu", {wait: 3*3600_000}, "có nhóm đánh bạc ở nhà văn hoá", "báo tin này"],
  ["hàng xóm đốt rác khói mù mịt cả xóm", "ở khối 8", "đốt rác bị phạt bao nhiêu", "xin chào", "nó đốt cả lốp xe", "ok gửi cho công an giúp"],
  ["cán bộ xã đòi tiền mới làm giấy tờ cho tôi", "tên là Hùng"],
  ["bi doa dang anh len mang neu khong chuyen 5 trieu", "no nhan qua facebook ten Minh Anh", {p:"", al:"z"}, {p:"", al:"z"}, "tu toi thu 6", "bao tin nay"],
];
it("plays", async () => {
  for (const channel of ["zalo", "telegram"] as const) { if (channel === "telegram") break;
  for (const chat of CHATS) {
    const c = new CitizenChat({ channel });
    let out = "\n================\n";
    for (const m of chat) {
      let t: string;
      if (typeof m === "string") { t = await c.say(m); out += `> ${m}\n`; }
      else if (m.wait) { c.now += m.wait; continue; }
      else if (m.loc) { t = await c.hear({ kind: "location", lat: m.loc[0], lng: m.loc[1] }); out += `> [pin]\n`; }
      else { t = await c.hear({ kind: "media", media: [{ kind: m.k ?? "image", ref: "r" }], ...(m.p ? { caption: m.p } : {}), ...(m.al ? {album: m.al}: {}) }); out += `> [${m.k ?? "image"} ${m.p}]\n`; }
      out += t.split("\n").map((l) => `    ${l.slice(0, 150)}`).slice(0, 14).join("\n") + `\n    [${c.last.flatMap((r) => r.buttons ?? []).map((b) => b.label).join("|")}]\n`;
    }
    console.log(out);
  } }
});
