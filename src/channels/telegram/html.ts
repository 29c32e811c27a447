/** Telegram's HTML parse mode: four named entities, few tags; anything else refuses the whole message. */

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** For text and for attribute values alike. Cut before, never after: an entity is one character to Telegram. */
export function escapeHtml(raw: string): string {
  return raw.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** The words of HTML made here, without its markup. */
export function htmlToPlain(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, (whole, name: string) => CHARACTERS[name] ?? whole);
}

/** Longer addresses than this are no one's source. */
const MAX_URL = 2_000;

/** A link; the bare text where the address isn't a plain http(s) one. */
export function link(raw: string, url: string | undefined): string {
  const isWeb =
    url !== undefined && url.length <= MAX_URL && /^https?:\/\//i.test(url) && URL.canParse(url.trim());
  return isWeb ? `<a href="${escapeHtml(new URL(url).href)}">${escapeHtml(raw)}</a>` : escapeHtml(raw);
}
