import { z } from "zod";

const Button = z.discriminatedUnion("type", [
  z.object({
    type: z.enum(["oa.query.show", "oa.query.hide"]),
    title: z.string().max(100),
    payload: z.string().max(1000),
  }),
  z.object({
    type: z.literal("oa.open.url"),
    title: z.string().max(100),
    payload: z.object({ url: z.url() }),
  }),
  z.object({
    type: z.literal("oa.open.phone"),
    title: z.string().max(100),
    payload: z.object({ phone_code: z.string() }),
  }),
  z.object({
    type: z.literal("oa.open.sms"),
    title: z.string().max(100),
    payload: z.object({ content: z.string().max(160), phone_code: z.string() }),
  }),
]);

const Media = z
  .object({
    media_type: z.enum(["image", "gif", "sticker"]),
    url: z.string().optional(),
    attachment_id: z.string().optional(),
  })
  .refine(
    (media) => (media.url === undefined) !== (media.attachment_id === undefined),
    "url XOR attachment_id",
  );

const Attachment = z.object({
  type: z.literal("template"),
  payload: z.object({
    template_type: z.string().optional(),
    elements: z.array(Media).length(1).optional(),
    buttons: z.array(Button).max(5).optional(),
  }),
});

const Consultation = z.object({
  recipient: z.object({ user_id: z.string().min(1) }),
  message: z
    .object({
      text: z.string().min(1).optional(),
      quote_message_id: z.string().optional(),
      attachment: Attachment.optional(),
    })
    .refine((message) => message.text !== undefined || message.attachment !== undefined, "text is empty"),
});

export type ZaloButton = z.infer<typeof Button>;

/** A consultation message as the citizen gets it. */
export interface ZaloSent {
  readonly userId: string;
  readonly messageId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly text?: string;
  readonly quoteMessageId?: string;
  readonly buttons: readonly ZaloButton[];
  /** An uploaded image's id. */
  readonly attachmentId?: string;
  readonly imageUrl?: string;
}

export type ZaloRefusal = { readonly error: number; readonly message: string };

/** Checks a body of `/v3.0/oa/message/cs` as the platform does: −201 names the parameter, −210 is a text over 2,000. */
export function readConsultation(body: unknown): Omit<ZaloSent, "messageId" | "at"> | ZaloRefusal {
  const parsed = Consultation.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      error: -201,
      message: `${issue?.path.join(".") || "body"} is invalid: ${issue?.message ?? "unknown"}`,
    };
  }
  const { recipient, message } = parsed.data;
  if ((message.text?.length ?? 0) > 2000) return { error: -210, message: "text exceeds 2000 characters" };
  const media = message.attachment?.payload.elements?.[0];
  return {
    userId: recipient.user_id,
    buttons: message.attachment?.payload.buttons ?? [],
    ...(message.text === undefined ? {} : { text: message.text }),
    ...(message.quote_message_id === undefined ? {} : { quoteMessageId: message.quote_message_id }),
    ...(media?.attachment_id === undefined ? {} : { attachmentId: media.attachment_id }),
    ...(media?.url === undefined ? {} : { imageUrl: media.url }),
  };
}
