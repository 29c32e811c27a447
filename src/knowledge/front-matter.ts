import { isMap, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { calendarDay } from "./ageing.ts";
import type { DocumentRef } from "./knowledge-index.ts";

const webAddress = z.string().regex(/^https?:\/\/\S+$/, "địa chỉ phải bắt đầu bằng http:// hoặc https://");

const schema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "chỉ dùng a-z, 0-9 và dấu gạch nối"),
  title: z.string().trim().min(1).max(200),
  number: z.string().trim().min(1).optional(),
  issuer: z.string().trim().min(1).optional(),
  issued: calendarDay.optional(),
  effective: calendarDay.optional(),
  url: webAddress.optional(),
  as_of: calendarDay,
  audience: z.enum(["public", "internal"]),
  class: z.enum(["public", "internal", "secret"]),
});

/** A fault at a line of the front matter, counted from 1 in the file. */
export interface Fault {
  readonly line: number;
  readonly why: string;
}

/** Reads the YAML between the two `---` lines. A secret document is refused before anything else of it is read. */
export function readFrontMatter(
  yaml: string,
): { readonly ref: DocumentRef } | { readonly faults: readonly Fault[] } {
  const counter = new LineCounter();
  const parsed = parseDocument(yaml, { lineCounter: counter });
  const lineOf = (offset: number) => counter.linePos(offset).line + 1;
  if (parsed.errors.length > 0) {
    return {
      faults: parsed.errors.map((error) => ({
        line: lineOf(error.pos[0]),
        why: `phần đầu không đọc được: ${error.code}`,
      })),
    };
  }
  if (!isMap(parsed.contents))
    return { faults: [{ line: 1, why: "phần đầu phải gồm các dòng “tên: giá trị”" }] };
  const values: unknown = parsed.toJS();
  if (isSecret(values)) return { faults: [{ line: 1, why: "tài liệu mật: không được đưa vào" }] };
  const result = schema.safeParse(values);
  if (!result.success) {
    return {
      faults: result.error.issues.map((issue) => {
        const key = String(issue.path[0] ?? (issue.code === "unrecognized_keys" ? issue.keys[0] : ""));
        const pair = isMap(parsed.contents)
          ? parsed.contents.items.find((item) => String(item.key) === key)
          : undefined;
        const range = (pair?.key as { range?: readonly number[] } | undefined)?.range;
        return {
          line: range?.[0] === undefined ? 1 : lineOf(range[0]),
          why: key === "" ? issue.message : `${key}: ${issue.message}`,
        };
      }),
    };
  }
  const { as_of: asOf, class: level, ...rest } = result.data;
  if (level === "internal" && rest.audience === "public") {
    return { faults: [{ line: 1, why: "audience: tài liệu nội bộ không thể công khai" }] };
  }
  return { ref: { ...withoutUndefined(rest), asOf } };
}

function isSecret(values: unknown): boolean {
  const level = z.looseObject({ class: z.string() }).safeParse(values);
  return level.success && level.data.class.trim().toLowerCase() === "secret";
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
