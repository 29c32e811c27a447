import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readAllAsked } from "../../../scripts/train/sections.ts";
import { readMessage } from "../read-message.ts";

const ROOT = join(import.meta.dirname, "../../..");
/**
 * Questions of the evaluation that are a danger, told of oneself, or ask for the number itself, so that an answer beginning with
 * the number is right, though their check doesn't say so.
 */
const DANGER_IN_EVALUATION = new Set(["I09", "I14", "I18", "I25", "CN062", "CN065"]);
const EVALUATION = ["questions.json", "paraphrases.json", "emergency.json"];

interface Asked {
  readonly id: string;
  readonly text?: string;
  readonly turns?: readonly string[];
  readonly check: { readonly firstLine?: readonly unknown[] };
}

const alarms = (message: string) => readMessage(message).danger !== null;

/** Of a hundred ordinary questions so many may sound an alarm. */
const MOST = 1;

describe("ordinary questions hardly ever raise an alarm", () => {
  it("those of the sections that are asked about, not told of", () => {
    const questions = readAllAsked().filter(({ act }) => act !== "aid");
    expect(questions.length).toBeGreaterThan(8_000);
    const alarmed = questions.filter(({ text }) => alarms(text)).map(({ text }) => text);
    expect(alarmed.length / questions.length, alarmed.join(" | ")).toBeLessThan(MOST / 100);
  });

  it("those of the evaluation", () => {
    const messages = EVALUATION.flatMap((file) => {
      const asked: readonly Asked[] = JSON.parse(readFileSync(join(ROOT, "eval", file), "utf8"));
      return asked
        .filter(({ id, check }) => (check.firstLine ?? []).length === 0 && !DANGER_IN_EVALUATION.has(id))
        .flatMap(({ text, turns }) => turns ?? [text ?? ""]);
    });
    expect(messages.length).toBeGreaterThan(300);
    expect(messages.filter(alarms).length / messages.length).toBeLessThan(MOST / 100);
  });
});
