/** A tag or a text of an XML file. Comments, instructions and declarations are left out. */
export type Token =
  | { readonly kind: "open" | "close" | "empty"; readonly name: string; readonly attributes: string }
  | { readonly kind: "text"; readonly text: string };

const TOKEN =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)(?:[\w.-]+:)?([\w.-]+)([^<>]*?)(\/?)>|([^<]+)/gu;

/** The tokens of an XML file in their order, names without their namespace; nothing is resolved but the five entities. */
export function* tokensOf(xml: string): Generator<Token> {
  for (const [, verbatim, slash, name, attributes = "", end, text] of xml.matchAll(TOKEN)) {
    if (verbatim !== undefined) yield { kind: "text", text: verbatim };
    else if (name !== undefined)
      yield { kind: slash === "/" ? "close" : end === "/" ? "empty" : "open", name, attributes };
    else if (text !== undefined) yield { kind: "text", text: unescaped(text) };
  }
}

/** An attribute by its name without namespace. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "u").exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : unescaped(value);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const LAST_LETTER = 0x10ffff;

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= LAST_LETTER ? String.fromCodePoint(code) : whole;
  });
