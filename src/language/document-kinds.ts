import table from "./document-kinds.json" with { type: "json" };
import { fold } from "./fold.ts";

/** A kind of official document: the one table from which every reader of documents' numbers is made. */
export interface DocumentKind {
  /** With its marks: "thông tư". */
  readonly name: string;
  /** Letters that stand for it in a number: "TT" in 124/2021/TT-BCA. */
  readonly codes: readonly string[];
  /** How it is abbreviated before a number: "nđ 144". */
  readonly typed?: readonly string[];
  /** It tells others what to do: known by its number, and spoken of by its name by anyone. */
  readonly isDirective?: boolean;
  /** Its name means nothing else, as "quyết định" does. */
  readonly isUnmistakable?: boolean;
}

/** The longest name first, so that a pattern made of them takes "thông tư liên tịch" whole. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [...table].sort(
  (a, b) => b.name.length - a.name.length,
);

/** Names joined for a regular expression ("|") or for a pattern of `PatternBook` ("/"). */
export const namesJoined = (by: "|" | "/", kinds: readonly DocumentKind[] = DOCUMENT_KINDS): string =>
  kinds.map(({ name }) => name).join(by);

export const DIRECTIVES: readonly DocumentKind[] = DOCUMENT_KINDS.filter(({ isDirective }) => isDirective);

/** What stands before the number of a directive, as a choice of a regular expression: "nghị định|nghi dinh|nđ|nd". */
export const DIRECTIVE_NAMES: string = [
  ...new Set(DIRECTIVES.flatMap(({ name, typed = [] }) => [name, fold(name), ...typed])),
].join("|");

/** "nghị định/thông tư": words that always speak of rules, for patterns. */
export const RULE_WORDS: string = namesJoined(
  "/",
  DOCUMENT_KINDS.filter(({ isUnmistakable }) => isUnmistakable),
);
