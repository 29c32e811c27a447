import { citedPassages, ungrounded, wholeOf } from "./evidence.ts";
import type { Exchange } from "./exchange.ts";
import { finds } from "./pattern.ts";
import type { Question } from "./question.ts";
import { firstLine, type Reading, read } from "./reading.ts";

/** What is measured of a reply beside whether it is right as a whole. Null where a question has no such side. */
export interface Marks {
  /** Every fact asked for is said. */
  readonly facts: boolean | null;
  /** Every fact asked for stands in one of the first eight passages of one search of the turn. */
  readonly recall: boolean | null;
  /** There is a "Nguồn:" line, and every fact asked for stands in the passages that the reply cites. */
  readonly citations: boolean | null;
  /** Refused where there is nothing to say, not refused where there is. */
  readonly refusals: boolean | null;
  /** Nothing of the answer is missing in the passages cited. */
  readonly grounded: boolean | null;
}

export type Measure = keyof Marks;
export const MEASURES: readonly Measure[] = ["facts", "recall", "citations", "refusals", "grounded"];

export const NO_MARKS: Marks = { facts: null, recall: null, citations: null, refusals: null, grounded: null };

const FIRST = 8;
/** Kinds that ask for what the assistant must not or can't say. */
const REFUSING: ReadonlySet<string> = new Set(["not-known", "adversarial", "adversarial-new"]);
const isOfFigures = (kind: string): boolean => kind.startsWith("figure");

/**
 * Marks the last reply of a conversation.
 * @param isRight whether nothing speaks against the reply
 */
export function markReply({ check, kind }: Question, exchange: Exchange, isRight: boolean): Marks {
  const shown = check.withButtons ? [exchange.text, ...exchange.buttons].join("\n") : exchange.text;
  const has = (groups: readonly (readonly string[])[], text: Reading) =>
    groups.every((wordings) => wordings.some((pattern) => finds(pattern, text)));
  const wantsFacts = check.all.length + check.firstLine.length > 0;
  const fromKnowledge =
    check.source && !isOfFigures(kind) && check.all.length > 0 && exchange.searches.length > 0;
  const carry = (passages: readonly { readonly whole: Reading }[]) =>
    check.all.every((wordings) => passages.some(({ whole }) => has([wordings], whole)));
  const readings = (passages: Exchange["searches"][number]) =>
    passages.map((passage) => ({ whole: read(wholeOf(passage)) }));
  const cited = citedPassages(exchange);
  const strange = ungrounded(exchange);
  const wasRefused = exchange.events.includes("not_known");
  return {
    facts: wantsFacts
      ? has(check.all, read(shown)) && has(check.firstLine, read(firstLine(exchange.text)))
      : null,
    // Two questions in one message are looked for apart.
    recall: fromKnowledge
      ? carry(exchange.searches.flatMap((found) => readings(found.slice(0, FIRST))))
      : null,
    citations: fromKnowledge ? cited.length > 0 && carry(readings(cited)) : null,
    refusals: isOfFigures(kind) ? null : REFUSING.has(kind) ? isRight : fromKnowledge ? !wasRefused : null,
    grounded: strange === null ? null : strange.length === 0,
  };
}
