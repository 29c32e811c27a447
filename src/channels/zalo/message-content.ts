import { z } from "zod";
import type { InboundContent, Media, MediaKind } from "../../messaging/inbound.ts";
import { cut } from "../text.ts";

/** Longest text that is stored of one message, in UTF-16 units. Zalo's own limit is 2,000; no person writes more. */
const MAX_TEXT = 10_000;
const MAX_NAME = 200;
const MAX_URL = 2_000;
const MAX_ATTACHMENTS = 20;

const text = z.string().transform((value) => cut(value.toWellFormed(), MAX_TEXT));
const Attachment = z.looseObject({
  type: z.string().optional().catch(undefined),
  payload: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

/** The `message` of an event. The schema is loose because Zalo changes it often; only id and text must be strings. */
export const Message = z.looseObject({
  msg_id: z.string().min(1).max(128).optional(),
  text: text.optional(),
  attachments: z
    .array(Attachment)
    .transform((all) => all.slice(0, MAX_ATTACHMENTS))
    .optional(),
});

type Message = z.infer<typeof Message>;
type Payload = Readonly<Record<string, unknown>>;

/** File endings that Zalo delivers as "file" but people mean as something to look at. */
const KIND_OF_ENDING: Readonly<Record<string, MediaKind>> = {
  mp4: "video",
  gif: "image",
  jpg: "image",
  jpeg: "image",
  png: "image",
};

/**
 * What the person said with a `user_send_<kind>` message.
 * @returns null where the message lacks what makes it one; content we can't read is `unsupported`, which gets an answer
 */
export function messageContent(kind: string, message: Message): InboundContent | null {
  const payloads = (message.attachments ?? []).flatMap(({ payload }) =>
    payload === undefined ? [] : [payload],
  );
  switch (kind) {
    case "text":
      return message.text === undefined ? null : { kind: "text", text: message.text };
    case "link":
      return linkContent(message.text, payloads);
    case "sticker":
      return { kind: "sticker" };
    // Name and number of a third person: the words are not stored.
    case "business_card":
      return { kind: "unsupported", what: "business_card" };
    case "location":
      return payloads.length === 0 ? null : locationContent(message.text, payloads);
    default:
      return payloads.length === 0
        ? null
        : mediaContent(kind === "gif" ? "image" : (kind as MediaKind), message.text, payloads);
  }
}

/** A link counts as text: its address is never fetched. */
function linkContent(words: string | undefined, payloads: readonly Payload[]): InboundContent | null {
  const url = payloads.map((payload) => payload.url).find((value) => typeof value === "string");
  if (words) return { kind: "text", text: words };
  return url === undefined ? null : { kind: "text", text: cut(url.toWellFormed(), MAX_TEXT) };
}

function locationContent(label: string | undefined, payloads: readonly Payload[]): InboundContent {
  const coordinates = z
    .looseObject({ latitude: z.unknown(), longitude: z.unknown() })
    .safeParse(payloads[0]?.coordinates);
  const lat = degrees(coordinates.data?.latitude, 90);
  const lng = degrees(coordinates.data?.longitude, 180);
  if (lat === null || lng === null || (lat === 0 && lng === 0))
    return { kind: "unsupported", what: "location" };
  return { kind: "location", lat, lng, ...(label ? { label } : {}) };
}

/** Degrees as a string or a number, within ±`bound`; null otherwise. */
function degrees(value: unknown, bound: number): number | null {
  const isPlain =
    typeof value === "number" ||
    (typeof value === "string" && /^\s*[+-]?\d{1,3}(\.\d{1,20})?\s*$/.test(value));
  const number = isPlain ? Number(value) : Number.NaN;
  return Math.abs(number) <= bound ? number : null;
}

function mediaContent(
  kind: MediaKind,
  caption: string | undefined,
  payloads: readonly Payload[],
): InboundContent {
  const media = payloads.flatMap((payload) => readMedia(kind, payload));
  if (media.length === 0) return { kind: "unsupported", what: kind };
  const album = payloads[0]?.album_id;
  return {
    kind: "media",
    media,
    ...(caption ? { caption } : {}),
    ...(typeof album === "string" && album !== "" ? { album: cut(album.toWellFormed(), MAX_NAME) } : {}),
  };
}

function readMedia(kind: MediaKind, payload: Payload): Media[] {
  const { url, name, size, type } = payload;
  if (typeof url !== "string" || url.length > MAX_URL || !/^https?:\/\//i.test(url) || !URL.canParse(url))
    return [];
  const ending = kind === "file" && typeof type === "string" ? type.toLowerCase() : "";
  const actual = Object.hasOwn(KIND_OF_ENDING, ending) ? (KIND_OF_ENDING[ending] ?? kind) : kind;
  const bytes =
    typeof size === "number" || (typeof size === "string" && /^\d{1,12}$/.test(size))
      ? Number(size)
      : undefined;
  return [
    {
      kind: actual,
      ref: url,
      ...(typeof name === "string" && name !== "" ? { name: cut(name.toWellFormed(), MAX_NAME) } : {}),
      ...(bytes !== undefined && Number.isSafeInteger(bytes) && bytes >= 0 ? { bytes } : {}),
    },
  ];
}
