import { type Reply, text } from "../../../messaging/reply.ts";
import { KEPT_FOR } from "../../../platform/retention.ts";
import { HOUR } from "../../../platform/time.ts";

const line = (words: string): Reply => ({ blocks: [text(words)] });
const about = (code: string, words: string): Reply => ({ ...line(words), about: code });

/** The words around a handler's message to a reporter before it is sent. */
export const OUTGOING = {
  send: "Gửi người báo",
  drop: "Bỏ, không gửi",
  willRead: (code: string): string => `Chưa gửi. Người báo ${code} sẽ đọc:`,
  with: (files: string): string => `Kèm: ${files}`,
  warns:
    "Câu này có vẻ hỏi người báo là ai. Họ sẽ được nhắc là không bắt buộc trả lời; lần hỏi này được ghi vào nhật ký.",
  hint: `Bấm Gửi để chuyển, Bỏ để thôi. Sau ${KEPT_FOR.unsentReply / HOUR} giờ tự hủy.`,
  dropped: (code: string): Reply => about(code, `Đã bỏ, không gửi gì cho người báo ${code}.`),
  authorRevoked: (code: string): Reply =>
    about(
      code,
      `Không gửi: người soạn tin cho ${code} không còn quyền trực. Nếu vẫn cần, một cán bộ trực soạn lại.`,
    ),
  sentFor: (sender: string, writer: string): string => `${sender} (soạn: ${writer})`,
  settled: {
    sent: line("Tin này đã được gửi cho người báo trước đó. Không gửi lại."),
    dropped: line("Tin này đã bỏ, không gửi."),
    expired: line("Tin này để quá lâu nên đã hủy, chưa gửi. Anh/chị trả lời thẻ lại nếu còn cần."),
  },
} as const;
