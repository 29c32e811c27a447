import { z } from "zod";
import type { InboundContent, Media, MediaKind } from "../../messaging/inbound.ts";
import { cut } from "../text.ts";

/** Longest text that is stored of one message, in UTF-16 units. Zalo's own limit is 2,000; no person writes more. */
const MAX_TEXT = 10_000;
const MAX_NAME = 200;
const MAX_URL = 2_000;
const MAX_ATTACHMENTS = 20;

const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const text = z.string().transform((value) => cut(value.toWellFormed(), MAX_TEXT));
const Attachment = z.looseObject({
  type: lenient(z.string()),
  payload: lenient(z.record(z.string(), z.unknown())),
});

const messageId = lenient(z.string().min(1).max(128));

/**
 * The `message` of an event. The schema is loose because Zalo changes it often: a field of another form counts as
 * absent, and nothing that a person sent is dropped for it.
 */
export const Message = z
  .looseObject({
    msg_id: messageId,
    quote_msg_id: messageId,
    text: lenient(text),
    attachments: lenient(z.array(Attachment.catch({})).transform((all) => all.slice(0, MAX_ATTACHMENTS))),
  })
  .catch({});

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
 * What the person said with a `user_send_<kind>` message. A kind that we can't read is a text where it has words, else
 * `unsupported`, which gets an answer.
 */
export function messageContent(kind: string, message: Message): InboundContent {
  const payloads = (message.attachments ?? []).flatMap(({ payload }) =>
    payload === undefined ? [] : [payload],
  );
  const words = allWords(message.text, payloads);
  switch (kind) {
    case "text":
      return { kind: "text", text: words };
    case "sticker":
      return { kind: "sticker" };
    // Name and number of a third person: the words are not stored.
    case "business_card":
      return { kind: "unsupported", what: "business_card" };
    case "location":
      return locationContent(words, payloads) ?? otherContent(kind, words);
    case "image":
    case "gif":
    case "file":
    case "audio":
    case "video":
      return mediaContent(kind === "gif" ? "image" : kind, words, payloads) ?? otherContent(kind, words);
    case "link":
      return otherContent(kind, words || addressOf(payloads));
    default:
      return otherContent(kind, words);
  }
}

/**
 * Every word of a message, its own first: the text, then what title and description of its attachments add to it.
 * @example allWords(undefined, [{ url: "https://…", description: "Lịch cắt điện" }]) // "Lịch cắt điện"
 */
export function allWords(own: string | undefined, payloads: readonly Payload[]): string {
  const described = payloads
    .flatMap(({ title, description }) => [title, description])
    .flatMap((line) => (typeof line === "string" && !isData(line) ? [line.toWellFormed()] : []));
  const lines = [own ?? "", ...described].filter((line) => line.trim() !== "");
  return lines.length === 0 ? (own ?? "") : cut([...new Set(lines)].join("\n"), MAX_TEXT);
}

/** Some descriptions are JSON for Zalo's own app, with a third person's number. */
const isData = (line: string): boolean => /^\s*[{[]\s*["{]/u.test(line);

const otherContent = (kind: string, words: string): InboundContent =>
  words === "" ? { kind: "unsupported", what: kind } : { kind: "text", text: words };

/** A link's address counts as words; it is never fetched. */
function addressOf(payloads: readonly Payload[]): string {
  const url = payloads.map((payload) => payload.url).find((value) => typeof value === "string");
  return url === undefined ? "" : cut(url.toWellFormed(), MAX_TEXT);
}

function locationContent(label: string, payloads: readonly Payload[]): InboundContent | null {
  const coordinates = z
    .looseObject({ latitude: z.unknown(), longitude: z.unknown() })
    .safeParse(payloads[0]?.coordinates);
  const lat = degrees(coordinates.data?.latitude, 90);
  const lng = degrees(coordinates.data?.longitude, 180);
  if (lat === null || lng === null || (lat === 0 && lng === 0)) return null;
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

function mediaContent(kind: MediaKind, caption: string, payloads: readonly Payload[]): InboundContent | null {
  const media = payloads.flatMap((payload) => readMedia(kind, payload));
  if (media.length === 0) return null;
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
