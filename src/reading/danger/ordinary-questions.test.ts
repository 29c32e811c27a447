import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readExamples } from "../../../test/examples.ts";
import { readMessage } from "../read-message.ts";

const ROOT = join(import.meta.dirname, "../../..");
const DOCUMENTS = join(ROOT, "knowledge/documents");
/**
 * Questions that documents list and people send as they stand: told of oneself they are a danger, or they ask for the
 * number itself, so that an answer beginning with the number is right.
 */
const DANGER_IN_DOCUMENTS = new Set(readExamples("document-dangers").map(({ text }) => text));
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

describe("ordinary questions raise no alarm", () => {
  it.each(readdirSync(DOCUMENTS).filter((file) => file.endsWith(".md")))("%s", (file) => {
    const questions = questionsOf(readFileSync(join(DOCUMENTS, file), "utf8"));
    expect(questions.filter((asked) => alarms(asked) && !DANGER_IN_DOCUMENTS.has(asked))).toEqual([]);
  });

  it.each(EVALUATION)("%s", (file) => {
    const asked: readonly Asked[] = JSON.parse(readFileSync(join(ROOT, "eval", file), "utf8"));
    const ordinary = asked.filter(
      ({ id, check }) => (check.firstLine ?? []).length === 0 && !DANGER_IN_EVALUATION.has(id),
    );
    expect(ordinary.length).toBeGreaterThan(20);
    const messages = ordinary.flatMap(({ text, turns }) => turns ?? [text ?? ""]);
    expect(messages.filter(alarms)).toEqual([]);
  });
});
