import { isMadeOf, PatternBook } from "../../../language/pattern-book.ts";
import type { Utterance } from "../../../language/utterance.ts";

/** The request of a short message, at any step of the dialogue. */
export type Intent =
  | "send"
  | "cancel"
  | "skip"
  | "edit"
  | "edit_what"
  | "edit_where"
  | "edit_when"
  | "drop_media"
  | "attach"
  | "leave_out"
  | "resume"
  | "ongoing"
  | "just_now";

/** What people write or tap for it. The first is the button's payload. */
export const INTENT_WORDS: Readonly<Record<Intent, readonly string[]>> = {
  send: ["gửi", "gửi (tin/tin báo/báo cáo/luôn/ngay)", "xác nhận", "nộp", "đồng ý gửi", "gửi cho công an"],
  cancel: [
    "huỷ",
    "huỷ bỏ",
    "huỷ tin",
    "huỷ tin báo",
    "thôi",
    "thôi không báo",
    "không báo nữa",
    "không gửi nữa",
    "bỏ tin",
    "dừng",
  ],
  skip: [
    "bỏ qua",
    "không nhớ",
    "không biết",
    "không rõ",
    "chưa rõ",
    "không có",
    "chưa biết",
    "không",
    "quên",
    "quên rồi",
    "không nhớ rõ",
    "không nhớ lắm",
  ],
  edit: ["sửa", "sửa lại", "sửa tin", "nhầm rồi", "viết lại"],
  edit_what: ["sửa việc", "sửa nội dung", "sửa sự việc"],
  edit_where: ["sửa nơi", "sửa địa điểm", "sửa chỗ", "sửa địa chỉ"],
  edit_when: ["sửa lúc", "sửa thời gian", "sửa giờ", "sửa ngày"],
  drop_media: ["bỏ ảnh", "xoá ảnh", "bỏ tệp", "bỏ video"],
  attach: ["gửi kèm", "(vẫn/cứ/đồng ý) gửi kèm", "kèm (tệp/ghi âm/file)"],
  leave_out: ["bỏ tệp này", "(không/đừng/khỏi) (gửi kèm/kèm)", "bỏ (ghi âm/file/tệp pdf)", "thôi bỏ tệp này"],
  resume: ["tiếp tục", "làm tiếp", "báo tiếp"],
  ongoing: ["đang diễn ra", "đang xảy ra", "vẫn đang diễn ra", "vẫn còn", "còn đang diễn ra"],
  just_now: ["vừa xong", "vừa xảy ra", "mới đây", "vừa mới"],
};

const FILLERS = new PatternBook(
  "ạ à á nhé nha nhá đi luôn ngay giúp giùm hộ em tôi mình cháu bot ok oke ừ vâng dạ rồi nữa cho với được lại cái này đó".split(
    " ",
  ),
);

const BOOKS = Object.entries(INTENT_WORDS).map(([intent, words]) => ({
  intent: intent as Intent,
  book: new PatternBook(words),
}));

/** The intent of the whole message, or null where it says something else. The most specific intent is taken. */
export function readIntent(utterance: Utterance): Intent | null {
  const meant = BOOKS.filter(({ book }) => isMadeOf(utterance, book, FILLERS));
  const longest = meant
    .map(({ intent, book }) => ({
      intent,
      length: Math.max(...book.all(utterance).map(({ start, end }) => end - start)),
    }))
    .sort((a, b) => b.length - a.length)[0];
  return longest?.intent ?? null;
}
