import { type Kind, redact } from "./recognise.ts";

export type { Kind } from "./recognise.ts";

export interface Masked {
  readonly text: string;
  readonly masked: readonly Kind[];
}

/** The replacement: words that a person and a model understand. */
const WORDS: Readonly<Record<Kind, string>> = {
  access_code: "[mã bí mật]",
  phone: "[số điện thoại]",
  identity: "[số giấy tờ]",
  account: "[số tài khoản]",
  plate: "[biển số]",
  email: "[thư điện tử]",
  link: "[đường dẫn]",
  report_code: "[mã tin báo]",
  birth_date: "[ngày sinh]",
  house: "[địa chỉ]",
  name: "[họ tên]",
};

/** Hidden characters between digits are removed before we look. */
const HIDDEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;

/**
 * The text without data that identifies a person or opens an account: telephone, identity and account numbers, codes,
 * plates, addresses, names. Emergency numbers, years, amounts, document numbers and places stay, so that the question
 * can still be understood.
 * @returns the text, and which kinds were taken out
 * @example maskPersonal("thư của tôi là an@example.vn").text // "thư của tôi là [thư điện tử]"
 */
export function maskPersonal(text: string): Masked {
  const compatible = text.normalize("NFKC");
  const plain = compatible.replace(HIDDEN, "");
  const masked = new Set<Kind>();
  const mask = (words: string) =>
    redact(words, ({ kind }) => {
      masked.add(kind);
      return WORDS[kind];
    });
  const safe = mask(plain);
  // Where nothing was found, the words stay as typed.
  return { text: masked.size === 0 && plain === compatible ? text : safe, masked: [...masked] };
}
