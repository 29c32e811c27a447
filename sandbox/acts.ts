import { z } from "zod";

const caption = z.string().max(1000).optional();
const text = z.string().trim().min(1).max(4000);
/** A picture as a data URL; the page makes it small first. */
const image = z.string().regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/);
/** Any file as a data URL. */
const file = z
  .string()
  .max(28_000_000)
  .regex(/^data:[\w.+/-]*;base64,[A-Za-z0-9+/=]+$/);
const degrees = (limit: number) =>
  z.string().refine((value) => Math.abs(Number(value)) <= limit, "out of range");

/** The acts of the left phone. */
export const ZaloAct = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text }),
  /** A tap on a query button: comes back to the bot as text, shown in the chat unless hidden. */
  z.object({ kind: z.literal("button"), payload: z.string().min(1).max(1000), hidden: z.boolean() }),
  z.object({ kind: z.literal("photo"), image, caption }),
  z.object({
    kind: z.literal("location"),
    lat: degrees(90),
    lng: degrees(180),
    label: z.string().max(200).optional(),
  }),
  z.object({ kind: z.literal("sticker") }),
  z.object({ kind: z.literal("follow") }),
  /** Another person takes the phone: an empty chat, and a person whom the bot doesn't know. */
  z.object({ kind: z.literal("newcomer") }),
]);

const chat = z.enum(["private", "second", "group"]);
/** The number of the bot's message that is replied to. */
const replyTo = z.number().int().optional();

/** The acts of the right phone. */
export const TelegramAct = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), chat, text, replyTo }),
  z.object({ kind: z.literal("callback"), chat, data: z.string().min(1), messageId: z.number().int() }),
  z.object({ kind: z.literal("photo"), chat, image, caption, replyTo }),
  z.object({
    kind: z.literal("document"),
    chat,
    file,
    name: z.string().min(1).max(200),
    caption,
    replyTo,
  }),
]);

export type ZaloAct = z.infer<typeof ZaloAct>;
export type TelegramAct = z.infer<typeof TelegramAct>;

/** The bytes of a valid data URL. */
export function dataUrlBytes(dataUrl: string): Uint8Array {
  return Uint8Array.from(Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64"));
}
