/** One check and its result. */
export interface Finding {
  readonly level: "ok" | "note" | "fault";
  /** The result in one sentence for an operator; never a secret. */
  readonly what: string;
  /** What to do about it. */
  readonly todo?: string;
}

export const ok = (what: string): Finding => ({ level: "ok", what });
export const note = (what: string, todo?: string): Finding => withTodo("note", what, todo);
export const fault = (what: string, todo?: string): Finding => withTodo("fault", what, todo);

function withTodo(level: Finding["level"], what: string, todo?: string): Finding {
  return todo === undefined ? { level, what } : { level, what, todo };
}

const MARKS = { ok: "[ổn] ", note: "[lưu ý] ", fault: "[lỗi] " } as const;

/** A group of findings as lines for a terminal. */
export function describe(group: string, findings: readonly Finding[]): string[] {
  return [
    group,
    ...findings.flatMap(({ level, what, todo }) => [
      `  ${MARKS[level]}${what}`,
      ...(todo === undefined ? [] : [`        Cần làm: ${todo}`]),
    ]),
  ];
}
