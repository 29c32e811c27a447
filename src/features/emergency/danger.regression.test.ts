import { describe, expect, it } from "vitest";
import { type Labelled, readMessages } from "../../../scripts/train/examples.ts";
import { type DangerKind, NUMBERS_OF } from "../../reader/names/danger.ts";
import { readMessage } from "../../reading/read-message.ts";

/** The messages that the reader learned from: what was right stays right. No measure of how good it is. */
const MESSAGES = readMessages().filter(({ matter }, i) => matter === "none" && i % 9 === 0);
const DANGERS = MESSAGES.filter(({ isDanger }) => isDanger);
const CALM = MESSAGES.filter(({ isDanger }) => !isDanger);

const share = (all: readonly Labelled[], holds: (one: Labelled) => boolean): number =>
  all.filter(holds).length / all.length;

describe("of the dangers that were learned", () => {
  it("nearly all have a right number first, in the alarm or in the line above the answer", () => {
    const isRight = ({ text, kinds = [] }: Labelled) => {
      const { danger, doubt } = readMessage(text);
      const [first] = (danger ?? doubt)?.numbers ?? [];
      return first !== undefined && kinds.some((kind) => NUMBERS_OF[kind as DangerKind].includes(first));
    };
    expect(share(DANGERS, isRight)).toBeGreaterThan(0.95);
  });

  it("nearly all sound an alarm", () =>
    expect(share(DANGERS, ({ text }) => readMessage(text).danger !== null)).toBeGreaterThan(0.9));
});

it("of the calm messages that were learned hardly one sounds an alarm", () =>
  expect(share(CALM, ({ text }) => readMessage(text).danger !== null)).toBeLessThan(0.03));

it("is read the same decomposed and in capitals", () => {
  const told = DANGERS.slice(0, 60).map(({ text }) => text);
  const said = (text: string) => readMessage(text).danger?.numbers;
  expect(told.map((text) => said(text.normalize("NFD")))).toEqual(told.map(said));
  expect(told.map((text) => said(text.toUpperCase()))).toEqual(told.map(said));
});
