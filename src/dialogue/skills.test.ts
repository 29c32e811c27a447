import { expect, it } from "vitest";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { MOVES } from "./policy.ts";
import { skillsOf } from "./skills.ts";

it("has a skill for every move that isn't the others'", () => {
  const moves = Object.keys(MOVES).filter((move) => move !== "ordinary" && move !== "aside");
  expect(Object.keys(skillsOf({} as ReportingServices)).sort()).toEqual(moves.sort());
});

it("keeps only a danger open where no reports are taken", () =>
  expect(Object.keys(skillsOf(undefined)).every((move) => move.startsWith("danger"))).toBe(true));
