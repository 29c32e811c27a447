import { describe, expect, it } from "vitest";
import { readUtterance } from "../vietnamese/utterance.ts";
import { detectBoundary } from "./detect.ts";
import { DECLINED } from "./fixtures/declined.ts";
import * as free from "./fixtures/free.fixture.ts";

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
