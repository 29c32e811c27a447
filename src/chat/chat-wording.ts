import { type Reply, strong, text } from "../messaging/reply.ts";

/** Said once a minute to a chat that sends faster than a person types. */
export const TOO_FAST: Reply = {
  blocks: [
    text(
      "Anh/chị gửi nhanh quá nên có tin tôi chưa trả lời. Anh/chị chờ vài giây rồi gửi lại câu hỏi cần nhất.",
    ),
    strong("Tin báo nguy hiểm và tin báo sự việc vẫn được nhận ngay. Nguy hiểm: gọi 113, 114, 115."),
  ],
};

/** Said when a message made the turn fail each time: the person must not be left without a word. */
export const COULD_NOT_READ: Reply = {
  blocks: [
    text(
      "Xin lỗi anh/chị, tôi chưa xử lý được tin nhắn vừa rồi. Anh/chị vui lòng viết lại ngắn hơn giúp tôi.",
    ),
    strong("Nếu đang nguy hiểm, hãy gọi ngay 113 (Công an), 114 (cháy) hoặc 115 (cấp cứu)."),
  ],
};
