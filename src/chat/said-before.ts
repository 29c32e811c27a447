import type { Inbound } from "../messaging/inbound.ts";
import { wordsOf } from "../messaging/words.ts";

/** What the last messages said, as hashes: an edit that changes no word is known by them. */
export type Said = readonly (readonly [message: string, words: string])[];

/** People put right what they have just written. */
const KEPT = 20;

/** True where the messenger may tell of an edit of this message later. */
const isEditable = ({ channel, content, isPrivate }: Inbound): boolean =>
  channel === "telegram" && isPrivate && !(content.kind === "text" && content.tapped === true);

/** True where an edit has the words that its message had. */
export const saysTheSame = ({ content, messageId }: Inbound, said: Said): boolean =>
  content.kind === "edited" &&
  said.some(([message, words]) => message === messageId && words === hashOf(content.text));

/** The list with this message; the same list where nobody can edit the message. */
export function withSaid(said: Said, inbound: Inbound): Said {
  const { messageId, content } = inbound;
  const words = wordsOf(content);
  if (messageId === undefined || words === "" || !isEditable(inbound)) return said;
  return [...said.filter(([message]) => message !== messageId), [messageId, hashOf(words)] as const].slice(
    -KEPT,
  );
}

/** 53 bits that differ where the words do (cyrb53); no proof against anybody: what is stored of it is sealed. */
function hashOf(words: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
