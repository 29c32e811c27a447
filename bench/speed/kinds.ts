/** The kinds of message that are timed, with words for each. None draws a chart: the comparison has no way to draw one. */
export const KINDS = {
  "small talk": ["xin chào", "cảm ơn nhé", "chào buổi sáng"],
  figure: [
    "bao nhiêu xã đạt chuẩn năm 2022",
    "cần thêm mấy doanh nghiệp để đạt 98% năm 2022",
    "năm 2023 bao nhiêu thôn đạt chuẩn",
  ],
  knowledge: ["khu dân cư là gì", "mô hình camera an ninh là gì", "toàn dân bảo vệ an ninh tổ quốc là gì"],
  danger: ["cháy nhà rồi cứu với", "có người đang bị đánh trước cửa nhà tôi", "bố tôi bị điện giật bất tỉnh"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

/** What person number `nth` of a crowd writes: the kinds are equally many, and each person stays with one. */
export function kindOf(nth: number): Kind {
  return KIND_NAMES[nth % KIND_NAMES.length] ?? "knowledge";
}

/** The `nth` message of a kind. */
export function worded(kind: Kind, nth: number): string {
  const texts = KINDS[kind];
  return texts[nth % texts.length] ?? "";
}
