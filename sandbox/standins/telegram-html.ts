const TAGS = new Set([
  "b",
  "strong",
  "i",
  "em",
  "u",
  "ins",
  "s",
  "strike",
  "del",
  "code",
  "pre",
  "a",
  "blockquote",
  "tg-spoiler",
  "span",
]);
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** The words of an HTML message without its markup, or why Telegram would refuse it. */
export type ParsedHtml = { readonly text: string } | { readonly error: string };

/** Telegram's HTML parse mode: few tags, all closed, four named entities; everything else is refused. */
export function parseTelegramHtml(html: string): ParsedHtml {
  const open: string[] = [];
  let text = "";
  let rest = 0;
  for (const match of html.matchAll(/<(\/?)([a-zA-Z0-9-]*)([^>]*)(>?)/g)) {
    text += html.slice(rest, match.index);
    rest = match.index + match[0].length;
    const [, slash = "", name = "", , end = ""] = match;
    const tag = name.toLowerCase();
    const offset = `at byte offset ${Buffer.byteLength(html.slice(0, match.index))}`;
    if (end === "") return { error: `Unclosed start tag ${offset}` };
    if (slash === "") {
      if (!TAGS.has(tag)) return { error: `Unsupported start tag "${tag}" ${offset}` };
      open.push(tag);
    } else if (open.pop() !== tag) {
      return { error: `Unexpected end tag ${offset}` };
    }
  }
  text += html.slice(rest);
  const unclosed = open.at(-1);
  if (unclosed !== undefined) return { error: `Can't find end tag corresponding to start tag "${unclosed}"` };
  return { text: text.replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ENTITIES[name] ?? "") };
}
