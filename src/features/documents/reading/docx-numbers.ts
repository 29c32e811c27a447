import { attributeOf, tokensOf } from "./xml.ts";

/** How one level of a list is numbered: its form, such as "Điều %1." or "%1.%2", and what its numbers are. */
interface Level {
  readonly form: string;
  readonly kind: string;
  readonly start: number;
}

/** The number that Word shows before a paragraph, though no letter of it stands in the file. */
export class ListNumbers {
  readonly #levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly #counted = new Map<string, number[]>();

  /** @param xml word/numbering.xml; empty where there is none */
  constructor(xml: string) {
    this.#levels = readLevels(xml);
  }

  /** The number of the next paragraph of this list at this level, with a space behind; empty for a bullet's. */
  next(list: string, level: number): string {
    const levels = this.#levels.get(list);
    const own = levels?.get(level);
    if (levels === undefined || own === undefined) return "";
    const counted = this.#counted.get(list) ?? [];
    this.#counted.set(list, counted);
    counted[level] = (counted[level] ?? own.start - 1) + 1;
    counted.length = level + 1;
    if (own.kind === "bullet") return "- ";
    const shown = own.form.replace(/%(\d)/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const { kind = "decimal", start = 1 } = levels.get(at) ?? {};
      return written(counted[at] ?? start, kind);
    });
    return shown === "" ? "" : `${shown} `;
  }
}

function readLevels(xml: string): ReadonlyMap<string, ReadonlyMap<number, Level>> {
  const abstract = new Map<string, Map<number, Level>>();
  const lists = new Map<string, ReadonlyMap<number, Level>>();
  let open: Map<number, Level> | undefined;
  let list: string | undefined;
  let at = 0;
  for (const token of tokensOf(xml)) {
    if (token.kind === "text" || token.kind === "close") continue;
    const value = attributeOf(token.attributes, "val") ?? "";
    const change = (part: Partial<Level>) =>
      open?.set(at, { form: "", kind: "decimal", start: 1, ...open.get(at), ...part });
    if (token.name === "abstractNum") {
      open = new Map();
      abstract.set(attributeOf(token.attributes, "abstractNumId") ?? "", open);
    } else if (token.name === "num") list = attributeOf(token.attributes, "numId");
    else if (token.name === "abstractNumId" && list !== undefined)
      lists.set(list, abstract.get(value) ?? new Map());
    else if (token.name === "lvl") at = Number(attributeOf(token.attributes, "ilvl") ?? 0);
    else if (token.name === "lvlText") change({ form: value });
    else if (token.name === "numFmt") change({ kind: value });
    else if (token.name === "start") change({ start: Number(value) || 1 });
  }
  return lists;
}

const ROMAN = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;
const LETTERS = 26;
const MOST = 3_000;

function written(number: number, kind: string): string {
  if (number > MOST) return String(number);
  if (/roman/iu.test(kind)) {
    let left = number;
    let roman = "";
    for (const [value, sign] of ROMAN) for (; left >= value; left -= value) roman += sign;
    return kind === "lowerRoman" ? roman.toLowerCase() : roman;
  }
  if (!/letter/iu.test(kind)) return String(number);
  const letter = String.fromCharCode(97 + ((number - 1) % LETTERS)).repeat(Math.ceil(number / LETTERS));
  return kind === "upperLetter" ? letter.toUpperCase() : letter;
}
