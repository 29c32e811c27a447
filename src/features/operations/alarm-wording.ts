import { displayDate, displayMoment } from "../../language/dates.ts";
import { type Reply, strong, text } from "../../messaging/reply.ts";
import { MINUTE } from "../../platform/time.ts";
import type { Telling } from "./alarm-board.ts";
import { type AlarmName, BURST, type Observations } from "./alarm-rules.ts";

/** The text of each alarm: what happened, what to do, and that it is over. */
const WORDING: Readonly<
  Record<
    AlarmName,
    { readonly what: (seen: Observations) => string; readonly todo: string; readonly over: string }
  >
> = {
  cron_missed: {
    what: ({ cronBefore }) =>
      `Lịch chạy định kỳ bị lỡ: lần chạy xong gần nhất là ${cronBefore === null ? "không rõ" : displayMoment(cronBefore)}. Nay đã chạy lại.`,
    todo: "Anh/chị nhờ người vận hành xem nhật ký máy chủ quanh giờ đó. Tin nhắn vẫn được lưu, có thể trả lời chậm.",
    over: "Lịch chạy định kỳ đã đều trở lại.",
  },
  zalo_token: {
    what: () => "Bot không lấy được mã truy cập Zalo: người dân trên Zalo chưa nhận được trả lời.",
    todo: "Tin vẫn được lưu và sẽ gửi sau. Anh/chị nhờ quản trị viên tài khoản Zalo OA cấp quyền lại cho ứng dụng, rồi người vận hành thay ZALO_REFRESH_TOKEN.",
    over: "Bot đã lấy được mã truy cập Zalo, tin chờ đang được gửi.",
  },
  zalo_silent: {
    what: ({ zalo }) =>
      `Zalo im lặng: không có tin nào trong hơn ${zalo?.silenceHours ?? 0} giờ ban ngày${typeof zalo?.lastAt === "number" ? `, tin cuối lúc ${displayMoment(zalo.lastAt)}` : ""}.`,
    todo: "Anh/chị thử nhắn một tin vào Zalo OA. Nếu không có trả lời, nhờ người vận hành kiểm tra địa chỉ webhook trong trang quản trị ứng dụng Zalo.",
    over: "Zalo đã có tin trở lại.",
  },
  parked_growing: {
    what: ({ newlyParked }) => `Có ${newlyParked ?? 0} tin chưa giao được trong một giờ qua.`,
    todo: "Anh/chị gõ /sotin để xem lý do, sửa nguyên nhân rồi gõ /sotin thulai và số của tin.",
    over: "Số tin chưa giao được không còn tăng nhanh.",
  },
  reports_burst: {
    what: ({ newReports }) => `Có ${newReports ?? 0} tin báo trong ${BURST.within / MINUTE} phút qua.`,
    todo: "Anh/chị vào nhóm trực, xem tin khẩn cấp trước và gọi thêm người trực. Nếu là một người gửi hàng loạt, đóng các tin trùng.",
    over: "Tin báo đã đến thưa trở lại.",
  },
  stuck: {
    what: ({ stuck }) =>
      `Có ${stuck?.n ?? 0} tin chờ quá 15 phút${typeof stuck?.since === "number" ? `, tin cũ nhất từ ${displayMoment(stuck.since)}` : ""}.`,
    todo: "Bot vẫn tự thử lại. Anh/chị gõ /sotin để xem; nếu sau 30 phút chưa hết, nhờ người vận hành xem mạng và nhật ký máy chủ.",
    over: "Không còn tin nào chờ quá lâu.",
  },
  ledger_gap: {
    what: ({ gaps }) =>
      `Sổ tin không khớp: ${(gaps ?? []).map(({ day, gap }) => `ngày ${displayDate(day)} lệch ${gap} tin`).join("; ")}.`,
    todo: "Anh/chị gõ /sotin để xem và báo người vận hành giữ nguyên dữ liệu, xem nhật ký của ngày đó.",
    over: "Sổ tin đã khớp trở lại.",
  },
  disk_low: {
    what: ({ disk }) =>
      `Ổ đĩa của máy chủ sắp đầy: chỉ còn trống ${Math.floor((disk?.freeShare ?? 0) * 100)}%.`,
    todo: "Anh/chị nhờ người vận hành dọn ổ đĩa ngay. Khi đầy, tin mới không lưu được; người báo nguy hiểm vẫn nhận được số cần gọi.",
    over: "Ổ đĩa của máy chủ đã đủ chỗ trống.",
  },
  files_many: {
    what: ({ files }) =>
      `Hôm nay người dân gửi quá nhiều ảnh, tệp: đã dùng ${Math.floor((files?.usedShare ?? 0) * 100)}% mức của một ngày.`,
    todo: "Hết mức thì tin báo vẫn nhận chữ, không nhận thêm ảnh, tệp tới hết ngày. Anh/chị xem trong nhóm trực có loạt tin rác không; nhờ người vận hành xem lại mức ở day-limits.json.",
    over: "Mức ảnh, tệp của ngày đã đủ trở lại.",
  },
};

export function alarmReply({ name, kind, since }: Telling, seen: Observations): Reply {
  const { what, todo, over } = WORDING[name];
  if (kind === "over")
    return {
      blocks: [strong("Hết báo động."), text(`${over} Báo động bắt đầu lúc ${displayMoment(since)}.`)],
    };
  return { blocks: [strong(`Báo động: ${what(seen)}`), text(todo)] };
}
