import { type Reply, strong, text } from "../../../messaging/reply.ts";
import { fileInWords } from "../media/files-in-words.ts";
import { isVoice, offered, postable } from "../media/telling-files.ts";
import type { ReportMedia } from "../report.ts";
import { INTENT_WORDS } from "./intents.ts";

const CONSENT_WORDING = {
  file: "Tôi không xoá được những gì tệp này ghi kèm: có thể có tên anh/chị, tên máy, nơi và lúc chụp.",
  voice: "Nghe giọng nói, người quen có thể nhận ra ai đang nói.",
  offered:
    "Nếu gửi kèm, tệp không đăng lên nhóm trực; cán bộ muốn xem phải mở riêng và có ghi sổ. Chưa bấm gì thì tệp chưa đi.",
  posted: "Nếu gửi kèm, bản ghi âm được đăng trong nhóm cán bộ trực. Chưa bấm gì thì chưa đi.",
  better: "Ảnh, video: gửi theo cách thường, đừng chọn “gửi dạng tệp”, thì tôi xoá được những phần đó.",
  attach: "Gửi kèm",
  leaveOut: "Bỏ tệp",
} as const;

/** Asked before a file goes that may tell of its maker. */
export function consentQuestion(files: readonly ReportMedia[]): Reply {
  const others = files.filter((file) => !isVoice(file));
  const isPicture = others.some(({ contentType }) => /^(?:image|video)\//u.test(contentType));
  return {
    blocks: [
      strong(`${capital(files.map(fileInWords).join(", "))}: vẫn gửi kèm?`),
      ...(others.length > 0 ? [text(CONSENT_WORDING.file)] : []),
      ...(others.length < files.length ? [text(CONSENT_WORDING.voice)] : []),
      ...(offered(files).length > 0 ? [text(CONSENT_WORDING.offered)] : []),
      ...(postable(files).length > 0 ? [text(CONSENT_WORDING.posted)] : []),
      ...(isPicture ? [text(CONSENT_WORDING.better)] : []),
    ],
    buttons: [
      { label: CONSENT_WORDING.attach, payload: INTENT_WORDS.attach[0] ?? "" },
      { label: CONSENT_WORDING.leaveOut, payload: INTENT_WORDS.leave_out[0] ?? "" },
    ],
  };
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
