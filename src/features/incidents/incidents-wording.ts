import { type Reply, strong, text } from "../../messaging/reply.ts";
import { wayOf } from "./incident-advice.ts";

/** Said where reports aren't taken by message. */
export const REPORTING_BY_MESSAGE = "Trợ lý chưa nhận tin báo qua tin nhắn; hãy báo qua các nơi nêu trên.";

/** Said of a complaint where other reports are taken. */
export const NOT_BY_MESSAGE = "Việc tố cáo này không gửi được qua tin nhắn ở đây; hãy gửi các nơi nêu trên.";

export const REPORTER_PROTECTED =
  "Theo luật, nơi nhận tin phải giữ kín người báo là ai; không tự bắt giữ, không đối đầu.";

/** The answer to "/baocao" and the like where reports aren't taken by message. */
export const REPORTING_CLOSED: Reply = {
  blocks: [
    strong("Việc đang xảy ra, nguy hiểm: gọi ngay 113 (Công an), 114 (cháy, cứu nạn) hoặc 115 (cấp cứu)."),
    text(
      `Việc khác, anh/chị báo tại: ${wayOf("usual")}; hoặc Công an tỉnh, Viện kiểm sát. Nơi nhận có trách nhiệm tiếp nhận, không được từ chối.`,
    ),
    text(REPORTING_BY_MESSAGE),
    text(
      "Anh/chị có thể kể sự việc, tôi chỉ giúp việc nên làm trước và những gì cần chuẩn bị. Không cần gửi giấy tờ tùy thân, mật khẩu hay mã OTP.",
    ),
  ],
};

/** The answer to a report code and to a request for its state. */
export const LOOKUP_CLOSED: Reply = {
  blocks: [
    text("Trợ lý chưa tra cứu được tình trạng tin báo qua tin nhắn."),
    text(
      "Tin báo trên VNeID: xem lại ngay trong mục “Kiến nghị, phản ánh về ANTT”. Tin báo trực tiếp: hỏi Công an nơi đã tiếp nhận.",
    ),
  ],
};
