import { type Reply, strong, text } from "../../messaging/reply.ts";
import { NOTHING_CHANGED, say } from "./outcome-wording.ts";

/** The template that goes out, and how to fill it in. */
export const TEMPLATE = {
  sheet: "Số liệu",
  values: "Giá trị được dùng",
  help: "Hướng dẫn",
  fileName: (period: string) => `mau-so-lieu-${period}.xlsx`,
  reply: (period: string, rows: number): Reply => ({
    blocks: [
      strong(`Mẫu Excel có sẵn ${rows} dòng của ${period}.`),
      text(
        "Sửa số, sửa kỳ (ví dụ năm sau), ghi nguồn rồi gửi tệp lại vào đây trong 30 phút. Dòng không dùng thì xoá.",
      ),
    ],
  }),
  communes: (period: string, rows: number): Reply => ({
    blocks: [
      strong(`Mẫu Excel có sẵn ${rows} xã, phường, kỳ ${period}.`),
      text("Điền tổng số được xét và số đạt của từng nơi rồi gửi tệp lại. Dòng chưa điền được bỏ qua."),
    ],
  }),
  noRoom: say("Chưa tạo được tệp mẫu lúc này. Anh/chị gõ lại /capnhat mau sau ít phút."),
  lines: [
    ["Cách dùng"],
    ["1. Mỗi dòng ở trang “Số liệu” là một con số của một nơi, một kỳ. Giữ nguyên tên cột."],
    ["2. Kỳ ghi như: năm …, quý I/…, tháng 4/…. Đổi kỳ là thêm số mới; giữ kỳ là sửa số cũ."],
    [
      "3. Chỉ tiêu xét đạt chuẩn: điền “Số đạt” và “Tổng số được xét”. Chỉ tiêu khác: điền “Số lượng”. Tỷ lệ được tính, không cần ghi.",
    ],
    ["4. Ô có mũi tên: chọn trong danh sách. Mọi giá trị được dùng ở trang “Giá trị được dùng”."],
    [
      "5. “Nguồn” là văn bản có con số này, ví dụ số, ngày và tên báo cáo. “Ai được xem”: công khai hoặc nội bộ.",
    ],
    ["6. Gửi tệp cho bot trong cuộc trò chuyện riêng, sau lệnh /capnhat. Bot cho xem trước rồi mới áp dụng."],
  ],
} as const;

/** A correction in words, and what it lacks. */
export const CORRECTION = {
  source: (day: string) => `Cán bộ phụ trách sửa qua tin nhắn ngày ${day}`,
  unclear: (year: string): Reply => ({
    blocks: [
      strong("Tôi chưa rõ sửa số nào, nên chưa đổi gì."),
      text(
        `Anh/chị ghi đủ loại, năm và số mới, ví dụ “sửa số xã đạt ${year} thành …”, hoặc gửi bảng bằng /capnhat.`,
      ),
    ],
    buttons: [{ label: "Lấy mẫu Excel", payload: "/capnhat mau" }],
  }),
  same: (about: string) => say(`${about} đã đúng số đó rồi.`, NOTHING_CHANGED),
} as const;

/** How a sent table is named as a source, where it names none itself. */
export const SENT_TABLE = (title: string, day: string): string => `Bảng “${title}”, cán bộ gửi ngày ${day}`;
