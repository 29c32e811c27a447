import { fold } from "../../../language/fold.ts";
import { decodeTelex } from "../../../language/keyboard.ts";
import { isMadeOf, PatternBook } from "../../../language/pattern-book.ts";
import type { Utterance } from "../../../language/utterance.ts";

/** What one of our buttons asks for, tapped or typed. All other ways to say it are the learned reader's. */
export type Intent =
  | "send"
  | "cancel"
  | "delete"
  | "keep"
  | "restart"
  | "join"
  | "apart"
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

/** The words on the buttons and of their payloads. The first is the payload. */
export const INTENT_WORDS: Readonly<Record<Intent, readonly string[]>> = {
  send: ["gửi", "gửi (tin/tin báo/báo cáo)"],
  // "Bỏ tin" is near to "gửi tin" for the reader, and far from it for the citizen.
  cancel: ["huỷ", "bỏ (tin/tin báo/báo cáo)"],
  delete: ["xoá", "xoá (đi/luôn/hết)"],
  keep: ["giữ lại", "giữ"],
  restart: ["kể lại từ đầu"],
  join: ["cùng việc này"],
  apart: ["báo riêng"],
  skip: ["bỏ qua", "không nhớ"],
  edit: ["sửa"],
  edit_what: ["sửa việc", "việc"],
  edit_where: ["sửa nơi", "nơi"],
  edit_when: ["sửa lúc", "lúc"],
  drop_media: ["bỏ ảnh", "bỏ (ảnh tệp/tệp/video)"],
  attach: ["gửi kèm", "(vẫn/cứ/đồng ý) gửi kèm", "kèm (tệp/ghi âm/file)"],
  leave_out: ["bỏ tệp này", "thôi bỏ tệp này", "(không/đừng/khỏi) (gửi kèm/kèm)", "bỏ (ghi âm/file/tệp pdf)"],
  resume: ["tiếp tục", "viết tiếp"],
  // That it goes on changes the lane of a report, and no learned reading says so yet.
  ongoing: ["đang diễn ra", "đang xảy ra", "vẫn đang diễn ra", "vẫn còn", "còn đang diễn ra"],
  just_now: ["vừa xong", "vừa xảy ra"],
};

const FILLERS = new PatternBook(
  "ạ à á nhé nha nhá đi luôn ngay giúp giùm hộ em tôi mình cháu bot bạn bác chú cô anh chị con ad ơi ok oke ừ vâng dạ rồi nữa cho với được lại cái này đó đây bà ông".split(
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

/** Words of which one is said by whoever wants it sent. */
const SENDING: ReadonlySet<string> = new Set(["gui", "goi", "nop", "chuyen", "bao", "trinh", "send"]);

/** True where a message says in so many words that the report is to go, typed with Telex keys, without marks or with a slip too. */
export const saysSend = ({ words, folded }: Utterance): boolean =>
  folded.some((word) => SENDING.has(word) || SENDING.has(word.replace(HELD_KEY, "$1"))) ||
  words.some((word) => SENDING.has(fold(decodeTelex(word) ?? "")));

/** A key that was held too long: "guii". */
const HELD_KEY = /(\p{L})\1+/gu;

const YES = new PatternBook([
  "(ok/oke/okie/oki/okla/uk/uki/yes/y/um/uh/ừ/ừm/ờ/phải/đúng/chuẩn/được/xong/đủ/hết/duyệt/chốt/vậy/thế/chính xác/đồng ý/nhất trí) (/rồi/hết rồi/thôi/luôn/vậy/thế)",
]);

const WITH_THANKS = new PatternBook([...FILLERS.words, "(cảm/cám) ơn", "nhiều"]);

/** True where a message is a plain yes: "đúng rồi", "ok em, cảm ơn". It sends what is shown; thanks alone, and a guess, don't. */
export const isPlainYes = (utterance: Utterance): boolean => isMadeOf(utterance, YES, WITH_THANKS);
