import { type Block, type Reply, strong, text } from "../../../messaging/reply.ts";
import type { DispatchBody } from "../book/dispatch.ts";
import { asksForIdentity, NOT_OBLIGED } from "../personal-questions.ts";
import { citizenWords } from "../workflow/workflow-wording.ts";

/** The message to a citizen, in plain words; null for what concerns only the duty group. */
export function citizenNotice(code: string, body: DispatchBody): Reply | null {
  switch (body.kind) {
    case "state_changed":
      return {
        blocks: [strong(`Tin ${code}`), text(citizenWords(body.to, body.text)), ...warning(body.text)],
        about: code,
        ...(body.to === "resolved" && {
          buttons: [
            { label: "Đã ổn", payload: `/daon ${code}` },
            { label: "Chưa xong", payload: `/chuaxong ${code}` },
          ],
        }),
      };
    case "duty_said":
      return {
        blocks: [
          strong(`Cán bộ trực nhắn về tin ${code}:`),
          ...(body.text === "" ? [] : [text(body.text)]),
          ...warning(body.text),
          text("Anh/chị trả lời ngay ở đây; cán bộ trực không thấy tài khoản của anh/chị."),
        ],
        about: code,
        asks: true,
        attachments: body.media.map(({ key, kind }) => ({ key, kind })),
      };
    default:
      return null;
  }
}

/** Whichever way a handler's words come: nobody has to say who they are. */
const warning = (words = ""): Block[] => (asksForIdentity(words) ? [strong(NOT_OBLIGED)] : []);
