import { z } from "zod";
import type { ReportMedia } from "../report.ts";

/** A `ReportMedia` as it is read back from sealed text. */
export const MediaItem = z.object({
  key: z.string(),
  kind: z.enum(["image", "video", "audio", "file"]),
  bytes: z.number(),
  contentType: z.string(),
});

/** The statements that tie kept files to a case, for a batch, so that erasing it finds them all. */
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
