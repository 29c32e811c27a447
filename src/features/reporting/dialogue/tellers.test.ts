import { describe, expect, it } from "vitest";
import { localDay } from "../../../language/dates.ts";
import { fold } from "../../../language/fold.ts";
import type { Occurrence, Place } from "../report.ts";
import TELLERS from "./tellers.examples.json" with { type: "json" };
import { isTimeAnswer, readWhen } from "./when.ts";
import { readPlaceAnswer, readWhere } from "./where.ts";

/** Thursday 26/11/2026, 15:30 in Vietnam. */
const NOW = Date.UTC(2026, 10, 26, 8, 30);

interface Told {
  readonly where: Place | null;
  readonly when: Occurrence | null;
}

/** A slot takes what parses as its own; while it is asked for, a bare answer too. Everything else is the story. */
function told(messages: readonly string[]): Told {
  let where: Place | null = null;
  let when: Occurrence | null = null;
  for (const message of messages) {
    const asksWhere = where === null;
    where ??= readWhere(message) ?? readPlaceAnswer(message);
    when ??= readWhen(message, NOW);
    if (when === null && !asksWhere && isTimeAnswer(message, NOW)) when = { words: message };
  }
  return { where, when };
}

describe("sixteen tellers, bit by bit or in one message", () => {
  it.each(TELLERS)("$told", ({ told: messages, place, from, to, words }) => {
    const { where, when } = told(messages);
    expect(fold(where?.words ?? "")).toContain(fold(place));
    expect((where?.words ?? "").length).toBeLessThanOrEqual(place.length + 12);
    if (words !== undefined) expect(when?.words).toContain(words);
    expect(when?.from === undefined ? undefined : localDay(when.from)).toBe(from);
    expect(when?.to === undefined ? undefined : localDay(when.to - 1)).toBe(to);
  });
});
