import type { TypedWord } from "../typed-words.ts";

/** A text being read for a place. */
export interface Reading {
  readonly typed: readonly TypedWord[];
  /** True where the word belongs to a time: no name goes on over it. */
  readonly isTime: (at: number) => boolean;
}
