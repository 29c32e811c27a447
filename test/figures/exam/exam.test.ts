import { describe, expect, it } from "vitest";
import { answerText } from "../fixtures.ts";
import { EIGHTH } from "./eighth.ts";
import { ELEVENTH } from "./eleventh.ts";
import { FIFTEENTH } from "./fifteenth.ts";
import { FIFTH } from "./fifth.ts";
import { FIRST } from "./first.ts";
import { FOURTEENTH } from "./fourteenth.ts";
import { FOURTH } from "./fourth.ts";
import { NINTH } from "./ninth.ts";
import type { Item } from "./paper.ts";
import { SECOND } from "./second.ts";
import { SEVENTH } from "./seventh.ts";
import { SIXTH } from "./sixth.ts";
import { TENTH } from "./tenth.ts";
import { THIRD } from "./third.ts";
import { THIRTEENTH } from "./thirteenth.ts";
import { TWELFTH } from "./twelfth.ts";

const PAPERS: Readonly<Record<string, readonly Item[]>> = {
  FIRST,
  SECOND,
  THIRD,
  FOURTH,
  FIFTH,
  SIXTH,
  SEVENTH,
  EIGHTH,
  NINTH,
  TENTH,
  ELEVENTH,
  TWELFTH,
  THIRTEENTH,
  FOURTEENTH,
  FIFTEENTH,
};

/** Questions as officials and citizens write them; the numbers are worked out in the papers from the published counts. */
describe.each(Object.entries(PAPERS))("paper %s", (_, items) => {
  it.each(items.map((one) => [one.asks.join(" → "), one] as const))("%s", async (_name, one) => {
    const answer = await answerText(...one.asks);
    if (one.holds.length === 0) expect(answer).toBe("");
    for (const words of one.holds) expect(answer).toContain(words);
    for (const words of one.never) expect(answer).not.toContain(words);
  });
});
