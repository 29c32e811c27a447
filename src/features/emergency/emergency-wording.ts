import { withLaws } from "../../language/laws.ts";
import type { EmergencyNumber } from "../../reader/names/danger.ts";

export const NUMBER_NAMES: Readonly<Record<EmergencyNumber, string>> = {
  "111": "bảo vệ trẻ em, phòng chống mua bán người",
  "112": "tìm kiếm cứu nạn",
  "113": "Công an",
  "114": "cứu hỏa, cứu nạn",
  "115": "cấp cứu",
};

/** "113 (Công an), 114 (cứu hỏa, cứu nạn)" */
export const named = (numbers: readonly EmergencyNumber[]): string =>
  numbers.map((number) => `${number} (${NUMBER_NAMES[number]})`).join(", ");

/** Before an answer to what may be a danger. @param whom the numbers with their names */
export const IN_DOUBT = (whom: string): string => `Nếu có người đang gặp nguy: gọi ${whom}.`;

/** The same where it may be despair: nobody who says goodbye is spoken of as "somebody". */
export const IN_DESPAIR = (whom: string): string =>
  `Tôi đang nghe đây. Thấy không ổn, hay lo cho ai: gọi ngay ${whom}, hoặc người ở gần nhất.`;

/** Below that line where nothing else is known: what may be a danger is never "outside my field". */
export const UNSURE =
  "Tôi chưa chắc hiểu đúng tin này. Có ai đang gặp nguy thì gọi ngay số trên, rồi nhắn tôi: ai, ở đâu, đang thế nào. Không phải thì anh/chị hỏi lại bằng câu khác giúp tôi.";

/** The last line: what this machine can't do, and how to call. */
export const CALL_YOURSELF = {
  usual: "Tôi là trợ lý tự động, không gọi thay được. Anh/chị gọi ngay, miễn phí, không cần mã vùng.",
  silent:
    "Tôi là trợ lý tự động, không gọi thay được. Gọi miễn phí, không cần mã vùng; chưa gọi được thì nhờ người thân gọi.",
  abroad: "Tôi là trợ lý tự động, không gọi thay được. 111, 113 là số gọi khi đang ở Việt Nam.",
} as const;

export const NUMBERS_SOURCE = withLaws("{emergencyNumbers} (112–115); Tổng đài quốc gia 111");

/** The first line and one advice for people who wrote in another language. */
export const FOREIGN_WORDS = {
  en: {
    names: {
      "111": "child protection",
      "112": "search and rescue",
      "113": "police",
      "114": "fire and rescue",
      "115": "ambulance",
    },
    call: "Call now:",
    unclear: "If you are in danger, call now:",
    advice:
      "Get to a safe place first. The calls are free. Say where you are: street, village, landmark. If you can, ask a Vietnamese speaker nearby to call for you.",
    machine: "I am an automatic assistant and cannot call for you.",
  },
  zh: {
    names: { "111": "儿童保护", "112": "搜救", "113": "公安", "114": "消防救援", "115": "急救" },
    call: "请立即拨打：",
    unclear: "如有危险，请立即拨打：",
    advice:
      "请先到安全的地方。拨打免费。请说明您的位置：街道、村庄、附近标志。最好请身边会越南语的人帮忙拨打。",
    machine: "我是自动助手，不能替您拨打电话。",
  },
} as const;
