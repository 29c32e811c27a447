/** The tags that we use, with the only attribute that we give one. */
const TAG = /^<(?:(b|i|pre|a)|(a) href="([^"<>]*)"|\/(b|i|pre|a))>/;
const ENTITY = /^&(amp|lt|gt|quot);/;
const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/**
 * Reads Telegram HTML more strictly than Telegram does: any `<`, `>` or `&` outside of a known tag or entity throws,
 * as do tags that don't nest.
 * @returns the words and the links' addresses
 */
export function parseHtml(html: string): { text: string; links: string[] } {
  const open: string[] = [];
  const links: string[] = [];
  let text = "";
  let at = 0;
  while (at < html.length) {
    const rest = html.slice(at, at + 3_000);
    const tag = TAG.exec(rest);
    const entity = ENTITY.exec(rest);
    if (tag !== null) {
      const [whole, plain, linked, href, closed] = tag;
      if (closed === undefined) open.push(plain ?? linked ?? "");
      else if (open.pop() !== closed) throw new Error(`</${closed}> at ${at} closes nothing`);
      if (href !== undefined) links.push(href);
      at += whole.length;
    } else if (entity !== null) {
      text += CHARACTERS[entity[1] ?? ""] ?? "";
      at += entity[0].length;
    } else {
      const character = html[at] ?? "";
      if ("<>&".includes(character)) throw new Error(`raw ${character} at ${at}`);
      text += character;
      at += 1;
    }
  }
  if (open.length > 0) throw new Error(`<${open.join("><")}> left open`);
  return { text, links };
}
