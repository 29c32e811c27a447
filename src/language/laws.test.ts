import { expect, it } from "vitest";
import laws from "./laws.json" with { type: "json" };
import { withLaws } from "./laws.ts";

it("writes out a law, and one of its articles", () => {
  expect(withLaws("Theo {denunciation}: {denunciation.secrecy}.")).toBe(
    `Theo ${laws.denunciation.name}: ${laws.denunciation.name}, ${laws.denunciation.secrecy}.`,
  );
});

it.each(["{nolaw}", "{denunciation.nothing}"])(
  "stops at a citation that the table doesn't have: %s",
  (text) => {
    expect(() => withLaws(text)).toThrow(text);
  },
);
