import { describe, expect, it } from "vitest";
import { readMessageFile } from "../../../scripts/train/examples.ts";
import { readExamples } from "../../../test/examples.ts";
import { readMessage } from "../read-message.ts";

/** The very messages that the reader learned from: what was right stays right. No measure of how good it is. */

const boundaryOf = ({ text }: { readonly text: string }) => readMessage(text).boundary;

describe("what is declined", () => {
  it("is declined by the boundary named, or one of those, in 19 of 20", () => {
    const declined = readExamples("declined");
    const right = declined.filter((example) => example.label.split(" ").includes(boundaryOf(example) ?? ""));
    expect(right.length / declined.length).toBeGreaterThan(0.95);
  });
});

describe("what only looks like it", () => {
  it("passes in 19 of 20", () => {
    const free = readMessageFile("older-free.tsv");
    const refused = free.filter((example) => boundaryOf(example) !== null);
    expect(refused.length / free.length).toBeLessThan(0.05);
  });
});
