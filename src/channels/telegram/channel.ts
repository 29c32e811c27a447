import { type Api, GrammyError, InputFile } from "grammy";
import type { Channel, SendOutcome } from "../../messaging/channel.ts";
import type { DrawChart } from "../../messaging/chart.ts";
import { createTelegramApi, type TelegramClientSettings } from "./client.ts";
import { htmlToPlain } from "./html.ts";
import { outcomeOf, refusalOf } from "./outcome.ts";
import { decodePart, type MessagePayload, type TelegramPart } from "./part.ts";
import { renderReply } from "./render.ts";

/** A message that was mended this often and is still refused is left to the outcome. */
const MAX_MENDS = 2;

/** Telegram as a channel. `send` never throws and never waits: when to try again is the outbox's business. */
export function createTelegramChannel(settings: TelegramClientSettings, drawChart: DrawChart): Channel {
  const api = createTelegramApi(settings);
  return {
    name: "telegram",
    render: (reply, to) => renderReply(reply, to),
    send: async (part, { chat }) => {
      const decoded = decodePart(part);
      if (decoded === null) return { kind: "park", reason: "unreadable_part" };
      const photo = decoded.method === "sendPhoto" ? await drawn(decoded, drawChart) : undefined;
      // Without the picture its words still go out; where they have a message of their own, nothing is lost.
      if (photo === null && decoded.payload.text === "") return { kind: "park", reason: "chart_not_drawn" };
      return deliver(
        api,
        { chat, payload: decoded.payload, ...(photo instanceof Uint8Array && { photo }) },
        MAX_MENDS,
      );
    },
  };
}

interface Delivery {
  readonly chat: string;
  readonly payload: MessagePayload;
  /** PNG bytes: the payload's text is then their caption. */
  readonly photo?: Uint8Array;
}

async function drawn(
  { chart }: TelegramPart & { method: "sendPhoto" },
  draw: DrawChart,
): Promise<Uint8Array | null> {
  return draw(chart).catch(() => null);
}

async function deliver(api: Api, delivery: Delivery, mends: number): Promise<SendOutcome> {
  try {
    const message = await call(api, delivery);
    const id = message?.message_id;
    return id === undefined ? { kind: "sent" } : { kind: "sent", messageId: String(id) };
  } catch (error) {
    const mended = mends > 0 ? mend(error, delivery) : null;
    return mended === null ? outcomeOf(error) : deliver(api, mended, mends - 1);
  }
}

/** An odd success may lack the message. */
function call(api: Api, delivery: Delivery): Promise<{ message_id?: number } | undefined> {
  const request = asRequest(delivery);
  if (delivery.photo === undefined) return api.raw.sendMessage(request);
  const { text, link_preview_options: _, ...rest } = request;
  const photo = new InputFile(delivery.photo, "bieu-do.png");
  return api.raw.sendPhoto({ ...rest, photo, ...(text !== "" && { caption: text }) });
}

/** The same message in a form that the refusal doesn't concern, to be tried at once; null where there is none. */
function mend(error: unknown, { chat, payload, ...kept }: Delivery): Delivery | null {
  if (!(error instanceof GrammyError) || error.error_code !== 400) return null;
  const { reply_parameters: original, ...unbound } = payload;
  const newChat = error.parameters.migrate_to_chat_id;
  // In the supergroup messages are numbered anew: the old number would answer another one.
  if (newChat !== undefined && String(newChat) !== chat)
    return { ...kept, chat: String(newChat), payload: unbound };
  const reason = refusalOf(error);
  if (reason === "reply_gone" && original !== undefined) return { ...kept, chat, payload: unbound };
  const { parse_mode: mode, ...plain } = payload;
  if (reason === "bad_markup" && mode !== undefined) {
    return { ...kept, chat, payload: { ...plain, text: htmlToPlain(payload.text) } };
  }
  return null;
}

type SendMessage = Parameters<Api["raw"]["sendMessage"]>[0];

/** Telegram takes the id of a chat as a string of digits too, so it is never a JavaScript number here. */
function asRequest({ chat, payload }: Delivery): SendMessage {
  const { reply_markup, reply_parameters, link_preview_options, parse_mode, text } = payload;
  return {
    chat_id: chat,
    text,
    ...(parse_mode !== undefined && { parse_mode }),
    ...(link_preview_options !== undefined && { link_preview_options }),
    ...(reply_parameters !== undefined && { reply_parameters }),
    ...(reply_markup !== undefined && { reply_markup }),
  };
}
