import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PromptTexts } from "../../src/model/prompt.ts";
import { ROOT } from "./root.ts";

/**
 * The prompts as Node reads them; a Worker has them bundled.
 * @throws where a file is missing
 */
export function readPrompts(): PromptTexts {
  return { answer: read("answer"), label: read("label"), standalone: read("standalone") };
}

const read = (name: keyof PromptTexts): string => readFileSync(join(ROOT, "prompts", `${name}.md`), "utf8");
