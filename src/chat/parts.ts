import type { Inbound, InboundContent } from "../messaging/inbound.ts";
import { isUrgent } from "../reading/urgent.ts";

/**
 * Messengers deliver an album photo by photo, and a long text cut in pieces: the parts of one message are put together
 * before its turn. Only in private chats: in a group each part is a message of its own.
 */

/** So long the first part of a message waits for the others, in milliseconds. */
export const PART_WAIT = 1_500;

/** Times of Telegram are whole seconds: pieces of one text differ by one at most. */
const CUT_WITHIN = 1_000;

/** More parts than any messenger's album has, and more words than a client sends at once. */
const MOST_FILES = 30;
const MOST_WORDS = 40_000;

type MediaContent = Extract<InboundContent, { kind: "media" }>;

/** How long a message waits for more of it: not at all where it is whole, or tells of a danger. */
export function waitOf(inbound: Inbound): number {
  return mayHaveMore(inbound) && !isUrgent(inbound) ? PART_WAIT : 0;
}

/** True where a message can be the beginning of a longer one. */
export function mayHaveMore({ content, isPrivate, mayGoOn }: Inbound): boolean {
  if (!isPrivate) return false;
  return content.kind === "media" ? isOfAlbum(content) : content.kind === "text" && mayGoOn === true;
}

/** Documents sent together stay apart: each is read for itself. */
const isOfAlbum = ({ album, media }: MediaContent): boolean =>
  album !== undefined && media.every(({ kind }) => kind !== "file");

/**
 * The message that two parts make, under the key of the first; null where the second isn't a part of the first.
 * @param first what waits for more of it
 */
export function joined(first: Inbound, next: Inbound): Inbound | null {
  if (!mayHaveMore(first) || first.sender !== next.sender || first.forwarded !== next.forwarded) return null;
  const content = joinedAlbum(first.content, next.content) ?? joinedText(first, next);
  if (content === null) return null;
  const { mayGoOn: _, ...rest } = first;
  return { ...rest, ...(next.mayGoOn === true && { mayGoOn: true as const }), content };
}

function joinedAlbum(first: InboundContent, next: InboundContent): MediaContent | null {
  if (first.kind !== "media" || next.kind !== "media" || first.album !== next.album || !isOfAlbum(next))
    return null;
  const media = [...first.media, ...next.media];
  if (media.length > MOST_FILES) return null;
  const caption = together(first.caption, next.caption);
  return { ...first, media, ...(caption !== "" && { caption }) };
}

function joinedText(first: Inbound, next: Inbound): InboundContent | null {
  if (first.content.kind !== "text" || next.content.kind !== "text") return null;
  const { text, tapped } = next.content;
  const isNew = tapped === true || text.startsWith("/") || next.repliedTo !== undefined;
  const isLater = Math.abs(next.at - first.at) > CUT_WITHIN;
  if (isNew || isLater || first.content.text.length + text.length > MOST_WORDS) return null;
  return { ...first.content, text: `${first.content.text}\n${text}` };
}

const together = (...captions: readonly (string | undefined)[]): string =>
  [...new Set(captions.filter((caption) => caption !== undefined))].join("\n");
