import { expect, it } from "vitest";
import { asksForIdentity } from "../../personal-questions.ts";
import templates from "./templates.json" with { type: "json" };

it("no prepared sentence asks a reporter who they are", () => {
  for (const { label, words } of templates) expect(asksForIdentity(words), label).toBe(false);
});

it("each has a name of its own that fits a button", () => {
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
  for (const { id, label } of templates)
    expect(new TextEncoder().encode(`/mau TB-AAAA-AAAA ${id}`).length, label).toBeLessThanOrEqual(60);
});
