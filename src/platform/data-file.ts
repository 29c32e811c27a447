import type { z } from "zod";
import { ConfigError } from "./errors.ts";

/**
 * The content of an operator's data file.
 * @param name as it is shown where something is wrong, such as "province.json"
 * @throws ConfigError with one Vietnamese sentence that names the first wrong field, such as `communes.3.kind`
 */
export function parseDataFile<T>(schema: z.ZodType<T>, value: unknown, name: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const stranger = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const field = [...(issue?.path ?? []), ...stranger].map(String).join(".");
  if (field === "")
    throw new ConfigError(`${name} không đúng: cần một đối tượng JSON như mô tả trong knowledge/README.md.`);
  throw new ConfigError(`${name} sai ở mục "${field}": ${issue === undefined ? "" : reasonOf(issue)}.`);
}

/** zod's English message, in words for the person who fills in the file; our own schemas say theirs in Vietnamese. */
function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return "không có mục nào tên như vậy";
    case "invalid_value":
      return `phải là một trong: ${issue.values.join(", ")}`;
    case "too_small":
      return "rỗng";
    case "too_big":
      return `quá dài (tối đa ${issue.maximum})`;
    case "custom":
      return issue.message;
    default:
      return "thiếu hoặc không đúng kiểu";
  }
}
