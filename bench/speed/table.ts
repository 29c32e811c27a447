/** Null is what couldn't be measured. */
export type Cell = string | number | null;

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell ?? "–").join(" | ")} |`)
    .join("\n");
}
