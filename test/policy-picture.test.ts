import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { policyPicture } from "../scripts/policy-picture.ts";

it("docs/dialogue.md shows the policy as it is (node scripts/policy-picture.ts prints it)", () => {
  const page = readFileSync(new URL("../docs/dialogue.md", import.meta.url), "utf8");
  const shown = /<!-- policy -->\n([\s\S]*?)\n<!-- \/policy -->/u.exec(page)?.[1];
  expect(shown).toBe(policyPicture());
});
