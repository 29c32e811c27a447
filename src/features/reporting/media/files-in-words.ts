import type { LostMedia, ReportMedia } from "../report.ts";

const KINDS: Readonly<Record<ReportMedia["kind"], string>> = {
  image: "ảnh",
  video: "video",
  audio: "ghi âm",
  file: "tệp",
};

/** What people call a type of file, where it isn't one that everybody knows as photo or video. */
const TYPES: Readonly<Record<string, string>> = {
  "image/heic": "HEIC",
  "image/heif": "HEIC",
  "image/avif": "AVIF",
  "image/tiff": "TIFF",
  "image/png": "PNG",
  "image/gif": "GIF",
  "image/webp": "WebP",
  "image/jpeg": "JPEG",
  "video/mp4": "MP4",
  "video/quicktime": "MOV",
  "application/pdf": "PDF",
  "application/zip": "Word, Excel hoặc ZIP",
  "audio/ogg": "ghi âm",
  "audio/mpeg": "MP3",
  "audio/mp4": "ghi âm",
  "audio/amr": "ghi âm",
};

/** "2 ảnh, 1 video"; empty where there is none. */
export function filesInWords(files: readonly Pick<ReportMedia, "kind">[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of files) counts.set(KINDS[kind], (counts.get(KINDS[kind]) ?? 0) + 1);
  return [...counts].map(([kind, n]) => `${n} ${kind}`).join(", ");
}

/** "tệp (PDF, 230 KB)". */
export const fileInWords = (file: ReportMedia): string => `${KINDS[file.kind]} (${fileDetails(file)})`;

/** "PDF, 230 KB". */
export const fileDetails = ({ bytes, contentType }: ReportMedia): string =>
  `${TYPES[contentType] ?? "không rõ loại"}, ${sizeInWords(bytes)}`;

/** "230 KB", "1,5 MB". */
export function sizeInWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1000) return `${kilobytes} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",").replace(/,0$/u, "")} MB`;
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
