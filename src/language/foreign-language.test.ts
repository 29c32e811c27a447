import { expect, it } from "vitest";
import { foreignLanguage } from "./foreign-language.ts";
import { readUtterance } from "./utterance.ts";

it.each([
  ["how can i report a crime", "en"],
  ["bonjour, où est la police", "en"],
  ["警察在哪里", "zh"],
  ["cho em hỏi công an phường ở đâu", null],
  ["bi comment xau tren facebook", null],
] as const)("%s → %s", (text, language) => expect(foreignLanguage(readUtterance(text))).toBe(language));
