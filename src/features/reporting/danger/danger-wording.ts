import { type Reply, strong, text } from "../../../messaging/reply.ts";
import { named } from "../../emergency/emergency-wording.ts";
import type { OpenDanger } from "../../emergency/open-danger.ts";

/** Hands what was told to the desk. */
export const PASS_ON = { label: "Chuyển cho trực ban", payload: "chuyển cho trực ban" };
/** Takes it back; the note is what the desk reads. */
export const DONT_PASS = {
  button: { label: "Đừng chuyển", payload: "đừng chuyển" },
  note: "Người báo xin rút lại điều đã chuyển.",
};

export const passed = ({ numbers }: OpenDanger, code: string): Reply => ({
  blocks: [
    strong(`Đã chuyển khẩn cho cán bộ trực lúc này (${code}). Gọi được thì vẫn gọi ngay ${named(numbers)}.`),
    text(
      "Cán bộ thấy nơi và những điều anh/chị kể, không thấy tài khoản. Nhắn thêm ở đây, tôi chuyển tiếp ngay.",
    ),
  ],
  buttons: [DONT_PASS.button],
  about: code,
});

export const HELD: Reply = {
  blocks: [text("Vâng, tôi không chuyển gì nữa. Cần chuyển lúc nào, nhắn: chuyển cho trực ban.")],
};

export const ENDED: Reply = {
  blocks: [text("Mừng là mọi người đã ổn. Nếu có gì lại xảy ra, gọi ngay số trên hoặc nhắn vào đây.")],
};
