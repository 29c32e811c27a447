/** What a report doesn't need and nobody should read: the reporter's own identity, secrets of access. */
export const HIDDEN = "[đã che]";

/** Words with either case of their first letter. Not the `i` flag: with it every letter counts as a capital. */
const either = (...words: readonly string[]): string =>
  `(?:${words.map((word) => `[${word.slice(0, 1)}${word.slice(0, 1).toUpperCase()}]${word.slice(1)}`).join("|")})`;

const SELF = either("tôi", "toi", "em", "mình", "minh", "cháu", "chau", "con", "bác", "bac");
/** Surnames frequent in the province: by these a name typed in small letters is known. */
const SURNAMES =
  "nguyễn|nguyen|trần|tran|lê|phạm|pham|hoàng|hoang|nông|nong|lương|luong|vi|lý|triệu|trieu|đặng|dang|bùi|bui|đỗ|ngô|dương|duong|hứa|hua|chu|lộc|loc|mạc|mac|đàm|dam|phan|vũ|võ|hà|đinh|dinh|lâm|lăng";
const NAME = `(?:\\p{Lu}\\p{L}*(?:\\s+\\p{Lu}\\p{L}*){1,4}|(?:${SURNAMES})(?:\\s+\\p{Ll}+){1,3}(?=\\s*(?:[,.;\\n]|$)))`;
const IS = "(?:\\s+(?:là|la))?\\s*:?\\s*";
const PHONE = "(?:\\+?84|0)(?:[ .-]?\\d){8,9}(?!\\d)";
const NUMBER_OF = either(
  "sđt",
  "sdt",
  "đt",
  "số điện thoại",
  "so dien thoai",
  "số",
  "so",
  "điện thoại",
  "dien thoai",
);
const CALL = either("liên hệ", "lien he", "liên lạc", "lien lac", "gọi", "goi", "nhắn", "nhan", "alo");
const PAPER = either(
  "cccd",
  "cmnd",
  "cmt",
  "căn cước",
  "can cuoc",
  "chứng minh",
  "chung minh",
  "số định danh",
  "so dinh danh",
  "hộ chiếu",
  "ho chieu",
);
const ACCESS = either(
  "otp",
  "mã xác thực",
  "ma xac thuc",
  "mã xác nhận",
  "ma xac nhan",
  "mật khẩu",
  "mat khau",
  "password",
  "mã pin",
  "ma pin",
);

interface Rule {
  readonly what: "identity" | "secret";
  readonly pattern: RegExp;
}

/**
 * The first group is what stays. A scammer's number, an account or a plate is evidence and stays: only what is said to
 * be the writer's own goes.
 */
const RULES: readonly Rule[] = [
  ["identity", `(${SELF}\\s+(?:họ\\s+|ho\\s+)?(?:tên|ten)${IS})${NAME}`],
  ["identity", `(${either("tên", "ten")}\\s+(?:của\\s+|cua\\s+)?${SELF}${IS})${NAME}`],
  ["identity", `((?:^|[.!?\\n]\\s*)${SELF}\\s+(?:là|la)\\s+)${NAME}(?=\\s*,|\\s+\\p{Ll}|\\s*$)`],
  ["identity", `(${NUMBER_OF}\\s*(?:của|cua)?\\s*${SELF}${IS})${PHONE}`],
  [
    "identity",
    `(${CALL}\\s+(?:lại\\s+|lai\\s+)?(?:cho\\s+|với\\s+|voi\\s+)?${SELF}\\s*(?:qua|theo|số|so|sđt|sdt|:|\\s)*)${PHONE}`,
  ],
  ["identity", `((?:${PAPER}|CCCD|CMND|CMT)[^\\d\\n]{0,25})\\d(?:[ .]?\\d){8,11}(?!\\d)`],
  ["secret", `((?:${ACCESS}|OTP|PIN)(?:\\s+(?:của|cua)\\s+\\S+)?\\s*(?:là|la|:|=)?\\s*)(?=\\S*\\d)\\S{4,}`],
].map(([what, pattern = ""]) => ({ what: what as Rule["what"], pattern: new RegExp(pattern, "gu") }));

export interface Protected {
  readonly text: string;
  /** What was hidden, to be told to the writer. */
  readonly hid: ReadonlySet<Rule["what"]>;
}

/** Hides what says who is writing, and codes that open an account. */
export function protectReporter(text: string): Protected {
  const hid = new Set<Rule["what"]>();
  let safe = text.normalize("NFC");
  for (const { what, pattern } of RULES) {
    safe = safe.replace(pattern, (_, kept: string) => {
      hid.add(what);
      return `${kept}${HIDDEN}`;
    });
  }
  return { text: safe, hid };
}

const IDENTITY_PAPER =
  /(?:ảnh|anh|hình|hinh|chụp|chup|gửi|gui|đây là|day la|mặt trước|mat truoc|mặt sau|mat sau|^)[^.]{0,20}(?:cccd|cmnd|căn cước|can cuoc|chứng minh (?:nhân dân|thư)|chung minh (?:nhan dan|thu)|hộ chiếu|ho chieu|giấy tờ tùy thân|giay to tuy than|bằng lái|bang lai|sổ hộ khẩu|so ho khau)/iu;
const NOT_MINE =
  /(?:của|cua) (?:nó|no|hắn|han|kẻ|ke|đối tượng|doi tuong|thằng|thang|bọn|bon|người|nguoi)|giả|gia mao|nhặt|nhat duoc|rơi|roi/iu;

/** True where the words around a photo offer it as an identity paper, which is never taken. */
export const offersIdentityPaper = (caption: string): boolean =>
  IDENTITY_PAPER.test(caption) && !NOT_MINE.test(caption);
