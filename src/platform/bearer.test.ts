import { expect, it } from "vitest";
import { hasToken } from "./bearer.ts";

const TOKEN = "token-for-the-metrics";

it("is the whole token, after Bearer, and never one that isn't set", () => {
  expect(hasToken(`Bearer ${TOKEN}`, TOKEN)).toBe(true);
  for (const header of [
    undefined,
    "",
    TOKEN,
    `Basic ${TOKEN}`,
    "Bearer ",
    `Bearer ${TOKEN}x`,
    "Bearer token",
  ])
    expect(hasToken(header, TOKEN)).toBe(false);
  for (const header of [undefined, "Bearer undefined", "Bearer "])
    expect(hasToken(header, undefined)).toBe(false);
});
