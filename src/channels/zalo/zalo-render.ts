import type { WirePart } from "../../messaging/channel.ts";
import {
  type Attachment,
  type Button,
  type CallNumber,
  MOST_BUTTONS,
  plainText,
  type Reply,
} from "../../messaging/reply.ts";
import { cut, splitText, withoutHidden } from "../text.ts";
import {
  MAX_PAYLOAD,
  MAX_TEXT,
  MAX_TITLE,
  type ZaloButton,
  type ZaloMessage,
  type ZaloPart,
} from "./zalo-wire.ts";

/** Said where a reply has buttons and no words: Zalo takes no message without a text. */
const ONLY_BUTTONS = "Anh/chị chọn giúp tôi:";

/** Said above the buttons that call a number. */
const TAP_TO_CALL = "Bấm để gọi:";

/** Said in place of a file: Zalo takes JPEG and PNG up to 1 MB only. */
const NOT_TAKEN =
  "(Có một tệp gửi kèm mà Zalo không nhận được. Anh/chị nhắn lại nếu cần gửi theo cách khác.)";

/**
 * A reply as Zalo text messages, as few as the limit allows: after a person's message eight are free. The last one has
 * the buttons and also says what to type, because buttons show only on phones.
 * @param replyTo the message that the first part quotes
 */
export function renderReply(reply: Reply, replyTo?: string): readonly WirePart[] {
  const buttons = (reply.buttons ?? []).slice(0, MOST_BUTTONS).map(clean);
  const words = withoutHidden(plainText(reply).normalize("NFC").toWellFormed()).trim();
  const texts = withChoices(words === "" && buttons.length > 0 ? ONLY_BUTTONS : words, buttons);
  const parts = texts.map((text, i): WirePart => {
    // A message has either a picture or buttons. The text says what to type instead of a button.
    const chart = i === 0 ? reply.chart : undefined;
    const message: ZaloMessage = {
      text,
      ...(i === 0 && replyTo !== undefined && { quote_message_id: replyTo }),
      ...(i === texts.length - 1 &&
        buttons.length > 0 &&
        chart === undefined && { attachment: buttonTemplate(buttons.map(toZalo)) }),
    };
    const part: ZaloPart = { message, ...(chart !== undefined && { chart }) };
    return { body: JSON.stringify(part) };
  });
  const calls = (reply.calls ?? []).slice(0, MOST_BUTTONS);
  return [
    ...parts,
    ...(calls.length > 0 ? [callPart(calls)] : []),
    ...(reply.attachments ?? []).map(filePart),
  ];
}

/** The buttons to call with, in a message of their own: whether Zalo takes a short number is unproven. */
function callPart(calls: readonly CallNumber[]): WirePart {
  const message: ZaloMessage = { text: TAP_TO_CALL, attachment: buttonTemplate(calls.map(toCall)) };
  const part: ZaloPart = { message, extra: true };
  return { body: JSON.stringify(part) };
}

/** The text in place of a file that Zalo doesn't take. */
function filePart(attachment: Attachment): WirePart {
  const part: ZaloPart = { message: { text: NOT_TAKEN }, attachment };
  return { body: JSON.stringify(part), files: [attachment.kind] };
}

function withChoices(words: string, buttons: readonly Button[]): string[] {
  const parts = splitText(words, MAX_TEXT);
  if (buttons.length === 0) return parts;
  const choices = buttons.map(({ label }, i) => `Nhắn ${i + 1}: ${label}`).join("\n");
  const last = `${parts.at(-1)}\n\n${choices}`;
  return last.length <= MAX_TEXT ? [...parts.slice(0, -1), last] : [...parts, choices];
}

/** A label on one line and within Zalo's limit for titles. */
function clean({ label, payload }: Button): Button {
  const line = label.normalize("NFC").toWellFormed().replace(/\s+/gu, " ").trim();
  return { label: cut(line === "" ? payload : line, MAX_TITLE), payload };
}

function buttonTemplate(buttons: ZaloButton[]): NonNullable<ZaloMessage["attachment"]> {
  return { type: "template", payload: { buttons } };
}

function toZalo({ label, payload }: Button): ZaloButton {
  return { title: label, type: "oa.query.hide", payload: cut(payload, MAX_PAYLOAD) };
}

const toCall = ({ label, phone }: CallNumber): ZaloButton => ({
  title: cut(label, MAX_TITLE),
  type: "oa.open.phone",
  payload: { phone_code: phone },
});
