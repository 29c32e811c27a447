import { describe, expect, it } from "vitest";
import { batchesOf, readExamples } from "../../../test/examples.ts";
import { readMessage } from "../read-message.ts";

/** The very messages that the rules were fitted to: what was right stays right. No measure of how good they are. */

describe("what is declined", () => {
  it.each(batchesOf(readExamples("declined")))(
    "%s: by the boundary named, or one of those",
    (_, examples) => {
      const failing = examples
        .map(({ text, label }) => ({ text, label, found: readMessage(text).boundary }))
        .filter(({ label, found }) => found === null || !label.split(" ").includes(found));
      expect(failing).toEqual([]);
    },
  );
});

describe("what only looks like it passes", () => {
  it.each(batchesOf(readExamples("free")))("%s", (_, examples) => {
    const failing = examples
      .map(({ text }) => ({ text, found: readMessage(text).boundary }))
      .filter(({ found }) => found !== null);
    expect(failing).toEqual([]);
  });
});
