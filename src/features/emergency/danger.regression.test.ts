import { describe, expect, it } from "vitest";
import { batchesOf, readExamples } from "../../../test/examples.ts";
import { plainText } from "../../messaging/reply.ts";
import { readMessage } from "../../reading/read-message.ts";
import { dangerReply } from "./emergency-feature.ts";

/** The very messages that the rules were fitted to: what was right stays right. No measure of how good they are. */

function firstLineTo(message: string): string {
  const { danger } = readMessage(message);
  return danger === null ? "(no danger)" : (plainText(dangerReply(danger)).split("\n")[0] ?? "");
}

const numbersOf = (message: string) => readMessage(message).danger?.numbers ?? [];

/** The messages as they came, decomposed, and in capitals. */
const everyWay = (texts: readonly string[]) =>
  texts.flatMap((text) => [text, text.normalize("NFD"), text.toUpperCase()]);

const DANGERS = readExamples("danger");
const CALM = readExamples("calm");

describe("dangers", () => {
  it.each(batchesOf(DANGERS))("%s: every number stands in the first line", (_, examples) => {
    const failing = examples
      .map(({ text, label }) => ({ text, label, line: firstLineTo(text) }))
      .filter(({ label, line }) => !label.split(" ").every((number) => line.includes(number)));
    expect(failing).toEqual([]);
  });

  it("told: that number leads, and whatever else is found stands beside it, however it is typed", () => {
    const told = DANGERS.filter(({ batch }) => batch === "told");
    const failing = told.flatMap(({ text, label }) =>
      everyWay([text])
        .map((message) => ({ message, label, found: numbersOf(message), line: firstLineTo(message) }))
        .filter(
          ({ found, line }) =>
            found[0] !== label ||
            /11[1-5]/.exec(line)?.[0] !== label ||
            !found.every((number) => line.includes(number)),
        ),
    );
    expect(told.length).toBeGreaterThan(100);
    expect(failing).toEqual([]);
  });
});

describe("no danger", () => {
  it.each(batchesOf(CALM))("%s", (_, examples) => {
    const texts = examples.flatMap(({ text }) => [text, text.normalize("NFD")]);
    expect(texts.filter((text) => readMessage(text).danger !== null)).toEqual([]);
  });
});
