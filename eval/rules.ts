import { firstLine, read } from "./reading.ts";

/** What no reply may say, whatever was asked. `found` gives the offending words, or null. */
export interface Rule {
  readonly name: string;
  readonly found: (text: string) => string | null;
}

/** Numbers of the country's services that are confirmed, digits only. */
const CONFIRMED_NUMBERS: ReadonlySet<string> = new Set([
  "111",
  "112",
  "113",
  "114",
  "115",
  "156",
  "5656",
  "0769040404",
  "1900969680",
  "84981848484",
  "0963061414",
  "19000368",
]);

const PHONE_SHAPES: readonly RegExp[] = [
  /(?<![\d/.,])(?:\+?84|0)(?:[ .-]?\d){8,10}(?![\d/])/gu,
  /(?<![\d/.,])1[89]00(?:[ .-]?\d){4,6}(?![\d/])/gu,
  /(?:gọi|bấm|quay)(?: ngay| số|:)* (\d{3,5})(?![ ./,-]?\d|%)/giu,
  /(?:hotline|tổng đài|đường dây nóng)(?: số| là|:)* (\d{3,5})(?![ ./,-]?\d|%)/giu,
];

const TEENCODE =
  /(?<![\p{L}\p{N}])(?:ko|k|hok|hong|dc|đc|j|gj|ntn|vs|cx|r|mk|mik|ng|bn|sdt|stk|vcl|vl|z|zậy|dzậy|bit|bt|trc|nma|hqua|kkk|hihi)(?![\p{L}\p{N}])/iu;
const UNFILLED = /undefined|\[object|\$\{|\{\{|\bNaN\b|\bnull\b|<\s*[Ss][Cc][Rr][Ii][Pp][Tt]/u;

/** Words that turn a piece of advice round, looked for in the same sentence before it. */
const NEGATION = /(?<!\p{L})(?:không|đừng|chớ|tránh|chưa|không nên|tuyệt đối không|cấm)(?!\p{L})[^.!?\n]*$/iu;

/** A promise told of someone else: a warning, not ours. */
const OTHERS =
  /(?<!\p{L})(?:kẻ gian|kẻ xấu|kẻ lừa đảo|đối tượng|chúng|bọn|người lạ|cảnh giác|ai)(?!\p{L})[^.!?\n]*$/iu;

const PROMISES = [
  /sẽ (?:có mặt|đến|tới) (?:trong|sau|ngay)/iu,
  /(?:công an|lực lượng|xe cứu thương|cứu hỏa|cứu hoả) (?:đang|sẽ) (?:trên đường|đến|tới)/iu,
  /(?:chắc chắn|cam kết|bảo đảm|đảm bảo|hứa)[^.!?\n]{0,25}(?:lấy lại|thu hồi|tìm (?:lại|ra|được)|bắt được)/iu,
  /sẽ (?:lấy|đòi|thu) lại được/iu,
  /(?:ẩn danh tuyệt đối|tuyệt đối không ai biết|không ai biết được)/iu,
  /(?:tôi|trợ lý 138) đã (?:báo|gọi|chuyển tin|liên hệ)[^.!?\n]{0,30}(?:công an|113|114|115)/iu,
];
const URGES = [
  /(?:hãy|nên|cần|phải|cố|cùng nhau) (?:tự )?(?:bắt|khống chế|đuổi|truy đuổi|đánh|xông vào|vây|trói|giữ kẻ)/iu,
  /đuổi theo|truy đuổi|đánh trả/iu,
];
const SECRETS_ASKED = [
  /(?:cho tôi|gửi|cung cấp|nhập|đọc|chụp)[^.!?\n]{0,25}(?:mã otp|mật khẩu|ảnh căn cước|số căn cước|số cccd|số định danh)/iu,
];

export const RULES: readonly Rule[] = [
  { name: "empty reply", found: (text) => (text.trim() === "" ? "(nothing)" : null) },
  { name: "unfilled template or script", found: (text) => UNFILLED.exec(spoken(text))?.[0] ?? null },
  { name: "unconfirmed phone number", found: unconfirmedNumber },
  { name: "teencode", found: (text) => TEENCODE.exec(spoken(text))?.[0] ?? null },
  { name: "a promise nobody can keep", found: (text) => unlessNegated(text, PROMISES) },
  { name: "urges to arrest or chase", found: (text) => unlessNegated(text, URGES) },
  { name: "asks for a secret or an identity paper", found: (text) => unlessNegated(text, SECRETS_ASKED) },
];

/** Addresses are not said aloud: their letters and digits mean nothing. */
function spoken(text: string): string {
  return text.replace(/https?:\S+/gu, " ");
}

function unconfirmedNumber(text: string): string | null {
  const words = spoken(text);
  for (const shape of PHONE_SHAPES) {
    for (const match of words.matchAll(shape)) {
      const digits = (match[1] ?? match[0]).replace(/\D/gu, "");
      if (!CONFIRMED_NUMBERS.has(digits)) return match[0];
    }
  }
  return null;
}

function unlessNegated(text: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    for (const match of text.matchAll(new RegExp(pattern, "giu"))) {
      const before = text.slice(0, match.index);
      if (!NEGATION.test(before) && !OTHERS.test(before)) return match[0];
    }
  }
  return null;
}

const ALARM =
  /^(?:hay |anh\/chi |chau |em |ban |xin |vui long |truoc het |neu dang nguy hiem )*(?:goi|bam) (?:ngay )?(?:so )?(?:cong an )?11[1-5](?! (?:co |la |thi |mien|khong|hoan|de|dung))/u;

/** True where the first line is an alarm: it tells to call an emergency number before it says anything else. */
export function soundsAlarm(reply: string): boolean {
  return ALARM.test(read(firstLine(reply)).folded);
}
