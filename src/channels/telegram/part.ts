import { z } from "zod";
import type { WirePart } from "../../messaging/channel.ts";
import { ChartSpec } from "../../messaging/chart.ts";
import { Attachment } from "../../messaging/reply.ts";

const Payload = z.object({
  text: z.string(),
  parse_mode: z.literal("HTML").optional(),
  protect_content: z.literal(true).optional(),
  link_preview_options: z.object({ is_disabled: z.boolean() }).optional(),
  reply_parameters: z.object({ message_id: z.int(), allow_sending_without_reply: z.boolean() }).optional(),
  reply_markup: z
    .object({ inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string() }))) })
    .optional(),
});

/** A Bot API call as it is stored in the outbox. It doesn't have the chat: the sender adds it. */
const Part = z.discriminatedUnion("method", [
  z.object({ method: z.literal("sendMessage"), payload: Payload }),
  /** The payload's text is the caption, empty where the words follow in a message of their own. */
  z.object({ method: z.literal("sendPhoto"), payload: Payload, chart: ChartSpec }),
  /** Stored files; they are read when they are sent. */
  z.object({
    method: z.literal("sendMedia"),
    attachments: z.array(Attachment).min(1),
    protect: z.literal(true).optional(),
  }),
]);

export type MessagePayload = Readonly<z.infer<typeof Payload>>;
export type TelegramPart = Readonly<z.infer<typeof Part>>;

export function encodePart(part: TelegramPart): WirePart {
  const body = JSON.stringify(part);
  return part.method === "sendMedia" ? { body, files: part.attachments.map(({ kind }) => kind) } : { body };
}

/** Reads a stored part; null where it isn't one of ours. */
export function decodePart({ body }: WirePart): TelegramPart | null {
  try {
    return Part.parse(JSON.parse(body));
  } catch {
    return null;
  }
}
