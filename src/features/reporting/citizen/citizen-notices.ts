import { type Block, type Reply, strong, text } from "../../../messaging/reply.ts";
import type { DispatchBody } from "../book/dispatch.ts";
import { asksForIdentity, NOT_OBLIGED } from "../personal-questions.ts";
import { citizenWords, MERGED, OPENED_AGAIN } from "../workflow/workflow-wording.ts";

/** The message to a citizen, in plain words; null for what concerns only the duty group. */
export function citizenNotice(code: string, body: DispatchBody): Reply | null {
  switch (body.kind) {
    case "state_changed":
      return {
        blocks: [
          strong(`Tin ${code}`),
          text(body.again === true ? OPENED_AGAIN : citizenWords(body.to, body.text)),
          ...warning(body.text),
          ...(body.urgent === true ? [text(STILL_CALL)] : []),
        ],
        about: code,
        // That somebody accepted it was told before.
        ...(body.to === "in_progress" && body.again !== true && { spare: true as const }),
        ...(body.to === "resolved" && {
          ends: true as const,
          buttons: [
            { label: "Đã ổn", payload: `/daon ${code}` },
            { label: "Chưa xong", payload: `/chuaxong ${code}` },
          ],
        }),
        ...(body.media !== undefined && {
          attachments: body.media.map(({ key, kind }) => ({ key, kind })),
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
    case "merged":
      return { blocks: [strong(`Tin ${code}`), text(MERGED)], about: code };
    case "untaken":
      return UNTAKEN(code);
    default:
      return null;
  }
}

/** Who is in danger reads "accepted" as "they are on their way". */
const STILL_CALL = "Còn nguy hiểm thì vẫn gọi 113 (cháy: 114, cấp cứu: 115), đừng đợi tin nhắn này.";

/** The desk is called all the while; the citizen mustn't wait for it. */
const UNTAKEN = (code: string): Reply => ({
  blocks: [
    strong("Chưa cán bộ nào nhận tin của anh/chị. Gọi ngay 113."),
    text("Cháy, mắc kẹt: 114. Có người bị thương: 115. Không gọi được thì nhắn người thân gọi giúp."),
    text(`Tôi vẫn đang gọi người trực cho tin ${code}; có người nhận là báo anh/chị ngay ở đây.`),
  ],
  calls: [
    { label: "Gọi 113", phone: "113" },
    { label: "Gọi 114", phone: "114" },
    { label: "Gọi 115", phone: "115" },
  ],
  about: code,
  urgent: true,
});

/** Whichever way a handler's words come: nobody has to say who they are. */
const warning = (words = ""): Block[] => (asksForIdentity(words) ? [strong(NOT_OBLIGED)] : []);
