import { type Api, GrammyError, InputFile } from "grammy";
import type { Channel, Destination, SendOutcome } from "../../messaging/channel.ts";
import type { DrawChart } from "../../messaging/chart.ts";
import type { ReadMedia } from "../../messaging/media.ts";
import { logEvent } from "../../platform/log.ts";
import { htmlToPlain } from "./html.ts";
import { newIdOf, outcomeOf, refusalOf } from "./outcome.ts";
import { decodePart, type MessagePayload, type TelegramPart } from "./part.ts";
import { sendMedia } from "./send-media.ts";
import { createTelegramApi, type TelegramClientSettings } from "./telegram-client.ts";
import { renderReply } from "./telegram-render.ts";

/** After so many corrections of a refused message its outcome decides. */
const MAX_CORRECTIONS = 2;

/** The longest wait for each call that opens a topic, in seconds: a case's first card waits for it and may be urgent. */
const TOPIC_PATIENCE = 3;

/** Telegram as a channel. `send` never throws and never waits: when to try again is the outbox's business. */
export function createTelegramChannel(
  settings: TelegramClientSettings,
  drawChart: DrawChart,
  readMedia: ReadMedia,
): Channel {
  const api = createTelegramApi(settings);
  const quickApi = createTelegramApi({
    ...settings,
    timeoutSeconds: Math.min(settings.timeoutSeconds, TOPIC_PATIENCE),
  });
  return {
    name: "telegram",
    render: (reply, to) => renderReply(reply, to),
    showSearching: (to) => showSearching(api, to),
    openTopic: (chat, title) => openTopic(quickApi, chat, title),
    remove: (message, { chat }) => remove(api, chat, message),
    send: async (part, to) => {
      const decoded = decodePart(part);
      if (decoded === null) return { kind: "park", reason: "unreadable_part" };
      if (decoded.method === "sendMedia") {
        const { attachments, protect } = decoded;
        return sendMedia(settings, { ...to, ...(protect && { protect }) }, attachments, readMedia);
      }
      const photo = decoded.method === "sendPhoto" ? await drawn(decoded, drawChart) : undefined;
      // The words go out without the picture. Where they have a message of their own, nothing is lost.
      if (photo === null && decoded.payload.text === "") return { kind: "park", reason: "chart_not_drawn" };
      return deliver(
        api,
        { ...to, payload: decoded.payload, ...(photo instanceof Uint8Array && { photo }) },
        MAX_CORRECTIONS,
      );
    },
  };
}

