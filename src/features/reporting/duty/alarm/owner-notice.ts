import { type Reply, strong, text } from "../../../../messaging/reply.ts";
import { MINUTE } from "../../../../platform/time.ts";
import type { Dispatch, DispatchBody } from "../../book/dispatch.ts";
import type { SaidAs } from "../../case.ts";

/** Of one event many report within minutes: its owner hears of them together. */
const TOGETHER = 5 * MINUTE;

/** The name under which it is told once. @param now milliseconds since the epoch */
export const ownerKey = (
  { key, code, body }: Pick<Dispatch, "key" | "code" | "body">,
  now: number,
): string => (body.kind === "joined" ? `joined:${code}:${Math.floor(now / TOGETHER)}/owner` : `${key}/owner`);

/**
 * What the owner of a case is told in private: that its reporter has said something, or that another tells of the same, never
 * what. Null where the group's message is enough.
 */
export function ownerNotice(code: string, body: DispatchBody): Reply | null {
  const what = newsOf(body);
  if (what === null) return null;
  return {
    blocks: [strong(`${code}: ${what}`), text("Anh/chị đang giữ tin này. Đọc và trả lời trong nhóm trực.")],
    buttons: [{ label: `Xem ${code}`, payload: `/tin ${code}` }],
  };
}

const SAID: Readonly<Record<SaidAs, string>> = {
  corrects: "người báo vừa sửa lại điều đã báo.",
  withdraws: "người báo XIN RÚT.",
  settled: "người báo cho biết việc đã yên.",
  again: "người báo NHỜ GIÚP LẠI.",
};

function newsOf(body: DispatchBody): string | null {
  switch (body.kind) {
    case "reporter_said":
      return body.as === undefined ? "người báo vừa nhắn thêm." : SAID[body.as];
    case "reopened":
      return "người báo cho biết việc CHƯA XONG, tin đã mở lại.";
    case "joined":
      return "lại có người báo cùng việc này.";
    default:
      return null;
  }
}
