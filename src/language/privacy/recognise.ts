import { nameSpans } from "./personal-names.ts";

/** Kinds of data that identify a person or open an account. */
export type Kind =
  | "access_code"
  | "phone"
  | "identity"
  | "account"
  | "plate"
  | "email"
  | "link"
  | "report_code"
  | "birth_date"
  | "house"
  | "name";

const GAP = "[\\s.\\-]?";
/**
 * The order matters: the longest and surest first. A pattern with a lookbehind checks a short lookahead first and is
 * bounded, or a message of spaces would cost the cube of its length.
 */
const FORMS: readonly (readonly [Kind, RegExp])[] = [
  [
    "access_code",
    /(?=\S{0,60}\d)(?<=(?<!\p{L})(?:otp|mã xác thực|ma xac thuc|mã xác nhận|ma xac nhan|mật khẩu|mat khau|password|mã pin|ma pin)(?:\s{1,3}(?:của|cua)\s{1,3}\S{1,20})?\s{0,3}(?:là|la|:|=)?\s{0,3})\S{4,}/giu,
  ],
  ["access_code", /(?=\S{0,60}\d)(?<=(?<!\p{L})PIN\s{0,3}(?:là|la|:|=)?\s{0,3})\S{4,}/gu],
  ["email", /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
  ["link", /\b(?:https?:\/\/|www\.)\S+|\b(?:zalo|facebook|fb|t)\.(?:me|com)\/\S+/giu],
  ["report_code", /\bTB[-\s]?[0-9A-Z]{4}[-\s]?[0-9A-Z]{4}\b/giu],
  [
    "birth_date",
    /(?=\d)(?<=(?:sinh\s{1,3}ngày|sinh\s{1,3}ngay|ngày\s{1,3}sinh|ngay\s{1,3}sinh|sinh\s{1,3}năm|sinh\s{1,3}nam|sn)\s{0,3}:?\s{0,3})\d{1,4}(?:[/.\-\s]\d{1,2}){0,2}(?:[/.\-\s]\d{2,4})?/giu,
  ],
  ["phone", new RegExp(`(?<!\\d|\\d[.,]|/)(?:\\+?84${GAP}|0${GAP})(?:\\d${GAP}){8,9}\\d(?!\\d|/)`, "gu")],
  ["identity", new RegExp(`(?<!\\d|\\d[.,]|/)\\d(?:${GAP}\\d){11}(?!\\d)`, "gu")],
  [
    "identity",
    /(?=[A-Z]?\d)(?<=(?:cccd|cmnd|cmt|căn cước|can cuoc|chứng minh|chung minh|hộ chiếu|ho chieu|định danh|dinh danh)[^\d\n]{0,24})(?:[A-Z]?\d[\d\s.]{6,13}\d|[A-Z]\d{7}(?!\d))/giu,
  ],
  [
    "account",
    /(?=\d)(?<=(?:tài khoản|tai khoan|stk|số tk|so tk|tk|thẻ|the)[^\d\n]{0,24})\d[\d\s.-]{5,20}\d/giu,
  ],
  ["account", /(?<!\d|\d[.,]|\/)\d(?:[\s-]?\d){12,18}(?!\d)/gu],
  ["plate", /(?<![\p{L}\d/])\d{2}[\s\-.]?(?:[A-ZĐ]{1,2}\d?|[a-zđ]\d?)[\s\-.]+\d{3}[.\s]?\d{2}(?!\d)/gu],
  ["plate", /(?<![\p{L}\d/])\d{2}[A-ZĐ]{1,2}\d?[\s\-.]?\d{3}\.?\d{1,2}(?!\d)/gu],
  [
    "plate",
    /(?=\d)(?<=(?:biển|bien)(?:\s{1,3}(?:số|so|kiểm soát|ks|xe))?\s{0,3}:?\s{0,3})\d{2}\s?[\p{L}]{1,2}\d?[\s\-.]*\d{4,5}/giu,
  ],
  ["identity", /(?<!\d|\d[.,]|\/)\d{9}(?![\d.,/])/gu],
  [
    "house",
    /(?:số\s{1,3}nhà|so\s{1,3}nha|nhà\s{1,3}số|nha\s{1,3}so)\s{0,3}\d+[\p{L}]?(?:\s{0,3}[,/]?\s{0,3}(?:ngõ|ngo|ngách|ngach|hẻm|hem|kiệt|đường|duong|phố|pho)\s+[\p{L}\d/]+)*/giu,
  ],
  ["house", /(?<!\p{L})(?:ngõ|ngách|hẻm)\s+\d+(?:\/\d+)*/giu],
];

/** Something personal in a text. */
export interface Find {
  readonly kind: Kind;
  /** The text before it, with earlier finds already replaced. */
  readonly before: string;
}

/**
 * Finds all personal data, whoever's it is; whose it is in a report is for `own/own-details.ts`. The caller decides
 * what to do with a find.
 * @param replacement the words that take its place; null leaves it
 * @param kinds what to look for; all where absent
 */
export function redact(
  text: string,
  replacement: (find: Find) => string | null,
  kinds?: readonly Kind[],
): string {
  let rest = text;
  for (const [kind, form] of FORMS.filter(([one]) => kinds?.includes(one) !== false))
    rest = rest.replace(form, (...match: readonly unknown[]) => {
      const [at, whole] = match.slice(match.findIndex((part) => typeof part === "number")) as [
        number,
        string,
      ];
      return replacement({ kind, before: whole.slice(0, at) }) ?? String(match[0]);
    });
  if (kinds?.includes("name") === false) return rest;
  return nameSpans(rest).reduceRight((all, [from, to]) => {
    const words = replacement({ kind: "name", before: all.slice(0, from) });
    return words === null ? all : `${all.slice(0, from)}${words}${all.slice(to)}`;
  }, rest);
}
