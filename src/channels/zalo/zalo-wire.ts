import { z } from "zod";
import { ChartSpec } from "../../messaging/chart.ts";
import { Attachment } from "../../messaging/reply.ts";

/** Limits of `/v3.0/oa/message/cs`. */
export const MAX_TEXT = 2_000;
export const MAX_TITLE = 100;
export const MAX_PAYLOAD = 1_000;

const Button = z.discriminatedUnion("type", [
  /** A tap sends `payload` to us without showing it in the chat. */
  z.object({ title: z.string(), type: z.literal("oa.query.hide"), payload: z.string() }),
  /** A tap opens the phone with this number. */
  z.object({
    title: z.string(),
    type: z.literal("oa.open.phone"),
    payload: z.object({ phone_code: z.string() }),
  }),
]);

/** The `message` of a consultation message, in the shapes that we send. */
export const ZaloMessage = z.object({
  text: z.string().optional(),
  quote_message_id: z.string().optional(),
  attachment: z
    .object({
      type: z.literal("template"),
      payload: z.union([
        z.object({ buttons: z.array(Button) }),
        z.object({
          template_type: z.literal("media"),
          elements: z.array(z.object({ media_type: z.literal("image"), attachment_id: z.string() })),
        }),
      ]),
    })
    .optional(),
});

/** A message as it is stored in the outbox. A chart is drawn and uploaded when the message is sent. */
export const ZaloPart = z.object({
  message: ZaloMessage,
  chart: ChartSpec.optional(),
  /** A stored file; it is uploaded when the message is sent. */
  attachment: Attachment.optional(),
  /** What it says was said already: where it can't be sent at once, it is dropped. */
  extra: z.literal(true).optional(),
});

export type ZaloPart = Readonly<z.infer<typeof ZaloPart>>;
export type ZaloMessage = Readonly<z.infer<typeof ZaloMessage>>;
export type ZaloButton = z.infer<typeof Button>;

/** An uploaded image, with a caption of at most `MAX_TEXT`. */
export function imageMessage(attachmentId: string, caption = ""): ZaloMessage {
  return {
    ...(caption !== "" && { text: caption }),
    attachment: {
      type: "template",
      payload: { template_type: "media", elements: [{ media_type: "image", attachment_id: attachmentId }] },
    },
  };
}
