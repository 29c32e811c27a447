import { z } from "zod";
import type { Inbound, InboundContent } from "../../messaging/inbound.ts";
import { Message, messageContent } from "./message-content.ts";

/** The result of reading a webhook event. `event` is Zalo's name for it, or "other" where that is not a plain word. */
export type EventReading =
  | { readonly kind: "inbound"; readonly inbound: Inbound }
  | {
      readonly kind: "ignored";
      readonly event: string;
      readonly reason: "not_ours" | "other_account" | "malformed";
    };

/** Ids are strings, as they exceed 2^53: a bare number has already lost its last digits, so it is refused. */
const id = z.string().regex(/^[\w-]{1,64}$/);
const timestamp = z.union([z.string().regex(/^\d{1,15}$/), z.number().int().nonnegative()]).transform(String);

const Head = z.looseObject({ event_name: z.string().min(1) });
const FromPerson = z.looseObject({
  sender: z.looseObject({ id }),
  recipient: z.looseObject({ id }),
  message: Message,
  timestamp,
});
const Echo = z.looseObject({
  sender: z.looseObject({ id, admin_id: z.string().optional() }),
  recipient: z.looseObject({ id }),
  message: Message,
  timestamp,
});
const Follow = z.looseObject({ oa_id: id, follower: z.looseObject({ id }), timestamp });
const Flat = z.looseObject({ oa_id: id, user_id: id, timestamp });
/** Zalo leaves both ids empty where the app isn't linked to the account: then we can't know who it is about. */
const Withdraw = z.looseObject({ oa_id: z.union([z.literal(""), id]), user_id: id, timestamp });

/**
 * The person's own messages, also of a kind of tomorrow. Other events (groups, receipts, reactions, web visitors) are
 * ignored.
 */
const PERSON_EVENT = /^user_send_(?!group_)[a-z_]{1,32}$/u;
/** What the account sent to one person; with `admin_id` an operator wrote it, without it we did. */
const ECHO_EVENTS = new Set(
  ["text", "msg", "image", "gif", "list", "file", "sticker", "link", "video", "carousel", "action"].map(
    (kind) => `oa_send_${kind}`,
  ),
);

type Reader = (body: unknown, event: string) => Found | "not_ours" | "malformed";

/** The parts of an `Inbound` that differ from event to event. */
interface Found {
  readonly oa: string;
  readonly chat: string;
  readonly sender?: string;
  readonly timestamp: string;
  readonly content: InboundContent;
  readonly messageId?: string | undefined;
  readonly repliedTo?: string | undefined;
  /** Distinguishes the photos of an album where they have the same message id. */
  readonly suffix?: string | undefined;
}

const READERS: Readonly<Record<string, Reader>> = {
  follow: (body) => readFollow(body, { kind: "opened" }),
  unfollow: (body) => readFollow(body, { kind: "left" }),
  user_click_chatnow: (body) => readFlat(Flat, body, { kind: "opened" }),
  user_withdraw: (body) => readFlat(Withdraw, body, { kind: "withdrawn" }),
};

/**
 * Normalises one verified webhook event. Never throws, whatever the body.
 * @param body the parsed JSON
 * @param oaId the Official Account's own id
 */
export function readEvent(body: unknown, oaId: string): EventReading {
  const head = Head.safeParse(body);
  if (!head.success) return { kind: "ignored", event: "other", reason: "malformed" };
  const name = head.data.event_name;
  const event = /^[a-z_]{1,48}$/.test(name) ? name : "other";
  const found = readerOf(name)(body, name);
  if (typeof found === "string") return { kind: "ignored", event, reason: found };
  if (found.oa !== "" && found.oa !== oaId) return { kind: "ignored", event, reason: "other_account" };
  return { kind: "inbound", inbound: toInbound(found, name) };
}

function readerOf(name: string): Reader {
  if (PERSON_EVENT.test(name)) return readMessage;
  if (ECHO_EVENTS.has(name)) return readEcho;
  return (Object.hasOwn(READERS, name) && READERS[name]) || (() => "not_ours");
}

function readMessage(body: unknown, event: string): Found | "malformed" {
  const parsed = FromPerson.safeParse(body);
  if (!parsed.success) return "malformed";
  const { sender, recipient, message, timestamp } = parsed.data;
  const content = messageContent(event.slice("user_send_".length), message);
  const suffix = message.attachments?.[0]?.payload?.id_in_album;
  return {
    oa: recipient.id,
    chat: sender.id,
    timestamp,
    content,
    messageId: message.msg_id,
    repliedTo: message.quote_msg_id,
    suffix: typeof suffix === "string" ? suffix : undefined,
  };
}

function readEcho(body: unknown): Found | "not_ours" | "malformed" {
  const parsed = Echo.safeParse(body);
  if (!parsed.success) return "malformed";
  const { sender, recipient, message, timestamp } = parsed.data;
  if (!sender.admin_id) return "not_ours";
  const content = { kind: "operator", text: message.text ?? "" } as const;
  return {
    oa: sender.id,
    chat: recipient.id,
    sender: sender.admin_id,
    timestamp,
    content,
    messageId: message.msg_id,
  };
}

function readFollow(body: unknown, content: InboundContent): Found | "malformed" {
  const parsed = Follow.safeParse(body);
  if (!parsed.success) return "malformed";
  return { oa: parsed.data.oa_id, chat: parsed.data.follower.id, timestamp: parsed.data.timestamp, content };
}

function readFlat(
  schema: typeof Flat | typeof Withdraw,
  body: unknown,
  content: InboundContent,
): Found | "malformed" {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return "malformed";
  return { oa: parsed.data.oa_id, chat: parsed.data.user_id, timestamp: parsed.data.timestamp, content };
}

function toInbound(
  { chat, sender, timestamp, content, messageId, repliedTo, suffix }: Found,
  event: string,
): Inbound {
  const message = messageId === undefined || suffix === undefined ? messageId : `${messageId}#${suffix}`;
  return {
    key: message ?? `${event}|${chat}|${timestamp}`,
    channel: "zalo",
    chat,
    sender: sender ?? chat,
    isPrivate: true,
    at: Number(timestamp),
    ...(messageId !== undefined && { messageId }),
    ...(repliedTo !== undefined && { repliedTo }),
    content,
  };
}
