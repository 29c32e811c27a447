import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { isArchive, pack, withFolderBeside } from "./lib/backup/archive.ts";
import { BackupRefused } from "./lib/backup/manifest.ts";
import { type Taken, takeBackup } from "./lib/backup/take.ts";

/**
 * npm run backup -- --to DIR|FILE.tar.gz [--state DIR]
 * Copies the state folder of `npm run serve`, which may go on working on it.
 */
const { values } = parseArgs({
  options: { state: { type: "string", default: ".serve/state" }, to: { type: "string" } },
});

// Messages that wait, tokens, reports: for this account alone.
process.umask(0o077);

try {
  if (values.to === undefined) throw new BackupRefused("Cần --to: thư mục hoặc tệp .tar.gz sẽ chứa bản sao.");
  const { files, takenAt, standstillMs } = await take(resolve(values.state), resolve(values.to));
  console.log(`Đã sao lưu ${files.length} tệp vào ${values.to}, theo đúng lúc ${takenAt}.`);
  if (standstillMs > 0) console.log(`Chương trình đã dừng chờ ${standstillMs} mili giây.`);
} catch (error) {
  if (!(error instanceof BackupRefused)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function take(stateDir: string, to: string): Promise<Taken> {
  if (!isArchive(to)) return takeBackup(stateDir, to);
  if (existsSync(to)) throw new BackupRefused(`${to} đã có: hãy chọn nơi khác.`);
  mkdirSync(dirname(to), { recursive: true });
  return withFolderBeside(to, async (folder) => {
    const taken = await takeBackup(stateDir, join(folder, "backup"));
    pack(join(folder, "backup"), to);
    return taken;
  });
}
