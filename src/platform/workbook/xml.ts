/** A tag of an office file with the text behind it, up to the next tag. */
export interface Piece {
  readonly name: string;
  readonly kind: "open" | "close" | "empty";
  readonly attributes: string;
  readonly text: string;
}

/** Matches only whole tags and never passes another "<", so that a file made to be slow is still read in one pass. */
const TAG = /<(\/?)(?:[A-Za-z_][\w.-]{0,30}:)?([A-Za-z][\w.-]{0,40})((?:\s[^<>]*?)?)(\/?)>([^<]*)/gu;

/** The tags of an XML text in their order; namespaces are dropped, comments and declarations passed over. */
export function* piecesOf(xml: string): Generator<Piece> {
  for (const [, slash, name = "", attributes = "", end, text = ""] of xml.matchAll(TAG))
    yield { name, kind: slash === "/" ? "close" : end === "/" ? "empty" : "open", attributes, text };
}

/** An attribute's value without its prefix; undefined where there is none. */
export function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "u").exec(attributes);
  const text = value?.[1] ?? value?.[2];
  return text === undefined ? undefined : plain(text);
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The letters that entities and Excel's `_x000D_` stand for. */
export function plain(text: string): string {
  return text
    .replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/gu, (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    })
    .replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
