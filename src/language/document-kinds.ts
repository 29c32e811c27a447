import table from "./document-kinds.json" with { type: "json" };
import { fold } from "./fold.ts";

/** A kind of official document. Everything that reads document numbers uses this one table. */
export interface DocumentKind {
  /** With its marks: "thông tư". */
  readonly name: string;
  /** Letters that stand for it in a number: "TT" in 124/2021/TT-BCA. */
  readonly codes: readonly string[];
  /** How it is abbreviated before a number: "nđ 144". */
  readonly typed?: readonly string[];
  /** A directive: cited by its number, and people use its name too. */
  readonly isDirective?: boolean;
  /** Its name has no other meaning, unlike "quyết định". */
  readonly isUnmistakable?: boolean;
}

/** The longest name first, so that a pattern made of them finds "thông tư liên tịch" as a whole. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [...table].sort(
  (a, b) => b.name.length - a.name.length,
);

/** Names joined for a regular expression ("|") or for a pattern of `PatternBook` ("/"). */
export const namesJoined = (by: "|" | "/", kinds: readonly DocumentKind[] = DOCUMENT_KINDS): string =>
  kinds.map(({ name }) => name).join(by);

export const DIRECTIVES: readonly DocumentKind[] = DOCUMENT_KINDS.filter(({ isDirective }) => isDirective);

/** The words before the number of a directive, as a choice of a regular expression: "nghị định|nghi dinh|nđ|nd". */
export const DIRECTIVE_NAMES: string = [
  ...new Set(DIRECTIVES.flatMap(({ name, typed = [] }) => [name, fold(name), ...typed])),
].join("|");

const NAME_BY_CODE = new Map(DOCUMENT_KINDS.flatMap(({ name, codes }) => codes.map((code) => [code, name])));

/**
 * A document as people name it, by its number: the kind is read out of the letters where nobody wrote it.
 * @example nameOfNumber("282/2025/NĐ-CP") // "Nghị định 282/2025/NĐ-CP"
 */
export function nameOfNumber(number: string): string {
  if (!/^\d/u.test(number)) return number;
  const letters = number.split(/[/–-]/u).map((part) => part.replace(/\d+$/u, ""));
  const kind = letters.map((part) => NAME_BY_CODE.get(part)).find((name) => name !== undefined);
  return kind === undefined
    ? `văn bản ${number}`
    : `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${number}`;
}
