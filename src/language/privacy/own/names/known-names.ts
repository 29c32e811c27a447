import { nameSpans } from "../../personal-names.ts";
import { tokensOf } from "../own-numbers.ts";
import type { OwnReading } from "../own-reading.ts";

export type TokenSpan = readonly [from: number, to: number];

/** The whole names of a text, whoever's they are. */
export interface KnownNames {
  /** In order. */
  readonly all: readonly TokenSpan[];
  /** The name that begins at this token. */
  readonly from: (at: number) => TokenSpan | undefined;
  /** The name that ends before this token. */
  readonly to: (at: number) => TokenSpan | undefined;
  /** The first name that begins between two tokens. */
  readonly within: (from: number, to: number) => TokenSpan | undefined;
}

/** A name doesn't go on in the next line. Each is looked up by its place: a text of nothing but names isn't searched once more for each of them. */
export function knownNames(reading: OwnReading): KnownNames {
  const all = [...reading.text.matchAll(/[^\n]+/gu)].flatMap(({ 0: line, index }) =>
    nameSpans(line).map(([start, end]) => tokensOf(reading, index + start, index + end)),
  );
  const byStart = new Map(all.map((span) => [span[0], span]));
  const byEnd = new Map(all.map((span) => [span[1], span]));
  return {
    all,
    from: (at) => byStart.get(at),
    to: (at) => byEnd.get(at),
    within(from, to) {
      for (let at = from; at < to; at++) if (byStart.has(at)) return byStart.get(at);
      return undefined;
    },
  };
}
