import { type Find, redact } from "../../../language/privacy/recognise.ts";

/** The placeholder of the reporter's own identity and of secret codes. */
export const HIDDEN = "[đã che]";

const SELF = "(?<!\\p{L})(?:tôi|toi|em|mình|minh|cháu|chau|con|bác|bac)";
const IS = "(?:\\s+(?:là|la))?\\s*:?\\s*";
const NUMBER_OF = "(?<!\\p{L})(?:(?:số |so )?(?:điện thoại|dien thoai)|sđt|sdt|đt|số|so)";
const CALL = "(?<!\\p{L})(?:liên hệ|lien he|liên lạc|lien lac|gọi|goi|nhắn|nhan|alo)";
const PAPER =
  "(?:cccd|cmnd|cmt|căn cước|can cuoc|chứng minh|chung minh|số định danh|so dinh danh|hộ chiếu|ho chieu)";

const before = (...patterns: readonly string[]): RegExp => new RegExp(`(?:${patterns.join("|")})$`, "iu");

/** Words before the writer's own name. */
const MY_NAME = before(
  `${SELF}\\s+(?:họ\\s+|ho\\s+)?(?:tên|ten)${IS}`,
  `(?<!\\p{L})(?:tên|ten)\\s+(?:của\\s+|cua\\s+)?${SELF}${IS}`,
  `(?:^|[.!?\\n]\\s*)${SELF}\\s+(?:là|la)\\s+`,
);
/** Words before the writer's own number. */
const MY_NUMBER = before(
  `${NUMBER_OF}\\s*(?:của|cua)?\\s*${SELF}${IS}`,
  `${CALL}\\s+(?:lại\\s+|lai\\s+)?(?:cho\\s+|với\\s+|voi\\s+)?${SELF}\\s*(?:qua|theo|số|so|sđt|sdt|:|\\s)*`,
);
/** The number of an identity paper is never needed as evidence. */
const PAPER_NUMBER = before(`${PAPER}[^\\d\\n]{0,25}`);

/** The longest introduction that is read: a long report isn't read again for each number in it. */
const FAR = 120;

type Hidden = "identity" | "secret";

/**
 * A scammer's number, an account or a plate is evidence and stays. Only the writer's own data is hidden, and codes that
 * open an account.
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
  /** What was hidden; the writer is told. */
  readonly hid: ReadonlySet<Hidden>;
}

/** Hides the writer's identity, and codes that open an account. */
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

/** True where the caption offers a photo of an identity paper, which is never taken. */
export const offersIdentityPaper = (caption: string): boolean =>
  IDENTITY_PAPER.test(caption) && !NOT_MINE.test(caption);
