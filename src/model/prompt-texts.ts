import answer from "../../prompts/answer.md";
import standalone from "../../prompts/standalone.md";
import type { PromptTexts } from "./prompt.ts";

/** The prompts as the Worker's bundle carries them. */
export const PROMPT_TEXTS: PromptTexts = { answer, standalone };
