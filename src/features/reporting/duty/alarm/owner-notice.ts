import { type Reply, strong, text } from "../../../../messaging/reply.ts";
import type { DispatchBody } from "../../book/dispatch.ts";
import type { SaidAs } from "../../case.ts";

/**
 * What the owner of a case is told in private: that its reporter has said something, never what. Null where the group's
 * message is enough.
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
    default:
      return null;
  }
}
