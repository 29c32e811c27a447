import { type Block, type Button, text } from "../../../messaging/reply.ts";
import type { DangerKind } from "../../../reader/names/danger.ts";
import { type Group, groupOf } from "../../emergency/next/next-step.ts";
import { DANGER_LEADS } from "../citizen/said-as.ts";

/** Hands what was told to the desk. */
export const PASS_ON: Button = { label: "Chuyển cho trực ban", payload: "chuyển cho trực ban" };
/** Holds it, or takes it back. */
export const DONT_PASS: Button = { label: "Đừng chuyển", payload: "đừng chuyển" };
/** The way out of an alarm that may be none: words, since a digit or an old button might be meant for something else. */
export const WAY_OUT = text("Chỉ kể lại chuyện, không ai gặp nguy thì nhắn: không ai gặp nguy.");
/** Said then. */
export const NOT_URGENT = text(
  "Vâng, vậy việc này không gấp. Điều anh/chị kể tôi vẫn giữ, chưa gửi ai: nhắn tiếp cho đủ, rồi bấm Báo tin này.",
);
/** The answers to our question: in this order, so that "1" is yes. */
export const YES: Button = { label: "Có", payload: "có" };
export const NO: Button = { label: "Không", payload: "không" };

/** What the desk reads before or instead of the citizen's words. */
export const NOTES = {
  place: "Nơi: ",
  ...DANGER_LEADS,
} as const;

/** Said when the case is in the book, never before: what went, and what is still missing. */
export function passedBlocks(
  code: string,
  {
    hasPlace,
    isSilent,
    numbers,
  }: { readonly hasPlace: boolean; readonly isSilent: boolean; readonly numbers: readonly string[] },
): Block[] {
  if (isSilent)
    return [
      text(
        `Đã chuyển trực ban: nơi, lời nhắn, không tài khoản. ${code}. ${hasPlace ? "Ở yên." : "Nhắn nơi: thôn, xã, số nhà."}`,
      ),
    ];
  return [
    text(
      `Đã chuyển khẩn cho trực ban nơi và lời anh/chị nhắn${numbers.length === 0 ? "" : `, cả số ${numbers.join(", ")}`}; không có tài khoản. Mã ${code}. Ai đọc được: /quyenriengtu.`,
    ),
    text(
      hasPlace
        ? "Nhắn thêm gì ở đây tôi chuyển tiếp. Không muốn nữa: bấm Đừng chuyển."
        : "Chưa có nơi: nhắn thôn, xã, mốc gần nhất, hoặc gửi vị trí.",
    ),
  ];
}

/** What became of a message. */
export const KEPT = {
  passed: "Đã chuyển thêm cho trực ban.",
  place: "Đã ghi nơi này, chưa chuyển cho ai; không gọi được thì bấm Chuyển cho trực ban.",
  file: "Đã giữ, chưa chuyển cho ai; không gọi được thì bấm Chuyển cho trực ban.",
  words: "Đã ghi.",
} as const;
/** Who asks again for what the desk has. */
export const HAS_IT = (code: string) =>
  text(`Trực ban đã có tin này, mã ${code}. Nhắn thêm gì ở đây tôi chuyển tiếp.`);
/** The first alarm offers it with a word on what goes. @param told "nơi anh/chị nói và số gọi lại “0912…”", or nothing */
export const offer = (told: string): Block =>
  text(
    told === ""
      ? "Không gọi được: bấm Chuyển cho trực ban, tôi chuyển nơi và lời anh/chị nhắn, không có tài khoản."
      : `Không gọi được: bấm Chuyển cho trực ban, tôi chuyển cả ${told} và lời anh/chị nhắn, không có tài khoản.`,
  );
export const ASK_TO_PASS = "Chuyển cho trực ban?";

export const HELD_BEFORE = text("Vâng, tôi không chuyển gì. Cần thì nhắn: chuyển cho trực ban.");
export const HELD_AFTER = text("Đã báo trực ban là anh/chị rút lại. Cần lại thì nhắn: chuyển cho trực ban.");

/** What sounds like an end: nothing ends before it is said in these words. */
export const IS_IT_OVER = text("Mọi người an toàn hẳn rồi thì nhắn: ổn rồi.");
const ENDED: Readonly<Record<Group, Block>> = {
  people: text("Nếu mọi người đã an toàn thì mừng quá. Giữ nguyên đồ vật, dấu vết; có gì khác cứ nhắn tôi."),
  body: text("Vậy thì mừng quá. Để ý thêm hôm nay; mệt, khác đi thì đến trạm y tế, bệnh viện ngay."),
  rescue: text("Nếu mọi người đã an toàn thì mừng quá. Chưa được bảo thì chưa quay lại chỗ đó."),
  despair: text(
    "Vậy thì mừng quá. Mấy hôm tới vẫn cần có người ở bên. Cần người nghe: 096 306 1414 (Ngày mai); dưới 18 tuổi: 111.",
  ),
};
const FOUND = text(
  "Vậy thì mừng quá. Báo lại cho nơi đã gọi và mọi người đang tìm; để ý thêm hôm nay, đừng mắng.",
);
/** Said where a danger of this kind is over. */
export const endedOf = (kind: DangerKind): Block => (kind === "missingPerson" ? FOUND : ENDED[groupOf(kind)]);
export const NOT_SENT = text("Điều anh/chị kể tôi chưa gửi cho ai. Muốn báo thì bấm Báo tin này.");
