import { z } from "zod";
import type { ReportMedia } from "../report.ts";

/** The schema of a stored `ReportMedia`. */
export const MediaItem = z.object({
  key: z.string(),
  kind: z.enum(["image", "video", "audio", "file"]),
  bytes: z.number(),
  contentType: z.string(),
});

/** The schema of a stored `LostMedia`. */
export const LostItem = z.object({
  kind: z.enum(["image", "video", "audio", "file"]),
  why: z.enum(["too_large", "not_fetched", "not_allowed", "too_many"]),
});

/** The statements that link stored files to a case, for a batch, so that erasing the case finds all of them. */
export function mediaStatements(
  db: D1Database,
  code: string,
  media: readonly ReportMedia[],
): D1PreparedStatement[] {
  return media.map(({ key }) =>
    db
      .prepare(
        "INSERT OR IGNORE INTO report_media (key, code) SELECT ?, code FROM reports WHERE code = ? AND erased_at IS NULL",
      )
      .bind(key, code),
  );
}
