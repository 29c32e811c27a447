import { z } from "zod";
import { ChannelName, Inbound } from "../messaging/inbound.ts";

/** What a part belongs to. See `Reply`. */
const PartMarks = z.object({
  about: z.exactOptional(z.string()),
  slot: z.exactOptional(z.string()),
  topic: z.exactOptional(z.string()),
  thread: z.exactOptional(z.string()),
  /** The key of the delivery that brought it, where it is no answer to a message of this chat. */
  delivery: z.exactOptional(z.string()),
  /** It is deleted so many milliseconds after it was sent. */
  deleteAfter: z.exactOptional(z.number()),
  /** It answers a danger: nothing else goes before it. */
  urgent: z.exactOptional(z.literal(true)),
  /** It is about a report of the urgent lane: it goes before other reports. */
  first: z.exactOptional(z.literal(true)),
  /** It calls somebody for a case. See `Reply`. */
  summons: z.exactOptional(z.literal(true)),
  /** It can wait for the person's next word. See `Reply`. */
  spare: z.exactOptional(z.literal(true)),
  /** The kinds of the files that it brings; absent for words. */
  files: z.exactOptional(z.array(z.enum(["image", "video", "audio", "file"])).readonly()),
});
export type PartMarks = Readonly<z.infer<typeof PartMarks>>;

/** A time at which a chat acts though nobody wrote. */
const Pause = z.object({ at: z.number(), inbound: Inbound.readonly() });
export type Pause = Readonly<z.infer<typeof Pause>>;

/** When one of our messages is to be deleted, and how often that failed. */
const Expiry = z.object({
  message: z.string(),
  channel: ChannelName,
  chat: z.string(),
  sentAt: z.number(),
  at: z.number(),
  attempts: z.number(),
});
export type Expiry = Readonly<z.infer<typeof Expiry>>;

/** A handler's question to the person of this chat. */
const Asked = z.object({ code: z.string(), at: z.number() });
const Said = z.array(z.tuple([z.string(), z.string()]).readonly()).readonly();
const Session = z.record(z.string(), z.unknown());

/**
 * Reads what an earlier version of this code may have stored.
 * @example
 * parseMarks('{"about":"TB-1234-5678"}'); // { about: "TB-1234-5678" }
 * parseMarks('{"about":7}'); // null, and never an error
 */
const parser =
  <T>(schema: z.ZodType<T>) =>
  (stored: string | null): T | null => {
    if (stored === null || stored === "") return null;
    try {
      return schema.safeParse(JSON.parse(stored)).data ?? null;
    } catch {
      // Text that isn't JSON is treated like JSON of another shape.
      return null;
    }
  };

export const parseInbound = parser(Inbound);
export const parseMarks = parser(PartMarks);
/** A part that was sealed as a whole. */
export const parsePart = parser(z.object({ chat: z.string(), body: z.string(), marks: PartMarks.catch({}) }));
export const parseNumbers = parser(z.object({ messages: z.number(), parts: z.number() }));
export const parsePace = parser(z.object({ times: z.array(z.number()), until: z.number() }));
export const parsePause = parser(Pause);
export const parseAsked = parser(Asked);
export const parseSaid = parser(Said);
export const parseExpiry = parser(Expiry);
/** The session as a whole; each feature reads its own part of it. */
export const parseSession = parser(Session);
