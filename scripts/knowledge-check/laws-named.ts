import {
  DIRECTIVE_NAMES,
  DIRECTIVES,
  type DocumentKind,
  nameOfNumber,
} from "../../src/language/document-kinds.ts";
import { fold } from "../../src/language/fold.ts";

/** A law, decree or circular as a text names it. */
export interface NamedLaw {
  /** One key for all ways of writing it: "nghị định 282/2025". */
  readonly key: string;
  /** With its kind: "Nghị định 282/2025/NĐ-CP". */
  readonly name: string;
  /** The kind in words right before the number, where there is one. */
  readonly said?: DocumentKind;
  /** The kind by the letters of the number. */
  readonly coded?: DocumentKind;
}

const NUMBER = /(?<![\d/.])(\d{1,4})\/(\d{4})(?:\/([A-ZĐ][\p{L}\d]*(?:[-–][A-ZĐ][\p{L}\d]*)*))?(?![\d/])/gu;
const RIGHT_BEFORE = new RegExp(`(?<!\\p{L})(${DIRECTIVE_NAMES})\\s+(?:số\\s+)?$`, "iu");
/** "Luật Tố cáo 25/2018": the kind, then the name, without another number between. */
const BEFORE = new RegExp(`(?<!\\p{L})(${DIRECTIVE_NAMES})(?=\\s[\\p{L},\\s]{0,80}$)`, "giu");
const KIND_BY_NAME = new Map(
  DIRECTIVES.flatMap((kind) =>
    [kind.name, fold(kind.name), ...(kind.typed ?? [])].map((name) => [name, kind]),
  ),
);

/**
 * The laws that a text names by number and year, with or without letters after them.
 * @example lawsIn("Nghị định 282/2025, Điều 8")[0].key // "nghị định 282/2025"
 */
export function lawsIn(text: string): NamedLaw[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const [written, number, year, letters = ""] = match;
    const before = text.slice(0, match.index);
    const said = kindNamed(RIGHT_BEFORE.exec(before)?.[1]);
    const coded = kindByLetters(letters);
    const kind = coded ?? said ?? kindNamed([...before.matchAll(BEFORE)].at(-1)?.[1]);
    if (kind === undefined) return [];
    return [
      {
        key: `${kind.name} ${Number(number)}/${year}`,
        name: coded === undefined ? `${kind.name} ${written}` : nameOfNumber(written),
        ...(said !== undefined && { said }),
        ...(coded !== undefined && { coded }),
      },
    ];
  });
}

const kindNamed = (name = ""): DocumentKind | undefined => KIND_BY_NAME.get(name.toLowerCase());

function kindByLetters(letters: string): DocumentKind | undefined {
  const parts = letters.split(/[-–]/u).map((part) => part.replace(/\d+$/u, ""));
  return DIRECTIVES.find(({ codes }) => codes.some((code) => parts.includes(code)));
}
