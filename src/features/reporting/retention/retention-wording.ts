import type { Erasure } from "../book/report-book.ts";
import { RETENTION } from "./retention-schedule.ts";

const NOTHING =
  "Tôi không giữ tin báo nào gắn với cuộc trò chuyện này. Nếu trước đây có, nội dung và liên kết danh tính đã được xóa.";

/**
 * What an erasure means for copies.
 * @param days after which backups are deleted; undefined where that isn't set
 */
export const backupsText = (days: number | undefined): string =>
  days === undefined
    ? "Bản sao lưu niêm phong của hệ thống còn giữ dữ liệu cũ cho tới khi hết hạn."
    : `Bản sao lưu niêm phong hết hạn sau ${days} ngày.`;

/** What is out of our reach. */
export const COPIES_TEXT =
  "Những gì đã nằm trong nhóm trực trên Telegram, trong Zalo, Telegram của anh/chị thì tôi không xóa thay được.";

/** The answer to `/xoadulieu`; also sent after a withdrawal through the messenger, where it can be. */
export function erasureText({ erased, kept }: Erasure, backupDays?: number): string {
  if (erased.length === 0 && kept.length === 0) return NOTHING;
  const lines = [
    erased.length > 0 &&
      `Đã xóa nội dung, tin nhắn, ảnh và liên kết danh tính của ${erased.length} tin đã kết thúc: ${erased.join(", ")}.`,
    kept.length > 0 &&
      `${kept.length} tin còn đang xử lý: ${kept.join(", ")}. Tin đã gửi phải được xử lý tới cùng, nên liên kết với anh/chị được giữ tới khi kết thúc rồi bị xóa. Cán bộ trực không thấy tài khoản của anh/chị.`,
    erased.length > 0 && `${COPIES_TEXT} ${backupsText(backupDays)}`,
  ];
  return lines.filter((line) => line !== false).join("\n");
}

/** The retention times, as a part of the answer to `/quyenriengtu`. */
export const RETENTION_TEXT = `Tin đã xong được lưu thêm rồi xóa (mặc định; cơ quan vận hành phải quyết định): ${RETENTION.map(({ words }) => words).join("; ")}.`;
