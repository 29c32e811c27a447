import { z } from "zod";
import type { ReportMedia } from "../report.ts";
import type { BookContext } from "./book-context.ts";
import { dispatchStatement } from "./dispatch.ts";
import { MediaItem } from "./report-media.ts";

const Kinds = z.array(MediaItem.shape.kind);

/** See `ReportBook.noteFilesMissing`. */
export async function noteFilesMissing(
  context: BookContext,
  code: string,
  part: string,
  kinds: readonly ReportMedia["kind"][],
  at: number,
): Promise<void> {
  const isNews = `EXISTS (SELECT 1 FROM reports WHERE code = ? AND erased_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM report_files_missing WHERE code = ? AND part = ?)`;
  const key = `files-missing:${code}:${part}:${at}`;
  await context.db.batch([
    await dispatchStatement(
      context,
      { key, target: "duty", code, body: { kind: "card_changed" }, at },
      isNews,
      code,
      code,
      part,
    ),
    context.db
      .prepare(`INSERT INTO report_files_missing (code, part, kinds) SELECT ?, ?, ? WHERE ${isNews}`)
      .bind(code, part, kinds.join(","), code, code, part),
  ]);
}

/** See `ReportBook.filesPassedOn`. */
export async function filesPassedOn(
  context: BookContext,
  code: string,
  part: string,
  at: number,
): Promise<void> {
  const isMissing = "EXISTS (SELECT 1 FROM report_files_missing WHERE code = ? AND part = ?)";
  const key = `files-passed-on:${code}:${part}:${at}`;
  await context.db.batch([
    await dispatchStatement(
      context,
      { key, target: "duty", code, body: { kind: "card_changed" }, at },
      isMissing,
      code,
      part,
    ),
    context.db.prepare("DELETE FROM report_files_missing WHERE code = ? AND part = ?").bind(code, part),
  ]);
}

/** The kinds of a case's missing files, from all its rows: "video,image". */
export const readKinds = (kinds: string | null): readonly ReportMedia["kind"][] =>
  kinds === null ? [] : (Kinds.safeParse(kinds.split(",")).data ?? []);
