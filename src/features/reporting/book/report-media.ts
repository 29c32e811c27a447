import { z } from "zod";
import { LOSSES, type ReportMedia } from "../report.ts";

/** The schema of a stored `ReportMedia`. */
export const MediaItem = z.object({
  key: z.string(),
  kind: z.enum(["image", "video", "audio", "file"]),
  bytes: z.number(),
  contentType: z.string(),
  clean: z.literal(true).exactOptional(),
});

/** The schema of a stored `LostMedia`. */
export const LostItem = z.object({ kind: MediaItem.shape.kind, why: z.enum(LOSSES) });

/**
 * The statements that pass stored files from the chat that sent them to a case, for a batch, so that erasing the case finds
 * all of them. A file that was given up or belongs to another case is left alone.
 */
export function mediaStatements(
  db: D1Database,
  code: string,
  media: readonly ReportMedia[],
): D1PreparedStatement[] {
  return media.map(({ key }) =>
    db
      .prepare(
        `INSERT INTO report_media (key, code) SELECT ?, code FROM reports WHERE code = ? AND erased_at IS NULL
         ON CONFLICT (key) DO UPDATE SET code = excluded.code, owner_hash = NULL, expires_at = NULL
           WHERE code IS NULL AND doomed_at IS NULL`,
      )
      .bind(key, code),
  );
}
