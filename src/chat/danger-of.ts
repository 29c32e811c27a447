import type { Inbound } from "../messaging/inbound.ts";
import { wordsOf } from "../messaging/words.ts";
import type { Danger } from "../reader/names/danger.ts";
import { readInbound } from "../reading/read-message.ts";

const found = new WeakMap<Inbound, Danger | null>();

/** The danger in the words of a message, wherever they stand: a text, a caption, an edit. Read once a message. */
export function dangerOf(inbound: Inbound): Danger | null {
  const { content } = inbound;
  // What was typed is read once for the chat and the turn.
  if (content.kind === "text") return readInbound(inbound).danger;
  const known = found.get(inbound);
  if (known !== undefined) return known;
  const words = wordsOf(content);
  const danger = words === "" ? null : readInbound(inbound, words).danger;
  found.set(inbound, danger);
  return danger;
}

/** True where a message tells of a danger: it goes before everything else and waits for nothing. */
export const isUrgent = (inbound: Inbound): boolean => dangerOf(inbound) !== null;
