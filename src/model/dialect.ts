/** What a server understands: servers differ, and say so with a 400. */
export interface Dialect {
  readonly format: "json_schema" | "json_object" | "text";
  readonly limit: "max_completion_tokens" | "max_tokens";
  readonly temperature: boolean;
}

export const FULL: Dialect = { format: "json_schema", limit: "max_completion_tokens", temperature: true };

const LESS = { json_schema: "json_object", json_object: "text", text: null } as const;

/**
 * The next dialect to try after a server refused a request.
 * @param complaint the server's words and the parameter that it names
 * @returns null where nothing more can be left out
 */
export function simpler(dialect: Dialect, complaint: string): Dialect | null {
  if (dialect.temperature && /temperature/iu.test(complaint)) return { ...dialect, temperature: false };
  if (dialect.limit === "max_completion_tokens" && /max_completion_tokens/iu.test(complaint))
    return { ...dialect, limit: "max_tokens" };
  const format = LESS[dialect.format];
  return format === null ? null : { ...dialect, format };
}
