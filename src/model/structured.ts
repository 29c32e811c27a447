import { z } from "zod";
import { ModelError } from "./chat-model.ts";

/** No answer of ours is longer. */
const MAX_CHARACTERS = 20_000;
const FENCED = /```(?:json)?\s*([\s\S]*?)```/u;

/**
 * Reads what a model wrote as JSON of the given shape; a code fence or words around it are accepted.
 * @throws ModelError "junk" for anything else
 */
export function readStructured<T>(content: string, schema: z.ZodType<T>): T {
  if (content.length > MAX_CHARACTERS) throw new ModelError("junk");
  for (const candidate of candidatesIn(content)) {
    const parsed = schema.safeParse(parsedOrUndefined(candidate));
    if (parsed.success) return parsed.data;
  }
  throw new ModelError("junk");
}

function candidatesIn(content: string): string[] {
  const fenced = FENCED.exec(content)?.[1];
  const braced = content.slice(content.indexOf("{"), content.lastIndexOf("}") + 1);
  return [content, ...(fenced === undefined ? [] : [fenced]), braced];
}

function parsedOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The shape as a JSON schema in the strict form: every property required, no others allowed. */
export function strictSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-7" });
  return rest;
}
