import type { Inbound } from "../../../messaging/inbound.ts";
import { type Reply, strong, text } from "../../../messaging/reply.ts";

/** Why an act is refused. */
export type Refusal = "bot" | "impersonal" | "forwarded" | "no_role";

/** What somebody tried to do with a case. */
export type Act = "press" | "reply" | "look_up" | "talk";

const say = (words: string): Reply => ({ blocks: [text(words)] });

/** Said to who tried. */
export const REFUSED: Readonly<Record<Exclude<Refusal, "bot">, Reply>> = {
  no_role: say(
    "Anh/chị chưa được cấp quyền trực nên tôi chưa làm gì. Nhờ người giám sát cấp quyền bằng lệnh /moi.",
  ),
  impersonal: say(
    "Tôi chưa làm gì: việc của tin báo phải do một người có quyền trực làm bằng tài khoản của mình. Anh/chị tắt gửi ẩn danh hoặc gửi thay mặt kênh rồi làm lại.",
  ),
  forwarded: say(
    "Tôi chưa làm gì: tin chuyển tiếp hoặc gửi qua bot khác không phải là lệnh. Anh/chị tự gõ lại.",
  ),
};

const ACTS: Readonly<Record<Act, string>> = {
  press: "bấm nút của một tin báo",
  reply: "trả lời thẻ của một tin báo",
  look_up: "mở xem tin báo",
  talk: "nói với tôi",
};

const REASONS: Readonly<Record<Refusal, string>> = {
  no_role: "người này không có quyền trực",
  impersonal: "gửi ẩn danh hoặc thay mặt một kênh, không rõ là ai",
  forwarded: "đó là tin chuyển tiếp hoặc gửi qua bot khác",
  bot: "đó là một bot",
};

const who = ({ sender, senderName, impersonal }: Inbound): string => {
  const kind = impersonal === undefined ? "tài khoản" : impersonal === "bot" ? "bot" : "nhóm hoặc kênh";
  return senderName === undefined ? `${kind} số ${sender}` : `${senderName} (${kind} số ${sender})`;
};

/** Told to the supervisors of who tried. */
export const tried = (inbound: Inbound, why: Refusal, act: Act): Reply => ({
  blocks: [
    strong("Có người không được phép vừa thử xử lý tin báo trong nhóm trực."),
    text(`${who(inbound)} đã thử ${ACTS[act]}: ${REASONS[why]}. Tôi đã từ chối, không có gì thay đổi.`),
    text("Nếu là người của tổ trực: cấp quyền bằng /moi. Nếu không: xóa khỏi nhóm."),
  ],
});

/** Told to the supervisors of who came in. */
export const joined = (inbound: Inbound): Reply => ({
  blocks: [
    strong("Nhóm trực có người chưa được cấp quyền."),
    text(
      `${who(inbound)} vừa vào nhóm trực và đọc được các thẻ tin báo. Nếu là người của tổ trực: cấp quyền bằng /moi. Nếu không: xóa khỏi nhóm.`,
    ),
  ],
});

/** Told once an hour in place of each further warning. */
export const MANY: Reply = {
  blocks: [
    strong("Còn nhiều người không được phép đang thử trong nhóm trực."),
    text(
      "Tôi từ chối tất cả và không kể từng lần trong giờ này. Anh/chị xem lại thành viên và chế độ công khai của nhóm.",
    ),
  ],
};

export const POWERLESS: Reply = {
  blocks: [
    strong("Bot không có quyền xóa thành viên trong nhóm trực."),
    text(
      "Người bị thu hồi quyền sẽ vẫn ở trong nhóm và đọc được tin báo. Anh/chị đặt bot làm quản trị viên nhóm, có quyền cấm người dùng.",
    ),
  ],
};

export const THROWN_OUT: Reply = {
  blocks: [
    strong("Bot vừa bị đưa ra khỏi nhóm trực."),
    text(
      "Tin báo của người dân vẫn được lưu và chờ. Anh/chị thêm bot vào lại nhóm và đặt làm quản trị viên.",
    ),
  ],
};
