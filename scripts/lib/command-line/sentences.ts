import { ConfigError } from "../../../src/platform/errors.ts";

/** Errors of the system by code; `where` is the path or address, where it is known. */
const REFUSALS: Readonly<Record<string, (where: string) => string>> = {
  EADDRINUSE: (where) => `Cổng${where} đang được một chương trình khác dùng: hãy chọn cổng khác bằng --port.`,
  EADDRNOTAVAIL: (where) => `Máy này không có địa chỉ${where}: xem lại --host.`,
  ENOTFOUND: (where) => `Không tìm thấy địa chỉ${where}: xem lại --host.`,
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

/** D1 has SQLite's name in its message, or says only that there was an error; a fault in our SQL keeps its stack. */
const FROM_D1: Readonly<Record<string, string>> = { SQLITE_READONLY: "EROFS", SQLITE_FULL: "ENOSPC" };
const D1_UNNAMED = /^D1_ERROR: .*internal error/u;
const D1_SENTENCE = "Không đọc hoặc không ghi được cơ sở dữ liệu: xem lại quyền và chỗ trống của ổ đĩa.";

/** A sentence for a known error; undefined where only the stack helps. */
export function sentenceFor(error: unknown): string | undefined {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return undefined;
  if (D1_UNNAMED.test(error.message)) return D1_SENTENCE;
  const { code, errcode, path, hostname, address, port } = error as SystemError;
  const known = errcode === undefined ? (code ?? codeFromD1(error.message)) : SQLITE[errcode & 0xff];
  const where = path ?? hostname ?? (port === undefined ? undefined : `${address ?? ""}:${port}`);
  return REFUSALS[known ?? ""]?.(where === undefined ? "" : ` ${where}`);
}

const codeFromD1 = (message: string): string | undefined =>
  FROM_D1[/\bSQLITE_[A-Z]+\b/u.exec(message)?.[0] ?? ""];

/** What Node and node:sqlite add to their errors. */
interface SystemError extends Error {
  readonly code?: string;
  readonly errcode?: number;
  readonly path?: string;
  readonly hostname?: string;
  readonly address?: string;
  readonly port?: number;
}
