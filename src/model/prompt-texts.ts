import answer from "../../prompts/answer.md";
import label from "../../prompts/label.md";
import standalone from "../../prompts/standalone.md";
import type { PromptTexts } from "./prompt.ts";

/** The prompts in the Worker's bundle. */
export const PROMPT_TEXTS: PromptTexts = { answer, label, standalone };
