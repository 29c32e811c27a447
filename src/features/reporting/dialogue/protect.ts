import { type Find, redact } from "../../../language/privacy/recognise.ts";

/** What stands in the place of the reporter's own identity and of secrets of access. */
export const HIDDEN = "[đã che]";

const SELF = "(?<!\\p{L})(?:tôi|toi|em|mình|minh|cháu|chau|con|bác|bac)";
const IS = "(?:\\s+(?:là|la))?\\s*:?\\s*";
const NUMBER_OF = "(?<!\\p{L})(?:(?:số |so )?(?:điện thoại|dien thoai)|sđt|sdt|đt|số|so)";
const CALL = "(?<!\\p{L})(?:liên hệ|lien he|liên lạc|lien lac|gọi|goi|nhắn|nhan|alo)";
const PAPER =
  "(?:cccd|cmnd|cmt|căn cước|can cuoc|chứng minh|chung minh|số định danh|so dinh danh|hộ chiếu|ho chieu)";

const before = (...patterns: readonly string[]): RegExp => new RegExp(`(?:${patterns.join("|")})$`, "iu");

/** Said right before a name that is the writer's own. */
const MY_NAME = before(
  `${SELF}\\s+(?:họ\\s+|ho\\s+)?(?:tên|ten)${IS}`,
  `(?<!\\p{L})(?:tên|ten)\\s+(?:của\\s+|cua\\s+)?${SELF}${IS}`,
  `(?:^|[.!?\\n]\\s*)${SELF}\\s+(?:là|la)\\s+`,
);
/** Said right before a number at which the writer can be reached. */
const MY_NUMBER = before(
  `${NUMBER_OF}\\s*(?:của|cua)?\\s*${SELF}${IS}`,
  `${CALL}\\s+(?:lại\\s+|lai\\s+)?(?:cho\\s+|với\\s+|voi\\s+)?${SELF}\\s*(?:qua|theo|số|so|sđt|sdt|:|\\s)*`,
);
/** A number of a paper is nobody's evidence that a report needs. */
const PAPER_NUMBER = before(`${PAPER}[^\\d\\n]{0,25}`);

/** No introduction is longer than this; a long report isn't read anew for each number in it. */
const FAR = 120;

type Hidden = "identity" | "secret";

/**
 * A scammer's number, an account or a plate is evidence and stays: only what is said to be the writer's own goes, and
 * codes that open an account.
 */
function hiddenAs({ kind, before: all }: Find): Hidden | null {
  const said = all.slice(-FAR);
  switch (kind) {
    case "access_code":
      return "secret";
    case "name":
      return MY_NAME.test(said) ? "identity" : null;
    case "phone":
    case "identity":
    case "account":
      return MY_NUMBER.test(said) || (kind === "identity" && PAPER_NUMBER.test(said)) ? "identity" : null;
    default:
      return null;
  }
}

export interface Protected {
  readonly text: string;
  /** What was hidden, to be told to the writer. */
  readonly hid: ReadonlySet<Hidden>;
}

/** Hides what says who is writing, and codes that open an account. */
export function protectReporter(text: string): Protected {
  const hid = new Set<Hidden>();
  const safe = redact(text.normalize("NFC"), (find) => {
    const what = hiddenAs(find);
    if (what === null) return null;
    hid.add(what);
    return HIDDEN;
  });
  return { text: safe, hid };
}

const IDENTITY_PAPER =
  /(?:ảnh|anh|hình|hinh|chụp|chup|gửi|gui|đây là|day la|mặt trước|mat truoc|mặt sau|mat sau|^)[^.]{0,20}(?:cccd|cmnd|căn cước|can cuoc|chứng minh (?:nhân dân|thư)|chung minh (?:nhan dan|thu)|hộ chiếu|ho chieu|giấy tờ tùy thân|giay to tuy than|bằng lái|bang lai|sổ hộ khẩu|so ho khau)/iu;
const NOT_MINE =
  /(?:của|cua) (?:nó|no|hắn|han|kẻ|ke|đối tượng|doi tuong|thằng|thang|bọn|bon|người|nguoi)|giả|gia mao|nhặt|nhat duoc|rơi|roi/iu;

/** True where the words around a photo offer it as an identity paper, which is never taken. */
export const offersIdentityPaper = (caption: string): boolean =>
  IDENTITY_PAPER.test(caption) && !NOT_MINE.test(caption);
