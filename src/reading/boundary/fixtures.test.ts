import { describe, expect, it } from "vitest";
import { DECLINED } from "../../../test/boundaries/fixtures/declined.ts";
import * as free from "../../../test/boundaries/fixtures/free.fixture.ts";
import { readUtterance } from "../../language/utterance.ts";
import { detectBoundary } from "./detect-boundary.ts";

describe("what is declined", () => {
  it.each(DECLINED)("%s → %s", (message, boundaries) => {
    expect(boundaries.split(" ")).toContain(detectBoundary(readUtterance(message)));
  });
});

describe("what only looks like it", () => {
  it.each(Object.values(free).flat())("lets pass: %s", (message) => {
    expect(detectBoundary(readUtterance(message))).toBeNull();
  });
});
