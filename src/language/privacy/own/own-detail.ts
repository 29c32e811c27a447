/** What may point to a person. */
export type OwnKind =
  | "phone"
  | "paper"
  | "number"
  | "email"
  | "profile"
  | "plate"
  | "birth"
  | "name"
  | "address";

/**
 * Whose it is by the words around it. `unclear` counts as the reporter's until they say otherwise; `other` is what the
 * text plainly says of the accused, of the place of the incident, of an office.
 */
export type Whose = "reporter" | "other" | "unclear";

/** A piece of a text that may point to a person. */
export interface OwnDetail {
  readonly kind: OwnKind;
  readonly whose: Whose;
  /** In the text as `readable` gives it, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Equal for the same detail however it is written: digits, or letters without marks. */
  readonly key: string;
  /** A name that the words around it give to whoever speaks: "em là Hạnh", "Hạnh đây". It is no place's, wherever else it stands. */
  readonly isIntroduced?: true;
}
