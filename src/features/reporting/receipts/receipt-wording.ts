import { displayDate, localDay, UTC_OFFSET } from "../../../language/dates.ts";

/** The result of checking a receipt. */
export type ReceiptVerdict =
  /** We signed it: a report was received then. */
  | { readonly kind: "valid"; readonly receivedAt: number }
  | { readonly kind: "invalid" }
  /** Its key isn't in the ring any more: it can't be checked. */
  | { readonly kind: "unverifiable" }
  /** There is no receipt in the text. */
  | { readonly kind: "none" };

/** "14:03:22 ngày 23/11/2026", Vietnamese time. */
const moment = (at: number): string =>
  `${new Date(at + UTC_OFFSET).toISOString().slice(11, 19)} ngày ${displayDate(localDay(at))}`;

/** The text of a receipt for the citizen. */
export const receiptText = (receivedAt: number, signature: string): string =>
  [
    `Biên lai báo tin: Trợ lý 138 đã nhận một tin báo lúc ${moment(receivedAt)}.`,
    `Mã kiểm tra: ${signature}`,
    "Ai có biên lai này cũng kiểm tra được bằng lệnh /xacminh và mã kiểm tra. Biên lai không chứa nội dung tin, mã tin hay người báo.",
  ].join("\n");

const VERDICTS = {
  invalid:
    "Biên lai không đúng: mã kiểm tra đã bị sửa, bị thiếu ký tự hoặc không do Trợ lý 138 cấp. Anh/chị chép lại nguyên biên lai rồi thử lại.",
  unverifiable:
    "Tôi không còn kiểm tra được biên lai này: khoá dùng để ký đã được thay. Điều đó không có nghĩa là biên lai sai. Anh/chị hỏi cơ quan vận hành.",
  none: "Anh/chị gửi: /xacminh và dán nguyên biên lai vào sau.",
} as const;

/** The answer to `/xacminh`. */
export const verdictText = (verdict: ReceiptVerdict): string =>
  verdict.kind === "valid"
    ? `Biên lai đúng. Trợ lý 138 đã nhận một tin báo lúc ${moment(verdict.receivedAt)}. Tôi không cho biết nội dung tin hay người báo.`
    : VERDICTS[verdict.kind];
