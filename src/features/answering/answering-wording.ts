import { type Reply, text } from "../../messaging/reply.ts";

/** Said where the knowledge has nothing: what we don't know, whom to ask, what we can do. */
export const NOT_KNOWN: Reply = {
  blocks: [
    text("Tôi chưa có thông tin về câu hỏi này nên không trả lời đoán."),
    text("Anh/chị có thể hỏi Công an cấp xã nơi mình ở. Nếu đang có nguy hiểm, hãy gọi ngay 113."),
    text(
      "Tôi trả lời được về giấy tờ, cư trú, mức phạt, lừa đảo, phòng cháy, bạo lực gia đình, biên giới, cách báo tin, các số khẩn cấp và phong trào Toàn dân bảo vệ an ninh Tổ quốc.",
    ),
  ],
  buttons: [
    { label: "Phong trào là gì?", payload: "Phong trào là gì?" },
    { label: "Tố giác ở đâu?", payload: "Tố giác ở đâu?" },
    { label: "Các số khẩn cấp", payload: "Các số khẩn cấp" },
  ],
};

/** Said to small talk, and to what is no office's matter: nobody else is named, since nobody else could answer either. */
export const NOT_OURS: Reply = {
  blocks: [
    text("Chuyện này ngoài phạm vi của tôi nên tôi không trả lời đoán, anh/chị thông cảm."),
    text(
      "Tôi giúp được việc an ninh, trật tự: giấy tờ, cư trú, mức phạt, lừa đảo, phòng cháy, bạo lực gia đình, biên giới. Có sự việc cần báo, anh/chị cứ kể cho tôi.",
    ),
  ],
};

/** Said to what is no matter of ours and asks nothing, where its mood isn't plain: who only tells isn't told what can't be done. */
export const HEARD: Reply = {
  blocks: [
    text(
      "Cảm ơn anh/chị đã nhắn. Chuyện này ngoài phạm vi của tôi; có việc an ninh, trật tự cần hỏi hay báo, anh/chị cứ nhắn.",
    ),
  ],
};

/** The same for an official: what there is, and how what is missing gets in. */
export const NOT_KNOWN_OFFICIAL: Reply = {
  blocks: [
    text("Tôi chưa có thông tin về câu hỏi này nên không trả lời đoán."),
    text(
      "Số liệu đã có: bấm /solieu, vẽ bằng /bieudo, hoặc nhắn “tóm tắt năm …”. Số mới của đơn vị: người phụ trách gửi bảng qua /capnhat, tôi dùng được ngay.",
    ),
  ],
  buttons: [
    { label: "Số liệu đã có", payload: "/solieu" },
    { label: "Gửi số liệu mới", payload: "/capnhat" },
  ],
};

/** Said under advice, above the questions that can be tapped. */
export const SEE_ALSO = "Anh/chị hỏi thêm về việc này thì bấm câu hỏi ở nút bên dưới.";

/** Said where the matter is another office's, before its name. */
export const ELSEWHERE = "Tôi chưa có thông tin về câu hỏi này nên không trả lời đoán.";

/** Said before what answers from the passage that was shown just now. */
export const AGAIN = "Ý này đã có trong phần tôi vừa trả lời:";

/** Said where what was shown just now is all there is. */
export const ALL_OF_IT = (topic: string) =>
  `Phần trên là tất cả những gì tôi có về “${topic}”; hơn thế tôi chưa có thông tin nên không trả lời đoán.`;
/** Said where other sections lie beside what was shown, and none answers. */
export const NOTHING_ON = (topic: string) =>
  `Về “${topic}”, tôi chưa có phần nào trả lời đúng ý này nên không trả lời đoán.`;
/** Said above what else can be asked of the same matter. */
export const NEAREST_CHOICES = "Gần với ý anh/chị nhất, tôi có:";
/** Said where what was shown is all there is. */
export const ASK_OFFICE =
  "Anh/chị có thể hỏi thêm Công an cấp xã nơi mình ở. Nếu đang có nguy hiểm, hãy gọi ngay 113.";

/** Said to a piece of a story after an answer: nothing was asked by it yet. */
export const STILL_ABOUT = (topic: string) =>
  `Vâng, tôi vẫn đang nói về “${topic}”. Anh/chị muốn hỏi gì tiếp, cứ nhắn cả câu giúp tôi.`;

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

/** What the age of a section makes us say beside its words. Dates as people write them. */
export const AGE = {
  replaced: (by: string) => `Đây là quy định cũ, đã được thay bằng ${by}.`,
  ahead: (date: string) => `Quy định này có hiệu lực từ ngày ${date}, hôm nay chưa áp dụng.`,
  past: (date: string) =>
    `Thông tin này soạn để dùng đến ngày ${date}, có thể đã đổi. Việc không gấp thì anh/chị hỏi lại Công an cấp xã nơi mình ở trước khi làm theo.`,
  /** Where the answer has other sections too. */
  ofOne: (heading: string, note: string) => `Về phần “${heading}”: ${note}`,
  /** On the source line of what stands in one source only. */
  weak: "mới có một nguồn, nên đối chiếu",
} as const;
