import { isClosed, type Needs } from "../workflow/workflow.ts";
import type { BookContext } from "./book-context.ts";
import type { MoveRequest } from "./report-book.ts";
import { type ReportRow, readRow } from "./rows.ts";

/** True where a move has what it needs: words, or a case into which this one may go. */
export async function isGiven(
  context: BookContext,
  row: ReportRow,
  needs: Needs,
  request: MoveRequest,
): Promise<boolean> {
  if (needs !== "duplicate_of") return (request.note ?? "").trim() !== "";
  const { duplicateOf } = request;
  if (duplicateOf === undefined || duplicateOf === request.code) return false;
  const original = await readRow(context, duplicateOf);
  return original !== null && mayTake(original, row);
}

/**
 * No case is a duplicate of a duplicate. An urgent one goes only into an open urgent one: in any other nobody would be called
 * for it any more.
 */
const mayTake = (original: ReportRow, { lane }: ReportRow): boolean =>
  original.state !== "duplicate" &&
  (lane !== "urgent" || (original.lane === "urgent" && !isClosed(original.state)));
