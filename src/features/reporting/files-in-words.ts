import type { LostMedia, ReportMedia } from "./report.ts";

const KINDS: Readonly<Record<ReportMedia["kind"], string>> = {
  image: "ảnh",
  video: "video",
  audio: "ghi âm",
  file: "tệp",
};

/** "2 ảnh, 1 video"; empty where there is none. */
export function filesInWords(files: readonly Pick<ReportMedia, "kind">[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of files) counts.set(KINDS[kind], (counts.get(KINDS[kind]) ?? 0) + 1);
  return [...counts].map(([kind, n]) => `${n} ${kind}`).join(", ");
}

/**
 * "ảnh không tải được; video quá 20 MB", each once; empty where nothing is missing.
 * @param reasons why a file couldn't be stored, as this reader is told it
 */
export function lostInWords(
  lost: readonly LostMedia[],
  reasons: Readonly<Record<LostMedia["why"], string>>,
): string {
  return [...new Set(lost.map(({ kind, why }) => `${KINDS[kind]} ${reasons[why]}`))].join("; ");
}
