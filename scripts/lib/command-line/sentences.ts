import { ConfigError } from "../../../src/platform/errors.ts";

/** Errors of the system by code; `where` is the path or address, where it is known. */
const REFUSALS: Readonly<Record<string, (where: string) => string>> = {
  EADDRINUSE: (where) => `Cổng${where} đang được một chương trình khác dùng: hãy chọn cổng khác bằng --port.`,
  EADDRNOTAVAIL: (where) => `Máy này không có địa chỉ${where}: xem lại --host.`,
  EACCES: (where) => `Không có quyền dùng${where}: xem lại chủ sở hữu và quyền, hoặc chọn nơi khác.`,
  EPERM: (where) => `Không có quyền đổi${where}: xem lại chủ sở hữu, hoặc chọn nơi khác.`,
  EROFS: (where) => `Không ghi được vào${where}: ổ đĩa chỉ cho đọc.`,
  ENOSPC: (where) => `Không ghi được vào${where}: ổ đĩa đã đầy.`,
  ENOTDIR: (where) => `Đường dẫn${where} không phải là thư mục.`,
  EISDIR: (where) => `Đường dẫn${where} là thư mục, không phải tệp.`,
  ENOENT: (where) => `Không có${where}.`,
  EMFILE: () => "Máy không cho mở thêm tệp: hãy tăng giới hạn (ulimit -n, LimitNOFILE).",
  ERR_ADDRESS_IN_USE: () => "Cổng đang được một chương trình khác dùng: hãy chọn cổng khác bằng --port.",
};

/** SQLite's own codes (sqlite.org/rescode.html) for the same errors. */
const SQLITE: Readonly<Record<number, string>> = { 8: "EROFS", 13: "ENOSPC", 14: "EACCES" };

/** A sentence for a known error; undefined where only the stack helps. */
export function sentenceFor(error: unknown): string | undefined {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return undefined;
  const { code, errcode, path, address, port } = error as SystemError;
  const known = errcode === undefined ? code : SQLITE[errcode & 0xff];
  const where = path ?? (port === undefined ? undefined : `${address ?? ""}:${port}`);
  return REFUSALS[known ?? ""]?.(where === undefined ? "" : ` ${where}`);
}

/** What Node and node:sqlite add to their errors. */
interface SystemError extends Error {
  readonly code?: string;
  readonly errcode?: number;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
}
