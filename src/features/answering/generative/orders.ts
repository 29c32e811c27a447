import type { Passage } from "../../../knowledge/knowledge-index.ts";

/** Words that are meant for a machine that reads, not for a person. No honest document has them. */
const ORDERS: readonly RegExp[] = [
  /(?:trợ lý|bot|chatbot|mô hình|hệ thống|máy)[^.!?\n]{0,40}(?:phải|hãy|cần|không được)\s+(?:nói|trả lời|in|đọc|chép|ghi|bỏ qua)/iu,
  /bỏ qua (?:mọi |tất cả )?(?:các )?(?:quy tắc|chỉ dẫn|luật)/iu,
  /(?:chỉ dẫn|lời nhắc) hệ thống/iu,
  /ignore (?:all |any )?(?:previous |prior )?(?:rules|instructions)/iu,
  /system prompt|"role"\s*:/iu,
];

/** True where a passage gives orders to whoever reads it for us: such a passage is quoted, but no model is shown it. */
export function ordersTheMachine({ text, headings, citation, document }: Passage): boolean {
  const all = [text, ...headings, citation, document.title, document.issuer ?? ""];
  return all.some((words) => ORDERS.some((order) => order.test(words)));
}
