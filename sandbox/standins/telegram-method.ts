import { z } from "zod";
import { type Fields, parseJson } from "./body.ts";

/** Bot API parameters come typed in JSON and as strings in a form; these read both. */
const id = z.union([z.string().min(1), z.number()]).transform(String);
const whole = z.coerce.number().int();
const fromForm = (value: unknown): unknown =>
  typeof value === "string" ? (parseJson(value) ?? value) : value;

const InlineButton = z.object({
  text: z.string().min(1),
  callback_data: z
    .string()
    .refine((data) => Buffer.byteLength(data) <= 64, "BUTTON_DATA_INVALID")
    .optional(),
  url: z.string().optional(),
  web_app: z.object({ url: z.string() }).optional(),
});

const Markup = z.preprocess(
  fromForm,
  z
    .object({ inline_keyboard: z.array(z.array(InlineButton)) })
    .partial()
    .loose(),
);
const ReplyTo = z.preprocess(
  fromForm,
  z.object({ message_id: whole, allow_sending_without_reply: z.boolean().optional() }).loose(),
);

const addressed = {
  chat_id: id,
  message_thread_id: whole.optional(),
  reply_parameters: ReplyTo.optional(),
};
const marked = {
  parse_mode: z.string().optional(),
  reply_markup: Markup.optional(),
  protect_content: z.preprocess(fromForm, z.boolean()).optional(),
};

export const SendMessage = z.object({ ...addressed, ...marked, text: z.string() });
/** `sendPhoto`, `sendVideo` and `sendDocument`; the file is in the field of its kind. */
export const SendFile = z.object({ ...addressed, ...marked, caption: z.string().default("") });
export const SendAlbum = z.object({
  ...addressed,
  media: z.preprocess(fromForm, z.unknown()),
  protect_content: z.preprocess(fromForm, z.boolean()).optional(),
});
export const InputMedia = z.object({
  type: z.enum(["photo", "video", "document"]),
  media: z.string(),
  caption: z.string().default(""),
});
export const ChatRef = z.object({ chat_id: id });
export const MemberRef = z.object({ chat_id: id, user_id: id });
export const OpenTopic = z.object({ chat_id: id, name: z.string().min(1).max(128) });
export const EditText = z.object({
  chat_id: id,
  message_id: whole,
  text: z.string(),
  parse_mode: z.string().optional(),
  reply_markup: Markup.optional(),
});
export const EditMarkup = z.object({ chat_id: id, message_id: whole, reply_markup: Markup.optional() });
export const MessageRef = z.object({ chat_id: id, message_id: whole });
export const ChatAction = z.object({ chat_id: id, action: z.string() });
export const AnswerCallback = z.object({
  callback_query_id: z.string(),
  text: z.string().max(200).optional(),
  show_alert: z.preprocess(fromForm, z.boolean()).optional(),
});
export const GetFile = z.object({ file_id: z.string() });
export const SetCommands = z.object({
  commands: z.preprocess(
    fromForm,
    z
      .array(
        z.object({ command: z.string().regex(/^[a-z0-9_]{1,32}$/), description: z.string().min(1).max(256) }),
      )
      .max(100),
  ),
  scope: z.preprocess(fromForm, z.object({ type: z.string() }).loose()).optional(),
});
export const SetWebhook = z.object({
  url: z.string(),
  secret_token: z.string().optional(),
  allowed_updates: z.preprocess(fromForm, z.array(z.string())).optional(),
});

export type InlineKeyboard = readonly (readonly z.infer<typeof InlineButton>[])[];
export type BotCommand = z.infer<typeof SetCommands>["commands"][number];

/** A refusal in Telegram's envelope: `error_code` is the HTTP status too. */
export class BotApiError extends Error {
  readonly code: number;
  /** `retry_after`, `migrate_to_chat_id`. */
  readonly parameters: Readonly<Record<string, number>> | undefined;

  constructor(code: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export const badRequest = (what: string): BotApiError => new BotApiError(400, `Bad Request: ${what}`);

/** The parameters of a method, or 400 naming what is wrong. */
export function readParameters<T extends z.ZodType>(schema: T, fields: Fields): z.infer<T> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const named =
    issue?.message === "BUTTON_DATA_INVALID" ? issue.message : `${issue?.path.join(".")} is invalid`;
  throw badRequest(named);
}
