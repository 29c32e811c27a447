import { redact } from "../../../language/privacy/recognise.ts";

/** The placeholder of what points to the reporter, and of secret codes. */
export const HIDDEN = "[đã che]";

/** Hides passwords and one-time codes: nobody needs them, so they aren't even stored. */
export function hideSecrets(text: string): string {
  return redact(text.normalize("NFC"), () => HIDDEN, ["access_code"]);
}

const IDENTITY_PAPER =
  /(?:ảnh|anh|hình|hinh|chụp|chup|gửi|gui|đây là|day la|mặt trước|mat truoc|mặt sau|mat sau|^)[^.]{0,20}(?:cccd|cmnd|căn cước|can cuoc|chứng minh (?:nhân dân|thư)|chung minh (?:nhan dan|thu)|hộ chiếu|ho chieu|giấy tờ tùy thân|giay to tuy than|bằng lái|bang lai|sổ hộ khẩu|so ho khau)/iu;
const NOT_MINE =
  /(?:của|cua) (?:nó|no|hắn|han|kẻ|ke|đối tượng|doi tuong|thằng|thang|bọn|bon|người|nguoi)|giả|gia mao|nhặt|nhat duoc|rơi|roi/iu;

/** True where the caption offers a photo of an identity paper, which is never taken. */
export const offersIdentityPaper = (caption: string): boolean =>
  IDENTITY_PAPER.test(caption) && !NOT_MINE.test(caption);
