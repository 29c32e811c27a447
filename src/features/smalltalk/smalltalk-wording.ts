import type { ForeignLanguage } from "../../language/foreign-language.ts";
import { withLaws } from "../../language/laws.ts";
import { PROVINCE } from "../../language/province.ts";
import { type Button, list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import { KEPT_FOR } from "../../platform/retention.ts";
import { DAY } from "../../platform/time.ts";
import { type Deployment, IN_DANGER, readerBlocks } from "../reporting/readers/readers-wording.ts";
import { backupsText, COPIES_TEXT, RETENTION_TEXT } from "../reporting/retention/retention-wording.ts";

/** A tap types the payload. At most five buttons, 60 bytes each. */
export const MENU: readonly Button[] = [
  { label: "Báo tin", payload: "/baocao" },
  { label: "Số liệu", payload: "/solieu" },
  { label: "Phong trào là gì?", payload: "Phong trào là gì?" },
  { label: "Các số khẩn cấp", payload: "Các số khẩn cấp" },
  { label: "Quyền riêng tư", payload: "/quyenriengtu" },
];

const DANGER_LINE = "Đang nguy hiểm: gọi ngay 113 (Công an), 114 (cháy, cứu nạn), 115 (cấp cứu).";
const AI_LAW = source(withLaws("{artificialIntelligence.disclosure}"));

const say = (...paragraphs: readonly string[]): Reply => ({ blocks: paragraphs.map(text) });
const withMenu = (reply: Reply): Reply => ({ ...reply, buttons: MENU });

export const WELCOME: Reply = withMenu({
  blocks: [
    text(
      `Chào anh/chị, tôi là Trợ lý 138: máy trả lời tự động về phong trào Toàn dân bảo vệ an ninh Tổ quốc ở ${PROVINCE.name}, không phải người.`,
    ),
    text("Anh/chị cứ viết câu hỏi, có dấu hay không dấu đều được."),
    strong(DANGER_LINE),
  ],
});

const help = (...reporting: readonly string[]): Reply =>
  withMenu({
    blocks: [
      strong(DANGER_LINE),
      text("Tôi là máy trả lời tự động. Anh/chị có thể:"),
      list(
        "Hỏi về phong trào, tiêu chuẩn An toàn về an ninh, trật tự, văn bản, cách tố giác: cứ viết câu hỏi.",
        `Hỏi số liệu: gõ /solieu, ví dụ /solieu ${PROVINCE.examples.figure}. Xem biểu đồ: /bieudo.`,
        ...reporting,
        "Xem tôi lưu những gì: gõ /quyenriengtu.",
        "Cần người thật: Công an cấp xã nơi mình ở.",
      ),
    ],
  });

export const HELP = help("Kể một sự việc để biết nên làm gì, báo ở đâu: gõ /baocao.");

/** Where reports are taken by message. */
export const HELP_WITH_REPORTS = help(
  "Báo tin cho cán bộ trực: gõ /baocao rồi kể; gửi được ảnh, video, vị trí. Không cần nêu tên.",
  "Theo dõi tin đã gửi: gõ /tincuatoi, hoặc /tracuu kèm mã.",
);

const days = (span: number): string => `${span / DAY} ngày`;

/** What the answer to `/quyenriengtu` depends on. */
export interface PrivacyFacts extends Deployment {
  /** After how many days backups are deleted; absent where that isn't set. */
  readonly backupDays?: number | undefined;
}

/** Who can read, what is kept, and for how long. */
export const privacy = ({ backupDays, ...deployment }: PrivacyFacts): Reply => ({
  blocks: [
    ...readerBlocks(deployment),
    strong("Trợ lý 138 lưu gì?"),
    list(
      `Tin nhắn: trả lời xong thì xóa; gặp lỗi thì giữ lâu nhất ${days(KEPT_FOR.messages)}. Chủ đề vừa hỏi được nhớ.`,
      `Mã tin nhắn: ${days(KEPT_FOR.messages)}. Đếm số tin: ${days(KEPT_FOR.counts)}, không có tên, số.`,
      `Câu hỏi tôi chưa trả lời được: ${days(KEPT_FOR.unanswered)}, đã che tên, số nhận ra được, không kèm ai hỏi.`,
      ...(deployment.takesReports ? REPORTS_KEPT : []),
    ),
    ...(deployment.takesReports
      ? [
          text(
            `${RETENTION_TEXT} Gõ /xoadulieu để xóa tin đã xong; tin đang xử lý thì xóa khi xong. ${COPIES_TEXT} ${backupsText(backupDays)}`,
          ),
        ]
      : []),
    text(
      "Xin đừng gửi giấy tờ tùy thân, mật khẩu, mã OTP. Anh/chị có quyền được biết, xem, sửa, xóa, rút lại đồng ý, khiếu nại.",
    ),
    source(withLaws("{personalData.rights}")),
  ],
});

const REPORTS_KEPT: readonly string[] = [
  "Tin báo: niêm phong khi lưu. Tên, số, địa chỉ của anh/chị nhận ra được thì che.",
  IN_DANGER,
  "Ảnh, video: xóa nơi, giờ chụp, tên máy rồi mới chuyển. Tệp khác và ghi âm: tôi hỏi trước.",
];

export const WHO_AM_I: Reply = {
  blocks: [
    text(
      "Tôi là Trợ lý 138, một chương trình máy tính trả lời tự động, không phải người và không phải cán bộ công an.",
    ),
    text(
      "Tôi trả lời theo tài liệu đã công bố và có thể sai; việc quan trọng anh/chị hỏi lại Công an cấp xã. Đang nguy hiểm gọi 113.",
    ),
    AI_LAW,
  ],
};

const { committee, contacts } = PROVINCE;
/** The province's own addresses, where it has any. */
const ADDRESSES: readonly string[] = [
  ...contacts.map(
    ({ name, number, hours }) => `${name}: ${number}${hours === undefined ? "" : ` (${hours})`}`,
  ),
  ...(committee.office === undefined ? [] : [`${committee.name}: ${committee.office}`]),
];

export const HUMAN: Reply = {
  blocks: [
    text(
      `Tôi là máy, chưa nối máy được với cán bộ qua tin nhắn. Anh/chị gặp người thật tại Công an cấp xã nơi mình ở (trực ${PROVINCE.hours.police}).`,
    ),
    ...(ADDRESSES.length > 0 ? [list(...ADDRESSES)] : []),
    strong("Việc khẩn cấp: gọi ngay 113 (Công an), 114 (cháy, cứu nạn), 115 (cấp cứu)."),
    AI_LAW,
  ],
};

export const GREETING: Reply = withMenu(
  say(
    "Chào anh/chị, tôi là Trợ lý 138 (máy trả lời tự động). Anh/chị cần hỏi việc gì? Đang nguy hiểm thì gọi ngay 113.",
  ),
);
export const THANKS: Reply = say("Rất vui được giúp anh/chị. Cần thêm việc gì, anh/chị cứ nhắn.");
export const GOODBYE: Reply = say("Chào anh/chị. Khi cần, anh/chị cứ nhắn; đang nguy hiểm thì gọi ngay 113.");
export const ACKNOWLEDGED: Reply = say("Vâng. Anh/chị cần hỏi thêm việc gì, cứ nhắn cho tôi.");
const AT_HAND = "Tôi là máy trả lời tự động; có việc an ninh, trật tự cần hỏi hay báo, anh/chị cứ nhắn.";

/** To talk of a kind that isn't listed: a riddle, a joke, what happened today. */
export const CHATTED: Reply = say(
  "Cảm ơn anh/chị đã nhắn. Tôi là máy, chuyện trò còn vụng; có việc an ninh, trật tự cần hỏi hay báo, anh/chị cứ nhắn.",
);

/** To talk whose mood is plain: a line that fits it, and who is speaking. The first whose words are there. */
export const MOOD_REPLIES = {
  sad: say(
    `Nghe mà thương, mong anh/chị sớm nhẹ lòng. Nói với một người thân hay bạn bè cũng đỡ nhiều; cần thì cứ kể cho tôi. ${AT_HAND}`,
  ),
  dream: say(`Chỉ là giấc mơ thôi, anh/chị yên tâm nhé. ${AT_HAND}`),
  tired: say(
    `Anh/chị vất vả quá, nhớ ăn uống, nghỉ ngơi cho lại sức nhé. Có điều gì nặng lòng thì cứ nói với người thân, hoặc kể cho tôi. ${AT_HAND}`,
  ),
  drill: say(`Bà con cùng tập thế quý quá: tập quen tay thì lúc có chuyện mới bình tĩnh. ${AT_HAND}`),
  memory: say(
    `Cảm ơn anh/chị đã kể. Chuyện ngày trước quý lắm, mong con cháu được nghe nhiều lần. ${AT_HAND}`,
  ),
  selling: say(
    `Ở đây không nhận rao bán, đặt hàng giúp được, anh/chị thông cảm; chúc anh/chị buôn may bán đắt. ${AT_HAND}`,
  ),
  glad: say(`Tin vui quá, xin chúc mừng anh/chị! ${AT_HAND}`),
} as const;
/** What people feel who tell of their day. */
export type Mood = keyof typeof MOOD_REPLIES;

/** To good wishes. */
export const WISHED: Reply = say(
  `Cảm ơn lời chúc của anh/chị, chúc anh/chị và gia đình bình an, mạnh khỏe. ${AT_HAND}`,
);

export const SAD: Reply = say(
  "Tôi là máy, nhưng tôi sẵn sàng đọc. Anh/chị đang gặp chuyện gì? Nói với một người thân hay bạn bè cũng giúp nhẹ lòng.",
  "Nếu nghĩ đến việc làm đau mình: gọi ngay 115, và gọi một người đến ở bên. Trẻ em gọi 111.",
);
export const UNCLEAR: Reply = withMenu(
  say(
    "Tôi chưa hiểu tin này. Anh/chị viết rõ hơn giúp tôi, hoặc chọn một mục dưới đây. Đang nguy hiểm thì gọi ngay 113.",
  ),
);

export const ERASURE: Reply = {
  blocks: [
    text(
      "Trợ lý chưa có lệnh xóa. Tin nhắn đã trả lời xong không được lưu lại; chủ đề vừa hỏi bị thay khi anh/chị hỏi việc khác.",
    ),
    text(
      "Anh/chị có thể tự xóa cuộc trò chuyện trên Zalo hoặc Telegram. Gõ /quyenriengtu để xem tôi lưu gì.",
    ),
    source(withLaws("{personalData.rights}")),
  ],
};
export const UNKNOWN_COMMAND: Reply = withMenu(
  say("Tôi không có lệnh này. Anh/chị chọn một mục dưới đây, hoặc viết câu hỏi bằng lời."),
);

export const IN_ENGLISH: Reply = {
  blocks: [
    strong("Emergency in Vietnam: 113 police, 114 fire and rescue, 115 ambulance. Calls are free."),
    text(
      "I am an automatic assistant and mainly understand Vietnamese. For theft, lost documents or any problem, go to the nearest commune police (Công an xã/phường); bring your passport if you have it.",
    ),
    text("If you can, ask a Vietnamese speaker to write to me for you."),
  ],
};
export const IN_CHINESE: Reply = {
  blocks: [
    strong("越南紧急电话：113 公安，114 消防救援，115 急救。拨打免费。"),
    text(
      "我是自动助手，主要懂越南语。被盗、丢失证件或遇到问题，请到最近的乡/坊公安（Công an xã/phường），尽量带上护照。",
    ),
    text("最好请会越南语的人帮您写消息。"),
  ],
};
/** A language without an answer here does not compile. */
export const IN_LANGUAGE: Readonly<Record<ForeignLanguage, Reply>> = { en: IN_ENGLISH, zh: IN_CHINESE };

const WRITE = "Anh/chị kể bằng chữ giúp tôi: việc gì, ở đâu, khi nào. Đang nguy hiểm thì gọi ngay 113.";

/** Answers to messages without words. */
export const NON_TEXT = {
  image: say(`Trợ lý chưa xem được ảnh. ${WRITE}`, "Xin đừng gửi ảnh căn cước hay giấy tờ tùy thân."),
  video: say(`Trợ lý chưa xem được video. ${WRITE}`),
  audio: say(`Trợ lý chưa nghe được tin nhắn thoại. ${WRITE}`),
  file: say(`Trợ lý chưa đọc được tệp. ${WRITE}`),
  location: say(
    "Trợ lý chưa chuyển vị trí này cho ai. Nếu đang nguy hiểm, hãy gọi ngay 113 và đọc địa chỉ hoặc mốc gần nhất.",
    "Việc khác: anh/chị viết giúp tôi câu hỏi hoặc sự việc.",
  ),
  sticker: withMenu(
    say("Tôi chỉ đọc được chữ. Anh/chị viết câu hỏi giúp tôi; đang nguy hiểm thì gọi ngay 113."),
  ),
  empty: withMenu(
    say(
      "Tôi chưa thấy chữ nào trong tin nhắn. Anh/chị viết câu hỏi giúp tôi; đang nguy hiểm thì gọi ngay 113.",
    ),
  ),
  unsupported: say(`Trợ lý chưa đọc được loại tin nhắn này. ${WRITE}`),
} as const;
