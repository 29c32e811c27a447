import { describe, expect, it } from "vitest";
import { DECLINED } from "../../../test/boundaries/fixtures/declined.ts";
import * as free from "../../../test/boundaries/fixtures/free.fixture.ts";
import { readMessage } from "../read-message.ts";

describe("what is declined", () => {
  it.each(DECLINED)("%s → %s", (message, boundaries) => {
    expect(boundaries.split(" ")).toContain(readMessage(message).boundary);
  });
});

describe("what only looks like it", () => {
  it.each(Object.values(free).flat())("lets pass: %s", (message) => {
    expect(readMessage(message).boundary).toBeNull();
  });
});
