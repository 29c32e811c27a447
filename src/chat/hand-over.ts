import type { ChannelName } from "../messaging/inbound.ts";
import { lastPartOf } from "./renew-tables.ts";
import type { HandedOver, PartState, StoredMessage, StoredNote } from "./stored-rows.ts";
import { parseMarks } from "./stored-shapes.ts";

/** Marks of the operator's book under the older name: under the new one the chat is marked anew. */
const LEFT_BEHIND: ReadonlySet<string> = new Set(["round", "settled", "marked", "day"]);

/** Everything of a chat that was stored without keys. */
export function unsealedRows(sql: SqlStorage): HandedOver {
  const messages = sql
    .exec<MessageRow>(`SELECT ${MESSAGE} FROM inbox ORDER BY seq`)
    .toArray()
    .map((row): StoredMessage => ({ ...row }));
  const parts = sql
    .exec<PartRow>(`SELECT ${PART} FROM outbox ORDER BY seq`)
    .toArray()
    .map(({ seq, channel, chat, body, marks, ...row }) => ({
      seq,
      part: { channel, chat, body, marks: parseMarks(marks) ?? {} },
      row,
    }));
  const notes = sql
    .exec<NoteRow>("SELECT kind, key, value, at FROM notes")
    .toArray()
    .filter(({ kind, key }) => kind !== "meta" || !LEFT_BEHIND.has(key));
  return { messages, parts, lastPart: lastPartOf(sql), notes };
}

/** True where a chat stores anything at all. */
export function hasRows(sql: SqlStorage): boolean {
  return (
    sql
      .exec("SELECT 1 FROM inbox UNION ALL SELECT 1 FROM outbox UNION ALL SELECT 1 FROM notes LIMIT 1")
      .toArray().length > 0
  );
}

const MESSAGE = `seq, key, inbound, state, attempts, next_at AS nextAt, received_at AS receivedAt, day, nth, channel,
  parked_at AS parkedAt`;
const PART = `seq, channel, chat, body, marks, state, attempts, next_at AS nextAt, reason, created_at AS createdAt,
  message, parked_at AS parkedAt, rank, queue, divided_from AS dividedFrom`;

type MessageRow = { -readonly [Column in keyof StoredMessage]: StoredMessage[Column] };
type PartRow = { -readonly [Column in keyof PartState]: PartState[Column] } & {
  seq: number;
  channel: ChannelName;
  chat: string;
  body: string;
  marks: string | null;
};
type NoteRow = { -readonly [Column in keyof StoredNote]: StoredNote[Column] };
