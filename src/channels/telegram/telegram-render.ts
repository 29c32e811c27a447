import type { WirePart } from "../../messaging/channel.ts";
import type { ChartSpec } from "../../messaging/chart.ts";
import type { Reply } from "../../messaging/reply.ts";
import { splitText, withoutHidden } from "../text.ts";
import { type Fragment, fragmentsOf } from "./fragments.ts";
import { keyboardRows } from "./keyboard.ts";
import { albumsOf } from "./media-form.ts";
import { encodePart, type MessagePayload, type TelegramPart } from "./part.ts";

/** Telegram's limit for one message after its markup is parsed, in UTF-16 units. */
export const MAX_TEXT = 4_096;

/** Telegram's limit for the words under a photo, in UTF-16 units. */
const MAX_CAPTION = 1_024;

/** A long text starts in the rest of a message only where that rest has at least this length. */
const WORTH_FILLING = MAX_TEXT / 4;

/** The text above a keyboard where the reply itself has no words. */
const CHOOSE = "Mời anh/chị chọn:";

/** Control characters that Telegram refuses or drops. */
const CONTROL = /[^\P{Cc}\n\t]/gu;
/** A message without one of these counts as empty. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A reply as `sendMessage` bodies in HTML, each within Telegram's limits. Raw text is cut first and then escaped, so no
 * tag or entity is ever cut. The last part has the buttons; only the first one replies to `replyTo`.
 */
export function renderReply(reply: Reply, to: { readonly replyTo?: string }): WirePart[] {
  const keyboard = keyboardRows(reply.buttons ?? []);
  const packed = pack(fragmentsOf(reply));
  const texts = packed.length === 0 && keyboard.length > 0 ? [CHOOSE] : packed;
  const replyTo = Number(to.replyTo);
  const payloads = texts.map(
    (html, i): MessagePayload => ({
      text: html,
      parse_mode: "HTML",
      ...(reply.protect === true && { protect_content: true as const }),
      link_preview_options: { is_disabled: true },
      ...(i === 0 &&
        to.replyTo !== undefined &&
        Number.isSafeInteger(replyTo) && {
          reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
        }),
      ...(i === texts.length - 1 && keyboard.length > 0 && { reply_markup: { inline_keyboard: keyboard } }),
    }),
  );
  const words = reply.chart === undefined ? payloads.map(asMessage) : withChart(reply.chart, payloads);
  const files = albumsOf(reply.attachments ?? []).map(
    (attachments): TelegramPart => ({
      method: "sendMedia",
      attachments: [...attachments],
      ...(reply.protect === true && { protect: true as const }),
    }),
  );
  return [...words, ...files].map(encodePart);
}

const asMessage = (payload: MessagePayload): TelegramPart => ({ method: "sendMessage", payload });

/** The words are the picture's caption where they fit, else they follow it. */
function withChart(chart: ChartSpec, payloads: readonly MessagePayload[]): TelegramPart[] {
  const [first, ...more] = payloads;
  // Markup is counted here, but not by Telegram: the caption may be shorter than allowed, never longer.
  if (first !== undefined && more.length === 0 && first.text.length <= MAX_CAPTION) {
    return [{ method: "sendPhoto", payload: first, chart }];
  }
  return [{ method: "sendPhoto", payload: { text: "" }, chart }, ...payloads.map(asMessage)];
}

/** Fills messages in order: a fragment stays whole where it fits into one message. */
function pack(fragments: readonly Fragment[]): string[] {
  const parts: string[] = [];
  let html = "";
  let length = 0;
  const flush = () => {
    if (length > 0) parts.push(html);
    html = "";
    length = 0;
  };
  for (const { text, html: toHtml, gap } of fragments) {
    let rest = withoutHidden(text.toWellFormed().replace(CONTROL, "")).trim();
    while (VISIBLE.test(rest)) {
      const before = length === 0 ? "" : gap;
      const room = MAX_TEXT - length - before.length;
      if (rest.length > room && length > 0 && (rest.length <= MAX_TEXT || room < WORTH_FILLING)) {
        flush();
        continue;
      }
      const piece = rest.length <= room ? rest : (splitText(rest, room)[0] ?? "");
      rest = rest.slice(piece.length).trimStart();
      if (VISIBLE.test(piece)) {
        html += before + toHtml(piece);
        length += before.length + piece.length;
      }
      if (rest !== "") flush();
    }
  }
  flush();
  return parts;
}
