import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fillPrompt, type PromptName, placesIn, VARIABLES } from "./prompt.ts";

const names = Object.keys(VARIABLES) as PromptName[];
const read = (name: PromptName) => readFileSync(new URL(`../../prompts/${name}.md`, import.meta.url), "utf8");

describe("prompts", () => {
  it.each(names)("%s.md and the code agree on its variables", (name) => {
    expect([...new Set(placesIn(read(name)))].sort()).toEqual([...VARIABLES[name]].sort());
  });

  it("are filled with numbers", () => {
    const texts = { answer: "{{mostSentences}} câu, {{mostCharacters}} ký tự", standalone: "" };
    expect(fillPrompt(texts, "answer", { mostSentences: 3, mostCharacters: 500 })).toBe("3 câu, 500 ký tự");
  });
});
