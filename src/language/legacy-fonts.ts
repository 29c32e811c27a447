import tables from "./legacy-fonts.json" with { type: "json" };

/**
 * Text from before Unicode, as old documents still have it: its letters stand for others. TCVN3 (TCVN 5712:1993) has one
 * sign a letter, VNI a letter and its mark.
 */

/** Letters that only Vietnamese in Unicode has: such a text is no legacy one. */
const UNICODE = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]|\p{M}/u;
/** Signs that hardly stand in a text, but in TCVN3 are the commonest letters: ă â ê ô ơ ư đ, and the tones of a. */
const TCVN3 = /\p{L}[¸µ¶·¹¨©ª«¬®\u00ad]|[¨©ª«¬®§\u00ad]\p{L}/gu;
/** A vowel with a second one that is only a mark. */
const VNI = /[aeouyôö][ùøûõï]|[aeo][âåä]/giu;
/** One such sign may be a slip or a foreign name. */
const ENOUGH = 2;

/** The text in Unicode where it was typed in TCVN3 or VNI; else as it is. */
export function decodeLegacy(text: string): string {
  if (UNICODE.test(text)) return text;
  if ((text.match(TCVN3) ?? []).length >= ENOUGH) return replaced(text, tables.tcvn3, 1);
  if ((text.match(VNI) ?? []).length >= ENOUGH) return replaced(text, tables.vni, 2);
  return text;
}

/** Each sign, or the longest run of signs, by what it stands for. */
function replaced(text: string, table: Readonly<Record<string, string>>, longest: number): string {
  let out = "";
  for (let at = 0; at < text.length; ) {
    const length = Array.from({ length: longest }, (_, i) => longest - i).find((many) => {
      const found = table[text.slice(at, at + many).toLowerCase()] ?? table[text.slice(at, at + many)];
      return found !== undefined;
    });
    const sign = text.slice(at, at + (length ?? 1));
    out += table[sign] ?? table[sign.toLowerCase()] ?? sign;
    at += length ?? 1;
  }
  return out;
}
