import type { Line } from "../reading/line.ts";

/** How far a document may go, by the stamps on it. */
export type Stamp = "secret" | "internal" | "none";

/** A stamp by itself, whatever its letters are spaced like. */
const ALONE = /^(?:độ)?(?:mật)?:?(?:tuyệt|tối)?mật$/iu;
/** The words of a stamp in capitals behind others, as in a line with the number. "BÍ MẬT" is a title's. */
const BESIDE = /(?<![\p{L}])(?:TUYỆT\s*MẬT|TỐI\s*MẬT|(?<!BÍ\s+|BẢO\s+|ĐỘ\s+)MẬT)(?![\p{L}])/u;
const INTERNAL = /^\(?(?:tài liệu\s+)?(?:lưu hành\s+)?nội bộ\)?\.?$/iu;

/**
 * What the stamps say, wherever they stand. Only letters are seen, a stamp in a picture isn't. A word in capitals counts,
 * "bí mật" and "bảo mật" in a sentence don't.
 */
export function stampOf(lines: readonly Line[]): Stamp {
  const pieces = lines.flatMap(({ text, cells }) => cells ?? [text]).map((one) => one.normalize("NFC"));
  if (pieces.some(isSecret)) return "secret";
  return pieces.some((piece) => INTERNAL.test(piece)) ? "internal" : "none";
}

function isSecret(piece: string): boolean {
  const bare = piece.replace(/[^\p{L}:]/gu, "");
  if (ALONE.test(bare) && (bare === bare.toUpperCase() || /^độ/iu.test(bare) || /^\p{Lu}/u.test(bare)))
    return true;
  const isTitle = piece === piece.toUpperCase() && /BÍ\s+MẬT|BẢO\s+MẬT/u.test(piece);
  return !isTitle && BESIDE.test(piece);
}