interface Delivery extends Destination {
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

async function deliver(api: Api, delivery: Delivery, corrections: number): Promise<SendOutcome> {
  try {
    const message = await call(api, delivery);
    const id = message?.message_id;
    return id === undefined ? { kind: "sent" } : { kind: "sent", messageIds: [String(id)] };
  } catch (error) {
    const again = corrections > 0 ? corrected(error, delivery) : null;
    if (again === null) return outcomeOf(error);
    const outcome = await deliver(api, again, corrections - 1);
    return outcome.kind === "sent" && again.chat !== delivery.chat
      ? { ...outcome, movedTo: again.chat }
      : outcome;
  }
}

/** A successful answer may lack the message. */
async function call(api: Api, delivery: Delivery): Promise<{ message_id?: number } | undefined> {
  const request = asRequest(delivery);
  if (delivery.edit !== undefined) {
    await edit(api, delivery.edit, delivery);
    return undefined;
  }
  if (delivery.photo === undefined) return api.raw.sendMessage(request);
  const { text, link_preview_options: _, ...rest } = request;
  const photo = new InputFile(delivery.photo, "bieu-do.png");
  return api.raw.sendPhoto({ ...rest, photo, ...(text !== "" && { caption: text }) });
}

/** An edited message keeps its place and what it answered. Without a keyboard it loses the one it had. */
async function edit(api: Api, message: string, { chat, payload }: Delivery): Promise<void> {
  const { text, parse_mode, link_preview_options, reply_markup } = payload;
  await api.raw.editMessageText({
    chat_id: chat,
    message_id: Number(message),
    text,
    ...(parse_mode !== undefined && { parse_mode }),
    ...(link_preview_options !== undefined && { link_preview_options }),
    ...(reply_markup !== undefined && { reply_markup }),
  });
}

/** The same message in a form that Telegram should accept, to be tried at once; null where there is none. */
function corrected(error: unknown, delivery: Delivery): Delivery | null {
  if (!(error instanceof GrammyError) || error.error_code !== 400) return null;
  const { chat, payload, edit, ...kept } = delivery;
  const { reply_parameters: original, ...unbound } = payload;
  const newChat = newIdOf(error, chat);
  // In the supergroup messages have new numbers: the old number would be another message.
  if (newChat !== undefined) return { ...kept, chat: newChat, payload: unbound };
  const reason = refusalOf(error);
  // A message that can't be edited any more is sent again as a new one.
  if (edit !== undefined && reason === "edit_gone") return { ...kept, chat, payload };
  if (delivery.thread !== undefined && reason === "topic_gone") {
    const { thread: _, ...general } = delivery;
    return general;
  }
  if (reason === "reply_gone" && original !== undefined) return { ...delivery, payload: unbound };
  const { parse_mode: mode, ...plain } = payload;
  if (reason === "bad_markup" && mode !== undefined) {
    return { ...delivery, payload: { ...plain, text: htmlToPlain(payload.text) } };
  }
  return null;
}

type SendMessage = Parameters<Api["raw"]["sendMessage"]>[0];

/** Telegram also takes a chat's id as a string of digits, so it is never a JavaScript number here. */
function asRequest({ chat, thread, payload }: Delivery): SendMessage {
  const { reply_markup, reply_parameters, link_preview_options, parse_mode, protect_content, text } = payload;
  return {
    chat_id: chat,
    text,
    ...(thread !== undefined && { message_thread_id: Number(thread) }),
    ...(parse_mode !== undefined && { parse_mode }),
    ...(protect_content !== undefined && { protect_content }),
    ...(link_preview_options !== undefined && { link_preview_options }),
    ...(reply_parameters !== undefined && { reply_parameters }),
    ...(reply_markup !== undefined && { reply_markup }),
  };
}

/** Telegram's limit for a topic's name. */
const MAX_TITLE = 128;

/**
 * Opens a topic in a forum group.
 * @returns its `message_thread_id`; null where the group is no forum, the bot may not manage topics, or it takes too long.
 * Never throws: without a topic the message goes to the group as a whole.
 */
export async function openTopic(api: Api, chat: string, title: string): Promise<string | null> {
  try {
    const group = await api.getChat(chat);
    if (!("is_forum" in group) || group.is_forum !== true) return null;
    const topic = await api.createForumTopic(chat, title.slice(0, MAX_TITLE));
    return topic?.message_thread_id === undefined ? null : String(topic.message_thread_id);
  } catch (error) {
    if (error instanceof GrammyError || error instanceof Error) return null;
    throw error;
  }
}

/** Telegram's words for a message that is gone already. */
const GONE = /message to delete not found|message identifier is not specified/i;

/** Deletes one of our messages. Telegram allows it for 48 hours in a private chat; one that is gone counts as deleted. */
async function remove(api: Api, chat: string, message: string): Promise<SendOutcome> {
  try {
    await api.deleteMessage(chat, Number(message));
    return { kind: "sent" };
  } catch (error) {
    return error instanceof GrammyError && GONE.test(error.description) ? { kind: "sent" } : outcomeOf(error);
  }
}

/** "đang nhập…" over the chat, for five seconds or until the answer comes. Best effort: never throws. */
export async function showSearching(api: Api, { chat, thread }: Destination): Promise<void> {
  try {
    await api.raw.sendChatAction({
      chat_id: chat,
      action: "typing",
      ...(thread !== undefined && { message_thread_id: Number(thread) }),
    });
  } catch (error) {
    logEvent("telegram_sign_not_shown", { reason: refusalOf(error) });
  }
}
