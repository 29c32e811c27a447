import { z } from "zod";
import { cut } from "../text.ts";

/**
 * The parts of a Telegram Update that we read. The schema is loose because the Bot API keeps growing: unknown fields
 * pass, and a content field of an unexpected form counts as absent. Only what a message can't do without is strict.
 * Telegram promises ids below 2^53; a larger number has lost digits before we see it and is refused.
 */
const id = z.int();
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
/** Null counts as absent; anything else must be of the form. */
const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
/** Telegram's own limit is 4,096; more is no person's message. In UTF-16 units. */
export const MAX_TEXT = 10_000;
const text = z.string().transform((value) => cut(value.toWellFormed(), MAX_TEXT));
const label = lenient(text);
const size = lenient(z.int().nonnegative());

const User = z.looseObject({
  id,
  is_bot: lenient(z.boolean()),
  first_name: label,
  last_name: label,
});
const Chat = z.looseObject({ id, type: z.enum(["private", "group", "supergroup", "channel"]) });
const File = z.looseObject({
  file_id: z.string().min(1).max(512),
  file_size: size,
  file_name: label,
  mime_type: label,
});
const Photo = z.looseObject({
  file_id: z.string().min(1).max(512),
  file_size: size,
  width: size,
  height: size,
});
const Location = z.looseObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
const Venue = z.looseObject({ location: Location, title: label, address: label });
/** An address behind words, or the one that a preview shows. */
const Linked = z.looseObject({ url: label });

export const Message = z.looseObject({
  message_id: id,
  date: z.int().nonnegative(),
  chat: Chat,
  from: lenient(User),
  /** One that can't be read is some chat all the same: nobody speaks for it. */
  sender_chat: z
    .looseObject({ id })
    .nullish()
    .catch({ id: 0 })
    .transform((chat) => chat ?? undefined),
  is_automatic_forward: lenient(z.boolean()),
  reply_to_message: lenient(
    z.looseObject({
      message_id: lenient(id),
      from: lenient(User),
      forum_topic_created: lenient(z.looseObject({})),
    }),
  ),
  message_thread_id: lenient(id),
  is_topic_message: lenient(z.boolean()),
  media_group_id: lenient(z.string().min(1).max(64)),
  text: lenient(text),
  caption: label,
  entities: lenient(z.array(Linked)),
  caption_entities: lenient(z.array(Linked)),
  link_preview_options: lenient(Linked),
  quote: lenient(z.looseObject({ text: label })),
  external_reply: lenient(z.looseObject({})),
  photo: lenient(z.array(Photo).min(1)),
  video: lenient(File),
  animation: lenient(File),
  video_note: lenient(File),
  voice: lenient(File),
  audio: lenient(File),
  document: lenient(File),
  live_photo: lenient(File),
  location: lenient(Location),
  venue: lenient(Venue),
  sticker: lenient(z.looseObject({})),
});

const CallbackQuery = z.looseObject({
  id: z.string().min(1).max(128),
  from: User,
  /** Absent where the button belongs to an inline message; its `date` is 0 where the message is no longer reachable. */
  message: z
    .looseObject({
      message_id: id,
      chat: Chat,
      message_thread_id: lenient(id),
      is_topic_message: lenient(z.boolean()),
    })
    .optional(),
  data: lenient(text),
});

/** A person's standing in a chat. `is_member` comes with "restricted" only, the right with "administrator" only. */
const Standing = z.looseObject({
  user: lenient(User),
  status: z.string(),
  is_member: lenient(z.boolean()),
  can_restrict_members: lenient(z.boolean()),
});

const MembershipChange = z.looseObject({
  chat: Chat,
  from: User,
  date: z.int().nonnegative(),
  old_chat_member: lenient(Standing),
  new_chat_member: Standing,
});

/** The updates that we read. One with none of these fields is ignored. */
export const Update = z.looseObject({
  update_id: z.int().nonnegative(),
  message: absent(Message),
  /** Read as a message where it is one. */
  edited_message: z.unknown().optional(),
  callback_query: absent(CallbackQuery),
  my_chat_member: absent(MembershipChange),
  chat_member: absent(MembershipChange),
});

export type Message = z.infer<typeof Message>;
export type Photo = z.infer<typeof Photo>;
export type File = z.infer<typeof File>;
export type CallbackQuery = z.infer<typeof CallbackQuery>;
export type MembershipChange = z.infer<typeof MembershipChange>;
export type Standing = z.infer<typeof Standing>;
export type User = z.infer<typeof User>;
