import { type Reply, text } from "../../messaging/reply.ts";

/** Said where the knowledge has nothing: what we don't know, whom to ask, what we can do. */
export const NOT_KNOWN: Reply = {
  blocks: [
    text("Tôi chưa có thông tin về câu hỏi này nên không trả lời đoán."),
    text("Anh/chị có thể hỏi Công an cấp xã nơi mình ở. Nếu đang có nguy hiểm, hãy gọi ngay 113."),
    text(
      "Tôi trả lời được về phong trào Toàn dân bảo vệ an ninh Tổ quốc, tiêu chuẩn An toàn về an ninh, trật tự, cách báo tin, tố giác và các số khẩn cấp.",
    ),
  ],
  buttons: [
    { label: "Phong trào là gì?", payload: "Phong trào là gì?" },
    { label: "Tố giác ở đâu?", payload: "Tố giác ở đâu?" },
    { label: "Các số khẩn cấp", payload: "Các số khẩn cấp" },
  ],
};

/** Said where the matter is another office's, before its name. */
export const ELSEWHERE = "Tôi chưa có thông tin về câu hỏi này nên không trả lời đoán.";

/** Said before what answers from the passage that was shown just now. */
export const AGAIN = "Ý này đã có trong phần tôi vừa trả lời:";

/** Said before an answer that may be to another question. */
export const NEAREST = (heading: string) => `Thông tin gần nhất mà tôi có, về câu “${heading}”:`;

/** Said where something similar was found that may not be meant: the person chooses. */
export const DID_YOU_MEAN = "Tôi chưa chắc hiểu đúng câu hỏi. Có phải anh/chị muốn hỏi:";
export const WHOM_TO_ASK =
  "Nếu không phải, anh/chị hỏi giúp tôi bằng cách khác, hoặc hỏi Công an cấp xã nơi mình ở. Đang có nguy hiểm thì gọi ngay 113.";

/** The answer to a message without words. */
export const NO_WORDS: Reply = {
  blocks: [text("Anh/chị vui lòng viết câu hỏi bằng chữ giúp tôi. Nếu đang có nguy hiểm, hãy gọi ngay 113.")],
};

/** The front matter of a document in sentences. Dates as people write them; an empty one is left out. */
export const PARTICULARS = {
  effective: (number: string, date: string) => `Văn bản số ${number} có hiệu lực từ ngày ${date}.`,
  issuer: (number: string, issuer: string, date: string) =>
    `Văn bản số ${number} do ${issuer} ban hành${date === "" ? "" : ` ngày ${date}`}.`,
  signerUnknown: "Tôi chưa có thông tin về người ký.",
} as const;

/** Said under an answer in a model's words, so that nobody takes it for a person's. */
export const COMPOSED = "(Câu trả lời do máy tóm tắt từ nguồn dưới đây.)";
