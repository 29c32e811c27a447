import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Groups of patterns: every group must be met, by any one of its patterns. */
const GROUPS = z.array(z.array(z.string().min(1)).min(1));

export const CHECK = z.strictObject({
  /** What a right reply says: each fact in all wordings that would do. */
  all: GROUPS.default([]),
  /** What no right reply says. */
  none: z.array(z.string().min(1)).default([]),
  /** What the first line must say. */
  firstLine: GROUPS.default([]),
  /** True where the first line may not be an alarm that begins with an emergency number. */
  calm: z.boolean().default(false),
  /** True where the reply needs a "Nguồn:" line. */
  source: z.boolean(),
  /** True where a question back counts with the choices under it, as the person sees both. */
  withButtons: z.boolean().default(false),
  /** Characters of a reply, as plain text. */
  maxLength: z.number().int().positive().optional(),
});

export type Check = z.infer<typeof CHECK>;

export const QUESTION = z
  .object({
    id: z.string(),
    kind: z.string(),
    /** One message, or several of one chat; the check is for the last reply. */
    text: z.string().optional(),
    turns: z.array(z.string()).min(2).optional(),
    style: z.object({ has_diacritics: z.boolean(), teencode_or_abbrev: z.boolean() }),
    check: CHECK,
  })
  .refine(({ text, turns }) => (text === undefined) !== (turns === undefined), "either text or turns");

export type Question = z.infer<typeof QUESTION>;

/** How a question is typed. */
export type Spelling = "marked" | "unmarked" | "abbreviated";

export function spellingOf({ style }: Question): Spelling {
  if (style.teencode_or_abbrev) return "abbreviated";
  return style.has_diacritics ? "marked" : "unmarked";
}

export function messagesOf({ text, turns }: Question): readonly string[] {
  return turns ?? [text ?? ""];
}

export const SETS: readonly string[] = [
  "questions.json",
  "emergency.json",
  "paraphrases.json",
  "citizen-batches.json",
];

/**
 * Reads sets of questions from this folder.
 * @throws where a file is no such set or an id stands twice
 */
export function loadQuestions(files: readonly string[] = SETS): Question[] {
  const questions = files.flatMap((file) =>
    z.array(QUESTION).parse(JSON.parse(readFileSync(join(import.meta.dirname, file), "utf8"))),
  );
  const twice = questions.find(({ id }, i) => questions.findIndex((other) => other.id === id) !== i);
  if (twice !== undefined) throw new Error(`the id ${twice.id} stands twice`);
  return questions;
}
