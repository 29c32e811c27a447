import { lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";
import { BackupRefused } from "./backup-refused.ts";

/**
 * The files below a folder, as paths relative to it with `/`, sorted. Only plain files may be in a state folder or a
 * backup: through a link, what lies elsewhere would be copied or overwritten.
 * @throws BackupRefused where there is anything else than folders and plain files with one name
 */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => {
      const entry = lstatSync(join(folder, path), { throwIfNoEntry: false });
      // Deleted after the listing by the server at work.
      if (entry === undefined || entry.isDirectory()) return false;
      refuseOtherThanPlain(path, entry);
      return true;
    })
    .sort();
}

function refuseOtherThanPlain(path: string, entry: Stats): void {
  if (!entry.isFile())
    throw new BackupRefused(
      `${path} không phải là tệp thường (liên kết, thiết bị…): không sao lưu, không khôi phục.`,
    );
  if (entry.nlink > 1)
    throw new BackupRefused(
      `Tệp ${path} còn mang một tên khác (liên kết cứng): hãy chép cả thư mục sang nơi khác (cp -r) rồi thử lại.`,
    );
}
