import { describe, expect, it } from "vitest";
import { openMemoryDatabase } from "../../test/knowledge/sqlite.ts";
import { type AgedSection, readAgedSections, reviewOf } from "./aged-sections.ts";
import type { Ageing } from "./ageing.ts";
import { applyBuild, planBuild } from "./build-index.ts";
import { readLibrary } from "./document.ts";

const document = (notes: string) => `---
id: a
title: Pháo
as_of: 2026-01-01
audience: public
class: public
---
## Một?
${notes}
Trả lời.

Nguồn: Báo A

## Hai?

Trả lời.

Nguồn: Báo A
`;

it("are those of the active version alone, with their document and heading", async () => {
  const db = openMemoryDatabase();
  expect(await readAgedSections(db)).toEqual([]);
  for (const day of ["2027-01-01", "2027-05-31"]) {
    const library = readLibrary([
      { name: "a.md", text: document(`> check_after: ${day}\n> confirmed: weak\n`) },
    ]);
    await applyBuild(db, await planBuild(library, [], 0));
  }
  expect(await readAgedSections(db)).toEqual([
    { document: "Pháo", heading: "Một?", ageing: { checkAfter: "2027-05-31", confirmed: "weak" } },
  ]);
});

describe("what has to be looked at", () => {
  const named = (heading: string, ageing: Ageing): AgedSection => ({ document: "A", heading, ageing });
  const review = reviewOf(
    [
      named("weak", { confirmed: "weak" }),
      named("soon", { checkAfter: "2027-06-30" }),
      named("today", { checkAfter: "2027-05-31" }),
      named("later", { checkAfter: "2027-07-01", confirmed: "yes" }),
      named("past", { checkAfter: "2027-05-30", confirmed: "no" }),
      named("replaced", { checkAfter: "2026-01-01", supersededBy: "1/2027/NĐ-CP" }),
    ],
    "2027-05-31",
    "2027-06-30",
  );

  it("is past its day or soon to be, the oldest first, but not replaced", () => {
    expect(review.due.map(({ heading }) => heading)).toEqual(["past", "today", "soon"]);
    expect(review.past).toBe(1);
  });

  it("isn't confirmed: unknown first, then known from one source", () => {
    expect(review.unconfirmed.map(({ heading }) => heading)).toEqual(["past", "weak"]);
  });
});
