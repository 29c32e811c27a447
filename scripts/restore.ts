import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { isArchive, unpack, withFolderBeside } from "./lib/backup/archive.ts";
import { BackupRefused, type Manifest } from "./lib/backup/manifest.ts";
import { restoreBackup } from "./lib/backup/restore.ts";

/**
 * npm run restore -- --from DIR|FILE.tar.gz --state DIR
 * Makes a state folder for `npm run serve` of a backup. Never writes into a folder that holds anything.
 */
const { values } = parseArgs({ options: { from: { type: "string" }, state: { type: "string" } } });

process.umask(0o077);

try {
  if (values.from === undefined || values.state === undefined)
    throw new BackupRefused("Cần --from (bản sao lưu) và --state (thư mục mới).");
  const { files, takenAt } = await restore(resolve(values.from), resolve(values.state));
  console.log(`Đã khôi phục ${files.length} tệp vào ${values.state}, như lúc ${takenAt}.`);
} catch (error) {
  if (!(error instanceof BackupRefused)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function restore(from: string, stateDir: string): Promise<Manifest> {
  if (!isArchive(from)) return restoreBackup(from, stateDir);
  return withFolderBeside(from, (folder) => {
    unpack(from, folder);
    return restoreBackup(folder, stateDir);
  });
}
