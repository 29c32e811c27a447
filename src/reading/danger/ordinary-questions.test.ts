import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readMessageFile } from "../../../scripts/train/examples.ts";
import { readMessage } from "../read-message.ts";

const ROOT = join(import.meta.dirname, "../../..");
const DOCUMENTS = join(ROOT, "knowledge/documents");
/**
 * Questions that documents list and people send as they stand: told of oneself they are a danger, or they ask for the
 * number itself, so that an answer beginning with the number is right.
 */
const DANGER_IN_DOCUMENTS = new Set(readMessageFile("older-document-dangers.tsv").map(({ text }) => text));
/** The same among the questions of the evaluation whose check does not say so itself. */
const DANGER_IN_EVALUATION = new Set(["I09", "I14", "I18", "I25", "CN062", "CN065"]);
const EVALUATION = ["questions.json", "paraphrases.json", "emergency.json"];

interface Asked {
  readonly id: string;
  readonly text?: string;
  readonly turns?: readonly string[];
  readonly check: { readonly firstLine?: readonly unknown[] };
}

/** Every heading, and every question of a line "> Hỏi: a | b". */
function questionsOf(document: string): string[] {
  return document.split("\n").flatMap((line) => {
    if (line.startsWith("#")) return [line.replace(/^#+\s*/u, "")];
    if (line.startsWith("> Hỏi:"))
      return line
        .slice("> Hỏi:".length)
        .split("|")
        .map((asked) => asked.trim());
    return [];
  });
}

const alarms = (message: string) => readMessage(message).danger !== null;

/** Of a hundred ordinary questions so many may sound an alarm. */
const MOST = 1;

describe("ordinary questions hardly ever raise an alarm", () => {
  it("those that the documents list", () => {
    const files = readdirSync(DOCUMENTS).filter((file) => file.endsWith(".md"));
    const questions = files
      .flatMap((file) => questionsOf(readFileSync(join(DOCUMENTS, file), "utf8")))
      .filter((asked) => !DANGER_IN_DOCUMENTS.has(asked));
    expect(questions.length).toBeGreaterThan(3_000);
    expect(questions.filter(alarms).length / questions.length).toBeLessThan(MOST / 100);
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
