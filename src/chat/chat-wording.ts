import { type Reply, strong, text } from "../messaging/reply.ts";

/** Said when a message made the turn fail each time: the person must not be left without a word. */
export const COULD_NOT_READ: Reply = {
  blocks: [
    text(
      "Xin lỗi anh/chị, tôi chưa xử lý được tin nhắn vừa rồi. Anh/chị vui lòng viết lại ngắn hơn giúp tôi.",
    ),
    strong("Nếu đang nguy hiểm, hãy gọi ngay 113 (Công an), 114 (cháy) hoặc 115 (cấp cứu)."),
  ],
};
