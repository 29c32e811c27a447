import type { AppError } from "../../src/platform/errors.ts";

/** What an operator can do about each failure, by its code. */
const ADVICE: Readonly<Record<string, string>> = {
  qdrant_unreachable: "xem lại QDRANT_URL (địa chỉ và cổng, thường là 6333) và mạng.",
  qdrant_timeout: "máy chủ Qdrant quá chậm: xem tải và bộ nhớ của nó.",
  qdrant_unauthorised: "xem lại QDRANT_API_KEY: khoá phải có quyền ghi.",
  qdrant_missing: "chưa có dữ liệu: chạy npm run ingest.",
  qdrant_rate_limited: "máy chủ Qdrant đang giới hạn: đợi rồi chạy lại.",
  qdrant_rejected:
    "Qdrant từ chối yêu cầu: cần Qdrant từ bản 1.10; nếu đã đổi mô hình nhúng thì chạy npm run ingest.",
  qdrant_server_error: "xem nhật ký của máy chủ Qdrant.",
  qdrant_junk: "địa chỉ QDRANT_URL không trả lời như Qdrant: có thể là một máy chủ khác hay trang của proxy.",
  qdrant_stale: "Qdrant đang giữ phiên bản khác với D1: chạy npm run ingest.",
  qdrant_incomplete: "có mục chưa được ghi: chạy lại npm run ingest.",
  qdrant_name_taken: "đã có một collection mang tên này: đặt QDRANT_COLLECTION khác.",
  embeddings_timeout: "máy chủ nhúng quá chậm.",
  embeddings_rate_limited: "tài khoản nhúng hết hạn mức: đợi rồi chạy lại.",
  embeddings_server_error: "máy chủ nhúng gặp lỗi: đợi rồi chạy lại.",
  embeddings_rejected: "xem lại OPENAI_API_KEY, OPENAI_BASE_URL và OPENAI_EMBEDDING_MODEL.",
  embeddings_unreachable: "xem lại OPENAI_BASE_URL và mạng.",
  embeddings_wrong_size: "đặt OPENAI_EMBEDDING_DIMENSIONS đúng số chiều của mô hình nhúng.",
  embeddings_junk: "mô hình nhúng trả về dữ liệu hỏng: thử mô hình hoặc máy chủ khác.",
};

export function adviceFor({ code }: AppError): string {
  return ADVICE[code] ?? "xem docs/qdrant.md.";
}

/** The code, with what the server said where it said something; never a key. */
export function detailOf({ code, message }: AppError): string {
  return /^\d{3} /u.test(message) ? `${code}: ${message.slice(0, 300)}` : code;
}
