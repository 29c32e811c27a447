/** Telegram's HTML parse mode knows four named entities and few tags; it refuses a message with others. */

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** For text and for attribute values. Cut a text before escaping it, not after: an entity must not be cut. */
export function escapeHtml(raw: string): string {
  return raw.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** The text of HTML made here, without the tags. */
export function htmlToPlain(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, (whole, name: string) => CHARACTERS[name] ?? whole);
}

/** No source has a longer address. */
const MAX_URL = 2_000;

/** A link; the bare text where the address isn't a plain http(s) one. */
export function link(raw: string, url: string | undefined): string {
  const isWeb =
    url !== undefined && url.length <= MAX_URL && /^https?:\/\//i.test(url) && URL.canParse(url.trim());
  return isWeb ? `<a href="${escapeHtml(new URL(url).href)}">${escapeHtml(raw)}</a>` : escapeHtml(raw);
}
