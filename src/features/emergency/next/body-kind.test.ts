import { expect, it } from "vitest";
import type { DangerKind } from "../../../reader/names/danger.ts";
import type { LearnedReading } from "../../../reader/read-by.ts";
import { bodyKind } from "./body-kind.ts";

const reading = (is: DangerKind, p: number) => ({
  learned: { kinds: [{ is, p }] } as unknown as LearnedReading,
});

it("gives the steps of a kind only where it is sure", () => {
  expect(bodyKind(reading("choking", 0.95), "choking")).toBe("choking");
  expect(bodyKind(reading("choking", 0.6), "choking")).toBe("medical");
  expect(bodyKind(reading("stroke", 0.9), "choking")).toBe("medical");
});
