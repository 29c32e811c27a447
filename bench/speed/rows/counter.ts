import { NO_ROWS, type Rows, rowsOf } from "./rows.ts";

/** One for the isolate: the Worker and all its objects live in it. */
let total: Rows = NO_ROWS;

/** Adds to the isolate's count. */
export function add(more: Partial<Rows>): void {
  total = rowsOf((name) => total[name] + (more[name] ?? 0));
}

/** Everything counted since the isolate began. */
export const counted = (): Rows => total;
